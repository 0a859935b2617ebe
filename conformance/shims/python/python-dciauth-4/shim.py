# SPDX-License-Identifier: Apache-2.0
"""dciauth 4 behind the shim protocol: its class `HmacSignature`, which the class for requests
signs with, too.

The call is `HmacSignature(options, now).add_request({method, path, params, data, host})
.generate_headers({access_key, secret_key})`; the stages are attributes of the object. It signs Host
and its date header and is not shown any other header. The service key chooses the date header: dci2
is the class with DCI's constants, dci-aws4 with AWS's.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from dciauth.signature import HmacSignature
from dciauthlib import need_plain, params_of, serve_dciauth
from shimlib import Json, Request, Unrepresentable, datetime_of, request_of, signed, text

CONSTANTS = {
    "dci2": ("DCI2-HMAC-SHA256", "dci2_request"),
    "dci-aws4": ("AWS4-HMAC-SHA256", "aws4_request"),
}
OF_THE_SIGNER = ("authorization", "x-dci-date", "x-amz-date")


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


def sign(inp: Json) -> Json:
    need_plain(inp)
    req, creds = request_of(inp), inp["credentials"]
    if any(name in OF_THE_SIGNER for name in req.names):
        raise Unrepresentable("the class is not shown the headers that it will set")
    signer = HmacSignature(options_of(inp), datetime_of(text(inp["params"], "timestamp")))
    names = inp["params"].get("signed_headers")
    if names and sorted(names.split(";")) != sorted(("host", signer.date_header)):
        raise Unrepresentable("the class signs host and its date header, always")
    request = {"method": req.method, "path": req.path, "params": params_of(req), "data": req.body}
    signer.add_request(request | {"host": host_of(req)})
    result = signer.generate_headers({n: text(creds, n) for n in ("access_key", "secret_key")})
    stages = {n: getattr(signer, n) for n in ("canonical_request", "string_to_sign")}
    authorization = result.pop("authorization")
    return signed(authorization, stages, result.items(), req.headers)


serve_dciauth(
    {"sign": sign},
    list(CONSTANTS),
    """
        header.custom header.repeated header.raw-bytes path.raw-bytes query.raw-bytes
        query.duplicate-keys params.constants
    """,
)
