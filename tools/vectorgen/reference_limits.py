# SPDX-License-Identifier: Apache-2.0
"""How much of a request the verifier of reference_verify.py looks at: the limits of this suite,
which bound what has no bound in the dialect, and those that a policy sets."""

from __future__ import annotations

from . import reference as ref
from .model import Json
from .reference import Claim, Refused, Request

MAX_METHOD, MAX_HEADER_NAME = 32, 1024
MAX_ACCESS_KEY, MAX_SCOPE_PART, MAX_SECRET = 128, 64, 4096
# Lists and texts that are longer than any vector holds.
MAX_TEXT, MAX_HEADERS = 1 << 20, 16384


def check(limits: Json, name: str, size: int, most: int | None = None) -> None:
    """`most` is the limit where the policy has none."""
    limit = limits.get(name, most)
    if limit is not None and size > limit:
        raise Refused("limit-exceeded")


def pairs_in(query: bytes) -> int:
    """The arguments that there are to read: what is empty between two '&' is none."""
    return sum(1 for pair in query.split(b"&") if pair)


def check_request(request: Request, limits: Json) -> None:
    _, query = ref.split_target(request.target)
    check(limits, "method", len(request.method), MAX_METHOD)
    check(limits, "target", len(request.target), MAX_TEXT)
    check(limits, "body", len(request.body))
    check(limits, "headers", len(request.headers), MAX_HEADERS)
    for name, value in request.headers:
        check(limits, "header_name", len(name), MAX_HEADER_NAME)
        check(limits, "header_value", len(value), MAX_TEXT)
    check(limits, "args", pairs_in(query))


def check_claim(claim: Claim, limits: Json) -> None:
    """Those of the suite are checked where the parts are read."""
    check(limits, "access_key", len(claim.access_key))
    check(limits, "signed_headers", len(claim.signed_headers), MAX_TEXT)


def exceeds(request: Request, parts: list[str], secrets: list[str]) -> bool:
    """Is anything beyond the limits that this suite has where the dialect has none?"""
    return (
        len(request.method) > MAX_METHOD
        or any(len(name) > MAX_HEADER_NAME for name, _ in request.headers)
        or any(len(part) > MAX_SCOPE_PART for part in parts)
        or any(len(secret.encode()) > MAX_SECRET for secret in secrets)
    )
