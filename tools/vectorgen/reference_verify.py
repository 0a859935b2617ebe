# SPDX-License-Identifier: Apache-2.0
"""An independent verifier: the second origin of every verdict, as reference.py is of every stage.

The strict policy of vectors/README.md and its knobs, written from the same texts and on top of the
same stages as the signer; it shares no code with lib/. Checks run in the order of
vectors/errors.json, so the class of the first one that fails is the reason. It is made to be read:
one function a question, every question in `verify`.

The preset python-dciauth has no place here: that package's own runs decide about it.
"""

from __future__ import annotations

import datetime
import hmac
import itertools
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from . import model, reference_limits
from . import reference as ref
from . import reference_tolerances as tolerances
from .model import Json
from .reference import Claim, Refused, Request, Row
from .reference_limits import MAX_ACCESS_KEY, MAX_SCOPE_PART, MAX_SECRET
from .reference_rules import has_bad_escape, path_unquote, value_split_join, value_verbatim
from .reference_tolerances import FIELDS, is_lenient

# What a part of a credential holds: visible, without the separators.
PART = re.compile(r"[!-+\-.0-~]+")
SIGNATURE = re.compile(r"[0-9a-f]{64}")
# A second authentication beside the header, in any case.
QUERY_AUTH = re.compile(
    rb"x-amz-(algorithm|credential|security-token|signature)", re.IGNORECASE | re.DOTALL
)


@dataclass(frozen=True)
class Verdict:
    """`error` is the class of the refusal; empty where the request is accepted."""

    error: str = ""
    principal: str = ""


def require(good: bool, word: str) -> None:
    if not good:
        raise Refused(word)


def trim(row: Row, value: bytes) -> str:
    """A value without the white space at its ends, as the row knows it: what is inside stays. As
    text of which only ASCII will pass."""
    if row.canonical_value is value_verbatim:
        return value.decode("latin-1")
    if row.canonical_value is value_split_join:
        value = value.decode("utf-8", "surrogateescape").strip().encode("utf-8", "surrogateescape")
    return value.strip(b" \t").decode("latin-1")


# ---- What arrived --------------------------------------------------------------------------------


def check_wire(text: bytes, word: str) -> None:
    """RFC 9112, 3.2: no control and no white space in a target."""
    require(not re.search(rb"[\x00-\x20\x7f]", text), word)


def check_form(path: bytes) -> None:
    """The rows of DCI take a path, an absolute URI, or nothing."""
    require(bool(re.match(rb"/|[A-Za-z][A-Za-z0-9+.-]*://|\Z", path)), "malformed-uri")


def check_decoded(path: bytes) -> None:
    """Where a path is signed decoded, it must not be another one before: no escape that is none, no
    escaped control or slash, and nothing that is no UTF-8."""
    require(not has_bad_escape(path), "malformed-uri")
    require(not re.search(rb"%([01][0-9A-Fa-f]|7[Ff]|2[Ff])", path), "malformed-uri")
    for run in re.findall(rb"(?:%[0-9A-Fa-f]{2})+|[^%]+", path):
        try:
            ref.percent_decode(run).decode("utf-8")
        except UnicodeDecodeError as e:
            raise Refused("malformed-uri") from e


def canonical_query(row: Row, query: bytes, policy: Json) -> bytes:
    """Under `repeat: first` the first value of a name is all there is of it, in the rows whose
    queries are dictionaries; under `refuse` a name stands there once."""
    text = row.canonical_query if policy.get("repeat") != "first" else first_values(row)
    pairs = text(query)
    names = [pair.partition(b"=")[0] for pair in pairs.split(b"&")]
    repeated = len(set(names)) < len(names)
    require(not repeated or policy.get("repeat") != "refuse", "duplicate-query-param")
    return pairs


def first_values(row: Row) -> Callable[[bytes], bytes]:
    def write(query: bytes) -> bytes:
        first: dict[str, str] = {}
        for name, value in ref.dci_params(query):
            first.setdefault(name, value)
        return row.write_params(first) if row.write_params else row.canonical_query(query)

    return write


