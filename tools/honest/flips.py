# SPDX-License-Identifier: Apache-2.0
"""Every one-bit change of every signed part of a request."""

from __future__ import annotations

import base64
import copy
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from vectorgen import model
from vectorgen.model import Json

Place = tuple[str | int, ...]
# Stands for the octets while a question is written.
MARK = "@octets@"
FIELD = re.compile(r"[A-Za-z]+=")


@dataclass(frozen=True)
class Part:
    """Some octets of the request; `place` is where they are in its JSON."""

    label: str
    place: Place
    data: bytes

    @property
    def bits(self) -> int:
        return 8 * len(self.data)

    def with_bit(self, bit: int) -> bytes:
        """The octets with this bit turned; 0 is the highest of the first octet."""
        at, mask = bit // 8, 0x80 >> bit % 8
        return self.data[:at] + bytes([self.data[at] ^ mask]) + self.data[at + 1 :]

    def put(self, inp: Json, octets: str) -> Json:
        """The input with other octets, as base64, in this place."""
        request = copy.deepcopy(inp["request"])
        holder = request
        for key in self.place[:-1]:
            holder = holder[key]
        field = self.place[-1]
        holder.pop(field, None)
        holder[f"{field}_b64"] = octets
        return inp | {"request": request}

    def changed(self, inp: Json, bit: int) -> Json:
        return self.put(inp, base64.b64encode(self.with_bit(bit)).decode())

    def lines(self, inp: Json) -> Iterator[tuple[int, str]]:
        """The bits, and the input of the request in which it is turned, as a line of JSON."""
        head, tail = json.dumps(self.put(inp, MARK)).split(MARK)
        for bit in range(self.bits):
            yield bit, head + base64.b64encode(self.with_bit(bit)).decode() + tail


def signed_names(authorization: bytes) -> list[bytes]:
    found = re.search(rb"SignedHeaders=([^,]*)", authorization)
    return found.group(1).split(b";") if found else []


def header_parts(index: int, header: Json, kind: str) -> list[Part]:
    return [
        Part(f"{kind}'s {word}", ("headers", index, field), model.get_bytes(header, field))
        for word, field in (("name", "n"), ("value", "v"))
    ]


def parts(inp: Json) -> list[Part]:
    """The method, the target, the headers that are signed, Authorization, and the body."""
    request = inp["request"]
    out = [Part(word, (word,), model.get_bytes(request, word)) for word in ("method", "target")]
    headers = [(model.get_bytes(h, "n").lower(), h) for h in request["headers"]]
    authorization = next(h for name, h in headers if name == b"authorization")
    signed = signed_names(model.get_bytes(authorization, "v"))
    for index, (name, header) in enumerate(headers):
        if name in signed:
            out += header_parts(index, header, "a signed header")
        elif name == b"authorization":
            out += header_parts(index, header, "Authorization")
    return [*out, Part("body", ("body",), model.get_bytes(request, "body"))]


def label_of(part: Part, bit: int) -> str:
    """What of the request this bit is in: of a target the path or the query, of Authorization the
    field."""
    before = part.data[: bit // 8 + 1]
    if part.label == "target":
        return "query" if b"?" in before else "path"
    if part.label != "Authorization's value":
        return part.label
    fields = FIELD.findall(before.decode("latin-1"))
    field = fields[-1].rstrip("=") if fields else "algorithm"
    return f"Authorization: {field}"
