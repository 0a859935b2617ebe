# SPDX-License-Identifier: Apache-2.0
"""The vectors as flat JSON lines: one test a line, with everything that its file and its group say
of it, so that a consumer reads a line and has it all.

A test stays as it is in its file but for the group's defaults, which are in its `input`. Bytes keep
their two forms, also {"repeat_b64": …, "times": …}: the digest is of this input, and a line stays
short. Beside it stand `schema`, `suite`, `file`, `op`, `profile`, `group` and, of the file's notes,
those of its flags. The sweeps are lines of a file of their own.
"""

from __future__ import annotations

import json
import pathlib

from . import model
from .model import Json
from .tree import Tree

SUFFIX = ".jsonl"


def flat_test(document: Json, group: Json, test: Json) -> Json:
    inp = {**group["defaults"], **test["input"]}
    out: Json = {
        "id": test["id"],
        "schema": model.FLAT_SCHEMA,
        "suite": document["suite"],
        "file": document["file"],
        "op": document["op"],
        "profile": inp["profile"],
        "group": {name: group[name] for name in ("id", "title", "source")},
        **test,
        "input": inp,
    }
    if "flags" in test:
        out["notes"] = {flag: document["notes"][flag] for flag in test["flags"]}
    return out


def flat_tests(documents: list[Json]) -> list[Json]:
    return [
        flat_test(document, group, test)
        for document in documents
        for group in document["groups"]
        for test in group["tests"]
    ]


def lines(documents: list[Json]) -> str:
    """Compact, in the order of the files; no line holds what else might end one (U+2028)."""
    rows = (json.dumps(t, ensure_ascii=False, separators=(",", ":")) for t in flat_tests(documents))
    return "".join(row + "\n" for row in rows)


def files_at(place: pathlib.Path) -> tuple[pathlib.Path, pathlib.Path]:
    """Where the authored vectors go and where the sweeps: `place` is a folder, or the first file
    itself."""
    first = place if place.suffix == SUFFIX else place / f"vectors{SUFFIX}"
    return first, first.with_name(first.stem + model.GENERATED + SUFFIX)


def export(tree: Tree, place: pathlib.Path) -> dict[pathlib.Path, str]:
    """The files to write: sweeps only if they were read."""
    authored, generated = files_at(place)
    out = {authored: lines(list(tree.authored.values()))}
    if tree.sweeps:
        out[generated] = lines(list(tree.sweeps.values()))
    return out
