# SPDX-License-Identifier: Apache-2.0
"""The rules of `history` put to the folder as read, and the record of a release made of it."""

from __future__ import annotations

from collections.abc import Iterator

from . import build, history, model
from .model import Json
from .tree import Tree


def sweeps_of(tree: Tree) -> dict[str, list[Json]]:
    """The tests of each sweep, by <profile>/<area>."""
    return {
        document["file"].removesuffix(model.GENERATED): build.expanded_tests(document)
        for document in tree.sweeps.values()
    }


def record_of(tree: Tree) -> Json:
    tests = [test for _, _, test in tree.tests()]
    return history.record(tests, sweeps_of(tree), tree.documents.get("retired.json", []))


def now_of(tree: Tree) -> history.Now:
    return history.Now(
        record_of(tree),
        {old["id"]: old["suite"] for old in tree.documents.get("retired.json", [])},
        {t["id"]: [c["suite"] for c in t.get("changed", [])] for _, _, t in tree.tests()},
        tree.changelog,
    )


def lint_history(tree: Tree) -> Iterator[str]:
    """Nothing that was released is gone or different without being written down, and the version
    says so."""
    record = tree.documents.get(history.NAME)
    if record is None:
        yield f"{history.NAME}: missing; bring it back (vectorgen --release writes the first one)"
    else:
        yield from history.problems(record, now_of(tree))


def not_again(tree: Tree) -> list[str]:
    """Why a record must not be written over the one that is there."""
    old, new = tree.documents[history.NAME], record_of(tree)
    if old["suite"] != new["suite"] or old == new:
        return []
    return [f"{new['suite']} is released already: raise SUITE in tools/vectorgen/model.py"]
