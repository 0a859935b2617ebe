# SPDX-License-Identifier: Apache-2.0
"""What names, values and path segments are made of: plain words, odd characters, and the spices
that must not be rare."""

from __future__ import annotations

import random
from urllib.parse import unquote_to_bytes

from .spelling import Piece, Text

WORDS = [
    *["a", "b", "ab", "a-b", "a.b", "a1", "10", "2", "A", "Zz", "v1", "api", "jobs", "limit"],
    *["where", "page", "test_file", "~u", "0", "true"],
]
ODD = [*" +=&;:@!$'()*,/?#%[]{}|\\^`\"<>", "  ", "%41", "%2F", "%%", "a=b", "\t", "\x7f", "ü", "ａ"]
HIGH = ["é", "€", "😀", "ａ", "日本", "\u0301", "\ufffd", "\u0130"]
NOT_UTF8 = [
    *[b"\xff", b"\xff\xfe", b"\x80", b"\xc0\xaf", b"\xed\xa0\x80", b"\xe2\x82", b"\xf0\x9f\x98"],
]
MALFORMED = ["%", "%z", "%4", "%zz", "%%41", "%0"]
SPICE = 0.11


def some_text(rng: random.Random) -> Text:
    return [
        rng.choice(ODD) if rng.random() < 0.3 else rng.choice(WORDS)
        for _ in range(rng.choice((1, 1, 1, 2, 2, 3)))
    ]


def spices(rng: random.Random) -> list[Piece]:
    """NUL, line feed, characters above ASCII, U+00A0, and octets that are no UTF-8."""
    kinds: list[tuple[float, list[Piece]]] = [
        (SPICE, ["\0"]),
        (SPICE, ["\n", "\r\n"]),
        (SPICE, [*HIGH]),
        (SPICE, ["\u00a0"]),
        (SPICE, [b"\xff"]),
        (0.05, [*NOT_UTF8]),
    ]
    return [rng.choice(pieces) for share, pieces in kinds if rng.random() < share]


def season(rng: random.Random, texts: list[Text]) -> None:
    """Puts the spices into these texts, each at a random place; a text is there for them."""
    for piece in spices(rng):
        if not texts:
            texts.append([])
        text = rng.choice(texts)
        text.insert(rng.randint(0, len(text)), piece)


def dictionary_key(name: bytes) -> str:
    """The name of an argument, as spelled in a query, as the key of a Python dictionary."""
    return unquote_to_bytes(name.replace(b"+", b" ")).decode("utf-8", "replace")
