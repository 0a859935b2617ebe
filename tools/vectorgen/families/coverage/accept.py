# SPDX-License-Identifier: Apache-2.0
"""Honest requests: the twins of the others."""

from __future__ import annotations

from ... import spec
from ...suite import Verify, after_sign, before_sign
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


@family.valid("accept", "two signed headers", flags=["baseline"], spec=[spec.SIGNED_LIST])
def two_names():
    """What a policy may ask for."""
    return Verify("/identity", headers=[("X-Audience", "cluster-a"), ("X-Tenant", "example")])


@family.valid(
    "accept",
    "a policy's headers, in capitals, signed",
    base="two_names",
    flags=["coverage", "over-strict"],
    spec=[spec.STRICT, spec.HEADER_CASE],
)
def two_must_sign():
    """Names have no case in a policy either."""
    return after_sign("set-policy", "must_sign", "X-Tenant;X-Audience")


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
    "accept",
    "a signed Expect",
    base="get",
    flags=["over-strict", "selection"],
    spec=[spec.SIGNED_LIST],
)
def expect_signed():
    """A client may sign what a hop takes away; that is the client's affair."""
    return before_sign("add-signed-header", "Expect", "100-continue")


@family.valid(
    "accept",
    "a signed list with names that are hard to sort",
    flags=["header-order", "over-strict"],
    spec=[spec.HEADER_SORT],
)
def names_hard_to_sort():
    """By bytes: '-' before digits, digits before '_', '_' before letters; a shorter name first."""
    return Verify(
        "/reports", headers=[("X-Tag_A", "4"), ("X-Tag1", "3"), ("X-Tag-A", "2"), ("X-Tag", "1")]
    )


@family.valid(
    "accept", "PUT with a signed command", flags=["baseline", "coverage"], spec=[spec.XAMZ_SIGNED]
)
def put_with_acl():
    """A command that is under the signature."""
    return Verify("/bucket/key", method="PUT", body="hello", headers=[("X-Amz-Acl", "private")])


@family.valid(
    "accept", "PUT of an object", flags=["baseline", "payload-hash"], spec=[spec.PAYLOAD_S3]
)
def put():
    """The twin of what is added to it."""
    return Verify("/bucket/key", method="PUT", body="hello")


@family.valid(
    "accept",
    "PUT, where the body may be unsigned",
    base="put",
    flags=["coverage", "unsigned-payload"],
    spec=[spec.PAYLOAD_UNSIGNED],
)
def put_where_unsigned():
    """The policy lets the body be unsigned; here its hash is signed all the same."""
    return after_sign("set-policy", "unsigned_payload", "allow")


@family.valid(
    "accept",
    "x-amz-content-sha256 beside the signature",
    base="put_where_unsigned",
    flags=["coverage", "over-strict"],
    spec=[spec.UNSIGNED_OK],
)
def hash_unlisted():
    """The hash is signed as a line of its own."""
    return before_sign("set-claim", "signed-headers", "host;x-amz-date")
