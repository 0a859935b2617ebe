# SPDX-License-Identifier: Apache-2.0
"""aws4, payload: x-amz-content-sha256 where it is optional."""

from ... import spec
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
    alternatives=[Alternative("the header's value becomes the last line", payload=EMPTY_HASH)],
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
