# SPDX-License-Identifier: Apache-2.0
"""Mutations of verify inputs. A negative is its base plus one of these; the lint replays them from
the JSON alone.

A recipe is {base, step, op, at, value}. With step `after-sign` the request is changed and the
signature stays (does the signature bind this?). With step `before-sign` the request is changed
and signed again with the right secret (is this refused although the signature is right?).
"""

from __future__ import annotations

import copy
import hashlib
import hmac
import urllib.parse
from collections.abc import Callable
from dataclasses import dataclass, replace

from . import model
from . import reference as ref
from .model import Json
from .reference_stages import authorization, scope_of


class BadRecipe(Exception):
    """The recipe cannot be applied to its base."""


# ---- Operations on the request and on what stands beside it --------------------------------------


def index_of(request: ref.Request, name: bytes) -> int:
    for i, (n, _) in enumerate(request.headers):
        if n.lower() == name.lower():
            return i
    raise BadRecipe(f"the base has no header {name!r}")


def set_header(request: ref.Request, at: bytes, value: bytes) -> ref.Request:
    headers = list(request.headers)
    i = index_of(request, at)
    headers[i] = (headers[i][0], value)
    return replace(request, headers=headers)


def remove_header(request: ref.Request, at: bytes, _: bytes) -> ref.Request:
    i = index_of(request, at)
    return replace(request, headers=request.headers[:i] + request.headers[i + 1 :])


def rename_header(request: ref.Request, at: bytes, value: bytes) -> ref.Request:
    headers = list(request.headers)
    i = index_of(request, at)
    headers[i] = (value, headers[i][1])
    return replace(request, headers=headers)


def swap_headers(request: ref.Request, at: bytes, _: bytes) -> ref.Request:
    """Exchanges the values of the first two headers of one name."""
    headers = list(request.headers)
    first, second = [i for i, (n, _) in enumerate(headers) if n.lower() == at.lower()][:2]
    headers[first], headers[second] = headers[second], headers[first]
    return replace(request, headers=headers)


def set_auth_param(request: ref.Request, at: bytes, value: bytes) -> ref.Request:
    """Replaces one field of the Authorization header as text: algorithm, Credential,
    SignedHeaders or Signature."""
    algorithm, _, rest = request.values(b"authorization")[0].partition(b" ")
    if at == b"algorithm":
        return set_header(request, b"authorization", value + b" " + rest)
    end = b"," if rest.endswith(b",") else b""  # of version 1 of DCI
    fields = [f.partition(b"=") for f in rest.removesuffix(end).split(b", ")]
    if at not in [name for name, _, _ in fields]:
        raise BadRecipe(f"the base has no field {at!r}")
    text = b", ".join(name + b"=" + (value if name == at else old) for name, _, old in fields)
    return set_header(request, b"authorization", algorithm + b" " + text + end)


def set_body_and_hash(request: ref.Request, at: bytes, value: bytes) -> ref.Request:
    """Another body, and its hash in the header `at`."""
    return set_header(replace(request, body=value), at, ref.sha256_hex(value).encode())


def move_to_query(request: ref.Request, at: bytes, _: bytes) -> ref.Request:
    """Takes Authorization away and writes its fields, those that `at` names with ';' between, as
    arguments."""
    algorithm, _, rest = request.values(b"authorization")[0].partition(b" ")
    fields = dict(f.split(b"=", 1) for f in rest.split(b", ")) | {b"Algorithm": algorithm}
    pairs = [
        b"X-Amz-" + name + b"=" + urllib.parse.quote(fields[name], safe="").encode()
        for name in at.split(b";")
    ]
    target = request.target + (b"&" if b"?" in request.target else b"?") + b"&".join(pairs)
    return remove_header(replace(request, target=target), b"authorization", b"")


REQUEST_OPS: dict[str, Callable[[ref.Request, bytes, bytes], ref.Request]] = {
    "set-method": lambda r, _, value: replace(r, method=value),
    "set-target": lambda r, _, value: replace(r, target=value),
    "set-body": lambda r, _, value: replace(r, body=value),
    "add-header": lambda r, at, value: replace(r, headers=[*r.headers, (at, value)]),
    "prepend-header": lambda r, at, value: replace(r, headers=[(at, value), *r.headers]),
    "set-header": set_header,
    "remove-header": remove_header,
    "rename-header": rename_header,
    "swap-headers": swap_headers,
    "set-auth-param": set_auth_param,
    "set-body-and-hash": set_body_and_hash,
    "move-to-query": move_to_query,
}


