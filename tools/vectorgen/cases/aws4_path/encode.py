# SPDX-License-Identifier: Apache-2.0
"""aws4, path: the second encoding."""

from ... import spec
from ...suite import Sign
from . import area


@area.valid(
    "encode", "an escape is encoded again", flags=["double-encoding"], spec=[spec.PATH_TWICE]
)
def escape_twice():
    """'/a%20b' on the wire is '/a%2520b' in the canonical request. Decoding first and encoding
    once gives '%20', and works for every path without an escape."""
    return Sign("/a%20b")


@area.valid("encode", "an escaped slash", flags=["double-encoding"], spec=[spec.PATH_TWICE])
def escaped_slash():
    """Decoded first, '%2F' becomes a separator and '/a%2Fb' and '/a/b' share a signature."""
    return Sign("/a%2Fb/%2F")


@area.valid(
    "encode",
    "encoded dots are data",
    flags=["double-encoding", "dot-segments"],
    spec=[spec.PATH_TWICE],
)
def encoded_dots():
    """URL classes that follow the WHATWG standard take '%2E%2E' for '..' and remove it before
    the signer sees it."""
    return Sign("/a/%2E%2E/b/%2e/c")


@area.valid(
    "encode",
    "the case of hex digits stays",
    flags=["double-encoding", "hex-case"],
    spec=[spec.PATH_TWICE],
)
def hex_case_kept():
    """What is encoded is the text on the wire: '%2f' gives '%252f', '%2F' gives '%252F'."""
    return Sign("/a%2fb%2Fc")


@area.valid(
    "encode",
    "an over-escaped letter stays escaped",
    flags=["double-encoding"],
    spec=[spec.PATH_TWICE],
)
def over_escaped():
    """'%41' and '%7E' are not unescaped on the way, unlike in a query."""
    return Sign("/%41%7Ea")


@area.valid("encode", "an escaped percent sign", flags=["double-encoding"], spec=[spec.PATH_TWICE])
def percent_sign():
    """'%25' on the wire: three encodings deep in the end."""
    return Sign("/100%25/%2541")


@area.valid(
    "encode",
    "UTF-8, escaped on the wire",
    flags=["double-encoding", "bytes"],
    spec=[spec.PATH_TWICE],
)
def utf8_escaped():
    """Each '%' of the six becomes '%25'."""
    return Sign("/%E1%88%B4")


@area.valid(
    "encode",
    "escapes that are no UTF-8",
    flags=["double-encoding", "bytes"],
    spec=[spec.PATH_TWICE],
)
def not_utf8():
    """A signer that decodes to a string replaces them by U+FFFD."""
    return Sign("/%FF%C0%AF/%00")


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
    """'~' above all: older encoders escape it."""
    return Sign("/-._~0129/AZaz")


@area.valid(
    "encode", "reserved characters are escaped", flags=["escape-set"], spec=[spec.PATH_TWICE]
)
def reserved():
    """A URI path may hold these bare; the canonical URI may not. A URL library
    that leaves '=' '@' ':' and '$' bare shows here."""
    return Sign("/a:b@c=d$e!f'g(h)i*j,k;l&m")


@area.valid(
    "encode", "a bare '+' is a plus sign", flags=["plus-sign", "escape-set"], spec=[spec.PATH_TWICE]
)
def plus():
    """In a path '+' never meant a space: '%2B', not '%20'."""
    return Sign("/a+b")


@area.valid(
    "encode", "path parameters stay in the path", flags=["escape-set"], spec=[spec.PATH_TWICE]
)
def path_parameters():
    """Old URL parsers cut the last segment at ';' and sign '/a'."""
    return Sign("/a;b=1,c")


@area.valid("encode", "a long path", flags=["dot-segments"], spec=[spec.PATH_NORMALISE])
def long():
    """Three thousand segments, half of them '..': a fixed stack overflows, a search from the
    start is quadratic."""
    return Sign("/" + "segment/../" * 1500 + "end")
