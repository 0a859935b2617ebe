# SPDX-License-Identifier: Apache-2.0
"""The modes that need the library alone, with their goals."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

from figures import Figure, Goal
from measure import Call, Series, give_sets, run_rounds, series_of_bytes, series_of_call
from program import BenchError, Missing, Program
from workload import SETS

RATIO = "× its compressions"
TITLES = {
    "get": "GET",
    "post": "POST 1 KiB",
    "wide": "GET, 40 parameters × 20 headers",
    "mixed": "512 mixed GETs",
}
CALL_GOALS: dict[tuple[str, str, str], Goal] = {
    ("sign", "get", "kept"): Goal(1.8, 1.45),
    ("sign", "post", "kept"): Goal(1.3, 1.2),
    ("sign", "wide", "kept"): Goal(2.6, 1.9),
    ("sign", "mixed", "kept"): Goal(2.1, 1.6),
    ("sign", "get", "derived"): Goal(1.5, 1.3),
    ("verify", "get", "kept"): Goal(2.1, 1.7),
}
BODY_GOAL = Goal(0.97, 1.0, at_least=True)
GROWTH_GOAL = Goal(12, 11)
HUGE_GOAL = Goal(13, 12)
INSTRUCTION_GOALS = {"sign": Goal(6000, 4000)}


def library(program: Path) -> Program:
    return Program("dciauth-bench", [program])


def call_figure(mode: str, series: Series, call: Call, compression: float) -> Figure:
    return Figure(
        mode,
        f"{TITLES[call.set_name]}, key {call.key}",
        series.best / series.compressions / compression,
        RATIO,
        series.best / series.num,
        CALL_GOALS.get((call.operation, call.set_name, call.key)),
    )


def calls(mode: str, program: Path, rounds: int) -> list[Figure]:
    """sign and verify: each call beside the bare compressions of the same rounds."""
    wanted = [Call(mode, "aws4", name, key) for name in TITLES for key in ("kept", "derived")]
    with library(program) as bench:
        give_sets(bench, wanted)
        bare = series_of_bytes(bench, 1 << 14)
        series = [series_of_call(bench, call) for call in wanted]
        run_rounds(mode, [bare, *series], rounds)
    compression = bare.best / bare.compressions
    figures = [call_figure(mode, *pair, compression) for pair in zip(series, wanted, strict=True)]
    return [
        Figure(mode, "one compression", compression, "ns"),
        *figures,
        *body(mode, program, rounds),
    ]


def body(mode: str, program: Path, rounds: int) -> list[Figure]:
    """A large body against the digest of as many bytes."""
    call = Call(mode, "aws4", "mebibyte")
    with library(program) as bench:
        give_sets(bench, [call])
        series = [series_of_bytes(bench, SETS["mebibyte"][0].body), series_of_call(bench, call)]
        run_rounds(f"{mode}, 1 MiB", series, 1 + rounds // 10)
    bare, whole = series
    value = bare.best / whole.best
    return [Figure(mode, "POST 1 MiB", value, "× the speed of the digest", whole.best, BODY_GOAL)]


# operation, name, the sets of the smaller and of the larger request
Growth = tuple[str, str, str, str]
LARGE: tuple[Growth, ...] = tuple(
    (operation, what, f"{what}-100", f"{what}-1000")
    for operation in ("sign", "verify")
    for what in ("parameters", "headers")
)
HUGE: tuple[Growth, ...] = (
    ("verify", "parameters", "ten-parameters-10000", "parameters-100000"),
    ("verify", "headers", "ten-headers-1000", "headers-10000"),
    ("refuse", "names", "names-10000", "names-100000"),
    ("refuse", "fields", "fields-10000", "fields-100000"),
)


def growth(program: Path, rounds: int) -> list[Figure]:
    """How the time grows where a request is made ten times as large."""
    large = grow(program, LARGE, GROWTH_GOAL, 1 + rounds // 2)
    return large + grow(program, HUGE, HUGE_GOAL, 1 + rounds // 4)


def grow(program: Path, rows: Sequence[Growth], goal: Goal, rounds: int) -> list[Figure]:
    with library(program) as bench:
        pairs = [[Call(row[0], "aws4", name) for name in row[2:]] for row in rows]
        give_sets(bench, [call for pair in pairs for call in pair])
        series = [[series_of_call(bench, call) for call in pair] for pair in pairs]
        run_rounds("growth", [one for pair in series for one in pair], rounds)
    return [
        grown(f"{operation}, {what}", large, goal, *pair)
        for (operation, what, _, large), pair in zip(rows, series, strict=True)
    ]


def grown(name: str, large_set: str, goal: Goal, small: Series, large: Series) -> Figure:
    num = int(large_set.rpartition("-")[2])
    ratio = large.best / (small.best / small.num)
    unit = f"t({num:,}) / t({num // 10:,})"
    return Figure("growth", name, ratio, unit, large.best, goal)


def count(program: Path, set_up: Sequence[str], name: str, passes: int) -> int:
    """The instructions of a whole run of the program, by callgrind.

    Without OpenSSL's vector code: valgrind does not know all of it, and what it knows does two
    blocks at a time, so that a single one would cost nearly as much.
    """
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program]
    done = subprocess.run(
        command,
        input="\n".join([*set_up, f"repeat\t{name}\t{passes}", ""]),
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"OPENSSL_ia32cap": "0:0"},
    )
    total = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode != 0 or total is None:
        raise BenchError(f"callgrind failed: {(done.stdout + done.stderr)[-500:]}")
    return int(total.group(1))


def instructions(program: Path, passes: int) -> list[Figure]:
    """Of a GET, less those of as many bare compressions, per request."""
    if shutil.which("valgrind") is None:
        raise Missing("no valgrind: apt-get install valgrind")
    wanted = [Call(operation, "aws4", "get") for operation in ("sign", "verify")]
    set_up = [SETS["get"][0].line("get"), "update\tbare\t16384"]
    set_up += ["\t".join(call.words) for call in wanted]

    def per_pass(name: str) -> float:
        once, twice = (count(program, set_up, name, n * passes) for n in (1, 2))
        return (twice - once) / passes

    with library(program) as bench:
        give_sets(bench, wanted)
        compressions = [series_of_call(bench, call).compressions for call in wanted]
    bare = per_pass("bare") / 256
    return [
        Figure(
            "instructions",
            f"{call.operation}, GET, key kept, above its compressions",
            per_pass(call.name) - bare * num,
            "instructions",
            goal=INSTRUCTION_GOALS.get(call.operation),
        )
        for call, num in zip(wanted, compressions, strict=True)
    ]


MODES: dict[str, Callable[[Path, int], list[Figure]]] = {
    "sign": lambda program, rounds: calls("sign", program, rounds),
    "verify": lambda program, rounds: calls("verify", program, rounds),
    "growth": growth,
    "instructions": lambda program, rounds: instructions(program, min(rounds, 200)),
}
