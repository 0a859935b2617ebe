# SPDX-License-Identifier: Apache-2.0
"""The ways to write a text into a request target: what may stand there raw, and what is escaped
with which hex digits. What is drawn is a list of pieces: a str may be spelled in any way, bytes,
which are no UTF-8, are always escaped."""

from __future__ import annotations

import random
from collections.abc import Sequence

Piece = str | bytes
Text = list[Piece]
Table = dict[int, str]

UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
# Nowhere raw in a target: controls, the blank and the percent sign.
NEVER_RAW = frozenset([*range(0x21), 0x7F, ord("%")])


def table(raw: frozenset[int], digits: str = "%02X", blank: str = "") -> Table:
    """How each byte outside `raw` is written, for str.translate of Latin-1 text."""
    out = {byte: "%" + digits % byte for byte in range(256) if byte not in raw}
    return out | ({ord(" "): blank} if blank else {})


def spellings(delimiters: bytes, blank: str = "") -> list[Table]:
    """The ways to spell a text between these delimiters; the first is that of a careful client,
    `blank` what a form makes of a blank."""
    bare = frozenset(range(256)) - NEVER_RAW - frozenset(delimiters)
    ways = [
        table(UNRESERVED),
        table(UNRESERVED, "%02x"),
        table(bare),
        table(bare, "%02x"),
        table(UNRESERVED - frozenset(b"abcXYZ-.~09")),
    ]
    return ways + ([table(UNRESERVED, blank=blank)] if blank else [])


SEGMENT = spellings(b"/?#")
NAME = spellings(b"&=#")
VALUE = spellings(b"&#")
FORM_NAME = spellings(b"&=#+", blank="+")
FORM_VALUE = spellings(b"&#+", blank="+")


def spell_piece(piece: Piece, way: Table) -> bytes:
    if isinstance(piece, bytes):
        return b"".join(b"%%%02X" % byte for byte in piece)
    return piece.encode().decode("latin-1").translate(way).encode("latin-1")


def spell(rng: random.Random, text: Text, ways: Sequence[Table]) -> bytes:
    way = rng.choice(ways)
    return b"".join(spell_piece(piece, way) for piece in text)
