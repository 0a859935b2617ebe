# SPDX-License-Identifier: Apache-2.0
"""No authentication, or not where it belongs."""

from __future__ import annotations

from ... import spec
from ...suite import after_sign
from . import NO_AUTH, family


@family.invalid("absent", "no Authorization header", **NO_AUTH)
def no_authorization():
    """Neither header nor query: nobody."""
    return after_sign("remove-header", "Authorization")


@family.invalid(
    "absent",
    "an empty Authorization header",
    error="bad-algorithm",
    any_of=["no-auth", "malformed-auth-header", "missing-auth-param"],
    severity="critical",
    flags=["auth-source"],
    spec=[spec.AUTH_FORM],
)
def authorization_empty():
    """There, and nothing in it: no way round the check of its absence."""
    return after_sign("set-header", "Authorization")


@family.invalid("absent", "in Proxy-Authorization instead", **NO_AUTH)
def in_proxy_authorization():
    """A signature for a proxy is none for the server, whatever it is over."""
    return after_sign("rename-header", "Authorization", "Proxy-Authorization")


@family.invalid("absent", "in X-Authorization instead", **NO_AUTH)
def in_x_authorization():
    """What a gateway has renamed it renames back, or says so: nobody guesses."""
    return after_sign("rename-header", "Authorization", "X-Authorization")


@family.invalid("absent", "in a cookie instead", **NO_AUTH)
def in_a_cookie():
    """A browser sends cookies by itself."""
    return after_sign("rename-header", "Authorization", "Cookie")


@family.invalid(
    "absent",
    "only X-Amz-Credential, in the query",
    **NO_AUTH | {"any_of": ["missing-auth-param", "multiple-auth"]},
)
def credential_moved_to_query():
    """A claim without a signature: identity is found, nothing is compared (CVE-2026-41145)."""
    return after_sign("move-to-query", "Credential")


@family.invalid(
    "absent",
    "algorithm and credential in the query",
    **NO_AUTH | {"any_of": ["missing-auth-param", "multiple-auth"]},
)
def claim_moved_to_query():
    """A presigned URL by its first two arguments, and without the rest of them."""
    return after_sign("move-to-query", "Algorithm;Credential")


@family.invalid(
    "absent",
    "all of it in the query, of a header's signature",
    **NO_AUTH
    | {
        "severity": "high",
        "any_of": ["missing-auth-param", "multiple-auth", "signature-mismatch"],
    },
)
def all_moved_to_query():
    """A signature for the header is none for the query: what is signed there is another request,
    and it says how long it is good."""
    return after_sign("move-to-query", "Algorithm;Credential;SignedHeaders;Signature")
