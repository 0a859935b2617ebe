# SPDX-License-Identifier: Apache-2.0
"""The functions of `dciauth.v2`, which releases 2 and 4 both have, behind the shim protocol.

Signing is `dciauth.v2.headers.generate_headers`, with time stamp and date stamp in its dictionary.
Verifying is the page's example: `is_valid({method, endpoint, data, params}, {secret_key},
parse_headers(headers))`. It reads the clock, so `get_now` is replaced by the vector's time. A
repeated key of a query is refused when signing; verifying, its first value counts, as with Flask's
`request.args.to_dict(flat=True)`. The package has one policy, its own: a strict vector is judged by
it too. The stages are the DEBUG messages of `dciauth.v2.headers`.

The dictionary holds the request as on the wire, or, where policy.view is wsgi, what a view in Flask
makes of `flask.request` (wsgi.py). With the argument --wsgi that is so where no view is asked for,
too.
"""

from __future__ import annotations

import logging
import sys
from typing import Any

import dciauth.v2.headers
import dciauth.v2.signature
import flask
from dciauthlib import first_args_of, headers_of, is_wsgi, last_headers_of, need_plain, now_of
from dciauthlib import params_of, secret_of, serve_dciauth, unknown
from shimlib import Json, Refused, Request, accepted, rejected, request_of, signed, text
from wsgi import refuses, through_flask

WSGI = "--wsgi" in sys.argv

MESSAGES = {"Canonical request ": "canonical_request", "String to sign ": "string_to_sign"}
OPTIONS = {n: n for n in ("algorithm", "region", "service", "signed_headers")}
OPTIONS["terminator"] = "request_type"
FEATURES = """
    header.custom header.raw-bytes path.raw-bytes query.raw-bytes query.duplicate-keys
    signed-headers.select params.constants clock.injectable policy.python-dciauth
    view.wire view.wsgi
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


def plain(inp: Json) -> tuple[dict[str, str], dict[str, Any]]:
    """The headers and the dictionary of a caller that has them as on the wire."""
    req = request_of(inp)
    asked = "view" in inp.get("policy", {})
    headers = last_headers_of(req) if asked else headers_of(req)
    return headers, dictionary_of(req, first_args_of(req))


def in_a_view(request: flask.Request) -> tuple[Any, dict[str, Any]]:
    params = request.args.to_dict(flat=True)
    sent = {"method": request.method, "endpoint": request.path, "data": request.data}
    return request.headers, sent | {"params": params}


def verify(inp: Json) -> Json:
    now = now_of(inp, 900, "15 minutes, always").replace(tzinfo=None)
    dciauth.v2.signature.get_now = dciauth.v2.headers.get_now = lambda: now
    Stages.found.clear()
    wsgi = is_wsgi(inp, WSGI)
    headers, request = through_flask(inp, in_a_view) if wsgi else plain(inp)
    parsed = dciauth.v2.headers.parse_headers(headers)
    principal = f"{parsed['client_type']}/{parsed['client_id']}" if parsed else ""
    secret = secret_of(inp, principal)
    if parsed and secret is None:
        return unknown({})
    valid, message = dciauth.v2.signature.is_valid(request, {"secret_key": secret}, parsed)
    if valid:
        return accepted(principal, Stages.found)
    return rejected(message, message, Stages.found)


def serve_v2(profile: str) -> None:
    logging.getLogger("dciauth.v2.headers").addHandler(Stages())
    logging.getLogger("dciauth.v2.headers").setLevel(logging.DEBUG)
    ops = {"sign": sign, "verify": refuses(verify)}
    serve_dciauth(ops, [profile], FEATURES)
