# SPDX-License-Identifier: Apache-2.0
"""aws4, payload: x-amz-content-sha256 where it is optional."""

from ... import spec
from ...reference import sha256_hex
from ...suite import EMPTY_HASH, Alternative, Sign
from . import area


@area.valid(
    "header",
    "the header is there and right",
    level="should",
    flags=["payload-hash"],
    spec=[spec.PAYLOAD_HASH],
)
def header_preset():
    """Outside S3 x-amz-content-sha256 is an ordinary x-amz-* header: signed if it is there."""
    return Sign("/", headers=[("X-Amz-Content-Sha256", EMPTY_HASH)])


@area.acceptable(
    "header",
    "the header is there and wrong",
    knob="preset_hash",
    error="payload-hash-mismatch",
    any_of=["argument"],
    flags=["payload-hash", "contract"],
    spec=[spec.RESERVED],
    alternatives=[
        Alternative("the header's value becomes the last line", {"payload": EMPTY_HASH.encode()})
    ],
)
def header_preset_wrong():
    """The server compares body and header: the request is lost. A signer may believe the
    header instead."""
    return Sign("/", method="PUT", body="hello", headers=[("X-Amz-Content-Sha256", EMPTY_HASH)])


@area.valid(
    "header",
    "UNSIGNED-PAYLOAD in header and last line",
    level="should",
    flags=["unsigned-payload"],
    spec=[spec.PAYLOAD_UNSIGNED],
)
def header_unsigned():
    """The word takes the place of the hash in both."""
    return Sign(
        "/",
        method="PUT",
        body="hello",
        payload="UNSIGNED-PAYLOAD",
        headers=[("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD")],
    )


@area.valid(
    "header",
    "UNSIGNED-PAYLOAD in the last line alone",
    level="should",
    flags=["unsigned-payload"],
    spec=[spec.PAYLOAD_UNSIGNED],
)
def unsigned_without_header():
    """Services that take it without the header find out by the signature."""
    return Sign("/", method="PUT", body="hello", payload="UNSIGNED-PAYLOAD")


@area.acceptable(
    "header",
    "the header is there, in upper case",
    knob="preset_hash",
    error="payload-hash-mismatch",
    any_of=["argument", "payload-hash-invalid", "malformed-header"],
    flags=["payload-hash", "hex-case", "contract"],
    spec=[spec.PAYLOAD_HASH],
    alternatives=[
        Alternative(
            "the header's value becomes the last line", {"payload": EMPTY_HASH.upper().encode()}
        )
    ],
)
def header_preset_upper_case():
    """The right digest, written as some tools print it. A server that compares text finds two
    hashes; a comparison without case here hides it until then."""
    return Sign("/", headers=[("X-Amz-Content-Sha256", EMPTY_HASH.upper())])


@area.acceptable(
    "header",
    "the header says UNSIGNED-PAYLOAD, the caller nothing",
    knob="preset_hash",
    error="payload-hash-mismatch",
    any_of=["argument", "malformed-header"],
    flags=["unsigned-payload", "contract"],
    spec=[spec.RESERVED],
    alternatives=[
        Alternative("the header's value becomes the last line", {"payload": b"UNSIGNED-PAYLOAD"})
    ],
)
def header_unsigned_body_hashed():
    """What must not come out is a request with the word in the header and the body's hash in the
    last line: the server reads the header."""
    return Sign(
        "/", method="PUT", body="hello", headers=[("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD")]
    )


@area.invalid(
    "header",
    "the header is there twice",
    error="payload-hash-mismatch",
    any_of=["argument", "payload-hash-invalid", "malformed-header", "reserved-header"],
    level="should",
    flags=["payload-hash", "repeated-header", "contract"],
    spec=[spec.PAYLOAD_HASH],
)
def header_preset_twice():
    """Joined, the line in the headers is 'hash,hash', and the last line is one of them."""
    return Sign("/", headers=[("X-Amz-Content-Sha256", EMPTY_HASH)] * 2)


@area.valid(
    "header",
    "the word of an event stream",
    level="should",
    flags=["payload-hash"],
    spec=[spec.PAYLOAD_STREAM],
)
def header_events():
    """The request that opens an event stream: the word is header and last line, and the events have
    signatures of their own."""
    word = "STREAMING-AWS4-HMAC-SHA256-EVENTS"
    return Sign("/stream", method="POST", payload=word, headers=[("X-Amz-Content-Sha256", word)])


@area.valid(
    "header",
    "the header sorts before the date",
    flags=["payload-hash", "header-order"],
    spec=[spec.PAYLOAD_HASH, spec.HEADER_SORT],
)
def header_sorted():
    """With a body, and beside a name that differs in its last digit: a search for the header by the
    start of its name finds the other one too."""
    return Sign(
        "/",
        method="POST",
        body="{}",
        headers=[
            ("X-Amz-Target", "Service.Operation"),
            ("X-Amz-Content-Sha256", sha256_hex(b"{}")),
            ("X-Amz-Content-Sha257", "not a hash"),
        ],
    )
