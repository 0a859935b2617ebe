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
from dciauthlib import headers_of, need_plain, now_of, pairs_of, params_of, secret_of
from dciauthlib import serve_dciauth, unknown
from shimlib import Json, Request, Unrepresentable, accepted, datetime_of, put, rejected
from shimlib import request_of, signed, text

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


def stages_of(signature: Signature) -> dict[str, str]:
    return {
        "canonical_request": signature._create_canonical_request(),
        "string_to_sign": signature._create_string_to_sign(),
    }


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
    out = signed(authorization, stages_of(signature), result.items(), req.headers)
    put(out, "signature", authorization.rpartition("Signature=")[2].removesuffix(","))
    return out


def verify(inp: Json) -> Json:
    req, now = request_of(inp), now_of(inp, DAY, "a day, by default")
    request = auth_request(req, dict(reversed(pairs_of(req))))  # the first value of a key stays
    info = request.get_client_info()
    principal = f"{info['client_type']}/{info['client_id']}" if info else ""
    secret = secret_of(inp, principal)
    if secret is None:
        return unknown({})
    signature = Signature(request, now.replace(tzinfo=None))
    if signature.is_expired():
        return rejected("is_expired", "is_expired() is true", {})
    valid = signature.is_valid(secret)
    stages = stages_of(signature)
    if not valid:
        return rejected("is_valid", "is_valid() is false", stages)
    return accepted(principal, stages)


serve_dciauth(
    {"sign": sign, "verify": verify},
    ["dci1"],
    """
        header.custom header.repeated header.raw-bytes path.raw-bytes query.raw-bytes
        query.duplicate-keys clock.injectable policy.python-dciauth view.wire
    """,
)
