# SPDX-License-Identifier: Apache-2.0
"""The conformance runner: how many vectors a second it puts through a child that stays.

The child is the reference behind the protocol, so a vector is a request written, sent, parsed,
signed or verified, answered, parsed and judged. Runs are short, and the best of many counts.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from figures import Figure, Goal
from program import BenchError

GOAL = Goal(50_000, 100_000, at_least=True)
RATE = re.compile(r"(\d+) answers in [\d.]+ s, (\d+) a second$", re.MULTILINE)
PROGRAMS = ("dciauth-conform", "dciauth-shim")


def rate(folder: Path, *options: str) -> int:
    """Vectors a second, of a run of every vector once."""
    conform, shim = (folder / name for name in PROGRAMS)
    command = [conform, "run", f"exec:{shim}", "--repeat", "1", "--explain", "0", *options]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as exc:
        raise BenchError(f"{conform} does not start: {exc.strerror}") from exc
    found = RATE.search(done.stdout)
    if done.returncode != 0 or found is None:
        raise BenchError(f"{conform} failed: {(done.stdout + done.stderr)[-500:]}")
    return int(found[2])


def figure(name: str, value: int, goal: Goal | None = None) -> Figure:
    return Figure("runner", name, value, "vectors a second", 1e9 / value, goal)


def runner(program: Path, rounds: int) -> list[Figure]:
    folder = program.resolve().parent
    pinned = free = 0
    for _ in range(1 + rounds // 50):
        pinned = max(pinned, rate(folder))
        free = max(free, rate(folder, "--no-pin"))
    return [
        figure("all vectors, with the child on one processor", pinned, GOAL),
        figure("all vectors, not pinned", free),
    ]
