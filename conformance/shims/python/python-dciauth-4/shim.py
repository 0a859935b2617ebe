# SPDX-License-Identifier: Apache-2.0
"""dciauth 4 behind the shim protocol: its classes `HmacSignature`, which the class for requests
signs with, too, and `FlaskHmacSignature`, which verifies.

The call that signs is `HmacSignature(options, now).add_request({method, path, params, data, host})
.generate_headers({access_key, secret_key})`; the stages are attributes of the object. It signs Host
and its date header and is not shown any other header. The service key chooses the date header: dci2
is the class with DCI's constants, dci-aws4 with AWS's.

With the argument --url the call is that of the class for requests, `HmacAuthBase(...)(r)`, where r
is a PreparedRequest: it takes the arguments of HmacSignature out of the URL, which is https, the
Host header and the target. It reads the clock, which is replaced by the vector's time.

The calls that verify are `FlaskHmacSignature(options, now).add_request(request)` and
`.is_valid(secret_key)`; `request` is that of a Flask application, made of the bytes on the wire
(../wsgi.py), or, where policy.view is wire, one like it with those bytes. It has one policy, its
own: a strict vector is judged by it, too. The options are what the vector expects of region and
service. An `Exception` with a text is the package's own.
"""

from __future__ import annotations

import datetime
import re
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import dciauth.signature
from dciauth.signature import FlaskHmacSignature, HmacAuthBase, HmacSignature
from dciauthlib import first_args_of, is_wsgi, last_headers_of, need_plain, now_of, params_of
from dciauthlib import secret_of, serve_dciauth, unknown
from requests import PreparedRequest
from requests.structures import CaseInsensitiveDict
from shimlib import Json, Request, Unrepresentable, accepted, datetime_of, rejected, request_of
from shimlib import signed, text
from wsgi import refuses, through_flask

CONSTANTS = {
    "dci2": ("DCI2-HMAC-SHA256", "dci2_request"),
    "dci-aws4": ("AWS4-HMAC-SHA256", "aws4_request"),
}
OF_THE_SIGNER = ("authorization", "x-dci-date", "x-amz-date")
URL = "--url" in sys.argv


class Recording(HmacSignature):
    """HmacAuthBase makes its own HmacSignature: this one has the vector's time and is kept."""

    now: datetime.datetime
    last: HmacSignature

    def __init__(self, options: dict[str, str]) -> None:
        super().__init__(options, Recording.now)
        Recording.last = self


def options_of(inp: Json) -> dict[str, str]:
    params = inp["params"]
    if params.get("datestamp"):
        raise Unrepresentable("the scope date is the day of `now`")
    algorithm, key = CONSTANTS[inp["profile"]]
    return {
        "algorithm": text(params, "algorithm", algorithm),
        "service_key": text(params, "terminator", key),
        "service_name": text(params, "service"),
        "region_name": text(params, "region"),
    }


def host_of(req: Request) -> str:
    hosts = [value for name, value in req.headers if name.lower() == "host"]
    if len(hosts) != 1:
        raise Unrepresentable(f"the dictionary has one host, the request {len(hosts)}")
    return hosts[0]


def need_expressible(inp: Json, req: Request, date_header: str) -> None:
    if any(name in OF_THE_SIGNER for name in req.names):
        raise Unrepresentable("the class is not shown the headers that it will set")
    names = inp["params"].get("signed_headers")
    if names and sorted(names.split(";")) != sorted(("host", date_header)):
        raise Unrepresentable("the class signs host and its date header, always")


def by_dictionary(inp: Json, req: Request) -> tuple[HmacSignature, dict[str, str]]:
    signer = HmacSignature(options_of(inp), datetime_of(text(inp["params"], "timestamp")))
    need_expressible(inp, req, signer.date_header)
    request = {"method": req.method, "path": req.path, "params": params_of(req), "data": req.body}
    signer.add_request(request | {"host": host_of(req)})
    keys = {n: text(inp["credentials"], n) for n in ("access_key", "secret_key")}
    return signer, signer.generate_headers(keys)


def by_url(inp: Json, req: Request) -> tuple[HmacSignature, dict[str, str]]:
    options, host = options_of(inp), host_of(req)
    if not req.path.startswith("/") or re.search("[#\t\r\n]", host + req.target):
        raise Unrepresentable("in a URL the path begins with '/', and '#', TAB, CR, LF are no data")
    prepared = PreparedRequest()
    prepared.method, prepared.url = req.method, f"https://{host}{req.target}"
    prepared.headers, prepared.body = CaseInsensitiveDict(), req.body
    keys = [text(inp["credentials"], n) for n in ("access_key", "secret_key")]
    names = ("service_name", "region_name", "service_key", "algorithm")
    Recording.now = datetime_of(text(inp["params"], "timestamp"))
    HmacAuthBase(*keys, *[options[name] for name in names])(prepared)
    need_expressible(inp, req, Recording.last.date_header)
    return Recording.last, dict(prepared.headers)


def stages_of(signature: Any) -> dict[str, str]:
    return {n: getattr(signature, n) for n in ("canonical_request", "string_to_sign")}


def sign(inp: Json) -> Json:
    need_plain(inp)
    req = request_of(inp)
    signer, result = by_url(inp, req) if URL else by_dictionary(inp, req)
    authorization = result.pop("authorization")
    return signed(authorization, stages_of(signer), result.items(), req.headers)


def on_the_wire(inp: Json) -> SimpleNamespace:
    """What the class looks at of a request, as it was sent."""
    req = request_of(inp)
    return SimpleNamespace(
        method=req.method,
        path=req.path,
        args=first_args_of(req),
        headers=last_headers_of(req),
        data=req.body,
    )


def verify(inp: Json) -> Json:
    now = now_of(inp, 900, "15 minutes, always")
    options = options_of(inp | {"params": inp["expect"]})
    try:
        verifier = FlaskHmacSignature(options, now)
        wsgi = is_wsgi(inp, True)
        add = verifier.add_request
        signature = through_flask(inp, add) if wsgi else add(on_the_wire(inp))
    except Exception as exc:
        if type(exc) is Exception:
            return rejected(f"Exception: {exc}", str(exc), {})
        raise
    stages, secret = stages_of(signature), secret_of(inp, signature.access_key)
    if secret is None:
        return unknown(stages)
    if signature.is_valid(secret):
        return accepted(signature.access_key, stages)
    return rejected(signature.error_message, signature.error_message, stages)


if URL:
    dciauth.signature.HmacSignature = Recording
serve_dciauth(
    {"sign": sign, "verify": refuses(verify)},
    list(CONSTANTS),
    """
        header.custom header.repeated header.raw-bytes path.raw-bytes query.raw-bytes
        query.duplicate-keys params.constants clock.injectable policy.python-dciauth
        view.wire view.wsgi
    """,
)
