# SPDX-License-Identifier: Apache-2.0
"""Something of it in the query, too."""

from __future__ import annotations

import urllib.parse

from ... import reference as ref
from ...model import Json
from ...reference_stages import canonical_headers, canonical_request
from ...suite import Base, after_sign, before_sign
from . import TWICE, ZEROS, family, victim


def presigned(base: Base) -> str:
    """The target with a whole and right query authentication of the same key, for an hour."""
    row, request, claim = base.row, base.request, base.claim
    scope = base.credential.partition("/")[2]
    args = {
        "X-Amz-Algorithm": row.algorithm,
        "X-Amz-Credential": f"{claim.access_key}/{scope}",
        "X-Amz-Date": base.time,
        "X-Amz-Expires": "3600",
        "X-Amz-SignedHeaders": "host",
    }
    target = request.target + b"&" + urllib.parse.urlencode(args).encode()
    path, query = ref.split_target(target)
    hashed = ref.UNSIGNED_PAYLOAD if row.hash_header_always else ref.sha256_hex(request.body)
    text = canonical_request(
        request.method,
        row.canonical_path(path),
        row.canonical_query(query),
        canonical_headers(row, request.headers, [b"host"]),
        b"host",
        hashed.encode(),
    )
    key = ref.signing_key(row, claim, base.input["keyring"][0]["secret_key"])
    sig = ref.signature(key, ref.string_to_sign(row, claim, base.time, text))
    return f"{target.decode()}&X-Amz-Signature={sig}"


def appended(base: Base, **args: str) -> str:
    names = {"X-Amz-" + name.replace("_", "-"): value for name, value in args.items()}
    return f"{base.request.target.decode()}&{urllib.parse.urlencode(names)}"


@family.invalid("query", "header and query, both right", severity="low", **TWICE)
def both_right(base: Base):
    """Of the same key: nothing is gained by it, and two parts of a server choose differently."""
    return before_sign("set-target", value=presigned(base))


@family.invalid(
    "query",
    "header by A, whole query by B",
    severity="critical",
    any_of=["signature-mismatch"],
    **TWICE,
)
def header_by_a_query_by_b(base: Base):
    """Signed by A with B's claim in the query: the signature is checked for A, the request carried
    out as B."""
    args = {
        "Algorithm": base.row.algorithm,
        "Credential": victim(base),
        "Date": base.time,
        "Expires": "3600",
        "SignedHeaders": "host",
        "Signature": ZEROS,
    }
    return before_sign("set-target", value=appended(base, **args))


def lone(name: str, title: str, comment: str, severity: str, key: str, value: object) -> None:
    """One argument of a query authentication beside the header, under its signature, and appended
    after signing."""

    def target(base: Base) -> str:
        return appended(base, **{key: value(base) if callable(value) else value})

    def signed(base: Base) -> Json:
        return before_sign("set-target", value=target(base))

    def kept(base: Base) -> Json:
        return after_sign("set-target", value=target(base))

    options = {"any_of": ["signature-mismatch"], "severity": severity, **TWICE}
    family.put("invalid", "query", name, title, "Signed so. " + comment, signed, **options)
    name, title = name + "_appended", title + ", appended"
    family.put("invalid", "query", name, title, comment, kept, **options)


lone(
    "credential_in_query",
    "a lone X-Amz-Credential",
    "Enough for code that asks for the identity in the query first.",
    "critical",
    "Credential",
    victim,
)
lone(
    "algorithm_in_query",
    "a lone X-Amz-Algorithm",
    "It is what tells a presigned URL: behind it another verifier begins.",
    "high",
    "Algorithm",
    lambda base: base.row.algorithm,
)
lone(
    "signature_in_query",
    "a lone X-Amz-Signature",
    "Left out of the canonical query, as in a presigned URL, it is an argument nobody signs.",
    "high",
    "Signature",
    ZEROS,
)
lone(
    "token_in_query",
    "a lone X-Amz-Security-Token",
    "A session by the query, a key by the header.",
    "medium",
    "Security_Token",
    "FwoGZXIvYXdzEXAMPLEOTHERSESSION==",
)


@family.invalid(
    "query",
    "X-AMZ-CREDENTIAL in upper case",
    any_of=["signature-mismatch"],
    severity="high",
    **TWICE,
)
def credential_in_query_upper_case(base: Base):
    """Signed so. A guard that knows one spelling, under a map that knows no case."""
    target = appended(base, Credential=victim(base)).replace("X-Amz-Cred", "X-AMZ-CRED")
    return before_sign("set-target", value=target)
