# SPDX-License-Identifier: Apache-2.0
"""The suite with secrets that can be recognised wherever they come to light: `build(folder)` writes
it, for tests that search all that is said of it. Every secret but the empty one is another one,
and what is signed is signed with that; which vectors are settled stays as it is.

`needles(folder)` are the texts to search for: the mark that every secret holds, and every link of
the chain that derives a key of one; as they are, in hex and in base64.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import pathlib
import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace

from . import build as builder
from . import model, recipes, suite, sweep_votes
from . import reference as ref
from .model import Json
from .tree import read_tree

VECTORS = pathlib.Path(__file__).resolve().parents[2] / "vectors"
MARK = "CanarySecret"
LEAST = 24
WINDOW = 12  # bytes of a raw key that are searched for, so that a line feed may stand beside them
REGISTRIES = "*.json"


def canary(secret: str) -> str:
    """Another secret for each, about as long, and with what is not ASCII at its end."""
    if not secret or MARK in secret:
        return secret
    one = MARK + hashlib.sha256(secret.encode()).hexdigest()[:8] + "-"
    wide = "" if secret[-1].isascii() else secret[-1]
    length = max(len(secret), LEAST)
    return (one * (length // len(one) + 1))[:length] + wide


# ---- The suite -----------------------------------------------------------------------------------

sign_input, verify_input, replay = suite.Sign.input, suite.Verify.input, recipes.replay


def sign_with_canary(self: suite.Sign, profile: str) -> Json:
    inp = sign_input(self, profile)
    secret = canary(inp["credentials"]["secret_key"])
    return {**inp, "credentials": {**inp["credentials"], "secret_key": secret}}


def verify_with_canary(self: suite.Verify, profile: str) -> Json:
    secret = canary(self.secret_key or suite.HOMES[profile].secret_key)
    keys = [{**key, "secret_key": canary(key["secret_key"])} for key in self.keys]
    return verify_input(replace(self, secret_key=secret, keys=keys), profile)


def replay_with_canary(base: Json, recipe: Json) -> Json:
    """What a recipe takes for a secret of the ring is one, and what it puts there becomes one."""
    op, at = recipe["op"], recipe.get("at", "")
    value = model.get_bytes(recipe, "value").decode("utf-8", "replace")
    ring = {key["secret_key"] for key in base.get("keyring", [])}
    of_ring = op in ("sign-as", "set-secret") and canary(value) in ring
    if of_ring or (op, at) == ("set-key", "secret_key"):
        recipe = {**recipe, "value": canary(value)}
    return replay(base, recipe)


def documents() -> dict[str, Json]:
    """Every file of vectors by its path, with canaries."""
    suite.Sign.input = sign_with_canary  # type: ignore[method-assign]
    suite.Verify.input = verify_with_canary  # type: ignore[method-assign]
    recipes.replay = replay_with_canary
    try:
        return builder.documents({}) | sweep_votes.documents({}, sweep_votes.build_all())
    finally:
        suite.Sign.input = sign_input  # type: ignore[method-assign]
        suite.Verify.input = verify_input  # type: ignore[method-assign]
        recipes.replay = replay


def tests(document: Json) -> Iterator[Json]:
    for group in document["groups"]:
        yield from group["tests"]


def settled() -> set[str]:
    """The ids of the vectors whose origins agree: votes are on other secrets."""
    return {
        test["id"]
        for path in VECTORS.glob("*/*.json")
        if path.parent.name != "schema"
        for test in tests(model.load(path.read_text(encoding="utf-8")))
        if test["provenance"]["settled"]
    }


def build(folder: pathlib.Path) -> None:
    agreed = settled()
    for name, document in documents().items():
        for test in tests(document):
            test["provenance"]["settled"] = test["id"] in agreed
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(document), encoding="utf-8")
    for path in VECTORS.glob(REGISTRIES):
        shutil.copy(path, folder)


# ---- What to search for --------------------------------------------------------------------------


def links(prefix: str, secret: str, parts: Iterable[str]) -> Iterator[bytes]:
    key = (prefix + secret).encode()
    for part in parts:
        key = hmac.digest(key, part.encode(), "sha256")
        yield key


def keys_for(row: ref.Row, algorithm: str, secret: str, parts: list[str]) -> Iterator[bytes]:
    prefix = algorithm.replace("-HMAC-SHA256", "") if row.has_scope else ""
    return links(prefix, secret, parts if row.has_scope else parts[:1])


def keys_of_sign(inp: Json, row: ref.Row) -> Iterator[bytes]:
    params, home = inp["params"], suite.HOMES[inp["profile"]]
    parts = [
        params.get("datestamp") or params["timestamp"][:8],
        params.get("region") or home.region,
        params.get("service") or home.service,
        params.get("terminator") or row.terminator,
    ]
    algorithm = params.get("algorithm") or row.algorithm
    return keys_for(row, algorithm, inp["credentials"]["secret_key"], parts)


def keys_of_verify(inp: Json, row: ref.Row) -> Iterator[bytes]:
    request = model.get_request(inp["request"])
    dates = request.values(row.date_header.lower().encode())
    scopes = {(row.algorithm, *[""] * 3, date.decode("latin-1")[:8]) for date in dates}
    for value in request.values(b"authorization"):
        text = value.decode("latin-1")
        scope = re.search(r"Credential=[^,\s]*?/([^/,\s]*)/([^/,]*)/([^/,]*)/([^/,\s]*),", text)
        if scope:
            scopes.add((text.partition(" ")[0], *scope.groups()[1:], scope.group(1)))
    for key in inp["keyring"]:
        for algorithm, region, service, terminator, date in scopes:
            parts = [date, region, service, terminator]
            yield from keys_for(row, algorithm, key["secret_key"], parts)


def all_keys(folder: pathlib.Path) -> set[bytes]:
    keys: set[bytes] = set()
    documents = read_tree(folder).documents
    for document in (documents[name] for name in documents if "/" in name):
        for test in builder.expanded_tests(document):
            row = ref.ROWS[test["input"]["profile"]]
            is_sign = "credentials" in test["input"]
            keys.update((keys_of_sign if is_sign else keys_of_verify)(test["input"], row))
    return keys


def in_base64(data: bytes) -> Iterator[bytes]:
    """At each of the three places it can have there, without the digits that it shares."""
    for before in range(3):
        digits = base64.b64encode(bytes(before) + data)
        yield digits[(before * 8 + 5) // 6 : (before + len(data)) * 8 // 6]


def encoded(data: bytes) -> Iterator[bytes]:
    yield data.hex().encode()
    yield data.hex().upper().encode()
    yield from in_base64(data)


def raw_windows(key: bytes) -> Iterator[bytes]:
    """The first part without a line feed and without NUL, which grep takes for ends; none if there
    is no such part."""
    for at in range(len(key) - WINDOW + 1):
        window = key[at : at + WINDOW]
        if not {0, 10} & set(window):
            yield window
            return


def needles(folder: pathlib.Path) -> dict[bytes, str]:
    """What to search for, and what it is."""
    out = dict.fromkeys([MARK.encode(), *encoded(MARK.encode())], "a secret")
    for key in all_keys(folder):
        out |= dict.fromkeys([*raw_windows(key), *encoded(key)], "a derived key")
    return out
