#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""test_twin_query.py FUZZ_TWIN - the twin of the dci2-v2.1 query says what Python's urllib says.

The inputs are random, from pieces that matter to the rule, with a fixed seed.
"""

import random
import subprocess
import sys
from urllib.parse import parse_qsl, urlencode

COUNT = 20000
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


def random_query(rng: random.Random) -> bytes:
    """Random pieces, or now and then random bytes."""
    if rng.random() < 0.1:
        return rng.randbytes(rng.randrange(12))
    return b"".join(rng.choices(PIECES, k=rng.randrange(14)))


def python_says(query: bytes) -> str:
    """The answer of urllib, in the words of fuzz_twin."""
    if any(byte in query for byte in (b"\0", b"\r", b"\n")):
        return "malformed-query "
    pairs = parse_qsl(
        query.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=None
    )
    if len(dict(pairs)) < len(pairs):
        return "duplicate-query-param "
    return "ok " + urlencode(sorted(pairs)).encode().hex()


def main() -> int:
    rng = random.Random(20150830)
    queries = [random_query(rng) for _ in range(COUNT)]
    lines = "".join(query.hex() + "\n" for query in queries)
    run = subprocess.run(
        [sys.argv[1], "query", "dci2-v2.1"], input=lines, capture_output=True, text=True, check=True
    )
    answers = run.stdout.split("\n")[:-1]
    wrong = 0
    for query, answer in zip(queries, answers, strict=True):
        if answer != python_says(query):
            wrong += 1
            print(f"{query!r}: twin {answer}, Python {python_says(query)}")
    accepted = sum(answer.startswith("ok ") for answer in answers)
    print(f"{COUNT} queries, {accepted} accepted, {wrong} wrong")
    return 0 if wrong == 0 and accepted > COUNT // 10 else 1


if __name__ == "__main__":
    sys.exit(main())
