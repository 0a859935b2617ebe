# SPDX-License-Identifier: Apache-2.0
"""The table of differences: what it names is there, and it is small."""

import pytest
from conftest import ROOT
from differential.differences import DIFFERENCES
from differential.grammar import draw_number
from differential.packages import PACKAGES
from differential.report import MOST_DIFFERENT
from vectorgen import lint

BY_NAME = {package.name: package for package in PACKAGES}


@pytest.fixture(scope="module")
def vectors():
    return lint.read_tree(ROOT / "vectors").by_id()


def test_names_are_unique():
    assert len({d.name for d in DIFFERENCES}) == len(DIFFERENCES)


@pytest.mark.parametrize("d", DIFFERENCES, ids=lambda d: d.name)
def test_row(d, vectors):
    assert d.vector in vectors
    assert d.why.endswith(".")
    for name in d.packages:
        assert set(d.rows) & set(BY_NAME[name].mix.rows), f"no row of {name}"


@pytest.mark.parametrize("package", PACKAGES, ids=BY_NAME)
def test_they_are_few(package):
    rows = [d for d in DIFFERENCES if package.name in d.packages]
    some = [draw_number(3, number, package.mix) for number in range(3000)]
    found = sum(any(draw.row in d.rows and d.matches(draw) for d in rows) for draw in some)
    assert found < (MOST_DIFFERENT + 0.01) * len(some)
