#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""test_states.py REPLAY TARGET CORPUS - the committed corpus reaches every outcome of every row.

Coverage of edges hides what a corpus does not reach; a list of outcomes does not.
"""

import subprocess
import sys

from rows import DCI, ROWS

AUTH = (
    "ok",
    "limit-exceeded",
    "bad-algorithm",
    "malformed-auth-header",
    "missing-auth-param",
    "duplicate-auth-param",
    "malformed-credential",
    "signed-headers-malformed",
    "signature-malformed",
)

WANTED: dict[str, set[str]] = {
    "path": {f"{row} {state}" for row in ROWS for state in ("ok", "malformed-uri")},
    "query": {f"{row} {state}" for row in ROWS for state in ("ok", "malformed-query")}
    | {f"{row} duplicate-query-param" for row in DCI},
    "auth_header": {f"{row} {state}" for row in ROWS for state in AUTH},
}


def main() -> int:
    replay, target, corpus = sys.argv[1:]
    run = subprocess.run([replay, corpus], capture_output=True, text=True, errors="replace")
    if run.returncode != 0:
        print(f"the replay failed:\n{run.stderr}")
        return 1
    prefix = f"state {target} "
    met = {line[len(prefix) :] for line in run.stdout.splitlines() if line.startswith(prefix)}
    for state in sorted(WANTED[target] - met):
        print(f"not reached: {state}")
    for state in sorted(met - WANTED[target]):
        print(f"not expected: {state}")
    return 0 if met == WANTED[target] else 1


if __name__ == "__main__":
    sys.exit(main())
