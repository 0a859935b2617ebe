# SPDX-License-Identifier: Apache-2.0
"""When the counts of a run are not as they must be."""

from collections import Counter

import pytest
from differential import report
from differential.campaign import Tally
from differential.differences import DIFFERENCES
from differential.features import FEATURES
from differential.packages import PACKAGES

PACKAGE = PACKAGES[0]
ROWS = [d.name for d in DIFFERENCES if PACKAGE.name in d.packages]


def tally(**counts):
    """Of a run in which all is well."""
    sound = Tally(
        draws=10_000,
        seconds=1.0,
        features=Counter(dict.fromkeys(FEATURES, 600)),
        found=Counter(dict.fromkeys(ROWS, 1)),
        matched=900,
    )
    for name, value in counts.items():
        setattr(sound, name, value)
    return sound


def complaints(one, draws=10_000):
    return report.complaints([PACKAGE], {PACKAGE.name: one}, draws)


def test_all_is_well():
    assert complaints(tally()) == []


@pytest.mark.parametrize(
    ("counts", "text"),
    [
        ({"statuses": Counter(refused=1500, raised=501)}, "refuses or raises in 20.0 %"),
        ({"statuses": Counter(unrepresentable=2501)}, "cannot express 25.0 %"),
        ({"matched": 1001}, "differs by right in 10.0 %"),
        ({"features": Counter(dict.fromkeys(FEATURES, 499))}, "NUL in the body: in 5.0 %"),
        ({"found": Counter(dict.fromkeys(ROWS[1:], 1))}, ROWS[0] + " was not found in any draw"),
    ],
)
def test_complaint(counts, text):
    assert any(text in line for line in complaints(tally(**counts))), complaints(tally(**counts))
    assert complaints(tally(**counts), draws=9_999) == []


def test_tables_name_everything():
    tables = (report.shares_table, report.features_table, report.differences_table)
    text = "\n".join("\n".join(t([PACKAGE], {PACKAGE.name: tally()})) for t in tables)
    for name in (PACKAGE.name, *FEATURES, *ROWS):
        assert name in text


def test_tallies_add_up():
    one = tally()
    one.add(tally())
    assert (one.draws, one.matched, one.found[ROWS[0]]) == (20_000, 1800, 2)
