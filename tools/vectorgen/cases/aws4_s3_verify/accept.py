# SPDX-License-Identifier: Apache-2.0
"""aws4-s3, verify: honest requests."""

from ... import spec
from ...suite import TOKEN, Verify, after_sign, before_sign
from . import area

NOW = "20150830T123700Z"


@area.valid(
    "accept", "PUT of an object", flags=["baseline", "payload-hash"], spec=[spec.PAYLOAD_S3]
)
def put_object():
    """The twin of most negatives below."""
    return Verify("/bucket/key", method="PUT", body="hello", now=NOW)


@area.valid("accept", "GET of an object", flags=["baseline"], spec=[spec.PAYLOAD_S3])
def get_object():
    """An empty body has a hash too."""
    return Verify("/bucket/key", now=NOW)


@area.valid(
    "accept",
    "a key with dots, slashes and escapes",
    flags=["single-encoding", "over-strict"],
    spec=[spec.PATH_S3],
)
def odd_key():
    """Normalising verifiers refuse it, and cannot serve the object."""
    return Verify("/bucket//a/../b%2Fc%20d/", now=NOW)


@area.valid(
    "accept",
    "a key in UTF-8, composed and not",
    flags=["single-encoding", "bytes"],
    spec=[spec.PATH_S3],
)
def utf8_key():
    """%C3%A9 and e%CC%81 are two keys."""
    return Verify("/bucket/%C3%A9", now=NOW)


@area.valid(
    "accept",
    "UNSIGNED-PAYLOAD, allowed by the policy",
    flags=["unsigned-payload"],
    spec=[spec.PAYLOAD_UNSIGNED],
)
def unsigned_payload_allowed():
    """The body is not covered, and the verified view says so."""
    return Verify(
        "/bucket/key",
        method="PUT",
        body="anything",
        content_hash="UNSIGNED-PAYLOAD",
        now=NOW,
        policy={"unsigned_payload": "allow"},
    )


@area.valid(
    "accept", "copying, with its source signed", flags=["coverage"], spec=[spec.XAMZ_SIGNED]
)
def copy_object():
    """Here the command is under the signature."""
    return Verify(
        "/bucket/copy", method="PUT", headers=[("x-amz-copy-source", "/bucket/key")], now=NOW
    )


@area.valid("accept", "a session token", flags=["session-token"], spec=[spec.TOKEN_SIGNED])
def token():
    """Signed, and the key's own."""
    return Verify("/bucket/key", token=TOKEN, access_key="ASIAIOSFODNN7EXAMPLE", now=NOW)


@area.valid(
    "accept",
    "x-amz-content-sha256 beside the signature",
    flags=["over-strict", "coverage"],
    base="put-object",
    spec=[spec.UNSIGNED_OK],
)
def hash_unsigned():
    """The one x-amz-* header that may stay unsigned: its value is the last line of the canonical
    request, so it is bound all the same."""
    return before_sign("set-claim", "signed-headers", "host;x-amz-date")


@area.valid(
    "accept",
    "a Content-Type beside the signature",
    flags=["over-strict"],
    base="put-object",
    spec=[spec.UNSIGNED_OK],
)
def content_type_unsigned():
    """The dialect lets it stay unsigned. A verifier that demands it refuses an honest client; the
    note of over-strict links a public example."""
    return after_sign("add-header", "Content-Type", "application/octet-stream")


@area.valid(
    "accept",
    "Range, If-Match and Expect beside the signature",
    flags=["over-strict"],
    spec=[spec.UNSIGNED_OK],
)
def conditional_headers_unsigned():
    """HTTP's own headers; hops add and remove some of them."""
    return Verify(
        "/bucket/key",
        now=NOW,
        unsigned=[
            ("Range", "bytes=0-9"),
            ("If-Match", '"etag"'),
            ("Expect", "100-continue"),
            ("Accept-Encoding", "gzip"),
        ],
    )


@area.valid(
    "accept",
    "15 minutes old: the edge is inside",
    flags=["freshness"],
    base="put-object",
    spec=[spec.SKEW],
)
def skew_edge():
    """Inclusive, as in the generic dialect. Off by one here is a request refused once in 900
    seconds."""
    return after_sign("set-clock", "now", "20150830T125100Z")
