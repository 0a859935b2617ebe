# SPDX-License-Identifier: Apache-2.0
"""The table of differences: what it names is there and shows it, and it is small."""

import pytest
from differential.differences import DIFFERENCES
from differential.grammar import draw_number
from differential.packages import PACKAGES
from differential.report import MOST_DIFFERENT
from differential.wire import Draw
from places import ROOT
from vectorgen import model, tree

BY_NAME = {package.name: package for package in PACKAGES}


@pytest.fixture(scope="module")
def vectors():
    return {test["id"]: test for _, _, test in tree.read_tree(ROOT / "vectors").all_tests()}


def test_names_are_unique():
    assert len({d.name for d in DIFFERENCES}) == len(DIFFERENCES)


def draw_of(inp):
    request = model.get_request(inp["request"])
    parts = (request.method, request.target, request.headers, request.body)
    return Draw(inp["profile"], *parts, inp["credentials"], inp["params"])


@pytest.mark.parametrize("d", DIFFERENCES, ids=lambda d: d.name)
def test_row(d, vectors):
    """Its vector is one of those draws in which the answers differ."""
    draw = draw_of(vectors[d.vector]["input"])
    assert draw.row in d.rows and d.matches(draw)
    assert d.why.endswith(".")
    for name in d.packages:
        assert set(d.rows) & set(BY_NAME[name].mix.rows), f"no row of {name}"


@pytest.mark.parametrize("package", PACKAGES, ids=BY_NAME)
def test_they_are_few(package):
    rows = [d for d in DIFFERENCES if package.name in d.packages]
    some = [draw_number(3, number, package.mix) for number in range(3000)]
    found = sum(any(draw.row in d.rows and d.matches(draw) for d in rows) for draw in some)
    assert found < (MOST_DIFFERENT + 0.01) * len(some)
