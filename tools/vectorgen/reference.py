# SPDX-License-Identifier: Apache-2.0
"""An independent signer: the second origin of every expected value, never the only one.

Written from the specification texts (sources.json: aws-sigv4, aws-s3-sigv4, rfc3986, rfc9110,
python-dciauth) with the standard library alone and with a rule table of its own; it shares no code
and no table with lib/. It is made to be read against the texts: plain lists and bytes, one function
per stage, nothing clever.

Two ways in:
- `sign()` is a signer: it refuses what a signer must refuse, with the error class of
  vectors/errors.json.
- `seal()` signs whatever it is given, as an attacker who holds a key would. The requests of verify
  vectors are made with it, so that a request can be wrong in exactly one respect and carry a right
  signature all the same.

For the row dci2-v2.1 the query goes through `urllib.parse.parse_qsl` and `urlencode` of CPython
on purpose: python- dciauth calls them, so they *are* the definition of that dialect, down to the
U+FFFD for bytes that are no UTF-8.
"""

from __future__ import annotations

import calendar
import hashlib
import hmac
import re
import urllib.parse
from collections.abc import Callable
from dataclasses import dataclass, field, replace

Headers = list[tuple[bytes, bytes]]

UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
TCHAR = frozenset(b"!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
HEX64 = re.compile(r"[0-9a-f]{64}")
UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD"
# What may stand for the hash of the body: the S3 API Reference lists them under
# x-amz-content-sha256; the last one is that of event streams.
PAYLOAD_WORDS = frozenset(
    (
        UNSIGNED_PAYLOAD,
        "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER",
        "STREAMING-AWS4-HMAC-SHA256-EVENTS",
    )
)


class Refused(Exception):
    """The signer must not sign this; `word` is the error class."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word


# ---- Bytes and escapes ---------------------------------------------------------------------------


def sha256_hex(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def uri_encode(data: bytes, keep: bytes = b"") -> bytes:
    """Every byte but the unreserved ones of RFC 3986 becomes %XX with upper-case digits."""
    return b"".join(bytes([b]) if b in UNRESERVED or b in keep else b"%%%02X" % b for b in data)


def has_bad_escape(data: bytes) -> bool:
    """Is there a '%' that is not followed by two hex digits?"""
    return re.search(rb"%(?![0-9A-Fa-f]{2})", data) is not None


def percent_decode(data: bytes) -> bytes:
    """Decodes each escape once; '+' is a plus sign."""
    return re.sub(rb"%([0-9A-Fa-f]{2})", lambda m: bytes([int(m.group(1), 16)]), data)


def split_target(target: bytes) -> tuple[bytes, bytes]:
    path, _, query = target.partition(b"?")
    return path, query


# ---- Path ----------------------------------------------------------------------------------------


def remove_dot_segments(path: bytes) -> bytes:
    """Empty and '.' segments vanish, '..' takes the one before with it, a final '/' stays;
    '/a/b/..' gives '/a'."""
    kept: list[bytes] = []
    for segment in path.split(b"/"):
        if segment == b"..":
            del kept[-1:]
        elif segment not in (b"", b"."):
            kept.append(segment)
    slash = b"/" if kept and path.endswith(b"/") else b""
    return b"/" + b"/".join(kept) + slash


def path_normalise_encode(path: bytes) -> bytes:
    """The IAM user guide: normalise by RFC 3986, then encode the path that is on the wire once
    more."""
    return uri_encode(remove_dot_segments(path), keep=b"/")


def path_encode(path: bytes) -> bytes:
    """Encoded once more without being normalised: what a client signs that is told to leave dots
    and slashes alone, but not that it speaks to S3."""
    return uri_encode(path, keep=b"/")


def path_verbatim(path: bytes) -> bytes:
    return path


# ---- Query ---------------------------------------------------------------------------------------


def query_encoded_pairs(query: bytes) -> bytes:
    """Decode each name and value once, encode them again, and only then sort by name and by
    value."""
    if has_bad_escape(query) or b"#" in query:
        raise Refused("malformed-query")
    pairs = []
    for part in query.split(b"&"):
        if part:
            name, _, value = part.partition(b"=")
            pairs.append((uri_encode(percent_decode(name)), uri_encode(percent_decode(value))))
    return b"&".join(name + b"=" + value for name, value in sorted(pairs))


def dci_params(query: bytes) -> list[tuple[str, str]]:
    """The pairs that a caller of python-dciauth would put into its `params` dictionary."""
    return urllib.parse.parse_qsl(query.decode("utf-8", "replace"), keep_blank_values=True)


def query_urlencode(query: bytes) -> bytes:
    """python-dciauth 2.1.7: a dictionary, sorted by its raw keys, through urlencode."""
    params = dci_params(query)
    if len({name for name, _ in params}) != len(params):
        raise Refused("duplicate-query-param")
    return urllib.parse.urlencode(sorted(params)).encode("ascii")


# ---- Header values -------------------------------------------------------------------------------


def value_trim_collapse(value: bytes) -> bytes:
    """Blanks and tabs at both ends go, each run of them inside becomes one blank; nothing else
    is white space."""
    return re.sub(rb"[ \t]+", b" ", value).strip(b" ")


def value_verbatim(value: bytes) -> bytes:
    return value


# ---- Rows ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Row:
    """The rules of one dialect, as functions where a rule does something."""

    name: str
    algorithm: str
    terminator: str
    date_header: str
    canonical_path: Callable[[bytes], bytes]
    canonical_query: Callable[[bytes], bytes]
    canonical_value: Callable[[bytes], bytes]
    is_aws: bool
    hash_header_always: bool
    default_region: str = ""
    default_service: str = ""


ROWS = {
    row.name: row
    for row in (
        Row(
            name="aws4",
            algorithm="AWS4-HMAC-SHA256",
            terminator="aws4_request",
            date_header="X-Amz-Date",
            canonical_path=path_normalise_encode,
            canonical_query=query_encoded_pairs,
            canonical_value=value_trim_collapse,
            is_aws=True,
            hash_header_always=False,
        ),
        Row(
            name="aws4-raw",
            algorithm="AWS4-HMAC-SHA256",
            terminator="aws4_request",
            date_header="X-Amz-Date",
            canonical_path=path_encode,
            canonical_query=query_encoded_pairs,
            canonical_value=value_trim_collapse,
            is_aws=True,
            hash_header_always=False,
        ),
        Row(
            name="aws4-s3",
            algorithm="AWS4-HMAC-SHA256",
            terminator="aws4_request",
            date_header="X-Amz-Date",
            canonical_path=path_verbatim,
            canonical_query=query_encoded_pairs,
            canonical_value=value_trim_collapse,
            is_aws=True,
            hash_header_always=True,
        ),
        Row(
            name="dci2-v2.1",
            algorithm="DCI2-HMAC-SHA256",
            terminator="dci2_request",
            date_header="X-DCI-Date",
            canonical_path=path_verbatim,
            canonical_query=query_urlencode,
            canonical_value=value_verbatim,
            is_aws=False,
            hash_header_always=False,
            default_region="BHS3",
            default_service="api",
        ),
    )
}

DCI_HOST = b"api.distributed-ci.io"
TOKEN_HEADER = "X-Amz-Security-Token"
HASH_HEADER = "X-Amz-Content-Sha256"


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

    @property
    def scope(self) -> str:
        return "/".join((self.date, self.region, self.service, self.terminator))


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


def string_to_sign(claim: Claim, timestamp: str, request: bytes) -> bytes:
    return "\n".join((claim.algorithm, timestamp, claim.scope, sha256_hex(request))).encode()


def signing_key(claim: Claim, secret: str) -> bytes:
    """Four HMACs, the first keyed with the algorithm's first word and the secret."""
    key = claim.algorithm.replace("-HMAC-SHA256", "").encode() + secret.encode()
    for part in (claim.date, claim.region, claim.service, claim.terminator):
        key = hmac.digest(key, part.encode(), "sha256")
    return key


def signature(key: bytes, text: bytes) -> str:
    return hmac.digest(key, text, "sha256").hex()


def authorization(claim: Claim, sig: str) -> str:
    return (
        f"{claim.algorithm} Credential={claim.access_key}/{claim.scope}, "
        f"SignedHeaders={claim.signed_headers}, Signature={sig}"
    )


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
        if row.is_aws:
            return query_encoded_pairs(
                re.sub(rb"%(?![0-9A-Fa-f]{2})", b"%25", query).replace(b"#", b"%23")
            )
        first: dict[str, str] = {}
        for name, value in dci_params(query):
            first.setdefault(name, value)
        return urllib.parse.urlencode(sorted(first.items())).encode("ascii")


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
    last = payload_line(row, request) if payload is None else payload
    text = canonical_request(
        request.method, path, query, headers, claim.signed_headers.encode(), last
    )
    sts = string_to_sign(claim, timestamp, text)
    key = signing_key(claim, secret)
    sig = signature(key, sts)
    return Signed(text, sts, key, sig, authorization(claim, sig), [])


# ---- The signer ----------------------------------------------------------------------------------


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


def is_token(data: bytes) -> bool:
    return bool(data) and all(b in TCHAR for b in data)


def check_target(row: Row, target: bytes) -> None:
    path, query = split_target(target)
    raw = (b"\0", b"\r", b"\n")
    if any(c in path for c in raw):
        raise Refused("malformed-uri")
    if row.is_aws and (not path.startswith(b"/") or b"#" in path or has_bad_escape(path)):
        raise Refused("malformed-uri")
    if any(c in query for c in raw):
        raise Refused("malformed-query")
    row.canonical_query(query)


def check_headers(row: Row, request: Request, p: Params) -> None:
    for name, value in request.headers:
        if not is_token(name) or any(c in value for c in (b"\0", b"\r", b"\n")):
            raise Refused("malformed-header")
    if len(request.values(b"host")) > 1:
        raise Refused("duplicate-host")
    reserved = [b"authorization", row.date_header.encode()]
    if row.is_aws and p.session_token:
        reserved.append(TOKEN_HEADER.encode())
    if row.hash_header_always:
        reserved.append(HASH_HEADER.encode())
    if any(request.values(name) for name in reserved):
        raise Refused("reserved-header")


def check_params(row: Row, p: Params) -> None:
    aws_only_empty = p.algorithm or p.terminator or p.datestamp
    if row.is_aws and (aws_only_empty or not p.region or not p.service):
        raise Refused("argument")
    if not row.is_aws and p.session_token:
        raise Refused("argument")
    if not p.secret_key:
        raise Refused("argument")
    if any(c in p.session_token for c in "\0\r\n"):
        raise Refused("malformed-header")
    sides = p.access_key.split("/")
    if len(sides) != (1 if row.is_aws else 2) or not all(sides) or len(p.access_key) > 128:
        raise Refused("malformed-credential")
    for part in (p.access_key, p.region, p.service):
        if not re.fullmatch(r"[!-+\--~]*", part):
            raise Refused("malformed-credential")
    if "/" in p.region + p.service:
        raise Refused("malformed-credential")
    if not is_timestamp(p.timestamp):
        raise Refused("malformed-date")


def check_payload(row: Row, request: Request, p: Params) -> bytes:
    """The payload hash line, with the caller's word checked."""
    real = sha256_hex(request.body)
    if p.payload and not row.is_aws and not HEX64.fullmatch(p.payload):
        raise Refused("payload-mode-not-allowed")
    if p.payload and p.payload not in PAYLOAD_WORDS and not HEX64.fullmatch(p.payload):
        raise Refused("payload-hash-invalid")
    line = (p.payload or real).encode()
    given = request.values(HASH_HEADER.encode()) if row.is_aws else []
    if given and b",".join(row.canonical_value(v) for v in given) != line:
        raise Refused("payload-hash-mismatch")
    return line


def choose_names(row: Row, headers: Headers, added: Headers, p: Params) -> list[bytes]:
    present = {name.lower() for name, _ in headers}
    if p.signed_headers is None:
        return sorted(present) if row.is_aws else [b"host", b"x-dci-date"]
    names = p.signed_headers.encode().split(b";")
    if row.is_aws:
        names = sorted(n.lower() for n in names)
    if (
        not all(is_token(n) for n in names)
        or len(set(names)) != len(names)
        or any(n != n.lower() for n in names)
    ):
        raise Refused("signed-headers-malformed")
    if any(n not in present and (row.is_aws or n != b"host") for n in names):
        raise Refused("signed-header-missing")
    if row.is_aws and b"host" not in names:
        raise Refused("host-not-signed")
    if row.is_aws and any(n.lower() not in names for n, _ in added):
        raise Refused("header-not-signed")
    return names


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
    if row.is_aws and not request.values(b"host"):
        raise Refused("host-not-signed")
    added: Headers = [(row.date_header.encode(), p.timestamp.encode())]
    if row.is_aws and p.session_token:
        added.append((TOKEN_HEADER.encode(), p.session_token.encode()))
    if row.hash_header_always:
        added.append((HASH_HEADER.encode(), line))
    headers = request.headers + added
    if not row.is_aws and not request.values(b"host"):
        headers = [*headers, (b"host", DCI_HOST)]
    names = choose_names(row, headers, added, p)
    for name in names:
        if not row.is_aws and sum(n.lower() == name for n, _ in headers) > 1:
            raise Refused("malformed-header")
    claim = Claim(
        algorithm=p.algorithm or row.algorithm,
        access_key=p.access_key,
        date=p.datestamp or p.timestamp[:8],
        region=p.region or row.default_region,
        service=p.service or row.default_service,
        terminator=p.terminator or row.terminator,
        signed_headers=b";".join(names).decode(),
    )
    whole = replace(request, headers=headers)
    out = seal(row, whole, claim, p.secret_key, p.timestamp, payload=line, **stages)
    return replace(out, added=[*added, (b"Authorization", out.authorization.encode())])
