# SPDX-License-Identifier: Apache-2.0
"""aws4, path: targets that no signer should sign."""

from ... import spec
from ...suite import Sign
from . import area


@area.invalid(
    "malformed",
    "a raw line feed",
    error="malformed-uri",
    flags=["injection"],
    spec=[spec.TARGET_CLEAN],
)
def raw_line_feed():
    """It would be the end of the request line."""
    return Sign(b"/a\nb")


@area.invalid(
    "malformed",
    "a raw NUL",
    error="malformed-uri",
    flags=["injection", "bytes"],
    spec=[spec.TARGET_CLEAN],
)
def raw_nul():
    """In C the path ends here; what follows would be sent and not signed."""
    return Sign(b"/a\0/../b")


@area.invalid(
    "malformed",
    "no leading slash",
    error="malformed-uri",
    flags=["contract"],
    spec=[spec.TARGET_FORM],
)
def no_leading_slash():
    """Not origin-form. Put after a host name it would lengthen the name: 'example.amazonaws.com'
    + '.evil.example'."""
    return Sign(".evil.example/a")


@area.invalid(
    "malformed",
    "an empty target",
    error="malformed-uri",
    flags=["contract"],
    spec=[spec.TARGET_FORM],
)
def empty_target():
    """A request line needs a target; the caller meant '/'."""
    return Sign("")


@area.invalid(
    "malformed",
    "a fragment in the path",
    error="malformed-uri",
    flags=["contract"],
    spec=[spec.TARGET_FRAGMENT],
)
def fragment():
    """A '#' is never sent: the server would see, and sign, another path."""
    return Sign("/a#b")


@area.invalid(
    "malformed",
    "a raw carriage return",
    error="malformed-uri",
    flags=["injection"],
    spec=[spec.TARGET_CLEAN],
)
def raw_carriage_return():
    """A bare CR ends the line for lenient servers, and the path with it."""
    return Sign(b"/a\rb")


@area.invalid(
    "malformed",
    "a query without a path",
    error="malformed-uri",
    flags=["contract", "query-shape"],
    spec=[spec.TARGET_FORM],
)
def query_without_path():
    """A URL may be 'https://host?a=1'; the request line of it begins with '/?'. Signed as the root
    and sent without it, the request line is 'GET ?a=1'."""
    return Sign("?a=1")
