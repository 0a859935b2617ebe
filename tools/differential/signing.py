# SPDX-License-Identifier: Apache-2.0
"""Draws what a request is signed with: keys, scope, time, and the choice of headers."""

from __future__ import annotations

import random
from collections.abc import Callable

from .mix import Mix
from .texts import WORDS
from .wire import Draw

DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

REGIONS = ["us-east-1", "eu-central-1", "BHS3", "r", "Region_1~", "cn-north-1"]
SERVICES = ["service", "s3", "api", "execute-api", "iam", "S.1"]
SECRETS = ["secret", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "s", "ключ", "+/= "]
SECRET_LENGTHS = [20, 40, 59, 60, 61, 63, 64, 65, 100, 128, 129, 300]


def draw_time(rng: random.Random) -> str:
    year = rng.randint(1970, 2099)
    month = rng.randint(1, 12)
    day = rng.randint(1, DAYS[month - 1])
    if rng.random() < 0.05:
        year, month, day = 4 * rng.randint(493, 524), 2, 29
    seconds = rng.choice((0, 86399, rng.randrange(86400)))
    clock = f"{seconds // 3600:02d}{seconds // 60 % 60:02d}{seconds % 60:02d}"
    return f"{year:04d}{month:02d}{day:02d}T{clock}Z"


def draw_secret(rng: random.Random) -> str:
    if rng.random() < 0.5:
        return rng.choice(SECRETS)
    return "".join(rng.choice(WORDS) for _ in range(300))[: rng.choice(SECRET_LENGTHS)]


def every_name(draw: Draw, added: list[str]) -> list[str]:
    return [name.decode() for name in dict.fromkeys(draw.names)] + added


def fill_aws(rng: random.Random, mix: Mix, draw: Draw) -> None:
    key = rng.choice(("AKIDEXAMPLE", "AKIAIOSFODNN7EXAMPLE", "a", "K.~-_+"))
    draw.credentials = {"access_key": key, "secret_key": draw_secret(rng)}
    draw.params |= {"region": rng.choice(REGIONS), "service": rng.choice(SERVICES)}
    added = ["x-amz-date"] + (["x-amz-content-sha256"] if draw.row == "aws4-s3" else [])
    if rng.random() < 0.15:
        draw.credentials["session_token"] = "IQoJb3JpZ2luX2Vj" * rng.randint(1, 20) + "/+=="
        added.append("x-amz-security-token")
    if rng.random() < mix.selected:
        optional = [name for name in every_name(draw, []) if name != "host"]
        names = ["host", *added, *rng.sample(optional, rng.randint(0, len(optional)))]
        rng.shuffle(names)
        draw.params["signed_headers"] = ";".join(names)


def fill_dci(rng: random.Random, mix: Mix, draw: Draw) -> None:
    """The rows of generate_headers, where everything is the caller's."""
    kind = rng.choice(("remoteci", "feeder", "user"))
    name = rng.choice(("client_id", "8b6f5b3e-8a2c-4c1e-9c55-1f1e6f0f2a10", "1"))
    draw.credentials = {"access_key": f"{kind}/{name}", "secret_key": draw_secret(rng)}
    optional = {
        "region": REGIONS,
        "service": SERVICES,
        "algorithm": ["AWS4-HMAC-SHA256", "X-HMAC-SHA256-HMAC-SHA256y", "FOO", "DCI2-HMAC-SHA256"],
        "terminator": ["aws4_request", "dci2_request", "x"],
        "datestamp": ["20200229", "19991231"],
    }
    for name, values in optional.items():
        if rng.random() < (0.6 if name in ("region", "service") else 0.1):
            draw.params[name] = rng.choice(values)
    if rng.random() < mix.selected:
        names = every_name(draw, ["x-dci-date"])
        names = rng.sample(names, rng.randint(1, len(names)))
        names += rng.sample(names, 1) * rng.choice((0, 0, 0, 1, 2))
        draw.params["signed_headers"] = ";".join(names)


def fill_class(rng: random.Random, mix: Mix, draw: Draw) -> None:
    """The rows of HmacSignature: region and service are required."""
    parts = [rng.choice(("remoteci", "id", "a-b", "AKIDEXAMPLE")) for _ in range(rng.randint(1, 4))]
    draw.credentials = {"access_key": "/".join(parts), "secret_key": draw_secret(rng)}
    draw.params |= {"region": rng.choice(REGIONS), "service": rng.choice(SERVICES)}


def fill_v1(rng: random.Random, mix: Mix, draw: Draw) -> None:
    """The row of dciauth.signature.Signature: no scope, and Host is a header like another."""
    key = rng.choice(("remoteci", "feeder")) + "/" + rng.choice(("client_id", "1"))
    draw.credentials = {"access_key": key, "secret_key": draw_secret(rng)}
    if rng.random() < 0.6:
        draw.headers = [header for header in draw.headers if header[0].lower() != b"host"]


FILL: dict[str, Callable[[random.Random, Mix, Draw], None]] = {
    **dict.fromkeys(("aws4", "aws4-raw", "aws4-s3"), fill_aws),
    **dict.fromkeys(("dci2-v2.1", "dci2-v2"), fill_dci),
    **dict.fromkeys(("dci2", "dci-aws4"), fill_class),
    "dci1": fill_v1,
}