def set_policy(policy: Json, at: str, value: str) -> None:
    """Sets a knob. Names are joined with ';', and a limit is 'limits/headers' with a number."""
    if at.startswith("limits/"):
        policy.setdefault("limits", {})[at.removeprefix("limits/")] = int(value)
    else:
        policy[at] = value.split(";") if at in ("must_sign", "guard") else value


def remove_policy(policy: Json, at: str) -> None:
    """Takes out a knob, or all limits if one of them is named."""
    policy.pop(at.partition("/")[0])


def set_context(inp: Json, op: str, at: str, value: str) -> Json:
    out = copy.deepcopy(inp)
    if op == "set-clock":
        out["clock"][at] = value
    elif op == "set-expect":
        out["expect"][at] = value
    elif op == "set-policy":
        set_policy(out.setdefault("policy", {}), at, value)
    elif op == "remove-policy":
        remove_policy(out["policy"], at)
        if not out["policy"]:
            del out["policy"]
    elif op == "set-key":
        out["keyring"][0][at] = value
    elif op == "remove-key-token":
        del out["keyring"][0]["session_token"]
    return out


CONTEXT_OPS = (
    "set-clock",
    "set-expect",
    "set-policy",
    "remove-policy",
    "set-key",
    "remove-key-token",
)


# ---- Signing again -------------------------------------------------------------------------------


@dataclass(frozen=True)
class Sealing:
    """Everything `seal` needs, taken from a signed request, so that one thing of it can be
    changed."""

    row: ref.Row
    request: ref.Request
    claim: ref.Claim
    secret: str
    payload: bytes | None = None
    absent: bytes | None = None
    path: bytes | None = None
    query: bytes | None = None
    timestamp: str | None = None
    digest: str = ""  # of hashlib: what a wordy signer hashes with; empty: as the row does


def parse_claim(row: ref.Row, authorization: str, timestamp: str) -> ref.Claim:
    """The claim of an Authorization header; without a scope its date is the day of the request."""
    algorithm, rest = authorization.split(" ", 1)
    fields = dict(f.split("=", 1) for f in rest.split(", "))
    names = fields["SignedHeaders"]
    if not row.has_scope:
        return ref.Claim(algorithm, fields["Credential"], timestamp[:8], "", "", "", names)
    key, date, region, service, terminator = fields["Credential"].rsplit("/", 4)
    return ref.Claim(algorithm, key, date, region, service, terminator, names)


def sealing_of(inp: Json) -> Sealing:
    request, row = model.get_request(inp["request"]), ref.ROWS[inp["profile"]]
    times = request.values(row.date_header.encode()) or [b""]
    authorization = request.values(b"authorization")[0].decode()
    claim = parse_claim(row, authorization, times[0].decode("utf-8", "replace"))
    secret = next(
        (k["secret_key"] for k in inp["keyring"] if k["access_key"] == claim.access_key), None
    )
    if secret is None:
        raise BadRecipe(f"the base has no key {claim.access_key}")
    return Sealing(row, request, claim, secret)


def list_name(claim: ref.Claim, name: str) -> ref.Claim:
    names = sorted({*claim.signed_headers.split(";"), name.lower()})
    return replace(claim, signed_headers=";".join(names))


def unlist_name(claim: ref.Claim, name: str) -> ref.Claim:
    names = [n for n in claim.signed_headers.split(";") if n != name.lower()]
    return replace(claim, signed_headers=";".join(names))


