# SPDX-License-Identifier: Apache-2.0
"""aws4-raw, path: the second encoding."""

from ... import spec
from ...suite import Sign
from . import area


@area.valid(
    "encode", "an escape is encoded again", flags=["double-encoding"], spec=[spec.PATH_TWICE]
)
def escape_twice():
    """Leaving the path alone is not leaving it as sent: '%20' is '%2520', unlike in aws4-s3."""
    return Sign("/a%20b")


@area.valid("encode", "an escaped slash", flags=["double-encoding"], spec=[spec.PATH_TWICE])
def escaped_slash():
    """'%252F', beside slashes that stay. Decoded first, the segments multiply."""
    return Sign("/a%2Fb//%2F/")


@area.valid(
    "encode",
    "dots on the wire and dots in escapes",
    flags=["double-encoding", "dot-segments"],
    spec=[spec.PATH_TWICE, spec.PATH_AS_IS],
)
def bare_and_encoded_dots():
    """'..' stays '..', '%2e%2e' becomes '%252e%252e'. Decoding makes them one, and an encoder of
    dots makes '%2E' of the first."""
    return Sign("/a/../%2e%2e/./%2E/b")


@area.valid(
    "encode",
    "the case of hex digits stays",
    flags=["double-encoding", "hex-case"],
    spec=[spec.PATH_TWICE],
)
def hex_case_kept():
    """HTTP libraries that write escapes in upper case change the path before it is signed."""
    return Sign("/a%2fb%c3%A9")


@area.valid(
    "encode",
    "an over-escaped letter stays escaped",
    flags=["double-encoding"],
    spec=[spec.PATH_TWICE],
)
def over_escaped():
    """'%41' and '%7E' are not 'A' and '~': requoting, as HTTP libraries do, is normalising too."""
    return Sign("/%41%7Ea")


@area.valid("encode", "an escaped percent sign", flags=["double-encoding"], spec=[spec.PATH_TWICE])
def percent_sign():
    """'%25' is '%2525'. A guess whether the path was encoded already goes wrong here."""
    return Sign("/100%25/%2541")


@area.valid(
    "encode",
    "escapes of UTF-8, and of none",
    flags=["double-encoding", "bytes"],
    spec=[spec.PATH_TWICE],
)
def escaped_bytes():
    """The text on the wire is encoded, not what it means: '%FF' is not U+FFFD."""
    return Sign("/%E1%88%B4/%F0%9F%98%80/%FF%C0%AF/%00")


@area.valid(
    "encode", "an escaped line feed", flags=["double-encoding", "injection"], spec=[spec.PATH_TWICE]
)
def escaped_line_feed():
    """Decoded first, it makes a new line in the canonical request."""
    return Sign("/a%0Ahost:evil/%0D%0A")


@area.valid(
    "encode", "the unreserved characters stay", flags=["escape-set"], spec=[spec.PATH_UNRESERVED]
)
def unreserved():
    """'.' among them: an encoder that escapes it hides the dot segments that must stay."""
    return Sign("/-._~0129/AZaz/..")


@area.valid(
    "encode", "reserved characters are escaped", flags=["escape-set"], spec=[spec.PATH_TWICE]
)
def reserved():
    """All that a segment may hold bare, and '/' not: EscapedPath of Go leaves some of them bare
    (aws-sdk-go#866)."""
    return Sign("/a:b@c=d$e!f'g(h)i*j,k;l&m+n")


@area.valid(
    "encode",
    "an escaped plus sign and an escaped question mark",
    flags=["double-encoding", "plus-sign"],
    spec=[spec.PATH_TWICE],
)
def escaped_plus():
    """A form decoder makes a blank of the one, a URL parser a query of the other."""
    return Sign("/a%2Bb%3Fc")


@area.valid(
    "encode",
    "bare and escaped characters in one segment",
    flags=["double-encoding", "escape-set"],
    spec=[spec.PATH_TWICE],
)
def bare_and_escaped():
    """One rule for both: '@' is '%40' and '%3D' is '%253D'. Guessing by the first of them is wrong
    for the other."""
    return Sign("/@connections//AbC%3D")


@area.valid(
    "encode",
    "an escaped backslash between dots",
    flags=["double-encoding", "dot-segments"],
    spec=[spec.PATH_TWICE],
)
def escaped_backslash():
    """No separator, and no dot segments beside it."""
    return Sign("/a/..%5C..%5Cb")
