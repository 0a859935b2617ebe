# SPDX-License-Identifier: Apache-2.0
"""Draws requests. Targets are written piece by piece, each text in some spelling, the spices in
about one draw in ten. How often the rest occurs is the package's `Mix`: what a package cannot
express, or what it does differently by right, is to be there, but not to fill the draws."""

from __future__ import annotations

import json
import random

from .accidents import ACCIDENTS
from .mix import Mix
from .signing import FILL, draw_time
from .spelling import FORM_NAME, FORM_VALUE, NAME, SEGMENT, VALUE, Text, spell
from .texts import HIGH, MALFORMED, SPICE, WORDS, dictionary_key, season, some_text
from .wire import Draw, Header

METHODS = ["GET", "GET", "GET", "POST", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "X-1"]
HEADER_NAMES = [
    *["X-A", "x-a-b", "X-A1", "x_a", "Z", "a", "X-Custom.1", "My-Header", "X-Amz-Meta-A"],
    *["X-AMZ-Meta-a-b", "Accept", "Content-Type", "Range", "If-Match", "X-Forwarded-For"],
    "x-dci-client-info",
]
VALUE_PIECES = [
    *["a", "b c", "text/plain", "q=0.5", ", ", ",", ";", ":", '"a  b"', '"', "\\", "%20", "=", "1"],
    *["a", "gzip", "bytes=0-9", "  ", " ", " ", "   ", "\t", " \t "],
]
# Where str.split() cuts: what is a blank to Python and to nobody else.
PYTHON_BLANKS = "\x0b\x0c\x1c\x1d\x1e\x1f\x85\u1680\u2000\u2003\u2009\u2028\u2029\u202f\u205f\u3000"
HOSTS = [
    *["example.amazonaws.com", "api.distributed-ci.io", "EXAMPLE.com", "h", "localhost", "a.b."],
    *["127.0.0.1", "[::1]", "[2001:DB8::1]", "xn--bcher-kva.example"],
]
HOSTS += [*HOSTS, ""]
PORTS = ["", "", "", ":80", ":443", ":8080", ":65535"]


# ---- Target --------------------------------------------------------------------------------------


def draw_path(rng: random.Random, mix: Mix) -> bytes:
    texts = [some_text(rng) for _ in range(rng.choice((0, 1, 1, 2, 2, 3, 4)))]
    season(rng, texts)
    segments = [spell(rng, text, SEGMENT) for text in texts]
    if rng.random() < 0.25:
        for _ in range(rng.randint(1, 3)):
            dots = rng.choice((b".", b"..", b"", b"", b"..."))
            segments.insert(rng.randint(0, len(segments)), dots)
    if segments and rng.random() < mix.malformed:
        segments[rng.randrange(len(segments))] += rng.choice(MALFORMED).encode()
    return b"/" + b"/".join(segments) + (b"/" if rng.random() < 0.2 else b"")


def draw_pairs(rng: random.Random, mix: Mix) -> list[bytes]:
    count = rng.choice((1, 1, 2, 2, 3, 3, 4, 5, 7, 12))
    names = [some_text(rng) for _ in range(count)]
    values: list[Text] = [
        [] if rng.random() < mix.blank_value else some_text(rng) for _ in range(count)
    ]
    season(rng, names)
    season(rng, [value for value in values if value] or values)
    name_ways = FORM_NAME if mix.plus_is_blank else NAME
    value_ways = FORM_VALUE if mix.plus_is_blank else VALUE
    pairs: list[bytes] = []
    seen: set[str] = set()
    for name, value in zip(names, values, strict=True):
        spelled = spell(rng, name, name_ways)
        if dictionary_key(spelled) not in seen:
            seen.add(dictionary_key(spelled))
            bare = not value and rng.random() < 0.5
            pairs.append(spelled + (b"" if bare else b"=" + spell(rng, value, value_ways)))
    if rng.random() < mix.repeated_name:
        again = rng.choice(pairs).partition(b"=")[0]
        pairs.insert(rng.randint(0, len(pairs)), again + b"=" + spell(rng, some_text(rng), VALUE))
    return pairs


def draw_query(rng: random.Random, mix: Mix) -> bytes:
    """The query with its '?', or nothing."""
    if rng.random() < 0.15:
        return rng.choice((b"", b"", b"", b"?", b"?&"))
    pairs = draw_pairs(rng, mix)
    if rng.random() < mix.malformed:
        pairs[rng.randrange(len(pairs))] += rng.choice(MALFORMED).encode()
    if rng.random() < 0.05:
        pairs.insert(rng.randint(0, len(pairs)), b"")
    return b"?" + b"&".join(pairs)


