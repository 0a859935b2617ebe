# SPDX-License-Identifier: Apache-2.0
"""The vectors of python-dciauth's verdicts say what the package answered: its votes, which
`vectorgen` asks for again where the shims are installed."""

from __future__ import annotations

import pytest
from vectorgen.arguments import ROOT
from vectorgen.families import package
from vectorgen.families.package_behaviours import BEHAVIOURS
from vectorgen.model import Json
from vectorgen.tree import Tree, read_tree

ROWS = {
    "dci2": "python-dciauth-4",
    "dci2-v2": "python-dciauth-4-v2",
    "dci2-v2.1": "python-dciauth-2.1.7",
    "dci1": "python-dciauth-2.1.7-v1",
}
# A repeated header has no place in a dictionary: the functions' shims do not take one.
SILENT = ("signed-header-repeated", "body-spelled-otherwise")


@pytest.fixture(scope="module")
def tree() -> Tree:
    return read_tree(ROOT / "vectors", with_sweeps=False)


def vectors(tree: Tree, row: str) -> list[Json]:
    start = f"{row}/verify-package/"
    return [t for _, _, t in tree.tests() if t["id"].startswith(start) and "policy" in t["input"]]


def vote_of(test: Json, shim: str) -> Json | None:
    votes = {vote["name"]: vote for vote in test["provenance"]["oracles"]}
    return votes.get(shim)


@pytest.mark.parametrize("row", ROWS)
def test_the_package_has_answered_so(tree: Tree, row: str) -> None:
    answered = 0
    for test in vectors(tree, row):
        vote, decision = vote_of(test, ROWS[row]), test["expected"]["verify"]["decision"]
        if vote is None or vote.get("disagree") == "unrepresentable":
            assert any(name in test["id"] for name in SILENT), test["id"]
            continue
        answered += 1
        if vote.get("disagree") == "raised":
            assert decision == "reject", test["id"]
        else:
            assert "disagree" not in vote, (test["id"], vote)
    assert answered >= 13


def test_every_behaviour_has_a_verdict_of_each_generation() -> None:
    for one in BEHAVIOURS:
        generations = {package.CLASS, package.FUNCTIONS, package.OLD}
        assert one.wire.keys() == one.wsgi.keys() == generations, one.name
    names = [one.name for one in BEHAVIOURS]
    assert len(set(names)) == len(names)


def test_generations_and_views_tell_apart() -> None:
    """Behaviours in which they agree alone would show nothing of them."""
    by_view = [one.name for one in BEHAVIOURS if one.wire != one.wsgi]
    verdicts = [view for one in BEHAVIOURS for view in (one.wire, one.wsgi)]
    assert len(by_view) >= 8
    assert sum(len(set(verdict.values())) > 1 for verdict in verdicts) >= 12
