# SPDX-License-Identifier: Apache-2.0
"""constant_time.py PROGRAM... [--planted PROGRAM...] - no time depends on a secret.

Runs test_constant_time.c under memcheck, as each PROGRAM has it; those behind --planted have a bug
(wraps.c), which must be noticed, each. Exit status 77 without valgrind or its header.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

SKIPPED = 77
COMPLAINTS = ("depends on uninitialised value", "Use of uninitialised value")


def run(program: str) -> tuple[str, int, str]:
    """Every complaint counts: memcheck is not to stop telling them."""
    command = ["valgrind", "-q", "--error-limit=no", "--error-exitcode=9", program]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return program, done.returncode, done.stdout + done.stderr


def judge(program: str, status: int, output: str, planted: bool) -> bool:
    name = program.rpartition("/")[2]
    noticed = any(complaint in output for complaint in COMPLAINTS)
    good = noticed and status != 0 if planted else status == 0 and not noticed
    print(f"{name}: {'noticed' if noticed else 'nothing depends on a secret'}, status {status}")
    if not good:
        print(output[-6000:])
    return good


def main() -> None:
    words = sys.argv[1:]
    if shutil.which("valgrind") is None or words[:1] in ([], ["--planted"]):
        print("no valgrind, or not its header: apt-get install valgrind, and configure again")
        sys.exit(SKIPPED)
    at = words.index("--planted") if "--planted" in words else len(words)
    with ThreadPoolExecutor(2) as pool:
        runs = list(pool.map(run, words[:at] + words[at + 1 :]))
    good = [judge(*done, planted=i >= at) for i, done in enumerate(runs)]
    sys.exit(0 if all(good) else 1)


main()
