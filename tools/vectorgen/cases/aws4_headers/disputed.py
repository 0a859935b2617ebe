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


@area.acceptable(
    "disputed",
    "vertical tab and form feed at the ends",
    knob="header_white_space",
    flags=["white-space", "bytes"],
    spec=[spec.HEADER_OWS],
    alternatives=white_space(("isspace of C and \\s of Unicode", b"a")),
)
def vertical_tab_at_ends():
    """Trimming and collapsing are often two functions with two ideas of white space: strip() beside
    a regular expression of blanks."""
    return my_header("\x0ba\x0c")


@area.acceptable(
    "disputed",
    "no-break spaces at the ends",
    knob="header_white_space",
    flags=["white-space", "bytes"],
    spec=[spec.HEADER_OWS],
    alternatives=white_space(("every Unicode white space", b"a")),
)
def no_break_space_at_ends():
    """trim() of JavaScript and strip() of Python take them; trim() of Java and of PHP do not."""
    return my_header("\u00a0a\u00a0")


@area.acceptable(
    "disputed",
    "an ideographic space and an em space",
    knob="header_white_space",
    flags=["white-space", "bytes"],
    spec=[spec.HEADER_OWS],
    alternatives=white_space(("every Unicode white space", b"a b c")),
)
def wide_spaces():
    """White space that no Latin-1 table holds: code that knows U+00A0 by name misses these."""
    return my_header("a\u3000b \u2003c")


@area.acceptable(
    "disputed",
    "U+0085, the next line",
    knob="header_white_space",
    flags=["white-space", "bytes"],
    spec=[spec.HEADER_OWS],
    alternatives=white_space(("every Unicode white space", b"a")),
)
def next_line():
    """White space to Python and Go, none to JavaScript; and splitlines() of Python ends a line at
    it."""
    return my_header("a\u0085")


@area.acceptable(
    "disputed",
    "the separators 1C to 1F",
    knob="header_white_space",
    flags=["white-space", "bytes"],
    spec=[spec.HEADER_OWS],
    alternatives=white_space(("white space of str.split() of Python", b"a b")),
)
def separators():
    """str.split() and isspace() of Python, and isWhitespace() of Java, count them; Unicode's own
    property, C and JavaScript do not."""
    return my_header("a\x1c b\x1f")


@area.acceptable(
    "disputed",
    "a byte order mark and a zero width space",
    knob="header_white_space",
    flags=["white-space", "bytes"],
    spec=[spec.HEADER_OWS],
    alternatives=white_space(("white space of trim() of JavaScript", b"a\xe2\x80\x8b")),
)
def byte_order_mark():
    """trim() of JavaScript takes U+FEFF off, which is white space to few others; U+200B is none to
    Unicode, whatever its name says."""
    return my_header("\ufeffa\u200b")


@area.acceptable(
    "disputed",
    "a value folded with a tab",
    knob="line_folding",
    error="malformed-header",
    flags=["injection", "white-space"],
    spec=[spec.HEADER_VALUE],
    alternatives=white_space(("unfolded, and then collapsed", b"value1 value2")),
)
def folded_with_tab():
    """Unfolding that looks for CR LF and a blank leaves this one as two lines."""
    return my_header("value1\r\n\tvalue2")


@area.acceptable(
    "disputed",
    "a value folded over an empty line",
    knob="line_folding",
    error="malformed-header",
    flags=["injection", "white-space"],
    spec=[spec.HEADER_VALUE],
    alternatives=white_space(("unfolded, and then collapsed", b"value1 value2")),
)
def folded_over_empty_line():
    """A lenient server takes the line of blanks for the end of the headers, and the rest for the
    body."""
    return my_header("value1\n \n value2")


@area.acceptable(
    "disputed",
    "User-Agent, which most signers leave out",
    knob="proxied_header",
    flags=["selection"],
    spec=[spec.SIGNED_LIST],
    alternatives=[Alternative("left out, because proxies change it", drop="user-agent")],
)
def user_agent():
    """Every signer of AWS has a list of headers that it does not sign, so that a proxy which
    rewrites them does no harm; the lists differ, and the guide has none."""
    return Sign("/", headers=[("User-Agent", "example/1.0")])
