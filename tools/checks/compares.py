# SPDX-License-Identifier: Apache-2.0
"""compares.py ROOT - bytes are compared in one place of lib/ each: secret ones, and public ones.

What stops at the first byte that differs tells how many were right. So in lib/ nothing calls the C
library to compare: span_eq and span_cmp (span.h) are for what everybody may know, crypto_equal32
and crypto_equal (crypto.h) for secrets. PLACES says where the calls behind them stand.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from source import COMMENT, report

STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')
PLACES = {"memcmp": "span.c", "CRYPTO_memcmp": "crypto_memory.c"}
CALLS = (
    "memcmp wmemcmp bcmp timingsafe_bcmp timingsafe_memcmp consttime_memequal CRYPTO_memcmp "
    "strcmp strncmp strcasecmp strncasecmp stricmp strnicmp strcoll strstr strcasestr memmem"
)
CALL = re.compile(rf"(?<!\w)(?:__builtin_)?({'|'.join(CALLS.split())})(?!\w)")


def blank(match: re.Match[str]) -> str:
    """Nothing, in as many lines."""
    return "\n" * match.group().count("\n")


def check(path: Path) -> list[str]:
    code = STRING.sub('""', COMMENT.sub(blank, path.read_text()))
    return [
        f"lib/{path.name}:{code.count(chr(10), 0, match.start()) + 1}: {match.group(1)} has no "
        "place here: use span_eq or span_cmp, for a secret crypto_equal32 or crypto_equal"
        for match in CALL.finditer(code)
        if PLACES.get(match.group(1)) != path.name
    ]


def main() -> None:
    lib = Path(sys.argv[1]) / "lib"
    sources = sorted([*lib.glob("*.[ch]"), *lib.glob("include/*.h")])
    report([finding for path in sources for finding in check(path)], len(sources), "files of lib/")


main()
