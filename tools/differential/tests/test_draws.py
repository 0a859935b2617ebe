# SPDX-License-Identifier: Apache-2.0
"""What is drawn: the same for the same seed, of what it must hold, spelled so that it says the
same."""

import copy
import datetime
import random
from collections import Counter
from urllib.parse import parse_qsl, unquote_to_bytes

import pytest
from differential.accidents import ACCIDENTS
from differential.features import FEATURES, LEAST
from differential.grammar import draw_number
from differential.packages import PACKAGES
from differential.spelling import FORM_VALUE, NAME, SEGMENT, VALUE, spell, spell_piece
from differential.texts import some_text
from vectorgen import model

NAMES = [package.name for package in PACKAGES]


def draws(package, count, seed=1):
    return [draw_number(seed, number, package.mix) for number in range(count)]


@pytest.mark.parametrize("package", PACKAGES, ids=NAMES)
def test_same_seed_same_draws(package):
    assert draws(package, 20) == draws(package, 20)
    assert draws(package, 20) != draws(package, 20, seed=2)
    assert draw_number(1, 19, package.mix) == draws(package, 20)[19]


@pytest.mark.parametrize("package", PACKAGES, ids=NAMES)
def test_made_of_what_it_must_be(package):
    some = draws(package, 3000)
    for name, holds in FEATURES.items():
        share = sum(map(holds, some)) / len(some)
        assert share > LEAST, f"{name}: {share}"
    assert {draw.row for draw in some} == set(package.mix.rows)


def test_input_holds_the_request():
    for draw in draws(PACKAGES[0], 200):
        request = model.get_request(draw.input()["request"])
        assert (request.method, request.target) == (draw.method, draw.target)
        assert (request.headers, request.body) == (draw.headers, draw.body)


def test_times_are_times():
    days = Counter()
    for draw in draws(PACKAGES[0], 2000):
        time = datetime.datetime.strptime(draw.params["timestamp"], "%Y%m%dT%H%M%SZ")
        days[(time.month, time.day)] += 1
    assert days[(2, 29)] > 50


@pytest.mark.parametrize("ways", [SEGMENT, NAME, VALUE], ids=["segment", "name", "value"])
def test_spelling_says_the_same(ways):
    rng = random.Random(1)
    spelled = set()
    for _ in range(500):
        text = some_text(rng) + [rng.choice(["é\u00a0", "\0\n%", b"\xff", "a&b=c/d?e#f"])]
        raw = b"".join(piece if isinstance(piece, bytes) else piece.encode() for piece in text)
        data = spell(rng, text, ways)
        assert unquote_to_bytes(data) == raw
        assert not any(byte <= 0x20 or byte == 0x7F for byte in data)
        spelled.add(data)
    assert any(b"%3f" in data for data in spelled) and any(b"%3F" in data for data in spelled)
    assert any(not data.isascii() for data in spelled)


def test_form_spelling():
    for way in FORM_VALUE:
        assert parse_qsl(b"a=" + spell_piece("b c+d", way)) == [(b"a", b"b c+d")]
    assert any(b"+" in spell_piece("b c", way) for way in FORM_VALUE)


@pytest.mark.parametrize("name", ACCIDENTS)
def test_accidents_happen(name):
    """Each is in some package's mix, and changes a draw of one of its rows."""
    users = [package for package in PACKAGES if package.mix.accidents.get(name)]
    assert users
    rng = random.Random(1)
    for package in users:
        changed = 0
        for draw in draws(package, 20):
            before = copy.deepcopy(draw)
            ACCIDENTS[name](rng, draw)
            changed += draw != before
        assert changed, package.name


def test_mixes_name_accidents_that_exist():
    for package in PACKAGES:
        assert set(package.mix.accidents) <= set(ACCIDENTS)
