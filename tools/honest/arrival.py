# SPDX-License-Identifier: Apache-2.0
"""A request that was signed, as it arrives: the `input` of a verify vector, strict."""

from __future__ import annotations

import datetime
import random

from differential.wire import Draw
from vectorgen import model
from vectorgen import reference as ref
from vectorgen.model import Json

MAX_SKEW = 900
# A server expects some region; none, and the row has one of its own.
A_REGION = "us-east-1"
FORM = "%Y%m%dT%H%M%SZ"


def arrives_at(timestamp: str, skew: int) -> str:
    """`skew` seconds after the time stamp."""
    time = datetime.datetime.strptime(timestamp, FORM) + datetime.timedelta(seconds=skew)
    return time.strftime(FORM)


def draw_skew(rng: random.Random) -> int:
    return rng.choice((0, -MAX_SKEW, MAX_SKEW, rng.randint(-MAX_SKEW, MAX_SKEW)))


def headers_of(draw: Draw, out: Json) -> ref.Headers:
    """Those of the draw, and what the package said to add, Authorization last."""
    added = [(model.get_bytes(h, "n"), model.get_bytes(h, "v")) for h in out.get("headers", [])]
    others = [header for header in added if header[0].lower() != b"authorization"]
    return [*draw.headers, *others, (b"Authorization", model.get_bytes(out, "authorization"))]


def arrival(draw: Draw, out: Json, skew: int) -> Json:
    """`out` is the answer of the package's shim."""
    row = ref.ROWS[draw.row]
    request = ref.Request(draw.method, draw.target, headers_of(draw, out), draw.body)
    place = {name: draw.params.get(name, "") for name in ("region", "service")}
    if row.is_aws:
        place["region"] = place["region"] or A_REGION
    return {
        "profile": row.name,
        "request": model.put_request(request),
        "keyring": [draw.credentials],
        "expect": place,
        "clock": {"now": arrives_at(draw.params["timestamp"], skew), "max_skew_s": MAX_SKEW},
    }
