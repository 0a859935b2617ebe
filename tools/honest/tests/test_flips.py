# SPDX-License-Identifier: Apache-2.0
"""What is changed: all that is signed, each bit once, and nothing beside it."""

import json

from honest.flips import Part, label_of, parts
from sample import honest
from vectorgen import model


def test_the_signed_parts():
    found = parts(honest("aws4"))
    assert [(part.label, part.data[:7]) for part in found] == [
        ("method", b"GET"),
        ("target", b"/a/./b/"),
        ("a signed header's name", b"Host"),
        ("a signed header's value", b"h"),
        ("a signed header's name", b"X-A"),
        ("a signed header's value", b" a  b \t"),
        ("a signed header's name", b"X-Amz-D"),
        ("a signed header's value", b"2015083"),
        ("Authorization's name", b"Authori"),
        ("Authorization's value", b"AWS4-HM"),
        ("body", b"body"),
    ]


def test_repeated_header_is_changed_in_each_line():
    headers = [(b"Host", b"h"), (b"X-A", b"1"), (b"x-a", b"2")]
    found = parts(honest("aws4", headers=headers))
    assert [p.data for p in found if p.place[-1] == "v" and p.data in (b"1", b"2")] == [b"1", b"2"]


def test_each_bit_once():
    part = Part("body", ("body",), b"ab")
    others = {part.with_bit(bit) for bit in range(part.bits)}
    assert len(others) == 16 and part.data not in others
    distance = {bin(int.from_bytes(o) ^ int.from_bytes(part.data)).count("1") for o in others}
    assert distance == {1}


def test_lines_are_the_changed_requests():
    inp = honest("aws4")
    for part in parts(inp):
        lines = dict(part.lines(inp))
        assert len(lines) == part.bits
        for bit in (0, part.bits - 1):
            assert json.loads(lines[bit]) == part.changed(inp, bit)


def test_nothing_else_changes():
    inp = honest("aws4")
    before = model.get_request(inp["request"])
    part = next(p for p in parts(inp) if p.data == b"X-A")
    after = model.get_request(part.changed(inp, 8 + 7)["request"])
    assert after.headers[1] == (b"X,A", b" a  b \t")
    assert before.headers[1][0] == b"X-A" and before.target == after.target


def test_label():
    target = Part("target", ("target",), b"/a?b")
    assert [label_of(target, 8 * at) for at in range(4)] == ["path", "path", "query", "query"]
    value = b"X Credential=a, SignedHeaders=b, Signature=c"
    authorization = Part("Authorization's value", ("headers", 0, "v"), value)
    words = [label_of(authorization, 8 * at) for at in (0, 13, 30, len(value) - 1)]
    fields = ("algorithm", "Credential", "SignedHeaders", "Signature")
    assert words == [f"Authorization: {field}" for field in fields]
