# SPDX-License-Identifier: Apache-2.0
"""aws4-s3: what S3 does otherwise than the other services."""

from .. import spec
from ..suite import EMPTY_HASH, TOKEN, Alternative, Area, Sign

area = Area(
    "aws4-s3",
    "sign",
    "sign",
    "What S3 does otherwise than the other services",
    [
        "The path is signed as it stands on the wire, and x-amz-content-sha256 is added and",
        "signed. Object keys may be any text: '..', '//' and '%2F' in a path are parts of a",
        "name.",
    ],
    {
        "path": "The path as sent",
        "query": "Sub-resources and queries",
        "payload": "x-amz-content-sha256",
        "headers": "Metadata",
        "disputed": "Copied, or decoded and encoded again",
        "malformed": "Requests that no signer should sign",
    },
)

DOC_BUCKET = "examplebucket.s3.amazonaws.com"
DOC = {"access_key": "AKIAIOSFODNN7EXAMPLE", "time": "20130524T000000Z", "host": DOC_BUCKET}
DOC_SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"


# ---- path ----------------------------------------------------------------------------------------


@area.valid("path", "a plain key", flags=["baseline"], spec=[spec.PATH_S3])
def plain():
    """Bucket and key in the path."""
    return Sign("/bucket/photos/2015/08/30.jpg")


@area.valid(
    "path", "dot segments are names", flags=["single-encoding", "dot-segments"], spec=[spec.PATH_S3]
)
def dot_segments():
    """'a/../b' and './c' are keys of objects. Normalised, the request is for another object, or
    refused."""
    return Sign("/bucket/a/../b/./c/..")


@area.valid(
    "path",
    "empty segments are names",
    flags=["single-encoding", "dot-segments"],
    spec=[spec.PATH_S3],
)
def double_slash():
    """A key may begin with '/' and hold '//'."""
    return Sign("/bucket//a//b/")


@area.valid(
    "path", "an escape is not encoded again", flags=["single-encoding"], spec=[spec.PATH_S3]
)
def escape_once():
    """The rule of the other services, '%2520', is wrong here: keys with blanks fail, all others
    work."""
    return Sign("/bucket/a%20b")


@area.valid(
    "path", "an escaped slash stays escaped", flags=["single-encoding"], spec=[spec.PATH_S3]
)
def escaped_slash():
    """Decoded it would be another key."""
    return Sign("/bucket/a%2Fb")


@area.valid(
    "path",
    "an escaped plus sign stays escaped",
    flags=["single-encoding", "plus-sign"],
    spec=[spec.PATH_S3],
)
def escaped_plus():
    """Decoded like a form, '%2B' and '+' become a blank."""
    return Sign("/bucket/a%2Bb%2B%2B")


@area.valid(
    "path", "an escaped percent sign stays escaped", flags=["single-encoding"], spec=[spec.PATH_S3]
)
def escaped_percent():
    """'%2541' is the key '%41'. Decoding twice finds 'A'."""
    return Sign("/bucket/%2541/100%25")


@area.valid(
    "path", "UTF-8, escaped on the wire", flags=["single-encoding", "bytes"], spec=[spec.PATH_S3]
)
def utf8_escaped():
    """Keys are UTF-8; composed and decomposed letters are different keys."""
    return Sign("/bucket/%C3%A9/e%CC%81/%F0%9F%98%80")


@area.valid(
    "path", "escapes that are no UTF-8", flags=["single-encoding", "bytes"], spec=[spec.PATH_S3]
)
def not_utf8():
    """The service refuses such keys, but says so about the key: the signature is right."""
    return Sign("/bucket/%FF%FE")


@area.valid(
    "path", "an escaped line feed", flags=["single-encoding", "injection"], spec=[spec.PATH_S3]
)
def escaped_line_feed():
    """Legal in a key. Decoded it would make a new line of the canonical request."""
    return Sign("/bucket/a%0Ab")


@area.valid("path", "the unreserved characters", flags=["escape-set"], spec=[spec.PATH_UNRESERVED])
def unreserved():
    """Bare, and never escaped."""
    return Sign("/bucket/-._~09azAZ")


# ---- query ---------------------------------------------------------------------------------------


@area.valid(
    "query", "a sub-resource without '='", flags=["query-shape"], spec=[spec.QUERY_EMPTY_VALUE]
)
def subresource():
    """'?acl' is signed as 'acl='. Left out of the canonical query it is an ACL request signed as
    a read."""
    return Sign("/bucket/key?acl")


