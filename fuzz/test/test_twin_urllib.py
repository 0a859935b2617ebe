#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""test_twin_urllib.py FUZZ_TWIN - the twins of the dci rows say what Python's urllib says.

Of every query, and of the paths that are decoded. The inputs are random, from pieces that matter to
the rules, with a fixed seed.
"""

import random
import subprocess
import sys
from urllib.parse import parse_qsl, quote, unquote, urlencode

from rows import DCI, RELEASE_4

COUNT = 10000  # of each target and row
FORMS = (b"/", b"/", b"/", b"http://h", b"a+b://", b"")
PIECES = (
    *(b"%c" % byte for byte in b"ab01%+&=;/?#~*-_. A"),
    *(b"%%%02x" % byte for byte in (0x00, 0x0A, 0x20, 0x25, 0x26, 0x2B, 0x41, 0x61, 0x7E)),
    *(b"%%%02X" % byte for byte in (0x80, 0xBF, 0xC0, 0xC3, 0xA9, 0xE2, 0x82, 0xAC, 0xED, 0xA0)),
    *(b"%%%02X" % byte for byte in (0xF0, 0x9F, 0x8D, 0xF4, 0x90, 0xF5, 0xFF)),
    *(bytes([byte]) for byte in (0x80, 0xBF, 0xC1, 0xC3, 0xA9, 0xE0, 0xED, 0xA0, 0xF0, 0x9F)),
    *(bytes([byte]) for byte in (0x8D, 0xF4, 0x8F, 0x90, 0xFE, 0x01, 0x7F, 0x0A, 0x00)),
    "é".encode(), "€".encode(), "𐍈".encode(), "\ufffd".encode(),
    b"%zz", b"%4", b"&a=", b"&b=",
)  # fmt: skip


def random_text(rng: random.Random) -> bytes:
    """Random pieces, or now and then random bytes."""
    if rng.random() < 0.1:
        return rng.randbytes(rng.randrange(12))
    return b"".join(rng.choices(PIECES, k=rng.randrange(14)))


def random_path(rng: random.Random) -> bytes:
    """A path in origin-form, in absolute-form, or none."""
    form = rng.choice(FORMS)
    return form + random_text(rng) if form else b""


def has_raw(text: bytes) -> bool:
    """Whether there is a byte that would forge a line."""
    return any(byte in text for byte in (b"\0", b"\r", b"\n"))


def python_path(path: bytes) -> str:
    """The answer of urllib to a path, in the words of fuzz_twin."""
    if has_raw(path):
        return "malformed-uri "
    return "ok " + unquote(path.decode("utf-8", "replace")).encode().hex()


def join_quoted(pairs: list[tuple[str, str]]) -> str:
    """What python-dciauth 4 does where 2.1 calls urlencode."""
    quoted = [(quote(name, safe="_.-~"), quote(value, safe="_.-~")) for name, value in pairs]
    return "&".join(f"{name}={value}" for name, value in sorted(quoted))


def python_query(row: str, query: bytes) -> str:
    """The answer of urllib to a query, in the words of fuzz_twin."""
    if has_raw(query):
        return "malformed-query "
    pairs = parse_qsl(
        query.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=None
    )
    if len(dict(pairs)) < len(pairs):
        return "duplicate-query-param "
    text = join_quoted(pairs) if row in RELEASE_4 else urlencode(sorted(pairs))
    return "ok " + text.encode().hex()


def twin_says(program: str, target: str, row: str, texts: list[bytes]) -> list[str]:
    """The answers of fuzz_twin."""
    lines = "".join(text.hex() + "\n" for text in texts)
    run = subprocess.run(
        [program, target, row], input=lines, capture_output=True, text=True, check=True
    )
    return run.stdout.split("\n")[:-1]


def is_good(target: str, row: str, texts: list[bytes], twin: list[str], python: list[str]) -> bool:
    """Whether both say the same, and the texts were not all refused."""
    wrong = 0
    for text, answer, expected in zip(texts, twin, python, strict=True):
        if answer != expected:
            wrong += 1
            print(f"{target} {row} {text!r}: twin {answer}, Python {expected}")
    accepted = sum(answer.startswith("ok ") for answer in twin)
    print(f"{target} {row}: {len(texts)} texts, {accepted} accepted, {wrong} wrong")
    return wrong == 0 and accepted > len(texts) // 10


def main() -> int:
    program = sys.argv[1]
    rng = random.Random(20150830)
    queries = [random_text(rng) for _ in range(COUNT)]
    paths = [random_path(rng) for _ in range(COUNT)]
    good = True
    for row in DCI:
        twin = twin_says(program, "query", row, queries)
        good &= is_good("query", row, queries, twin, [python_query(row, text) for text in queries])
    for row in RELEASE_4:
        twin = twin_says(program, "path", row, paths)
        good &= is_good("path", row, paths, twin, [python_path(text) for text in paths])
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
