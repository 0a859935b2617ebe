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