def check_request(row: Row, request: Request, policy: Json) -> bytes:
    """Refuses what is no request; returns the canonical query."""
    path, query = ref.split_target(request.target)
    require(ref.is_token(request.method), "malformed-method")
    check_wire(path, "malformed-uri")
    if row.is_aws:
        require(path.startswith(b"/") and b"#" not in path, "malformed-uri")
        require(not has_bad_escape(path), "malformed-uri")
    else:
        check_form(path)
    if row.canonical_path is path_unquote:
        check_decoded(path)
    check_wire(query, "malformed-query")
    pairs = canonical_query(row, query, policy)
    for name, value in request.headers:
        require(ref.is_token(name) and not re.search(rb"[\0\r\n]", value), "malformed-header")
    require(len(request.values(b"host")) <= 1, "duplicate-host")
    return pairs


# ---- What it claims ------------------------------------------------------------------------------


def authorization_of(row: Row, request: Request) -> str:
    """The one Authorization value."""
    values = request.values(b"authorization")
    require(bool(values), "no-auth")
    _, query = ref.split_target(request.target)
    for pair in query.split(b"&") if row.is_aws else []:
        name = ref.percent_decode(pair.partition(b"=")[0])
        require(not QUERY_AUTH.fullmatch(name), "multiple-auth")
    require(len(values) == 1, "duplicate-authorization")
    return trim(row, values[0])


def read_fields(row: Row, value: str, policy: Json) -> dict[str, str]:
    """Each of the three fields once, and no other."""
    algorithm, rest = tolerances.cut_algorithm(value, policy)
    require(algorithm == row.algorithm, "bad-algorithm")
    named = tolerances.named_fields(row, rest, policy)
    require(named is not None, "malformed-auth-header")
    found = named or []
    require(all(text for _, text in found), "missing-auth-param")
    require({name for name, _ in found} == set(FIELDS), "missing-auth-param")
    require(len(found) == len(FIELDS), "duplicate-auth-param")
    return dict(found)


def check_access_key(row: Row, key: str) -> None:
    parts = key.split("/")
    require(row.key_parts in (0, len(parts)), "malformed-credential")
    require(all(PART.fullmatch(part) for part in parts), "malformed-credential")
    require(len(key) <= MAX_ACCESS_KEY, "limit-exceeded")


def read_claim(row: Row, fields: dict[str, str], policy: Json) -> Claim:
    credential = fields["Credential"]
    names = tolerances.read_names(row, fields["SignedHeaders"], policy)
    if not row.has_scope:
        check_access_key(row, credential)
        return Claim(row.algorithm, credential, "", "", "", "", names)
    parts = credential.rsplit("/", 4)
    require(len(parts) == 5, "malformed-credential")
    key, date, *scope = parts
    check_access_key(row, key)
    require(all(PART.fullmatch(part) for part in scope), "malformed-credential")
    require(all(len(part) <= MAX_SCOPE_PART for part in scope), "limit-exceeded")
    require(re.fullmatch(r"[0-9]{8}", date) is not None, "malformed-credential")
    return Claim(row.algorithm, key, date, *scope, signed_headers=names)


def check_names(names: list[bytes], any_order: bool) -> None:
    """Lower-case tokens in ascending order, each once; Authorization cannot sign itself."""
    good = all(ref.is_token(n) and n == n.lower() and n != b"authorization" for n in names)
    ascending = any_order or all(a < b for a, b in itertools.pairwise(names))
    require(good and ascending, "signed-headers-malformed")


# ---- Coverage, time, scope -----------------------------------------------------------------------


def guarded_prefix(row: Row) -> bytes:
    """The dialect's own headers are commands: x-amz-, x-dci-, dci-."""
    return row.date_header.lower().rpartition("-")[0].encode() + b"-"


