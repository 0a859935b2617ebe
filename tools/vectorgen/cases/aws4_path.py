# SPDX-License-Identifier: Apache-2.0
"""aws4: the canonical URI."""

from .. import spec
from ..suite import Alternative, Area, Sign

area = Area(
    "aws4",
    "path",
    "sign",
    "The canonical URI of services other than S3",
    [
        "The path on the wire is normalised by RFC 3986 and then encoded once more: '%' becomes",
        "'%25'. No request of AWS's own suite has a '%' in its path, so signers that decode",
        "first pass it.",
    ],
    {
        "normalise": "Dot segments and empty segments",
        "encode": "The second encoding",
        "disputed": "Where programs of one vendor differ among themselves",
        "malformed": "Targets that no signer should sign",
    },
)

# ---- normalise -----------------------------------------------------------------------------------


@area.valid("normalise", "the root", flags=["baseline"], spec=[spec.PATH_EMPTY])
def root():
    """The plainest request there is; its signature, 5fa00fa3…, is known from AWS's own suite."""
    return Sign("/")


@area.valid("normalise", "a plain path", flags=["baseline"], spec=[spec.PATH_NORMALISE])
def plain():
    """Nothing to normalise and nothing to encode."""
    return Sign("/2014-11-13/functions/example/invocations")


@area.valid(
    "normalise",
    "a '..' segment",
    flags=["dot-segments"],
    spec=[spec.PATH_NORMALISE, spec.PATH_DOTS],
)
def parent():
    """The wire keeps '/a/../b'; what is signed is '/b'."""
    return Sign("/a/../b")


@area.valid("normalise", "a '.' segment", flags=["dot-segments"], spec=[spec.PATH_NORMALISE])
def here():
    """It names the directory itself and vanishes."""
    return Sign("/a/./b")


@area.valid("normalise", "'..' above the root", flags=["dot-segments"], spec=[spec.PATH_DOTS])
def above_root():
    """RFC 3986 stops at the root. A loop that counts levels goes below zero here; AWS's own
    suite has no such case."""
    return Sign("/../../a")


@area.valid(
    "normalise",
    "'..' above the root, and down again",
    flags=["dot-segments"],
    spec=[spec.PATH_DOTS],
)
def above_root_and_back():
    """Each '..' takes only what is there when it comes: '/../a/../../b' is '/b'."""
    return Sign("/../a/../../b/c")


@area.valid(
    "normalise",
    "only dots: the root is left",
    flags=["dot-segments"],
    spec=[spec.PATH_EMPTY, spec.PATH_DOTS],
)
def nothing_left():
    """The canonical path is never empty."""
    return Sign("/a/../")


@area.valid("normalise", "runs of slashes", flags=["dot-segments"], spec=[spec.PATH_NORMALISE])
def slashes():
    """Empty segments vanish, at the start, inside and at the end. A one-pass replacement of '//'
    leaves one behind."""
    return Sign("//a///b////c//")


@area.valid("normalise", "slashes alone", flags=["dot-segments"], spec=[spec.PATH_EMPTY])
def only_slashes():
    """'//' is also how a URL parser begins an authority: the path must not become one."""
    return Sign("//")


@area.valid("normalise", "a final slash stays", flags=["dot-segments"], spec=[spec.PATH_NORMALISE])
def final_slash():
    """'/a/' and '/a' are two resources."""
    return Sign("/a/b/")


@area.valid(
    "normalise",
    "'..' takes an empty segment's neighbour",
    flags=["dot-segments"],
    spec=[spec.PATH_NORMALISE],
)
def parent_after_slashes():
    """Empty segments vanish first: in '/a/b//../c' the '..' takes 'b', not the emptiness before
    it."""
    return Sign("/a/b//../c")


@area.valid(
    "normalise", "names that begin with dots", flags=["dot-segments"], spec=[spec.PATH_DOTS]
)
def dot_files():
    """Only '.' and '..' are dot segments; '...', '.a', 'a.' and '..b' are names."""
    return Sign("/.../.a/a./..b/.well-known")


@area.valid(
    "normalise",
    "all of it at once",
    flags=["dot-segments", "double-encoding"],
    spec=[spec.PATH_NORMALISE],
)
def everything():
    """Normalise, then encode; encoded dots are data and survive both."""
    return Sign("//a/./b/../c//%2e%2e/d/")


# ---- encode --------------------------------------------------------------------------------------


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


# ---- disputed ------------------------------------------------------------------------------------


@area.acceptable(
    "disputed",
    "the path ends in '..'",
    knob="dot_segment_end",
    flags=["dot-segments"],
    spec=[spec.PATH_DOTS],
    alternatives=[Alternative("a slash stays, as RFC 3986 section 5.2.4 has it", {"path": b"/a/"})],
)
def ends_in_parent():
    """RFC 3986 leaves '/a/' of '/a/b/..'; the vendor's C library and its Python SDK sign '/a',
    its Rust SDK '/a/'."""
    return Sign("/a/b/..")


@area.acceptable(
    "disputed",
    "the path ends in '.'",
    knob="dot_segment_end",
    flags=["dot-segments"],
    spec=[spec.PATH_DOTS],
    alternatives=[Alternative("a slash stays, as RFC 3986 section 5.2.4 has it", {"path": b"/a/"})],
)
def ends_in_here():
    """As with '..' at the end: '/a' or '/a/'."""
    return Sign("/a/.")


@area.acceptable(
    "disputed",
    "raw bytes of UTF-8 in the path",
    knob="raw_path",
    flags=["bytes"],
    spec=[spec.PATH_TWICE],
    alternatives=[
        Alternative("encoded for the wire first, and then once more", {"path": b"/%25C3%25A9"})
    ],
)
def raw_utf8():
    """No URI holds them. A signer at the wire encodes them once; one that first makes a URI of
    them encodes twice."""
    return Sign("/é")


@area.acceptable(
    "disputed",
    "raw bytes that are no UTF-8",
    knob="raw_path",
    flags=["bytes"],
    spec=[spec.PATH_TWICE],
    alternatives=[
        Alternative("encoded for the wire first, and then once more", {"path": b"/caf%25E9"})
    ],
)
def raw_latin1():
    """One octet, one escape. The vector carries the target in base64."""
    return Sign(b"/caf\xe9")


@area.acceptable(
    "disputed",
    "a blank in the path",
    knob="raw_path",
    flags=["escape-set"],
    spec=[spec.PATH_TWICE],
    alternatives=[
        Alternative("encoded for the wire first, and then once more", {"path": b"/a%2520b"})
    ],
)
def raw_blank():
    """A request line cannot carry it, but APIs are handed it: is the signer before or after the
    first encoding?"""
    return Sign("/a b")


@area.acceptable(
    "disputed",
    "a '%' without two hex digits",
    knob="malformed_pct",
    flags=["escape-set"],
    error="malformed-uri",
    spec=[spec.PATH_FORM],
    alternatives=[Alternative("the '%' is data", {"path": b"/100%25/%25zz"})],
)
def malformed_escape():
    """Refusing is the safe side: one server may decode '%zz' to itself, the next drops the '%'."""
    return Sign("/100%/%zz")


# ---- malformed -----------------------------------------------------------------------------------


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