@area.valid(
    "query",
    "listing with an empty value",
    flags=["query-shape", "sort-order"],
    spec=[spec.QUERY_EMPTY_VALUE],
)
def listing():
    """ListObjectsV2: 'continuation-token' has no value, and gets its '=' all the same."""
    return Sign("/bucket?prefix=a%2Fb&list-type=2&delimiter=%2F&continuation-token=")


@area.valid("query", "upload parts", flags=["query-shape", "sort-order"], spec=[spec.QUERY_SORT])
def upload_part():
    """'partNumber' before 'uploadId', both signed."""
    return Sign("/bucket/key?uploadId=VXBsb2Fk.SUQ-_~&partNumber=1", method="PUT", body="part")


@area.valid(
    "query",
    "values of one name are all signed",
    flags=["repeated-key"],
    spec=[spec.QUERY_SORT_VALUES],
)
def duplicate_values():
    """A map of parameters would keep one of them."""
    return Sign("/bucket?tag=b&tag=a&tag=b")


# ---- payload -------------------------------------------------------------------------------------


@area.valid(
    "payload",
    "the example of the documents: GET Object",
    flags=["payload-hash", "baseline"],
    spec=[spec.PAYLOAD_S3],
)
def documented_get():
    """Its signature, f0e8bdb8…, is printed in the S3 API Reference."""
    return Sign("/test.txt", headers=[("Range", "bytes=0-9")], secret_key=DOC_SECRET, **DOC)


@area.valid(
    "payload",
    "the example of the documents: PUT Object",
    flags=["payload-hash", "single-encoding"],
    spec=[spec.PAYLOAD_S3],
)
def documented_put():
    """A '$' that the key holds and the wire escapes; the signature 98ad721746da40c6… is printed
    there."""
    return Sign(
        "/test%24file.text",
        method="PUT",
        body="Welcome to Amazon S3.",
        secret_key=DOC_SECRET,
        **DOC,
        headers=[
            ("Date", "Fri, 24 May 2013 00:00:00 GMT"),
            ("x-amz-storage-class", "REDUCED_REDUNDANCY"),
        ],
    )


@area.valid(
    "payload",
    "the example of the documents: GET lifecycle",
    flags=["query-shape"],
    spec=[spec.PAYLOAD_S3],
)
def documented_lifecycle():
    """A query of one name without value; fea454ca… is printed there."""
    return Sign("/?lifecycle", secret_key=DOC_SECRET, **DOC)


@area.valid(
    "payload",
    "the example of the documents: list objects",
    flags=["sort-order"],
    spec=[spec.PAYLOAD_S3],
)
def documented_list():
    """Two arguments in order; 34b48302… is printed there."""
    return Sign("/?max-keys=2&prefix=J", secret_key=DOC_SECRET, **DOC)


@area.valid(
    "payload",
    "a body: the hash is header and last line",
    flags=["payload-hash"],
    spec=[spec.PAYLOAD_S3],
)
def put():
    """x-amz-content-sha256 is added before signing, so that it is signed."""
    return Sign("/bucket/key", method="PUT", body="hello", headers=[("Content-Type", "text/plain")])


@area.valid("payload", "a binary body", flags=["payload-hash", "bytes"], spec=[spec.PAYLOAD_S3])
def put_binary():
    """Every byte there is: a body that passes through a string type on the way is hashed as
    another one."""
    return Sign("/bucket/key", method="PUT", body=bytes(range(255, -1, -1)))


@area.valid("payload", "UNSIGNED-PAYLOAD", flags=["unsigned-payload"], spec=[spec.PAYLOAD_UNSIGNED])
def unsigned_payload():
    """The word in the header and in the last line; the body takes no part."""
    return Sign("/bucket/key", method="PUT", body="anything", payload="UNSIGNED-PAYLOAD")


@area.valid(
    "payload", "a hash computed by the caller", flags=["payload-hash"], spec=[spec.PAYLOAD_S3]
)
def precomputed():
    """Header and last line are the caller's hash."""
    return Sign(
        "/bucket/key",
        method="PUT",
        payload="2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
        body="hello",
    )


# ---- headers -------------------------------------------------------------------------------------


