# SPDX-License-Identifier: Apache-2.0
"""What the draws must hold: each of these in at least LEAST of them, whatever package they are for.
Where a signer goes wrong is at the bytes that some layer treats as its own."""

from __future__ import annotations

import re
from collections.abc import Callable

from .wire import Draw

LEAST = 0.05

Feature = Callable[[Draw], bool]


def in_body(piece: bytes) -> Feature:
    return lambda draw: piece in draw.body


def in_path(piece: bytes) -> Feature:
    return lambda draw: piece in draw.path.upper()


def in_query(piece: bytes) -> Feature:
    return lambda draw: piece in draw.query.upper()


def is_high(data: bytes) -> bool:
    return not data.isascii()


def has_nbsp(data: bytes) -> bool:
    return re.search(rb"\xc2\xa0|%C2%A0", data, re.IGNORECASE) is not None


def has_ff(data: bytes) -> bool:
    return b"%FF" in data.upper()


def everywhere(word: str, holds: Callable[[bytes], bool]) -> dict[str, Feature]:
    """In the path, in a query value, in a query name, and in the value of a signed header."""
    return {
        f"{word} in the path": lambda draw: holds(draw.path),
        f"{word} in a query value": lambda draw: any(holds(value) for _, value in draw.pairs),
        f"{word} in a query name": lambda draw: any(holds(name) for name, _ in draw.pairs),
        f"{word} in a header": lambda draw: any(holds(value) for value in draw.signed_values),
    }


FEATURES: dict[str, Feature] = {
    "NUL in the body": in_body(b"\0"),
    "LF in the body": in_body(b"\n"),
    "0x80 and above in the body": lambda draw: is_high(draw.body),
    "%00 in the path": in_path(b"%00"),
    "%0A in the path": in_path(b"%0A"),
    "%00 in the query": in_query(b"%00"),
    "%0A in the query": in_query(b"%0A"),
    **everywhere("0x80 and above", is_high),
    **everywhere("U+00A0", has_nbsp),
    **everywhere("%FF", has_ff),
}
