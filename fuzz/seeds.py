#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""seeds.py OUT VECTORS - writes the seeds of every fuzz target, made from the test vectors.

A seed is a byte for the row and the text that the target reads. Each text of a vector becomes a
seed of every row, for what is valid in one is a good question to another. Files are
OUT/<target>/<sha256>; two runs give the same files, and files of an earlier run that are not made
any more are removed.
"""

import base64
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ROWS = 8
TARGETS = ("auth_header", "path", "query")

Json = dict[str, Any]
Seed = tuple[str, bytes]  # target, text


def bytes_of(thing: Json, key: str) -> bytes:
    """A field that is either text, or base64 under key_b64; nothing if it is absent."""
    if key + "_b64" in thing:
        return base64.b64decode(thing[key + "_b64"], validate=True)
    return str(thing.get(key, "")).encode()


def tests_of(file: Json) -> Iterator[Json]:
    """The tests of a file, with the defaults of their group merged into the input."""
    for group in file.get("groups", []):
        for test in group["tests"]:
            yield {**test, "input": {**group.get("defaults", {}), **test.get("input", {})}}


def target_seeds(target: bytes) -> Iterator[Seed]:
    """The path and the query of a request target; of an absolute one the path alone, too."""
    path, _, query = target.partition(b"?")
    yield "path", path
    yield "query", query
    if path.startswith((b"http://", b"https://")):
        yield "path", urlsplit(path.decode("latin-1")).path.encode("latin-1")


def test_seeds(test: Json) -> Iterator[Seed]:
    """What a test holds for the targets: its request target, every Authorization value."""
    request = test["input"].get("request", {})
    yield from target_seeds(bytes_of(request, "target"))
    for header in request.get("headers", []):
        if bytes_of(header, "n").lower() == b"authorization":
            yield "auth_header", bytes_of(header, "v")
    authorization = bytes_of(test.get("expected", {}), "authorization")
    if authorization:
        yield "auth_header", authorization


def vector_files(folder: Path) -> Iterator[Json]:
    """Every vector file below a folder: those that have groups."""
    for path in sorted(folder.glob("*/*.json")):
        file = json.loads(path.read_bytes())
        if isinstance(file, dict) and "groups" in file:
            yield file


def write(folder: Path, contents: set[bytes]) -> None:
    """Makes the folder hold exactly these contents."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {hashlib.sha256(content).hexdigest(): content for content in contents}
    for path in folder.iterdir():
        if path.name not in files:
            path.unlink()
    for name, content in sorted(files.items()):
        (folder / name).write_bytes(content)


def main() -> int:
    out, vectors = map(Path, sys.argv[1:])
    seeds: dict[str, set[bytes]] = {target: set() for target in TARGETS}
    for file in vector_files(vectors):
        for test in tests_of(file):
            for target, text in test_seeds(test):
                seeds[target].update(bytes([row]) + text for row in range(ROWS))
    for target in TARGETS:
        write(out / target, seeds[target])
    print(", ".join(f"{len(seeds[target])} {target}" for target in TARGETS))
    return 0


if __name__ == "__main__":
    sys.exit(main())
