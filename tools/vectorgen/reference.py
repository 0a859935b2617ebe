# SPDX-License-Identifier: Apache-2.0
"""An independent signer: the second origin of every expected value, never the only one.

Written from the specification texts (sources.json: aws-sigv4, aws-s3-sigv4, rfc3986, rfc9110,
python-dciauth, python-dciauth-4) with the standard library alone and with a rule table of its own;
it shares no code and no table with lib/. It is made to be read against the texts: plain lists and
bytes, one function per stage, nothing clever. `reference_rules` holds what is done to a path, a
query and a header value, `reference_rows` the table of dialects, `reference_stages` the steps from
a request to its signature, `reference_view` what a verifier may hand on of one; here stands what a
signer refuses, adds and chooses. Whoever needs any of it takes it from here.

Two ways in:
- `sign()` is a signer: it refuses what a signer must refuse, with the error class of
  vectors/errors.json.
- `seal()` signs whatever it is given, as an attacker who holds a key would. The requests of verify
  vectors are made with it, so that a request can be wrong in exactly one respect and carry a right
  signature all the same.

In the rows of DCI paths, queries and header values go through `unquote`, `quote`, `parse_qsl`,
`urlencode` and `str.split` of CPython on purpose: python-dciauth calls them, so they *are* the
definition of that dialect, down to the U+FFFD for bytes that are no UTF-8.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace

from .reference_rows import DCI_HOST, HASH_HEADER, ROWS, TOKEN_HEADER, Row
from .reference_rules import (
    HEX64,
    UNRESERVED,
    Refused,
    dci_params,
    has_bad_escape,
    is_token,
    path_encode,
    path_normalise_encode,
    path_unquote,
    percent_decode,
    query_encoded_pairs,
    query_quote,
    query_urlencode,
    remove_dot_segments,
    sha256_hex,
    split_target,
    uri_encode,
    value_split_join,
    value_trim_collapse,
)
from .reference_stages import (
    Claim,
    Headers,
    Request,
    Signed,
    canonical_headers,
    canonical_request,
    seal,
    signature,
    signing_key,
    string_to_sign,
)
from .reference_view import View, view

__all__ = [
    "DCI_HOST",
    "HASH_HEADER",
    "HEX64",
    "ROWS",
    "TOKEN_HEADER",
    "UNRESERVED",
    "UNSIGNED_PAYLOAD",
    "Claim",
    "Headers",
    "Params",
    "Refused",
    "Request",
    "Row",
    "Signed",
    "View",
    "canonical_headers",
    "canonical_request",
    "dci_params",
    "is_timestamp",
    "is_token",
    "path_encode",
    "path_normalise_encode",
    "path_unquote",
    "percent_decode",
    "query_encoded_pairs",
    "query_quote",
    "query_urlencode",
    "remove_dot_segments",
    "seal",
    "sha256_hex",
    "sign",
    "signature",
    "signing_key",
    "split_target",
    "string_to_sign",
    "uri_encode",
    "value_split_join",
    "value_trim_collapse",
    "view",
]

UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD"
# What may stand for the hash of the body in the dialects of AWS: the S3 API Reference lists them
# under x-amz-content-sha256; the one with EVENTS is that of event streams.
PAYLOAD_WORDS = {
    UNSIGNED_PAYLOAD,
    "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
    "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
    "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER",
    "STREAMING-AWS4-HMAC-SHA256-EVENTS",
    "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD",
    "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER",
}
MAX_REPEATED_NAMES = 4
RAW = (b"\0", b"\r", b"\n")


@dataclass(frozen=True)
class Params:
    access_key: str
    secret_key: str
    timestamp: str
    region: str = ""
    service: str = ""
    session_token: str = ""
    signed_headers: str | None = None
    algorithm: str = ""
    terminator: str = ""
    datestamp: str = ""
    payload: str = ""  # stands for the hash of the body


def is_timestamp(text: str) -> bool:
    """Exactly YYYYMMDDTHHMMSSZ, a real date of the years 1 to 9999, no leap second."""
    m = re.fullmatch(r"([0-9]{4})([0-9]{2})([0-9]{2})T([0-9]{2})([0-9]{2})([0-9]{2})Z", text)
    if not m:
        return False
    year, month, day, hour, minute, second = map(int, m.groups())
    if not (year >= 1 and 1 <= month <= 12 and hour <= 23 and minute <= 59 and second <= 59):
        return False
    return 1 <= day <= calendar.monthrange(year, month)[1]


# ---- What must not be signed ---------------------------------------------------------------------


def check_target(row: Row, target: bytes) -> None:
    path, query = split_target(target)
    if any(c in path for c in RAW):
        raise Refused("malformed-uri")
    if row.is_aws and (not path.startswith(b"/") or b"#" in path or has_bad_escape(path)):
        raise Refused("malformed-uri")
    if any(c in query for c in RAW):
        raise Refused("malformed-query")
    row.canonical_query(query)


def check_headers(row: Row, request: Request, p: Params) -> None:
    for name, value in request.headers:
        if not is_token(name) or any(c in value for c in RAW):
            raise Refused("malformed-header")
    if len(request.values(b"host")) > 1:
        raise Refused("duplicate-host")
    reserved = row.added_names
    if not p.session_token:
        reserved.discard(TOKEN_HEADER.lower().encode())
    if row.other_date_header:
        reserved.add(row.other_date_header.lower().encode())
    if any(request.values(name) for name in reserved):
        raise Refused("reserved-header")


def check_constants(row: Row, p: Params) -> None:
    """What the dialect fixes is not the caller's."""
    if row.own_constants:
        return
    if row.is_aws and (p.algorithm or p.terminator or p.datestamp):
        raise Refused("argument")
    if p.algorithm not in ("", row.algorithm):
        raise Refused("bad-algorithm")
    if p.datestamp or (p.terminator and not row.has_scope):
        raise Refused("argument")
    if p.terminator not in ("", row.terminator):
        raise Refused("scope-terminator")


