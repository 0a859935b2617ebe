# SPDX-License-Identifier: Apache-2.0
"""dciauth 2.1.7 behind the shim protocol: version 1 of its signature, which is still in it.

Signing is `Signature(AuthRequest(method, endpoint, payload, headers, params), now)
.generate_headers(type, id, secret)`, verifying `is_expired()` and `is_valid(secret)` of the same
class. A body is what `json.dumps` makes of a dictionary with its keys in order, or empty; the API
takes no other. It signs every header it is given. The stages are what its private methods return.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from dciauth.request import AuthRequest
from dciauth.signature import Signature
from dciauthlib import headers_of, need_plain, pairs_of, params_of, serve_dciauth
from shimlib import Json, Request, Unrepresentable, datetime_of, put, request_of, signed, text

DAY = 86400


def payload_of(body: bytes) -> Json:
    """The dictionary that the package turns into exactly this body."""
    try:
        payload = json.loads(body) if body else {}
    except ValueError:
        payload = None
    if not isinstance(payload, dict):
        raise Unrepresentable("the API takes a dictionary, and the body is none in JSON")
    if body and (not payload or json.dumps(dict(sorted(payload.items()))).encode() != body):
        raise Unrepresentable("json.dumps writes this dictionary in another way")
    return payload


def auth_request(req: Request, params: dict[str, str]) -> AuthRequest:
    return AuthRequest(req.method, req.path, payload_of(req.body), headers_of(req), params)


def put_stages(out: Json, signature: Signature) -> None:
    put(out["stages"], "canonical_request", signature._create_canonical_request())
    put(out["stages"], "string_to_sign", signature._create_string_to_sign())


def sign(inp: Json) -> Json:
    need_plain(inp)
    req, params, creds = request_of(inp), inp["params"], inp["credentials"]
    if any(value for name, value in params.items() if name != "timestamp"):
        raise Unrepresentable("the API takes nothing of a scope, and no choice of headers")
    key = text(creds, "access_key").split("/")
    if len(key) != 2:
        raise Unrepresentable("generate_headers takes a type and an id")
    request = auth_request(req, params_of(req))
    now = datetime_of(text(params, "timestamp")).replace(tzinfo=None)
    signature = Signature(request, now)
    result = signature.generate_headers(*key, text(creds, "secret_key"))
    authorization = result.pop("authorization")
    out = signed(authorization, {}, result.items(), req.headers)
    put(out, "signature", authorization.rpartition("Signature=")[2].removesuffix(","))
    put_stages(out, signature)
    return out


def verify(inp: Json) -> Json:
    req, clock = request_of(inp), inp["clock"]
    if clock.get("max_skew_s", DAY) != DAY:
        raise Unrepresentable("the package allows a day, by default")
    request = auth_request(req, dict(reversed(pairs_of(req))))  # the first value of a key stays
    info = request.get_client_info()
    principal = f"{info['client_type']}/{info['client_id']}" if info else ""
    secrets = {text(k, "access_key"): text(k, "secret_key") for k in inp["keyring"]}
    if principal not in secrets:
        return {"decision": "reject", "error": {"message": "no such client", "native": "lookup"}}
    signature = Signature(request, datetime_of(text(clock, "now")).replace(tzinfo=None))
    out: Json = {"decision": "reject", "stages": {}}
    if signature.is_expired():
        return out | {"error": {"message": "is_expired() is true", "native": "is_expired"}}
    valid = signature.is_valid(secrets[principal])
    put_stages(out, signature)
    if not valid:
        return out | {"error": {"message": "is_valid() is false", "native": "is_valid"}}
    put(out, "principal", principal)
    return out | {"decision": "accept"}


serve_dciauth(
    {"sign": sign, "verify": verify},
    ["dci1"],
    """
        header.custom header.repeated header.raw-bytes path.raw-bytes query.raw-bytes
        query.duplicate-keys clock.injectable
    """,
)