def uncovered(row: Row, request: Request, names: Iterable[bytes]) -> bool:
    """Does the request hold a header of the dialect's own that is not signed? '_' counts as '-', as
    gateways read it. The payload hash may stay unsigned: its value is a line of its own."""
    exempt = {ref.HASH_HEADER.lower().encode()} if row.is_aws else set()
    lower = {name.lower() for name, _ in request.headers} - set(names) - exempt
    return any(name.replace(b"_", b"-").startswith(guarded_prefix(row)) for name in lower)


def unguarded(request: Request, names: Iterable[bytes], guard: str) -> bool:
    """Does the request hold a header that `guard` wants signed if it is there? A name, or all that
    begin with what stands before '*'."""
    wanted = guard.encode()
    for name, _ in request.headers:
        lower = name.lower()
        folded = lower.replace(b"_", b"-")
        same = folded.startswith(wanted[:-1]) if wanted.endswith(b"*") else folded == wanted
        if same and lower not in (*names, b"authorization"):
            return True
    return False


def check_own(row: Row, request: Request, names: list[bytes], policy: Json) -> None:
    """Host, the headers of the dialect, and Date where it stands for one of them."""
    has_host = row.is_aws or "host" in row.default_signed
    require(not has_host or b"host" in names, "host-not-signed")
    require(not uncovered(row, request, names), "header-not-signed")
    by_date = http_dates(row, request, policy)
    require(not by_date or not unguarded(request, names, "date"), "header-not-signed")


def check_coverage(row: Row, request: Request, names: list[bytes], policy: Json) -> None:
    if not is_lenient(policy, "coverage", "free"):
        check_own(row, request, names, policy)
    for guard in policy.get("guard", []):
        require(not unguarded(request, names, guard), "header-not-signed")
    wanted = {name.lower().encode() for name in policy.get("must_sign", [])}
    require(wanted <= set(names), "header-not-signed")
    for name in names:
        count = len(request.values(name))
        require(count > 0, "signed-header-missing")
        require(count == 1 or row.is_aws, "malformed-header")


def http_dates(row: Row, request: Request, policy: Json) -> list[bytes]:
    """The Date headers that stand for the dialect's own, where that is not there."""
    own = [name.encode() for name in (row.date_header, row.other_date_header) if name]
    if not is_lenient(policy, "date_source", "http") or any(request.values(n) for n in own):
        return []
    return request.values(b"date")


def seconds_of(timestamp: str) -> int:
    time = datetime.datetime.strptime(timestamp, "%Y%m%dT%H%M%SZ")
    return round((time - datetime.datetime(1, 1, 1)).total_seconds())


def read_date(row: Row, request: Request, policy: Json) -> str:
    """The one time stamp."""
    if dates := http_dates(row, request, policy):
        require(len(dates) == 1, "duplicate-date")
        return tolerances.http_time(trim(row, dates[0]))
    values = request.values(row.date_header.encode())
    other = request.values(row.other_date_header.encode()) if row.other_date_header else []
    require(bool(values), "missing-date")
    require(len(values) == 1 and not other, "duplicate-date")
    timestamp = trim(row, values[0])
    require(ref.is_timestamp(timestamp), "malformed-date")
    return timestamp


def check_date(row: Row, request: Request, clock: Json, policy: Json) -> str:
    """The time stamp, in its window."""
    timestamp = read_date(row, request, policy)
    age = seconds_of(clock["now"]) - seconds_of(timestamp)
    require(age <= clock["max_skew_s"], "skewed-past")
    require(-age <= clock["max_skew_s"], "skewed-future")
    return timestamp


def check_scope(row: Row, claim: Claim, timestamp: str, expect: Json, policy: Json) -> None:
    any_date = is_lenient(policy, "scope_date", "signed")
    any_region = is_lenient(policy, "scope_region", "any")
    any_service = is_lenient(policy, "scope_service", "any")
    region = expect["region"] or row.default_region
    service = expect["service"] or row.default_service
    require(any_date or claim.date == timestamp[:8], "scope-date-mismatch")
    require(any_region or claim.region == region, "scope-region")
    require(any_service or claim.service == service, "scope-service")
    require(claim.terminator == row.terminator, "scope-terminator")


# ---- Identity, body, signature -------------------------------------------------------------------


