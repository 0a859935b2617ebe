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


@area.valid("encode", "an escaped question mark", flags=["double-encoding"], spec=[spec.PATH_TWICE])
def escaped_question_mark():
    """Decoded first, the rest of the path becomes a query, and the request is for '/a'
    (aws-sdk-js#853)."""
    return Sign("/a%3Fb=1/c")


@area.valid("encode", "an escaped '#'", flags=["double-encoding"], spec=[spec.PATH_TWICE])
def escaped_hash():
    """Decoded and given to a URL class once more, it begins a fragment that nobody sends."""
    return Sign("/a%23b/c")


@area.valid(
    "encode",
    "an escaped plus sign",
    flags=["double-encoding", "plus-sign"],
    spec=[spec.PATH_TWICE],
)
def escaped_plus():
    """'%2B' is '%252B'. A decoder for forms makes '+' of it and a second one a blank: '%20'."""
    return Sign("/a%2Bb")


@area.valid(
    "encode",
    "escapes and bare characters in one segment",
    flags=["double-encoding", "escape-set"],
    spec=[spec.PATH_TWICE],
)
def bare_and_escaped():
    """'@' and '$' bare, '=' escaped: a call of API Gateway's connections. Signers left the '@' bare
    or encoded it twice, and '%3D' once (smithy-kotlin#1008, aws-sdk-net#3132)."""
    return Sign("/$default/@connections/AbC%3D")


@area.valid(
    "encode",
    "a path that looks encoded already",
    flags=["double-encoding"],
    spec=[spec.PATH_TWICE],
)
def looks_encoded():
    """A resource name in a path, its colons escaped. A signer that guesses whether a path was
    encoded already leaves this one as it is (aws-sdk-net#1943, curl#16927)."""
    return Sign("/model/arn%3Aaws%3Amodels%3Aus-east-1%3Aexample/invoke")


@area.valid(
    "encode",
    "half-encoded dots are names",
    flags=["double-encoding", "dot-segments"],
    spec=[spec.PATH_TWICE],
)
def half_encoded_dots():
    """'.%2e' and '%2E.' stand in the list of dot segments of the WHATWG URL standard too; code that
    knows '%2E%2E' alone misses them, and takes them for names by luck."""
    return Sign("/a/.%2e/b/%2E./c/%2e%2E/d")


@area.valid(
    "encode",
    "an escaped backslash is no separator",
    flags=["double-encoding", "dot-segments"],
    spec=[spec.PATH_TWICE],
)
def escaped_backslash():
    """Path functions of Windows, and URL classes of browsers, read '\\' as '/': '..%5C' would
    climb."""
    return Sign("/a/..%5C..%5Cb")


@area.valid("encode", "every byte becomes three", flags=["escape-set"], spec=[spec.PATH_TWICE])
def threefold():
    """A buffer of the size of the path, or of twice that, is too small: cut, or overrun."""
    return Sign("/" + ":@" * 1024)
