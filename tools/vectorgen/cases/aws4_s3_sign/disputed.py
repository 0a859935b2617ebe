# SPDX-License-Identifier: Apache-2.0
"""aws4-s3, sign: copied, or decoded and encoded again."""

from ... import spec
from ...suite import Alternative, Sign
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
