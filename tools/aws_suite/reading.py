# SPDX-License-Identifier: Apache-2.0
"""One case in one placement, its files read: what request, by which rules, and what came of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vectorgen import model
from vectorgen import reference as ref

from .context import Context, check_fields, load, parse_context
from .problem import Problem, shown
from .request_text import parse_request
from .suite import Case

SIGNATURE = {"v4": re.compile(r"[0-9a-f]{64}"), "v4a": re.compile(r"30([0-9a-f]{2}){7,71}")}
COORDINATES = {"X": str, "Y": str}


@dataclass(frozen=True)
class Reading:
    case: Case
    placement: str
    context: Context
    request: ref.Request
    signed: ref.Request

    def result(self, name: str) -> bytes:
        return self.case.files[f"{self.placement}-{name}"]

    def problem(self, name: str, text: str) -> Problem:
        return Problem(f"{self.case.id}/{name}: {text}")

    @property
    def profile(self) -> str:
        row = "aws4a" if self.case.collection == "v4a" else "aws4"
        return row if self.context.normalize else row + "-raw"

    @property
    def signature(self) -> str:
        text = self.result("signature.txt").decode("ascii", "replace")
        if not SIGNATURE[self.case.collection].fullmatch(text):
            name = f"{self.placement}-signature.txt"
            raise self.problem(name, f"{shown(text)!r} is no signature in hex")
        return text

    @property
    def authorization(self) -> str:
        values = self.signed.values(b"authorization")
        if len(values) != 1 or not model.is_plain(values[0]):
            raise self.problem("header-signed-request.txt", "one Authorization belongs there")
        return values[0].decode()

    @property
    def public_key(self) -> model.Json:
        name = "public-key.json"
        key = load(self.case.files[name], f"{self.case.id}/{name}")
        check_fields(key, COORDINATES, {}, f"{self.case.id}/{name}")
        if not all(ref.HEX64.fullmatch(number) for number in key.values()):
            raise self.problem(name, "X and Y: 64 hex digits belong there")
        return {"x": key["X"], "y": key["Y"]}


def read(case: Case, placement: str) -> Reading:
    def parse(name: str) -> ref.Request:
        return parse_request(case.files[name], f"{case.id}/{name}")

    context = parse_context(case.files["context.json"], f"{case.id}/context.json")
    signed = parse(f"{placement}-signed-request.txt")
    return Reading(case, placement, context, parse("request.txt"), signed)
