# SPDX-License-Identifier: Apache-2.0
"""aws4, headers: white space, folded lines, and what the signer adds itself."""

from ... import spec
from ...suite import Alternative, Sign
from . import area, my_header, white_space


@area.acceptable(
    "disputed",
    "a tab inside a value",
    knob="header_white_space",
    flags=["white-space"],
    spec=[spec.HEADER_OWS],
    alternatives=white_space(("only the blank is white space", b"a\tb \tc")),
)
def tab_inside():
    """The guide speaks of spaces alone; RFC 9110's white space is blank and tab."""
    return my_header("a\tb \tc")


@area.acceptable(
    "disputed",
    "vertical tab and form feed",
    knob="header_white_space",
    flags=["white-space", "bytes"],
    spec=[spec.HEADER_OWS],
    alternatives=white_space(("isspace of C and \\s of Unicode", b"a b c")),
)
def vertical_tab():
    """isspace() of C counts them, RFC 9110 does not allow them in a value at all."""
    return my_header("a\x0bb \x0c c")


@area.acceptable(
    "disputed",
    "a no-break space",
    knob="header_white_space",
    flags=["white-space", "bytes"],
    spec=[spec.HEADER_OWS],
    alternatives=white_space(("every Unicode white space", b"a b")),
)
def no_break_space():
    """split() of Python, \\s of JavaScript and Fields of Go see white space in U+00A0. It is two
    bytes of data."""
    return my_header("a\u00a0 b")


@area.acceptable(
    "disputed",
    "a folded value",
    knob="line_folding",
    error="malformed-header",
    flags=["injection", "white-space"],
    spec=[spec.HEADER_VALUE],
    alternatives=white_space(("unfolded, and then collapsed", b"value1 value2")),
)
def folded():
    """Line folding is obsolete, and AWS's own suite still has a folded header. Unfolding belongs
    to the reader of the message: to a signer the line break is in the value, and it must not
    come out as a second header."""
    return my_header("value1\r\n value2")


@area.acceptable(
    "disputed",
    "the date header is there already",
    knob="reserved_header",
    error="reserved-header",
    any_of=["argument", "malformed-header"],
    flags=["contract"],
    spec=[spec.RESERVED],
    alternatives=[Alternative("the signer puts its own in its place", drop="x-amz-date")],
)
def date_preset():
    """The signer adds its own: a request signed twice would carry two dates."""
    return Sign("/", headers=[("X-Amz-Date", "20150830T123600Z")])


@area.acceptable(
    "disputed",
    "an Authorization header is there already",
    knob="reserved_header",
    error="reserved-header",
    any_of=["argument", "malformed-header"],
    flags=["contract"],
    spec=[spec.RESERVED],
    alternatives=[Alternative("the signer puts its own in its place", drop="authorization")],
)
def authorization_preset():
    """A retry that signs the signed request again."""
    return Sign("/", headers=[("authorization", "Basic dXNlcjpwYXNz")])
