# SPDX-License-Identifier: Apache-2.0
"""The folder vectors/ as read from the disk: texts, documents, and the tests in them."""

from __future__ import annotations

import pathlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from . import build, model
from .model import Json

Tests = Iterator[tuple[str, str, Json]]


def is_sweep(path: str) -> bool:
    return path.endswith(model.GENERATED + ".json")


def tests_in(shards: dict[str, Json]) -> Tests:
    for path, document in shards.items():
        for test in build.expanded_tests(document):
            yield path, document["op"], test


@dataclass
class Tree:
    """The files by their paths. A test comes with its group's defaults merged in. The sweeps are
    apart: their tests have few members, and there are very many of them."""

    texts: dict[str, str] = field(default_factory=dict)
    documents: dict[str, Json] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    changelog: str = ""

    @property
    def shards(self) -> dict[str, Json]:
        return {
            p: d
            for p, d in self.documents.items()
            if p.count("/") == 1 and not p.startswith("schema/")
        }

    @property
    def sweeps(self) -> dict[str, Json]:
        return {p: d for p, d in self.shards.items() if is_sweep(p)}

    @property
    def authored(self) -> dict[str, Json]:
        return {p: d for p, d in self.shards.items() if not is_sweep(p)}

    def tests(self) -> Tests:
        """(path, op, test) of every authored test."""
        return tests_in(self.authored)

    def all_tests(self) -> Tests:
        return tests_in(self.shards)

    def by_id(self) -> dict[str, Json]:
        return {test["id"]: test for _, _, test in self.tests()}


def read_tree(root: pathlib.Path, with_sweeps: bool = True) -> Tree:
    tree = Tree()
    for path in sorted(root.rglob("*.json")):
        name = path.relative_to(root).as_posix()
        if is_sweep(name) and not with_sweeps:
            continue
        try:
            tree.texts[name] = path.read_bytes().decode("utf-8")
            tree.documents[name] = model.load(tree.texts[name])
        except (ValueError, UnicodeDecodeError) as e:
            tree.problems.append(f"{name}: not JSON as it must be: {e}")
    log = root / "CHANGELOG.md"
    tree.changelog = log.read_text(encoding="utf-8") if log.exists() else ""
    return tree
