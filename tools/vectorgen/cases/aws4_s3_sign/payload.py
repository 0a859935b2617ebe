# SPDX-License-Identifier: Apache-2.0
"""aws4-s3, sign: x-amz-content-sha256."""

from ... import spec
from ...suite import EMPTY_HASH, Alternative, Sign
from . import area

DOC_BUCKET = "examplebucket.s3.amazonaws.com"
DOC = {"access_key": "AKIAIOSFODNN7EXAMPLE", "time": "20130524T000000Z", "host": DOC_BUCKET}
DOC_SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"


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


@area.valid(
    "payload",
    "the example of the documents: a body in pieces",
    flags=["payload-hash"],
    spec=[spec.PAYLOAD_STREAM],
)
def documented_seed():
    """The request before its first piece: the word is header and last line, and the signature,
    4f232c43…, is what the pieces are chained to."""
    return Sign(
        "/examplebucket/chunkObject.txt",
        method="PUT",
        payload="STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
        headers=[
            ("Content-Encoding", "aws-chunked"),
            ("Content-Length", "66824"),
            ("x-amz-decoded-content-length", "66560"),
            ("x-amz-storage-class", "REDUCED_REDUNDANCY"),
        ],
        secret_key=DOC_SECRET,
        **{**DOC, "host": "s3.amazonaws.com"},
    )


@area.valid(
    "payload",
    "the example of the documents: pieces and a trailer",
    flags=["payload-hash"],
    spec=[spec.PAYLOAD_STREAM],
)
def documented_seed_trailer():
    """Signed with the word of a body without trailer, it is another seed; 106e2a8a… is printed
    there."""
    return Sign(
        "/examplebucket/chunkObject.txt",
        method="PUT",
        payload="STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER",
        headers=[
            ("Content-Encoding", "aws-chunked"),
            ("x-amz-decoded-content-length", "66560"),
            ("x-amz-storage-class", "REDUCED_REDUNDANCY"),
            ("x-amz-trailer", "x-amz-checksum-crc32c"),
        ],
        secret_key=DOC_SECRET,
        **{**DOC, "host": "s3.amazonaws.com"},
    )


@area.valid(
    "payload",
    "an unsigned body with a trailer",
    flags=["unsigned-payload"],
    spec=[spec.PAYLOAD_STREAM],
)
def unsigned_trailer():
    """Pieces without signatures, a checksum behind them: what SDKs send over TLS. UNSIGNED-PAYLOAD
    in its place says that there are no pieces."""
    return Sign(
        "/bucket/key",
        method="PUT",
        payload="STREAMING-UNSIGNED-PAYLOAD-TRAILER",
        headers=[
            ("Content-Encoding", "aws-chunked"),
            ("x-amz-decoded-content-length", "5"),
            ("x-amz-trailer", "x-amz-checksum-crc32"),
        ],
    )


@area.valid(
    "payload",
    "UNSIGNED-PAYLOAD and nothing to sign",
    flags=["unsigned-payload"],
    spec=[spec.PAYLOAD_UNSIGNED],
)
def unsigned_payload_empty():
    """The word is signed as it was asked for. Signers that put the hash of nothing in its place for
    GET sign another header than the caller was told of."""
    return Sign("/bucket/key", payload="UNSIGNED-PAYLOAD")


@area.valid(
    "payload",
    "a hash without the body",
    flags=["payload-hash"],
    spec=[spec.PAYLOAD_S3],
)
def precomputed_without_body():
    """The file is hashed in advance and sent later. A signer that hashes what it holds signs the
    hash of nothing for it."""
    return Sign(
        "/bucket/key",
        method="PUT",
        payload="2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
    )


@area.valid(
    "payload",
    "other digests beside the payload hash",
    flags=["payload-hash", "header-order"],
    spec=[spec.PAYLOAD_S3, spec.XAMZ_SIGNED],
)
def other_digests():
    """Content-MD5 and a checksum in base64 are headers and signed as such; neither is the last
    line. Code that looks for 'sha256' in a name takes the wrong one."""
    return Sign(
        "/bucket/key",
        method="PUT",
        body="hello",
        headers=[
            ("Content-MD5", "XUFAKrxLKna5cZ2REBfFkg=="),
            ("x-amz-checksum-sha256", "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ="),
            ("x-amz-sdk-checksum-algorithm", "SHA256"),
        ],
    )


@area.acceptable(
    "payload",
    "the payload hash header says UNSIGNED-PAYLOAD",
    knob="reserved_header",
    error="reserved-header",
    any_of=["argument", "malformed-header", "payload-hash-mismatch"],
    flags=["unsigned-payload", "contract"],
    spec=[spec.RESERVED],
    alternatives=[
        Alternative("the signer puts its own in its place", drop="x-amz-content-sha256"),
        Alternative(
            "the header's word is the caller's choice",
            {"payload": b"UNSIGNED-PAYLOAD"},
            drop="x-amz-content-sha256",
        ),
    ],
)
def hash_preset_unsigned():
    """How many callers ask for it. Either the word stands in both places or in none: the word in
    the header and the hash in the last line is a request that no server accepts."""
    return Sign(
        "/bucket/key",
        method="PUT",
        body="hello",
        headers=[("x-amz-content-sha256", "UNSIGNED-PAYLOAD")],
    )


@area.acceptable(
    "payload",
    "the payload hash header is there, in upper case",
    knob="reserved_header",
    error="reserved-header",
    any_of=["argument", "malformed-header", "payload-hash-invalid", "payload-hash-mismatch"],
    flags=["payload-hash", "hex-case", "contract"],
    spec=[spec.RESERVED],
    alternatives=[
        Alternative("the signer puts its own in its place", drop="x-amz-content-sha256"),
        Alternative(
            "the header's value is believed",
            {"payload": EMPTY_HASH.upper().encode()},
            drop="x-amz-content-sha256",
        ),
    ],
)
def hash_preset_upper_case():
    """The right digest, in the other case: one in the header and the other in the last line is what
    must not come out."""
    return Sign("/bucket/key", headers=[("x-amz-content-sha256", EMPTY_HASH.upper())])
