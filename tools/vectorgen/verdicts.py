# SPDX-License-Identifier: Apache-2.0
"""The lint's rule about verify vectors: reference_verify.py gives every verdict again, with its
reason, from the JSON alone."""

from __future__ import annotations

from collections.abc import Iterator

from . import reference_verify
from .model import Json
from .tree import Tree


def problem(test: Json) -> str:
    """What reference_verify.py says otherwise; empty if nothing."""
    want, got = test["expected"]["verify"], reference_verify.verify(test["input"])
    if want["decision"] == "accept":
        if got.error:
            return f"refuses it: {got.error}"
        same = got.principal == want["principal"]
        return "" if same else f"accepts it of {got.principal!r}"
    if not got.error:
        return "accepts it"
    reasons = [want["error"]["class"], *want["error"]["any_of"]]
    return "" if got.error in reasons else f"has the reason {got.error}"


def lint_verdicts(tree: Tree) -> Iterator[str]:
    """The verdict, the principal and the reason are those of reference_verify.py."""
    for path, op, test in tree.tests():
        if op != "verify" or not reference_verify.is_judged(test["input"]):
            continue
        if said := problem(test):
            yield f"{path}: {test['id']}: reference_verify.py {said}"
