# SPDX-License-Identifier: Apache-2.0
"""The functions of `dciauth.v2`, which releases 2 and 4 both have, behind the shim protocol.

Signing is `dciauth.v2.headers.generate_headers`, with time stamp and date stamp in its dictionary.
Verifying is the page's example: `is_valid({method, endpoint, data, params}, {secret_key},
parse_headers(headers))`. It reads the clock, so `get_now` is replaced by the vector's time. A
repeated key of a query is refused when signing; verifying, its first value counts, as with Flask's
`request.args.to_dict(flat=True)`. The package has one policy, its own: a strict vector is judged by
it too. The stages are the DEBUG messages of `dciauth.v2.headers`.
"""

from __future__ import annotations

import logging
from typing import Any

import dciauth.v2.headers
import dciauth.v2.signature
from dciauthlib import headers_of, need_plain, pairs_of, params_of, serve_dciauth
from shimlib import Json, Refused, Request, Unrepresentable, datetime_of, put, request_of
from shimlib import signed, text

MESSAGES = {"Canonical request ": "canonical_request", "String to sign ": "string_to_sign"}
OPTIONS = {n: n for n in ("algorithm", "region", "service", "signed_headers")}
OPTIONS["terminator"] = "request_type"
FEATURES = """
    header.custom header.raw-bytes path.raw-bytes query.raw-bytes query.duplicate-keys
    signed-headers.select params.constants clock.injectable
"""


class Stages(logging.Handler):
    found: dict[str, str] = {}

    def emit(self, record: logging.LogRecord) -> None:
        for prefix, stage in MESSAGES.items():
            if record.getMessage().startswith(prefix):
                self.found[stage] = record.getMessage().removeprefix(prefix)


def dictionary_of(req: Request, params: dict[str, str]) -> dict[str, Any]:
    return {"method": req.method, "endpoint": req.path, "params": params, "data": req.body}


def sign(inp: Json) -> Json:
    need_plain(inp)
    req, params, creds = request_of(inp), inp["params"], inp["credentials"]
    request = dictionary_of(req, params_of(req))
    request["timestamp"] = text(params, "timestamp")
    request["datestamp"] = text(params, "datestamp", request["timestamp"][:8])
    request |= {key: text(params, name) for name, key in OPTIONS.items() if params.get(name)}
    headers = {name.lower(): value for name, value in headers_of(req).items()}
    if "host" in headers:
        request["host"] = headers["host"]
    if "signed_headers" in request:
        default = {"host": "api.distributed-ci.io", "x-dci-date": request["timestamp"]}
        request["canonical_headers"] = default | headers
    Stages.found.clear()
    credentials = {name: text(creds, name) for name in ("access_key", "secret_key")}
    result = dciauth.v2.headers.generate_headers(request, credentials)
    if not result:
        raise Refused("generate_headers returned {}")
    authorization = result.pop("Authorization")
    return signed(authorization, Stages.found, result.items(), req.headers)


def verify(inp: Json) -> Json:
    req, clock = request_of(inp), inp["clock"]
    if clock.get("max_skew_s", 900) != 900:
        raise Unrepresentable("the package allows 15 minutes, always")
    now = datetime_of(text(clock, "now")).replace(tzinfo=None)
    dciauth.v2.signature.get_now = dciauth.v2.headers.get_now = lambda: now
    Stages.found.clear()
    parsed = dciauth.v2.headers.parse_headers(headers_of(req))
    principal = f"{parsed['client_type']}/{parsed['client_id']}" if parsed else ""
    secrets = {text(k, "access_key"): text(k, "secret_key") for k in inp["keyring"]}
    if parsed and principal not in secrets:
        return {"decision": "reject", "error": {"message": "no such client", "native": "lookup"}}
    request = dictionary_of(req, dict(reversed(pairs_of(req))))  # the first value of a key stays
    secret = {"secret_key": secrets.get(principal, "")}
    valid, message = dciauth.v2.signature.is_valid(request, secret, parsed)
    out: Json = {"decision": "accept" if valid else "reject", "stages": {}}
    for stage, value in Stages.found.items():
        put(out["stages"], stage, value)
    if valid:
        put(out, "principal", principal)
        return out
    return out | {"error": {"message": message, "native": "is_valid"}}


def serve_v2(profile: str, more_features: str = "") -> None:
    logging.getLogger("dciauth.v2.headers").addHandler(Stages())
    logging.getLogger("dciauth.v2.headers").setLevel(logging.DEBUG)
    serve_dciauth({"sign": sign, "verify": verify}, [profile], FEATURES + more_features)
