# SPDX-License-Identifier: Apache-2.0
"""Honest requests: the twins of the others."""

from __future__ import annotations

from ... import spec
from ...suite import Verify
from . import family


@family.valid("accept", "GET with a signed header", flags=["baseline"], spec=[spec.SIGNED_LIST])
def get():
    """The twin of most of the others."""
    return Verify("/reports", headers=[("X-Note", "two words")])


@family.valid(
    "accept", "an unsigned User-Agent", flags=["over-strict", "coverage"], spec=[spec.UNSIGNED_OK]
)
def agent_unsigned():
    """Signed by nobody, because proxies rewrite it."""
    return Verify("/reports", unsigned=[("User-Agent", "curl/8.5.0")])


@family.valid(
    "accept",
    "an argument named like a header",
    flags=["coverage", "over-strict"],
    spec=[spec.SIGNED_LIST],
)
def argument_like_header():
    """An argument is an argument."""
    return Verify("/reports?x-role=reader")


@family.valid(
    "accept",
    "a policy's headers, in capitals, signed",
    flags=["coverage", "over-strict"],
    spec=[spec.STRICT, spec.HEADER_CASE],
)
def two_must_sign():
    """Names have no case in a policy either."""
    return Verify(
        "/identity",
        method="POST",
        headers=[("Content-Type", "application/json"), ("X-Audience", "cluster-a")],
        policy={"must_sign": ["Content-Type", "X-Audience"]},
    )


@family.valid(
    "accept",
    "a name that begins like the dialect's, unsigned",
    flags=["over-strict", "coverage"],
    spec=[spec.UNSIGNED_OK],
)
def similar_names():
    """'x-amzn-', 'x-amz' and 'amz-' are no 'x-amz-'."""
    return Verify(
        "/reports",
        unsigned=[
            ("X-Amzn-RequestId", "EXAMPLE"),
            ("X-Amz", "1"),
            ("Amz-Sdk-Request", "attempt=1"),
        ],
    )


@family.valid(
    "accept", "HTTP's own headers, signed", flags=["over-strict"], spec=[spec.SIGNED_LIST]
)
def hop_headers_signed():
    """A client may sign what a hop might change; that is the client's affair."""
    return Verify(
        "/reports",
        headers=[("Accept-Encoding", "identity"), ("Expect", "100-continue"), ("TE", "trailers")],
    )


@family.valid(
    "accept",
    "a signed list with names that are hard to sort",
    flags=["header-order", "over-strict"],
    spec=[spec.HEADER_SORT],
)
def names_hard_to_sort():
    """By bytes: '-' before digits, digits before '_', '_' before letters; a shorter name first."""
    return Verify(
        "/reports",
        headers=[("X-Tag_A", "4"), ("X-Tag1", "3"), ("X-Tag-A", "2"), ("X-Tag", "1")],
    )


@family.valid(
    "accept",
    "PUT with a signed command",
    flags=["baseline", "coverage"],
    spec=[spec.XAMZ_SIGNED],
)
def put_with_acl():
    """A command that is under the signature."""
    return Verify(
        "/bucket/key", method="PUT", body="hello", headers=[("X-Amz-Acl", "private")]
    )


@family.valid(
    "accept", "PUT of an object", flags=["baseline", "payload-hash"], spec=[spec.PAYLOAD_S3]
)
def put():
    """The twin of what is added to it."""
    return Verify("/bucket/key", method="PUT", body="hello")


@family.valid(
    "accept",
    "an unsigned payload hash, the body unsigned",
    flags=["coverage", "unsigned-payload"],
    spec=[spec.PAYLOAD_UNSIGNED],
)
def hash_unlisted():
    """The policy lets the body be unsigned; here its hash is signed, as a line of its own."""
    return Verify(
        "/bucket/key",
        method="PUT",
        body="hello",
        policy={"unsigned_payload": "allow"},
        claim={"signed_headers": "host;x-amz-date"},
    )
