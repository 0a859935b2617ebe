# SPDX-License-Identifier: Apache-2.0
"""refusal_cost.py PROGRAM - whether a key is known does not show in the time of the answer.

The instructions of a refusal, counted by callgrind, differ by less than 1 % between a wrong
signature and an unknown key or another session token, whatever the look-up gives. Exit status 77
without valgrind.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys

TIMES = 100
MOST = 0.01
SKIPPED = 77


def instructions(program: str, key: str, answer: str, times: int) -> int:
    """Of a whole run. OpenSSL does without vector code there, which valgrind knows in part."""
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
    done = subprocess.run(
        [*command, program, key, answer, str(times)],
        env=os.environ | {"OPENSSL_ia32cap": "0:0"},
        capture_output=True,
        text=True,
        check=False,
    )
    total = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode != 0 or total is None:
        sys.exit(f"{key} {answer}: callgrind failed: {done.stderr[-500:]}")
    return int(total.group(1))


def compare(program: str, key: str) -> bool:
    """Every run begins and ends alike: two of one answer show what a refusal takes."""
    wrong = instructions(program, key, "signature", TIMES)
    refusal = (instructions(program, key, "signature", 2 * TIMES) - wrong) / TIMES
    good = True
    for answer in ("unknown", "token"):
        off = (instructions(program, key, answer, TIMES) - wrong) / TIMES
        print(f"{key}: {refusal:.0f}, {answer} {off:+.0f}, {100 * off / refusal:+.2f} %")
        good = good and abs(off) < MOST * refusal
    return good


def main() -> None:
    if shutil.which("valgrind") is None:
        print("no valgrind: apt-get install valgrind")
        sys.exit(SKIPPED)
    keys = ("secret", "long", "derived", "cached")
    bad = [key for key in keys if not compare(sys.argv[1], key)]
    sys.exit(f"more than {100 * MOST:.0f} % apart: {', '.join(bad)}" if bad else 0)


main()
