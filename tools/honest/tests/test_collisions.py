# SPDX-License-Identifier: Apache-2.0
"""The list of collisions is what the reference has, neither more nor less."""

import pytest
from honest.collisions import COLLISIONS, kind_of
from honest.flips import parts
from sample import honest
from vectorgen import reference as ref
from vectorgen import reference_verify

# Of each a row, and what the honest request has in it.
SHOWN = {
    "case of a header name": ("aws4", {}),
    "hex case in the query": ("aws4", {}),
    "hex case in a path that is decoded": ("dci2", {}),
    "dots and slashes of a normalised path": ("aws4", {}),
    "white space in a header value": ("dci2", {"headers": [(b"Host", b"a\tb")]}),
    "no UTF-8 in a query of python-dciauth": ("dci2-v2.1", {}),
    "case of a method that is signed in upper case": ("dci1", {}),
}


def kinds(row, **changes):
    """The kinds of all changes that the reference takes for the same request: each has one."""
    inp = honest(row, **changes)
    assert reference_verify.verify(inp).error == ""
    found = set()
    for part in parts(inp):
        for bit in range(part.bits):
            kind = kind_of(ref.ROWS[row], part, bit)
            same = not reference_verify.verify(part.changed(inp, bit)).error
            assert not same or kind, (part.label, bit)
            found |= {kind} if same else set()
    return found


@pytest.mark.parametrize("row", ref.ROWS)
def test_nothing_else_collides(row):
    assert kinds(row) >= {"case of a header name", "hex case in the query"}


@pytest.mark.parametrize("collision", COLLISIONS, ids=lambda c: c.name)
def test_it_is_there(collision):
    row, changes = SHOWN[collision.name]
    assert collision.name in kinds(row, **changes)


def test_query_mark_that_becomes_a_slash():
    assert "dots and slashes of a normalised path" in kinds("aws4", target=b"/a/?")
    assert kinds("aws4-raw", target=b"/a/?") == {"case of a header name"}


def test_hex_of_a_path_that_is_not_decoded():
    part = next(p for p in parts(honest("aws4", target=b"/%2f")) if p.label == "target")
    assert kind_of(ref.ROWS["aws4"], part, 8 * 3 + 2) is None
    assert part.with_bit(8 * 3 + 2) == b"/%2F"
    assert kind_of(ref.ROWS["dci2"], part, 8 * 3 + 2)


def test_other_octets_are_no_collision():
    part = next(p for p in parts(honest("dci1")) if p.label == "method")
    assert kind_of(ref.ROWS["dci1"], part, 2) == "case of a method that is signed in upper case"
    assert kind_of(ref.ROWS["dci1"], part, 3) is None
    assert kind_of(ref.ROWS["dci2"], part, 2) is None
