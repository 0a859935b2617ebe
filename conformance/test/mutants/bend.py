# SPDX-License-Identifier: Apache-2.0
"""A signature as its parts, and the register of mutants: signers that bend one rule.

A mutant is a function from a case to the parts that it has otherwise. It is made of the reference
signer of the vectors (tools/vectorgen/reference.py), whose code and the runner's have nothing in
common. Its name is what the runner must call it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "tools"))

from vectorgen import model  # noqa: E402
from vectorgen import reference as ref  # noqa: E402

Json = dict[str, Any]
Parts = dict[str, bytes]
REQUEST = ("method", "path", "query", "headers", "signed_headers", "payload")
STRING = ("algorithm", "timestamp", "scope")


@dataclass
class Case:
    """A signing input, rightly signed."""

    rules: Json
    request: ref.Request
    params: ref.Params
    signed: ref.Signed

    @property
    def row(self) -> ref.Row:
        return ref.ROWS[self.rules["name"]]

    @cached_property
    def raw_path(self) -> bytes:
        return ref.split_target(self.request.target)[0]

    @cached_property
    def raw_query(self) -> bytes:
        return ref.split_target(self.request.target)[1]

    @cached_property
    def headers(self) -> ref.Headers:
        """All header lines that may be signed, in order: the request's, then the signer's."""
        added = [h for h in self.signed.added if h[0].lower() != b"authorization"]
        host = self.rules["default_host"].encode()
        if host and not self.request.values(b"host"):
            added.insert(0, (b"Host", host))
        return [*self.request.headers, *added]

    @cached_property
    def right(self) -> Parts:
        """The parts; `digest`, where a mutant gives one, stands for the hash in the last line."""
        path = self.row.canonical_path(self.raw_path)
        text = self.signed.canonical_request
        method, _, text = text.partition(b"\n")
        query, _, text = text[len(path) + 1 :].partition(b"\n")
        text, names, payload = text.rsplit(b"\n", 2)
        algorithm, time, scope, _ = self.signed.string_to_sign.split(b"\n")
        return {
            "method": method,
            "path": path,
            "query": query,
            "headers": text,
            "signed_headers": names,
            "payload": payload,
            "algorithm": algorithm,
            "timestamp": time,
            "scope": scope,
            "key": self.signed.signing_key,
        }


Bend = Callable[[Case], Parts]
MUTANTS: dict[str, tuple[Json, Bend]] = {}


def mutant(name: str, **rules: str) -> Callable[[Bend], Bend]:
    """Registers a mutant for the dialects whose rules have one of the words, "a|b"."""

    def register(bend: Bend) -> Bend:
        if name in MUTANTS:
            raise ValueError(f"{name} is there twice")
        MUTANTS[name] = (rules, bend)
        return bend

    return register


def concerns(rules: Json, wanted: Json) -> bool:
    return all(rules[column] in words.split("|") for column, words in wanted.items())


def stages(parts: Parts) -> Json:
    """What follows from the parts."""
    request = b"\n".join(parts[name] for name in REQUEST)
    digest = parts.get("digest", ref.sha256_hex(request).encode())
    text = b"\n".join((*(parts[name] for name in STRING), digest))
    signature = ref.signature(parts["key"], text)
    return {"canonical_request": request, "string_to_sign": text, "signature": signature.encode()}


def open_case(inp: Json, rules: Json) -> Case:
    """Signs rightly, or raises ref.Refused."""
    request, params = model.get_request(inp["request"]), model.get_params(inp)
    return Case(rules, request, params, ref.sign(inp["profile"], request, params))
