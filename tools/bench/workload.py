# SPDX-License-Identifier: Apache-2.0
"""The requests that are measured, made here and handed to every program as they are."""

from __future__ import annotations

import random
from dataclasses import dataclass

AGENT = ("Accept", "application/json")


@dataclass(frozen=True)
class Request:
    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: int = 0  # bytes of it: as many letters x

    def line(self, set_name: str) -> str:
        pairs = (word for header in self.headers for word in header)
        words = ("request", set_name, self.method, self.target, str(self.body), *pairs)
        if any(c in word for word in words for c in "\t\n"):
            raise ValueError("a tab or a line feed would end a word of the protocol")
        return "\t".join(words)


def get() -> Request:
    """A path of 20 bytes, 3 parameters, and 4 headers with the date that the signer adds."""
    headers = (("Host", "api.example.com"), AGENT, ("X-Request-Id", "b7d1"))
    return Request("GET", "/photos/2024/item-17?sort=name&limit=10&offset=20", headers)


def post(body: int) -> Request:
    headers = (("Host", "api.example.com"), AGENT, ("Content-Type", "application/json"))
    return Request("POST", "/photos/2024/item-17", headers, body)


def wide(parameters: int, headers: int, order: int = 0) -> Request:
    """Many of both, unsorted, host and date counted; every eighth value is not plain."""
    draw = random.Random(parameters * 1_000_003 + headers + order)
    names = [f"key-{i:04}" for i in range(parameters)]
    draw.shuffle(names)
    query = [f"{n}={'a%20b%2Fc' if i % 8 == 0 else 'argument'}{i:04}" for i, n in enumerate(names)]
    gaps = ["  " if i % 8 == 0 else "-" for i in range(headers - 2)]
    fields = [(f"X-Field-{i:04}", f"value{gap}number-{i:04}") for i, gap in enumerate(gaps)]
    draw.shuffle(fields)
    host = ("Host", "api.example.com")
    return Request("GET", "/photos/2024/item-17?" + "&".join(query), (host, *fields))


def many(parameters: int, order: int = 0) -> Request:
    """Short ones, unsorted, so that 100,000 go into a target of 1 MiB."""
    draw = random.Random(parameters + order)
    query = [f"{i:05}=v" for i in range(parameters)]
    draw.shuffle(query)
    return Request("GET", "/?" + "&".join(query), (("Host", "api.example.com"),))


def claim(names: int) -> Request:
    """An Authorization with a list of so many names, that none of them is there is seen late."""
    listed = ";".join(["host", *(f"w{i:06}" for i in range(names)), "x-amz-date"])
    value = (
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "
        f"SignedHeaders={listed}, Signature={'0' * 64}"
    )
    date = ("X-Amz-Date", "20150830T123600Z")
    return Request("GET", "/", (("Host", "api.example.com"), date, ("Authorization", value)))


def commas(num: int) -> Request:
    """An Authorization of nothing but fields that are empty."""
    date = ("X-Amz-Date", "20150830T123600Z")
    value = ("Authorization", "AWS4-HMAC-SHA256 " + "a=b, " * num)
    return Request("GET", "/", (("Host", "api.example.com"), date, value))


LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789-._~"
NAMES = (
    "Accept",
    "Accept-Language",
    "Cache-Control",
    "If-Match",
    "Range",
    "X-Amz-Meta-Owner",
    "via",
)
ENCODED = ("%20", "%2F", "%c3%a9", "+", ":", "@", ",", "$")


def word(draw: random.Random, low: int, high: int) -> str:
    return "".join(draw.choice(LETTERS) for _ in range(draw.randint(low, high)))


def value(draw: random.Random) -> str:
    """Mostly plain; one in six with something that is decoded or encoded."""
    special = draw.choice(ENCODED) if draw.random() < 1 / 6 else ""
    return word(draw, 0, 10) + special + word(draw, 0, 6)


def mixed(num: int) -> list[Request]:
    """GETs of which no two are alike in length, order or what must be encoded."""
    draw = random.Random(20150830)
    requests = []
    for _ in range(num):
        path = "".join("/" + word(draw, 1, 12) for _ in range(draw.randint(1, 4)))
        query = "&".join(word(draw, 1, 8) + "=" + value(draw) for _ in range(draw.randint(0, 6)))
        headers = [("Host", word(draw, 3, 12) + ".example.com")]
        for name in draw.sample(NAMES, draw.randint(1, 5)):
            gap = draw.choice(["  ", ", "]) if draw.random() < 1 / 6 else ""
            headers.append((name, word(draw, 3, 12) + gap + word(draw, 1, 6)))
        draw.shuffle(headers)
        requests.append(Request("GET", path + ("?" + query if query else ""), tuple(headers)))
    return requests


SETS: dict[str, list[Request]] = {
    "get": [get()],
    "post": [post(1024)],
    "wide": [wide(40, 20)],
    "mixed": mixed(512),
    "mebibyte": [post(1 << 20)],
    "parameters-100": [wide(100, 3)],
    "parameters-1000": [wide(1000, 3)],
    "headers-100": [wide(3, 100)],
    "headers-1000": [wide(3, 1000)],
    # Ten of the smaller kind, in ten orders: one is learned by heart, the larger cannot be.
    "ten-headers-1000": [wide(3, 1000, order) for order in range(10)],
    "headers-10000": [wide(3, 10_000)],
    "ten-parameters-10000": [many(10_000, order) for order in range(10)],
    "parameters-100000": [many(100_000)],
    "names-10000": [claim(10_000)],
    "names-100000": [claim(100_000)],
    "fields-10000": [commas(10_000)],
    "fields-100000": [commas(100_000)],
}