@area.valid(
    "headers", "metadata with runs of blanks", flags=["white-space"], spec=[spec.HEADER_TRIM]
)
def metadata_blanks():
    """A server that collapses, as the document says, refuses a signature without it, and for such
    metadata alone."""
    return Sign("/bucket/key", method="PUT", headers=[("x-amz-meta-title", "  two  words ")])


@area.valid(
    "headers", "metadata whose names are prefixes", flags=["header-order"], spec=[spec.HEADER_SORT]
)
def metadata_prefixes():
    """'x-amz-meta-a' before 'x-amz-meta-a-b' before 'x-amz-meta-ab'."""
    return Sign(
        "/bucket/key",
        method="PUT",
        headers=[("x-amz-meta-ab", "3"), ("x-amz-meta-a-b", "2"), ("x-amz-meta-a", "1")],
    )


@area.valid("headers", "metadata in UTF-8", flags=["bytes"], spec=[spec.HEADER_TRIM])
def metadata_utf8():
    """Signed as the bytes on the wire."""
    return Sign("/bucket/key", method="PUT", headers=[("x-amz-meta-name", "Ærøskøbing")])


@area.valid("headers", "copying an object", flags=["header-order"], spec=[spec.XAMZ_SIGNED])
def copy_source():
    """The header that turns a PUT into a copy: it must be under the signature."""
    return Sign(
        "/bucket/copy",
        method="PUT",
        headers=[
            ("x-amz-copy-source", "/bucket/original%20key?versionId=3"),
            ("x-amz-acl", "private"),
        ],
    )


@area.valid("headers", "a session token", flags=["session-token"], spec=[spec.TOKEN_SIGNED])
def token():
    """Three x-amz-* lines, all added by the signer and all signed."""
    return Sign("/bucket/key", token=TOKEN)


@area.valid(
    "headers", "a choice of headers", flags=["selection"], spec=[spec.SIGNED_LIST, spec.UNSIGNED_OK]
)
def selected():
    """Range and User-Agent stay out, the x-amz-* ones stay in."""
    return Sign(
        "/bucket/key",
        headers=[("Range", "bytes=0-9"), ("User-Agent", "curl/8")],
        params={"signed_headers": "host;range;x-amz-content-sha256;x-amz-date"},
    )


# ---- disputed ------------------------------------------------------------------------------------


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


# ---- malformed -----------------------------------------------------------------------------------


@area.invalid(
    "malformed",
    "a raw line feed in a key",
    error="malformed-uri",
    flags=["injection"],
    spec=[spec.TARGET_CLEAN],
)
def raw_line_feed():
    """Copied verbatim it is a new line of the canonical request, and of the HTTP request."""
    return Sign(b"/bucket/a\nx-amz-acl:public-read")


@area.invalid(
    "malformed",
    "a raw NUL in the query",
    error="malformed-query",
    any_of=["malformed-uri"],
    flags=["injection", "bytes"],
    spec=[spec.TARGET_CLEAN],
)
def raw_nul():
    """In C the version id ends here."""
    return Sign(b"/bucket/key?versionId=1\0&acl")


@area.acceptable(
    "payload",
    "the payload hash header is there already",
    knob="reserved_header",
    error="reserved-header",
    any_of=["argument", "malformed-header"],
    flags=["payload-hash", "contract"],
    spec=[spec.RESERVED],
    alternatives=[Alternative("the signer puts its own in its place", drop="x-amz-content-sha256")],
)
def hash_preset():
    """In this dialect the signer adds it."""
    return Sign("/bucket/key", headers=[("x-amz-content-sha256", EMPTY_HASH)])


@area.invalid(
    "malformed",
    "the payload hash is not among the headers named",
    error="header-not-signed",
    any_of=["argument"],
    flags=["selection", "contract"],
    spec=[spec.PAYLOAD_S3],
)
def hash_not_selected():
    """The signer adds it, and S3 wants it signed."""
    return Sign("/bucket/key", params={"signed_headers": "host;x-amz-date"})


@area.invalid(
    "malformed",
    "a payload word of no meaning",
    error="payload-hash-invalid",
    any_of=["payload-mode-not-allowed", "argument"],
    level="should",
    flags=["contract", "payload-hash"],
    spec=[spec.PAYLOAD_S3],
)
def literal_unknown():
    """A server compares words exactly: lower case is none of them."""
    return Sign("/bucket/key", method="PUT", payload="unsigned-payload")