def change_sealing(s: Sealing, op: str, at: str, value: bytes) -> Sealing:
    text = value.decode("utf-8", "replace")
    date = s.row.date_header.encode()
    if op == "set-claim":
        return replace(s, claim=replace(s.claim, **{at.replace("-", "_"): text}))
    if op == "set-time":
        return replace(
            s, request=set_header(s.request, date, value), claim=replace(s.claim, date=text[:8])
        )
    if op == "set-secret":
        return replace(s, secret=text)
    if op == "sign-as":
        return replace(s, claim=replace(s.claim, access_key=at), secret=text)
    if op == "set-payload-line":
        return replace(s, payload=value)
    if op == "list-absent-header":
        return replace(s, claim=list_name(s.claim, at), absent=b"" if text == "empty" else None)
    if op == "add-signed-header":
        request = replace(s.request, headers=[*s.request.headers, (at.encode(), value)])
        return replace(s, request=request, claim=list_name(s.claim, at))
    if op == "set-canonical":
        return replace(s, **{at: value})
    if op == "set-algorithm":
        return replace(s, claim=replace(s.claim, algorithm=text), digest=at)
    if op in ("respell-date", "drop-date", "date-instead"):
        return change_date(s, op, at, value)
    if op == "remove-header":
        s = replace(
            s,
            claim=unlist_name(s.claim, at),
            timestamp=(s.request.values(date) or [b""])[0].decode(),
        )
    return replace(s, request=REQUEST_OPS[op](s.request, at.encode(), value))


def change_date(s: Sealing, op: str, at: str, value: bytes) -> Sealing:
    """The header is spelt otherwise, goes, or becomes a Date; the string to sign keeps its time, or
    has the one that `at` names."""
    date = s.row.date_header.encode()
    request = remove_header(s.request, date, b"")
    claim = unlist_name(s.claim, s.row.date_header)
    if op == "respell-date":
        request, claim = set_header(s.request, date, value), s.claim
    elif op == "date-instead":
        request = replace(request, headers=[*request.headers, (b"Date", value)])
        claim = list_name(claim, "date")
    kept = s.request.values(date)[0].decode()
    time = value.decode() if op == "drop-date" else at or kept
    return replace(s, request=request, claim=claim, timestamp=time)


def authorization_by(s: Sealing, timestamp: str, request: bytes) -> str:
    """What a signer writes that puts any word for the algorithm into its string to sign and derives
    the key as ever; all its digests are those of hashlib's `digest`."""

    def mac(key: bytes, text: str) -> bytes:
        return hmac.digest(key, text.encode(), s.digest)

    lines = (
        s.claim.algorithm,
        timestamp,
        scope_of(s.row, s.claim),
        hashlib.new(s.digest, request).hexdigest(),
    )
    key = s.row.algorithm.partition("-")[0].encode() + s.secret.encode()
    for part in (s.claim.date, s.claim.region, s.claim.service, s.claim.terminator):
        key = mac(key, part)
    return authorization(s.row, s.claim, mac(key, "\n".join(lines)).hex())


def run_seal(s: Sealing) -> ref.Request:
    """Signs the request of `s` and puts the new Authorization where the old one is."""
    dates = s.request.values(s.row.date_header.encode())
    timestamp = s.timestamp if s.timestamp is not None else dates[0].decode("utf-8", "replace")
    out = ref.seal(
        s.row,
        s.request,
        s.claim,
        s.secret,
        timestamp,
        payload=s.payload,
        absent=s.absent,
        path=s.path,
        query=s.query,
    )
    text = authorization_by(s, timestamp, out.canonical_request) if s.digest else out.authorization
    return set_header(s.request, b"authorization", text.encode())


# ---- Replay --------------------------------------------------------------------------------------


def replay(base: Json, recipe: Json) -> Json:
    """The input that the recipe makes of its base's input."""
    op, at = recipe["op"], recipe.get("at", "")
    value = model.get_bytes(recipe, "value")
    if op in CONTEXT_OPS:
        return set_context(base, op, at, value.decode())
    out = copy.deepcopy(base)
    if recipe["step"] == "before-sign":
        request = run_seal(change_sealing(sealing_of(base), op, at, value))
    elif op in REQUEST_OPS:
        request = REQUEST_OPS[op](model.get_request(base["request"]), at.encode(), value)
    else:
        raise BadRecipe(f"{op} has no meaning after signing")
    out["request"] = model.put_request(request)
    return out


OPS = sorted(
    {
        *REQUEST_OPS,
        *CONTEXT_OPS,
        "set-claim",
        "set-time",
        "set-secret",
        "sign-as",
        "set-payload-line",
        "list-absent-header",
        "add-signed-header",
        "set-canonical",
        "set-algorithm",
        "respell-date",
        "drop-date",
        "date-instead",
    }
)
