# SPDX-License-Identifier: Apache-2.0
"""An honest request of each row, signed by the reference in Python."""

from dataclasses import replace

from differential.wire import Draw
from honest.arrival import arrival
from vectorgen import model
from vectorgen import reference as ref

TARGET = b"/a/./b//%41/?b=%2f&a=x+y&c=%C3%A9"
KEYS = {"dci1": "remoteci/1", "dci2-v2": "remoteci/1", "dci2-v2.1": "remoteci/1"}


def honest(row: str, **changes: object) -> dict:
    """As it arrives at the moment in which it was signed."""
    target = TARGET if ref.ROWS[row].is_aws else b"/a/./b//%41/%c3%a9?b=%2f&a=x+y&c=%FF"
    headers = [(b"Host", b"h"), (b"X-A", b" a  b \t"), (b"Unsigned", b"x")]
    draw = Draw(row, b"GET", target, headers, b"body", {}, {"timestamp": "20150830T123600Z"})
    draw = replace(draw, **changes)
    draw.credentials = {"access_key": KEYS.get(row, "AKID"), "secret_key": "secret"}
    if row != "dci1":
        draw.params |= {"region": "r", "service": "s"}
    if ref.ROWS[row].is_aws:
        draw.params["signed_headers"] = "host;x-a;x-amz-date"
        draw.params["signed_headers"] += ";x-amz-content-sha256" if row == "aws4-s3" else ""
    request = ref.Request(draw.method, draw.target, draw.headers, draw.body)
    signed = ref.sign(row, request, model.get_params(draw.input()))
    added = [{"n": n.decode(), "v": v.decode()} for n, v in signed.added]
    return arrival(draw, {"authorization": signed.authorization, "headers": added}, 0)
