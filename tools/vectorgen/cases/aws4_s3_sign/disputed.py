# SPDX-License-Identifier: Apache-2.0
"""aws4-s3, sign: copied, or decoded and encoded again."""

from ... import spec
from ...suite import EMPTY_HASH, Alternative, Sign
from . import area


@area.acceptable(
    "disputed",
    "reserved characters, bare in the path",
    knob="path_reencode",
    flags=["single-encoding"],
    spec=[spec.PATH_S3],
    alternatives=[
        Alternative(
            "decoded and encoded again", {"path": b"/bucket/a%3Ab%40c%3Dd%24e%2Af%27%28%29%21"}
        )
    ],
)
def reserved():
    """The service accepts both: it encodes what it decoded. What must not happen is that the
    wire and the signature disagree after a proxy has encoded the one."""
    return Sign("/bucket/a:b@c=d$e*f'()!")


@area.acceptable(
    "disputed",
    "lower-case hex in the path",
    knob="path_reencode",
    flags=["single-encoding", "hex-case"],
    spec=[spec.PATH_S3],
    alternatives=[Alternative("decoded and encoded again", {"path": b"/bucket/%C3%A9~"})],
)
def lower_hex():
    """As sent, '%c3%a9%7e' stays; encoded again it is '%C3%A9~'."""
    return Sign("/bucket/%c3%a9%7e")


@area.acceptable(
    "disputed",
    "raw bytes that are no UTF-8",
    knob="path_reencode",
    flags=["bytes"],
    spec=[spec.PATH_S3],
    alternatives=[Alternative("encoded once", {"path": b"/bucket/caf%E9"})],
)
def raw_bytes():
    """No URI holds them. As sent the canonical request is not plain text either: both are in
    base64 here."""
    return Sign(b"/bucket/caf\xe9")


@area.acceptable(
    "disputed",
    "a '%' without two hex digits",
    knob="malformed_pct",
    flags=["escape-set"],
    error="malformed-uri",
    spec=[spec.PATH_FORM],
    alternatives=[
        Alternative("copied as it is", {"path": b"/bucket/100%"}),
        Alternative("the '%' is data", {"path": b"/bucket/100%25"}),
    ],
)
def malformed_escape():
    """The client forgot to encode the key '100%'. Refusing tells it; all else depends on the
    server."""
    return Sign("/bucket/100%")


@area.acceptable(
    "disputed",
    "a bare '+' in the path",
    knob="path_reencode",
    flags=["single-encoding", "plus-sign"],
    spec=[spec.PATH_S3],
    alternatives=[Alternative("decoded and encoded again", {"path": b"/bucket/a%2Bb"})],
)
def bare_plus():
    """'+' or '%2B', and never '%20': in a path it is a plus sign (aws-sdk-cpp#110, rust-s3#148,
    ngx_aws_auth#87)."""
    return Sign("/bucket/a+b")


@area.acceptable(
    "disputed",
    "';', ',' and '&' bare in the path",
    knob="path_reencode",
    flags=["single-encoding", "escape-set"],
    spec=[spec.PATH_S3],
    alternatives=[
        Alternative("decoded and encoded again", {"path": b"/bucket/a%3Bv%3D1%2Cb%26c/d"})
    ],
)
def path_parameters():
    """urlparse() of Python and old servlet code cut at the ';': what is signed is '/bucket/a'."""
    return Sign("/bucket/a;v=1,b&c/d")


@area.acceptable(
    "disputed",
    "encoded dots",
    knob="path_reencode",
    flags=["single-encoding", "dot-segments"],
    spec=[spec.PATH_S3],
    alternatives=[Alternative("decoded and encoded again", {"path": b"/bucket/../a/./b"})],
)
def encoded_dots():
    """Either the escapes stay or dots come out; what must not come out is '/a/b', the path that URL
    classes make of it."""
    return Sign("/bucket/%2E%2E/a/%2e/b")


@area.acceptable(
    "disputed",
    "raw bytes of UTF-8 in the path",
    knob="path_reencode",
    flags=["bytes"],
    spec=[spec.PATH_S3],
    alternatives=[
        Alternative("encoded once", {"path": b"/bucket/%C3%86r%C3%B8/%F0%9F%98%80"}),
    ],
)
def raw_utf8():
    """Copied or encoded once, but not through Latin-1, and not as surrogates of three bytes each
    (aws-sdk-kotlin#485)."""
    return Sign("/bucket/Ærø/😀")


@area.acceptable(
    "disputed",
    "a blank in the path",
    knob="path_reencode",
    flags=["escape-set"],
    spec=[spec.PATH_S3],
    alternatives=[Alternative("encoded once", {"path": b"/bucket/a%20b"})],
)
def raw_blank():
    """No request line carries it. Copied, the caller must have encoded it first; '+' and '%2520'
    are wrong in any case."""
    return Sign("/bucket/a b")


@area.acceptable(
    "disputed",
    "braces and other marks, bare in the path",
    knob="path_reencode",
    flags=["escape-set"],
    spec=[spec.PATH_S3],
    alternatives=[
        Alternative(
            "decoded and encoded again", {"path": b"/bucket/%7Bid%7D/%5B0%5D/%22a%7Cb%22%5E"}
        )
    ],
)
def raw_marks():
    """Copied or encoded, but all of them alike: a set that holds braces and not brackets is
    neither."""
    return Sign('/bucket/{id}/[0]/"a|b"^')


@area.acceptable(
    "disputed",
    "a key that is a URL",
    knob="path_reencode",
    flags=["single-encoding", "escape-set"],
    spec=[spec.PATH_S3],
    alternatives=[
        Alternative("decoded and encoded again", {"path": b"/bucket/http%3A//example.com/key"})
    ],
)
def url_in_key():
    """awscrt 0.38.1 takes what stands before '://' for a scheme and what follows for a host, and
    signs '/key': the signature of another object."""
    return Sign("/bucket/http://example.com/key")


@area.acceptable(
    "disputed",
    "a '%' and one digit at the end",
    knob="malformed_pct",
    flags=["escape-set"],
    error="malformed-uri",
    spec=[spec.PATH_FORM],
    alternatives=[
        Alternative("copied as it is", {"path": b"/bucket/a%2"}),
        Alternative("the '%' is data", {"path": b"/bucket/a%252"}),
    ],
)
def truncated_escape():
    """Decoding before encoding again reads a byte behind the key."""
    return Sign("/bucket/a%2")


@area.acceptable(
    "disputed",
    "a bare '+' in the query",
    knob="query_plus",
    flags=["plus-sign"],
    spec=[spec.QUERY_ENCODE],
    alternatives=[Alternative("'+' read as a space, as forms have it", {"query": b"prefix=a%20b"})],
)
def query_bare_plus():
    """A prefix with a plus sign lists one thing or another. Clients are safe that send %2B."""
    return Sign("/bucket?prefix=a+b")


@area.acceptable(
    "disputed",
    "a tab inside metadata",
    knob="header_white_space",
    flags=["white-space"],
    spec=[spec.HEADER_OWS],
    alternatives=[
        Alternative(
            "only the blank is white space",
            {
                "headers": b"host:example.amazonaws.com\nx-amz-content-sha256:"
                + EMPTY_HASH.encode()
                + b"\nx-amz-date:20150830T123600Z\nx-amz-meta-a:a\tb\n"
            },
        )
    ],
)
def metadata_tab_inside():
    """One blank, or the tab as it is. Signers for S3 differ here, and servers with them."""
    return Sign("/bucket/key", method="PUT", headers=[("x-amz-meta-a", "a\tb")])
