# SPDX-License-Identifier: Apache-2.0
"""From a request to its signature, one function per stage, and `seal`, which runs them all."""

from __future__ import annotations

import hmac
import re
from dataclasses import dataclass, field

from .reference_rows import HASH_HEADER, Row
from .reference_rules import Refused, dci_params, query_encoded_pairs, sha256_hex, split_target

Headers = list[tuple[bytes, bytes]]


# ---- Requests and results ------------------------------------------------------------------------


@dataclass(frozen=True)
class Request:
    method: bytes
    target: bytes
    headers: Headers = field(default_factory=list)
    body: bytes = b""

    def values(self, name: bytes) -> list[bytes]:
        return [v for n, v in self.headers if n.lower() == name.lower()]


@dataclass(frozen=True)
class Claim:
    """What an Authorization header says: everything a signature is made for beside the request
    and the secret."""

    algorithm: str
    access_key: str
    date: str
    region: str
    service: str
    terminator: str
    signed_headers: str


@dataclass(frozen=True)
class Signed:
    canonical_request: bytes
    string_to_sign: bytes
    signing_key: bytes
    signature: str
    authorization: str
    added: Headers


# ---- Stages --------------------------------------------------------------------------------------


def canonical_headers(
    row: Row, headers: Headers, names: list[bytes], absent: bytes | None = None
) -> bytes:
    """One 'name:value' line per listed name; repeated headers are joined with ',' in the order
    given.

    `absent` is the value for a name the request lacks; None leaves its line out.
    """
    lines = []
    for name in names:
        values = [row.canonical_value(v) for n, v in headers if n.lower() == name]
        if values:
            lines.append(name + b":" + b",".join(values) + b"\n")
        elif absent is not None:
            lines.append(name + b":" + absent + b"\n")
    return b"".join(lines)


def canonical_request(
    method: bytes,
    path: bytes,
    query: bytes,
    headers: bytes,
    signed_headers: bytes,
    payload_line: bytes,
) -> bytes:
    return b"\n".join((method, path, query, headers, signed_headers, payload_line))


def scope_of(row: Row, claim: Claim) -> str:
    """date/region/service/terminator; version 1 of DCI has the date alone."""
    if not row.has_scope:
        return claim.date
    return "/".join((claim.date, claim.region, claim.service, claim.terminator))


def string_to_sign(row: Row, claim: Claim, timestamp: str, request: bytes) -> bytes:
    lines = (claim.algorithm, timestamp, scope_of(row, claim), sha256_hex(request))
    return "\n".join(lines).encode()


def signing_key(row: Row, claim: Claim, secret: str) -> bytes:
    """Four HMACs, the first keyed with the algorithm's first word and the secret; version 1 of
    DCI has one, keyed with the bare secret."""
    if not row.has_scope:
        return hmac.digest(secret.encode(), claim.date.encode(), "sha256")
    key = claim.algorithm.replace("-HMAC-SHA256", "").encode() + secret.encode()
    for part in (claim.date, claim.region, claim.service, claim.terminator):
        key = hmac.digest(key, part.encode(), "sha256")
    return key


def signature(key: bytes, text: bytes) -> str:
    return hmac.digest(key, text, "sha256").hex()


def authorization(row: Row, claim: Claim, sig: str) -> str:
    scope = "/" + scope_of(row, claim) if row.has_scope else ""
    return (
        f"{claim.algorithm} Credential={claim.access_key}{scope}, "
        f"SignedHeaders={claim.signed_headers}, Signature={sig}{row.end_of_authorization}"
    )


# ---- All of them ---------------------------------------------------------------------------------


def payload_line(row: Row, request: Request) -> bytes:
    """The last line of the canonical request as a verifier finds it: the header's word, else the
    body's hash."""
    given = request.values(HASH_HEADER.encode()) if row.is_aws else []
    return row.canonical_value(given[0]) if given else sha256_hex(request.body).encode()


def lenient_query(row: Row, query: bytes) -> bytes:
    """The canonical query for `seal`: what a lenient implementation computes where `sign`
    refuses."""
    try:
        return row.canonical_query(query)
    except Refused:
        if row.write_params is None:
            return query_encoded_pairs(
                re.sub(rb"%(?![0-9A-Fa-f]{2})", b"%25", query).replace(b"#", b"%23")
            )
        first: dict[str, str] = {}
        for name, value in dci_params(query):
            first.setdefault(name, value)
        return row.write_params(first)


def seal(
    row: Row,
    request: Request,
    claim: Claim,
    secret: str,
    timestamp: str,
    *,
    payload: bytes | None = None,
    absent: bytes | None = None,
    path: bytes | None = None,
    query: bytes | None = None,
    headers: bytes | None = None,
) -> Signed:
    """Signs the request as it stands, refusing nothing. The keyword arguments replace a stage by
    hand."""
    raw_path, raw_query = split_target(request.target)
    names = claim.signed_headers.lower().encode().split(b";")
    if path is None:
        path = row.canonical_path(raw_path)
    if query is None:
        query = lenient_query(row, raw_query)
    if headers is None:
        headers = canonical_headers(row, request.headers, names, absent)
    method = row.canonical_method(request.method)
    last = payload_line(row, request) if payload is None else payload
    text = canonical_request(method, path, query, headers, claim.signed_headers.encode(), last)
    sts = string_to_sign(row, claim, timestamp, text)
    key = signing_key(row, claim, secret)
    sig = signature(key, sts)
    return Signed(text, sts, key, sig, authorization(row, claim, sig), [])
