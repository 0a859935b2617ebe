# SPDX-License-Identifier: Apache-2.0
"""Do the files of a case agree? Copies of the suite are edited: the one in the crate aws-sigv4 has
a request.txt that asks for another target than the one that was signed. What follows from such a
case is nobody's fault but the suite's."""

from __future__ import annotations

from vectorgen import reference as ref

from .problem import shown
from .reading import Reading

# What signing puts into a header; the rest of a signed request is request.txt.
ADDED = {
    b"x-amz-date",
    b"x-amz-security-token",
    b"x-amz-region-set",
    b"x-amz-content-sha256",
    b"authorization",
}


def unsigned_target(r: Reading) -> bytes:
    """The target of the signed request without the parameters that signing appends."""
    if r.placement == "header":
        return r.signed.target
    plain, _, own = r.signed.target.partition(b"X-Amz-Algorithm=")
    return plain[:-1] if own else plain


def difference(r: Reading) -> str:
    """How the signed request is not request.txt with a signature; "" if it is."""
    given, signed = r.request, r.signed
    kept = [h for h in signed.headers if r.placement == "query" or h[0].lower() not in ADDED]
    parts = {
        "method": (given.method, signed.method),
        "target": (given.target, unsigned_target(r)),
        "headers": (given.headers, kept),
        "body": (given.body, signed.body),
    }
    for name, (asked, done) in parts.items():
        if asked != done:
            return f"request.txt has the {name} {shown(asked)}, the signed request {shown(done)}"
    return ""


def contradiction(r: Reading) -> str:
    """Why the files of the case cannot all be right; "" if they can."""
    digest = ref.sha256_hex(r.result("canonical-request.txt")).encode()
    if r.result("string-to-sign.txt").split(b"\n")[-1] != digest:
        return "the string to sign does not hash the canonical request"
    where = r.authorization.encode() if r.placement == "header" else r.signed.target
    if r.case.collection == "v4" and f"Signature={r.signature}".encode() not in where:
        return "the signed request has another signature"
    return difference(r)
