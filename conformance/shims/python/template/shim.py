# SPDX-License-Identifier: Apache-2.0
"""A shim to copy: one JSON object a line in, one out, in order. Replace `toy_sign` by your library.

The toy is a signer as one writes it in an afternoon: it signs path, query and headers as they are.
"""

import hashlib
import hmac
import json
import sys

HELLO = {
    "status": "ok", "protocol": 1, "ops": ["sign"], "profiles": ["aws4"],
    "impl": {"name": "template", "version": "1", "language": "python"},
    "features": ["header.custom", "clock.injectable"],  # what the API can say, never how well
    "stages": ["canonical_request", "string_to_sign", "signature"],
}  # fmt: skip


def toy_sign(method, target, headers, body, access_key, secret_key, region, service, timestamp):
    """The library under test. ValueError is the error that it declares for bad input."""
    if not target.startswith("/"):
        raise ValueError("a target begins with a slash")
    path, _, query = target.partition("?")
    lines = sorted(f"{n.lower()}:{v}" for n, v in [*headers, ("x-amz-date", timestamp)])
    names = ";".join(line.split(":")[0] for line in lines)
    body_hash = hashlib.sha256(body.encode()).hexdigest()
    canonical = "\n".join([method, path, query, *lines, "", names, body_hash])
    scope = f"{timestamp[:8]}/{region}/{service}/aws4_request"
    digest = hashlib.sha256(canonical.encode()).hexdigest()
    to_sign = "\n".join(["AWS4-HMAC-SHA256", timestamp, scope, digest])
    key = b"AWS4" + secret_key.encode()
    for part in [*scope.split("/"), to_sign]:
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    auth = f"Credential={access_key}/{scope}, SignedHeaders={names}, Signature={key.hex()}"
    return canonical, to_sign, key.hex(), "AWS4-HMAC-SHA256 " + auth


def sign(vector):
    req, creds, params = vector["request"], vector["credentials"], vector["params"]
    try:
        headers = [(h["n"], h["v"]) for h in req["headers"]]
        args = (req["method"], req["target"], headers, req.get("body", ""))
        cr, sts, signature, auth = toy_sign(*args, **creds, **params)
    except (KeyError, AttributeError):  # not plain text comes as n_b64, target_b64, ...
        return {"status": "unrepresentable", "message": "this shim passes plain text alone"}
    except ValueError as exc:
        return {"status": "refused", "message": str(exc)}
    out = {"stages": {"canonical_request": cr, "string_to_sign": sts}}
    return {"status": "ok", "out": out | {"signature": signature, "authorization": auth}}


for line in sys.stdin:
    message = json.loads(line)
    if message["op"] == "bye":
        break
    reply = {"hello": lambda _: HELLO, "sign": sign}.get(message["op"])
    answer = reply(message.get("input")) if reply else {"status": "unsupported"}
    print(json.dumps({"id": message["id"], **answer}), flush=True)