def check_key(row: Row, key: str) -> None:
    parts = key.split("/")
    if not all(parts) or (row.key_parts and len(parts) != row.key_parts):
        raise Refused("malformed-credential")
    if len(key) > 128:
        raise Refused("limit-exceeded")


def check_scope(row: Row, p: Params) -> None:
    region, service = p.region or row.default_region, p.service or row.default_service
    if bool(region and service) != row.has_scope:
        raise Refused("argument")
    for part in (p.access_key, region, service, p.algorithm, p.terminator):
        if not re.fullmatch(r"[!-+\--~]*", part):
            raise Refused("malformed-credential")
    if "/" in region + service + p.algorithm + p.terminator:
        raise Refused("malformed-credential")


def check_params(row: Row, p: Params) -> None:
    check_constants(row, p)
    if not row.is_aws and p.session_token:
        raise Refused("argument")
    if not p.secret_key:
        raise Refused("argument")
    if any(c in p.session_token for c in "\0\r\n"):
        raise Refused("malformed-header")
    check_key(row, p.access_key)
    check_scope(row, p)
    if not is_timestamp(p.timestamp):
        raise Refused("malformed-date")
    if p.datestamp and not is_timestamp(p.datestamp + "T000000Z"):
        raise Refused("malformed-date")


def check_payload(row: Row, request: Request, p: Params) -> bytes:
    """The payload hash line, with the caller's word checked."""
    if p.payload in PAYLOAD_WORDS and not row.is_aws:
        raise Refused("payload-mode-not-allowed")
    if p.payload and p.payload not in PAYLOAD_WORDS and not HEX64.fullmatch(p.payload):
        raise Refused("payload-hash-invalid")
    line = (p.payload or sha256_hex(request.body)).encode()
    given = request.values(HASH_HEADER.encode()) if row.is_aws else []
    if given and b",".join(row.canonical_value(v) for v in given) != line:
        raise Refused("payload-hash-mismatch")
    return line


# ---- What is signed ------------------------------------------------------------------------------


def parse_names(row: Row, text: str) -> list[bytes]:
    names = text.encode().split(b";")
    if not row.names_as_given:
        names = sorted(n.lower() for n in names)
    repeats = len(names) - len(set(names))
    if not all(is_token(n) and n == n.lower() for n in names) or repeats > (
        MAX_REPEATED_NAMES if row.names_as_given else 0
    ):
        raise Refused("signed-headers-malformed")
    return names


def check_coverage(row: Row, names: list[bytes], added: Headers) -> None:
    if row.must_sign_host and b"host" not in names:
        raise Refused("host-not-signed")
    if row.must_sign_added and any(n.lower() not in names for n, _ in added):
        raise Refused("header-not-signed")


def choose_names(row: Row, headers: Headers, added: Headers, p: Params) -> list[bytes]:
    """The names to sign, in the order of their lines; `headers` is all that can be signed."""
    present = {name.lower() for name, _ in headers}
    text = p.signed_headers or row.default_signed
    names = parse_names(row, text) if text else sorted(present)
    if any(n not in present for n in names):
        raise Refused("signed-header-missing")
    check_coverage(row, names, added)
    if not row.is_aws and any(sum(n.lower() == s for n, _ in headers) > 1 for s in names):
        raise Refused("malformed-header")
    return names


def headers_added(row: Row, p: Params, line: bytes) -> Headers:
    added: Headers = [(row.date_header.encode(), p.timestamp.encode())]
    if p.session_token:
        added.append((TOKEN_HEADER.encode(), p.session_token.encode()))
    if row.hash_header_always:
        added.append((HASH_HEADER.encode(), line))
    return added


def claim_of(row: Row, p: Params, names: list[bytes]) -> Claim:
    return Claim(
        algorithm=p.algorithm or row.algorithm,
        access_key=p.access_key,
        date=p.datestamp or p.timestamp[:8],
        region=p.region or row.default_region,
        service=p.service or row.default_service,
        terminator=p.terminator or row.terminator,
        signed_headers=b";".join(names).decode(),
    )


def sign(row_name: str, request: Request, p: Params, **stages: bytes) -> Signed:
    """Signs as the row's text says. `stages` replaces path, query, headers or payload by hand, for
    documented alternatives; what is replaced is not checked."""
    row = ROWS[row_name]
    if not is_token(request.method):
        raise Refused("malformed-method")
    if not ({"path", "query"} & stages.keys()):
        check_target(row, request.target)
    if "headers" not in stages:
        check_headers(row, request, p)
    check_params(row, p)
    line = stages.pop("payload", None) or check_payload(row, request, p)
    added = headers_added(row, p, line)
    headers = request.headers + added
    if not request.values(b"host"):
        if row.default_host:
            headers = [*headers, (b"host", row.default_host)]
        elif row.must_sign_host:
            raise Refused("host-not-signed")
    names = choose_names(row, headers, added, p)
    whole = replace(request, headers=headers)
    out = seal(
        row, whole, claim_of(row, p, names), p.secret_key, p.timestamp, payload=line, **stages
    )
    return replace(out, added=[*added, (b"Authorization", out.authorization.encode())])