def find_key(keyring: list[Json], access_key: str) -> Json:
    """An empty secret is nobody's."""
    for key in keyring:
        if key["access_key"] == access_key:
            require(bool(key["secret_key"]), "unknown-key")
            return key
    raise Refused("unknown-key")


def check_token(row: Row, request: Request, key: Json, policy: Json) -> None:
    values = request.values(ref.TOKEN_HEADER.encode()) if row.is_aws else []
    wanted = key.get("session_token", "").encode().decode("latin-1")
    if not wanted and is_lenient(policy, "token_unexpected", "ignore"):
        return
    require(bool(values) or not wanted, "token-missing")
    require(not values or bool(wanted), "token-unexpected")
    require([trim(row, v) for v in values] == [wanted] * len(values), "token-invalid")
    require(len(values) <= 1, "token-invalid")


def payload_line(row: Row, request: Request, policy: Json) -> bytes:
    """The body's hash; the header, where there is one, must say the same or be allowed not to."""
    line = ref.sha256_hex(request.body).encode()
    values = request.values(ref.HASH_HEADER.encode()) if row.is_aws else []
    if not values:
        by_body = not row.hash_header_always or is_lenient(policy, "payload_absent", "hash")
        require(by_body, "payload-hash-missing")
        return line
    word = trim(row, values[0])
    any_case = is_lenient(policy, "payload_hash_case", "accept")
    known = ref.HEX64.fullmatch(word.lower() if any_case else word) or word in ref.PAYLOAD_WORDS
    require(bool(known) and len(values) == 1, "payload-hash-invalid")
    if word == ref.UNSIGNED_PAYLOAD:
        require(policy.get("unsigned_payload") == "allow", "unsigned-payload-forbidden")
        return word.encode()
    require(word not in ref.PAYLOAD_WORDS, "payload-mode-not-allowed")
    same = word.encode() == line or (any_case and word.lower().encode() == line)
    require(same, "payload-hash-mismatch")
    return word.encode()


def claim_of(row: Row, request: Request, policy: Json) -> tuple[Claim, str]:
    """What Authorization says, with the digits of its signature."""
    fields = read_fields(row, authorization_of(row, request), policy)
    claim = read_claim(row, fields, policy)
    names = claim.signed_headers.encode("latin-1").split(b";")
    check_names(names, tolerances.takes_any_order(row, policy))
    digits = tolerances.signature_digits(fields["Signature"], policy)
    require(SIGNATURE.fullmatch(digits) is not None, "signature-malformed")
    reference_limits.check_claim(claim, policy.get("limits", {}))
    return claim, digits


def judge(inp: Json) -> Claim:
    """Every question in its order; the claim, where all are answered."""
    row, request = ref.ROWS[inp["profile"]], model.get_request(inp["request"])
    policy = inp.get("policy", {})
    reference_limits.check_request(request, policy.get("limits", {}))
    query = check_request(row, request, policy)
    claim, digits = claim_of(row, request, policy)
    check_coverage(row, request, claim.signed_headers.encode("latin-1").split(b";"), policy)
    timestamp = check_date(row, request, inp["clock"], policy)
    if row.has_scope:
        check_scope(row, claim, timestamp, inp["expect"], policy)
    else:
        claim = replace(claim, date=timestamp[:8])
    key = find_key(inp["keyring"], claim.access_key)
    check_token(row, request, key, policy)
    line = payload_line(row, request, policy)
    secret = key["secret_key"]
    require(len(secret.encode()) <= MAX_SECRET, "limit-exceeded")
    right = ref.seal(row, request, claim, secret, timestamp, payload=line, query=query)
    require(hmac.compare_digest(digits, right.signature), "signature-mismatch")
    return claim


def is_judged(inp: Json) -> bool:
    """The verdicts of a package are the package's."""
    return inp.get("policy", {}).get("preset", "strict") == "strict"


def verify(inp: Json) -> Verdict:
    """The verdict on the input of a verify vector."""
    try:
        return Verdict(principal=judge(inp).access_key)
    except Refused as e:
        return Verdict(error=e.word)
