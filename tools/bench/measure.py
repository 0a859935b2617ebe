# SPDX-License-Identifier: Apache-2.0
"""Short batches in turn: what disturbs one of them does not reach the minimum of many."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

from program import BenchError, Program
from workload import SETS

BATCH = 100_000  # nanoseconds, about: longer where a single pass is
CREDENTIALS = {
    "aws4": ("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "us-east-1", "service"),
    "dci2": ("remoteci/client_id", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "BHS3", "api"),
}
TIMESTAMP = "20150830T123600Z"


@dataclass(frozen=True)
class Call:
    """What a pass does: `operation` every request of `set_name`, by the rules of `row`."""

    operation: str  # sign, verify, or refuse, which is to verify what is wrong
    row: str
    set_name: str
    key: str = "kept"  # or derived, anew for each request

    @property
    def name(self) -> str:
        return f"{self.operation}-{self.row}-{self.set_name}-{self.key}"

    @property
    def words(self) -> tuple[str, ...]:
        credentials = CREDENTIALS[self.row.partition("-")[0]]
        names = (self.name, self.operation, self.row, self.set_name, self.key)
        return ("call", *names, *credentials, TIMESTAMP)


@dataclass
class Series:
    """The batches of one thing; `best` is nanoseconds a pass."""

    program: Program
    name: str
    compressions: int
    signature: str
    num: int = 1  # requests in a pass
    passes: int = 1
    best: float = field(default=float("inf"))

    def batch(self) -> None:
        (nanoseconds,) = self.program.ask("time", self.name, str(self.passes))
        self.best = min(self.best, int(nanoseconds) / self.passes)


def series_of_bytes(program: Program, num_bytes: int) -> Series:
    """EVP_DigestUpdate: nothing but compressions."""
    name = f"update-{num_bytes}"
    compressions, signature = program.ask("update", name, str(num_bytes))
    return Series(program, name, int(compressions), signature)


def series_of_call(program: Program, call: Call) -> Series:
    compressions, signature = program.ask(*call.words)
    num = len(SETS[call.set_name])
    return Series(program, call.name, int(compressions), signature, num)


def give_sets(program: Program, calls: Sequence[Call]) -> None:
    for name in dict.fromkeys(call.set_name for call in calls):
        program.give(name, SETS[name])


def run_rounds(title: str, series: Sequence[Series], rounds: int) -> None:
    """Every series has one batch a round."""
    shown = sys.stderr.isatty()
    for one in series:
        one.batch()
        one.passes = max(1, int(BATCH / max(one.best, 1)))
    for i in range(rounds):
        if shown and i % 16 == 0:
            print(f"\r{title}: round {i} of {rounds} ", end="", file=sys.stderr, flush=True)
        for one in series:
            one.batch()
    if shown:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def check_signatures(series: Sequence[Series]) -> None:
    """Who signs something else does other work."""
    for one in series[1:]:
        if one.signature != series[0].signature:
            raise BenchError(
                f"{one.program.name} and {series[0].program.name} sign differently: {one.name}"
            )