# ---- Headers and body ----------------------------------------------------------------------------


def header_value(rng: random.Random) -> str:
    if rng.random() < 0.06:
        return rng.choice(("", "", " ", "  \t "))
    return "".join(rng.choice(VALUE_PIECES) for _ in range(rng.choice((1, 1, 2, 3, 4))))


def season_headers(rng: random.Random, mix: Mix, headers: list[list[str]]) -> None:
    spices = ((SPICE, HIGH), (mix.nbsp_in_header, ["\u00a0"]), (SPICE, ["%FF", "%ff"]))
    for share, spice in spices:
        if rng.random() < share:
            header = rng.choice(headers)
            at = rng.randint(0, len(header[1]))
            header[1] = header[1][:at] + rng.choice(spice) + header[1][at:]


def draw_host(rng: random.Random, mix: Mix) -> str:
    host = list(rng.choice(HOSTS) + rng.choice(PORTS))
    for share, spice in (
        (mix.blanks_in_host, [" ", "  ", " \t"]),
        (mix.spice_in_host, ["é", "€", "日本"]),
        (mix.spice_in_host, ["\u00a0", "\u00a0 "]),
        (mix.spice_in_host, ["%FF"]),
        (mix.spice_in_host / 2, [*PYTHON_BLANKS]),
    ):
        if rng.random() < share and host[:1] != ["["]:
            host.insert(rng.randint(0, len(host)), rng.choice(spice))
    return "".join(host)


def draw_headers(rng: random.Random, mix: Mix) -> list[Header]:
    names = rng.sample(HEADER_NAMES, rng.choice((1, 1, 1, 2, 3, 4)))
    distinct = {name.lower(): name for name in names}
    headers = [[name, header_value(rng)] for name in distinct.values()]
    if rng.random() < mix.repeated_header:
        name = rng.choice(headers)[0]
        headers.append([rng.choice((name, name.lower(), name.upper())), header_value(rng)])
        rng.shuffle(headers)
    season_headers(rng, mix, headers)
    host = [rng.choice(("Host", "host", "HOST")), draw_host(rng, mix)]
    headers.insert(rng.randint(0, len(headers)), host)
    return [(name.encode(), value.encode()) for name, value in headers]


def draw_json(rng: random.Random) -> bytes:
    """A dictionary as json.dumps writes it, its keys in order."""
    values = [1, 0.5, True, None, "é\0\n", "a", [], ["x", 2], {"b": 1, "a": 2}, ""]
    keys = {rng.choice(WORDS) + rng.choice(("", "é", "2")) for _ in range(rng.randint(1, 4))}
    return json.dumps({key: rng.choice(values) for key in sorted(keys)}).encode()


def draw_body(rng: random.Random, mix: Mix) -> bytes:
    if rng.random() >= mix.any_body:
        return b"" if rng.random() < 0.3 else draw_json(rng)
    if mix.any_body == 1.0 and rng.random() < 0.3:
        return rng.choice((b"", draw_json(rng)))
    pieces: list[bytes] = [rng.choice(WORDS).encode() for _ in range(rng.randint(0, 6))]
    share = 0.2 if mix.any_body == 1.0 else 1.0
    for spice in (b"\0", b"\n", b"\xff\x80", "\u00a0é".encode()):
        if rng.random() < share:
            pieces.insert(rng.randint(0, len(pieces)), spice)
    return b" ".join(pieces)


# ---- All of it -----------------------------------------------------------------------------------


def draw_request(rng: random.Random, mix: Mix) -> Draw:
    draw = Draw(rng.choice(mix.rows))
    draw.method = rng.choice(METHODS).encode()
    draw.target = draw_path(rng, mix) + draw_query(rng, mix)
    draw.headers = draw_headers(rng, mix)
    draw.body = draw_body(rng, mix)
    draw.params = {"timestamp": draw_time(rng)}
    FILL[draw.row](rng, mix, draw)
    for name, share in mix.accidents.items():
        if rng.random() < share:
            ACCIDENTS[name](rng, draw)
    return draw


def draw_number(seed: int, number: int, mix: Mix) -> Draw:
    """One draw of a run, without those before it."""
    return draw_request(random.Random(f"{seed}/{number}"), mix)
