# SPDX-License-Identifier: Apache-2.0
"""Runs draws in blocks, some blocks at a time, and counts. A block has its own processes, so that
it does not matter which block runs when, and no log of a package grows without end."""

from __future__ import annotations

import json
import pathlib
import signal
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field

from vectorgen.model import Json

from .child import Child, ChildError
from .compare import Kind, Outcome, compare
from .differences import DIFFERENCES, Difference
from .features import FEATURES
from .grammar import draw_number
from .packages import Package
from .wire import Draw

BLOCK = 5000
# Of 64 questions that may be under way, as many are answered while the others are written.
BATCH = 32
KEPT_FAILURES = 3


class Missing(Exception):
    """Something to compare is not there; the argument says what to run."""


@dataclass(frozen=True)
class Setting:
    """Where the processes come from."""

    root: pathlib.Path
    reference: tuple[str, ...]
    shims: pathlib.Path
    timeout: float


@dataclass(frozen=True)
class Failure:
    package: str
    number: int
    text: str
    ours: str
    theirs: str
    question: Json


@dataclass
class Tally:
    draws: int = 0
    seconds: float = 0.0
    kinds: Counter[str] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)
    features: Counter[str] = field(default_factory=Counter)
    compared_features: Counter[str] = field(default_factory=Counter)
    # By the name of a difference: the draws in which it showed.
    found: Counter[str] = field(default_factory=Counter)
    matched: int = 0
    failed: int = 0
    failures: list[Failure] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        self.draws += other.draws
        self.seconds += other.seconds
        for name in ("kinds", "statuses", "features", "compared_features", "found"):
            getattr(self, name).update(getattr(other, name))
        self.matched += other.matched
        self.failed += other.failed
        self.failures = (self.failures + other.failures)[:KEPT_FAILURES]


# ---- Processes -----------------------------------------------------------------------------------


def start_reference(setting: Setting, rows: Iterable[str]) -> Child:
    try:
        child = Child(list(setting.reference), setting.root, {}, setting.timeout)
    except ChildError as e:
        raise Missing(f"{setting.reference[0]} {e}; run: cmake --build --preset default") from e
    absent = set(rows) - set(child.hello["profiles"])
    if absent:
        child.close()
        raise Missing(f"the reference has no row {min(absent)}; build it anew")
    return child


def start_package(setting: Setting, package: Package) -> Child:
    folder = setting.shims / package.shim
    install = f"run: conformance/shims/install.py {package.shim}"
    try:
        manifest = json.loads((folder / "shim.json").read_text(encoding="utf-8"))
    except OSError as e:
        raise Missing(f"{package.name}: no shim in {folder}") from e
    wanted = f"{manifest['package']} {manifest['version']}"
    try:
        command = [*manifest["start"], *package.arguments]
        child = Child(command, folder, manifest.get("env", {}), setting.timeout)
    except ChildError as e:
        raise Missing(f"{package.name}: {wanted} is not installed ({e}); {install}") from e
    version = child.hello["impl"]["version"]
    if version != manifest["version"]:
        child.close()
        raise Missing(f"{package.name}: {wanted} is wanted, but this is {version}; {install}")
    return child


def question(number: int, draw: Draw) -> Json:
    return {"op": "sign", "id": number + 1, "input": draw.input()}


# ---- One block -----------------------------------------------------------------------------------


def batches(numbers: range) -> Iterator[range]:
    for start in range(numbers.start, numbers.stop, BATCH):
        yield range(start, min(start + BATCH, numbers.stop))


class Block:
    """The draws of some numbers, put to the reference and to one package."""

    def __init__(self, setting: Setting, package: Package, seed: int) -> None:
        self.package, self.seed, self.tally = package, seed, Tally()
        self.table = [d for d in DIFFERENCES if package.name in d.packages]
        self.ours = start_reference(setting, package.mix.rows)
        try:
            self.theirs = start_package(setting, package)
        except Missing:
            self.ours.close()
            raise

    def close(self) -> None:
        self.ours.close()
        self.theirs.close()

    def ask(self, numbers: range) -> list[tuple[int, Draw]]:
        draws = [(n, draw_number(self.seed, n, self.package.mix)) for n in numbers]
        for number, draw in draws:
            asked = question(number, draw)
            self.ours.send(asked)
            self.theirs.send(asked)
        return draws

    def run(self, numbers: range) -> Tally:
        began = time.monotonic()
        asked: list[tuple[int, Draw]] = []
        for batch in batches(numbers):
            due, asked = asked, self.ask(batch)
            if not self.judge_all(due):
                return self.tally
        self.judge_all(asked)
        self.tally.seconds = time.monotonic() - began
        return self.tally

    def judge_all(self, draws: list[tuple[int, Draw]]) -> bool:
        """False when a process is lost, and the block with it."""
        for number, draw in draws:
            try:
                ours = self.ours.read(number + 1)
                theirs = self.theirs.read(number + 1)
            except ChildError as e:
                self.fail(number, draw, Outcome(Kind.BROKEN, "a process is lost", theirs=str(e)))
                return False
            self.tally.statuses[theirs["status"]] += 1
            self.judge(number, draw, compare(ours, theirs))
        return True

    def judge(self, number: int, draw: Draw, outcome: Outcome) -> None:
        tally = self.tally
        tally.draws += 1
        tally.kinds[outcome.kind.value] += 1
        compared = outcome.kind in (Kind.EQUAL, Kind.DIFFERS)
        for name, holds in FEATURES.items():
            if holds(draw):
                tally.features[name] += 1
                tally.compared_features[name] += compared
        matching = [d for d in self.table if draw.row in d.rows and d.matches(draw)]
        tally.matched += bool(matching)
        shown = [d for d in matching if outcome.effect in d.shows]
        tally.found.update(d.name for d in shown)
        if outcome.kind is Kind.BROKEN or (outcome.kind is Kind.DIFFERS and not shown):
            self.fail(number, draw, outcome)
        elif outcome.kind is Kind.EQUAL and matching:
            self.fail(number, draw, too_wide(matching))

    def fail(self, number: int, draw: Draw, outcome: Outcome) -> None:
        self.tally.failed += 1
        if len(self.tally.failures) < KEPT_FAILURES:
            asked = question(number, draw)
            told = (outcome.text, outcome.ours, outcome.theirs)
            self.tally.failures.append(Failure(self.package.name, number, *told, asked))


def too_wide(matching: list[Difference]) -> Outcome:
    names = ", ".join(d.name for d in matching)
    return Outcome(Kind.EQUAL, f"they agree, but differ by differences.py: {names}")


# ---- All of them ---------------------------------------------------------------------------------


def ignore_interrupt() -> None:
    """The process that was started answers Ctrl-C and SIGTERM; its workers end their block."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)


def run_block(setting: Setting, package: Package, seed: int, numbers: range) -> Tally:
    block = Block(setting, package, seed)
    try:
        return block.run(numbers)
    finally:
        block.close()


def run(
    setting: Setting, packages: list[Package], seed: int, numbers: range, jobs: int
) -> dict[str, Tally]:
    tallies = {package.name: Tally() for package in packages}
    pool = ProcessPoolExecutor(jobs, initializer=ignore_interrupt)
    try:
        futures = [
            (p.name, pool.submit(run_block, setting, p, seed, numbers[i : i + BLOCK]))
            for i in range(0, len(numbers), BLOCK)
            for p in packages
        ]
        for name, future in futures:
            tallies[name].add(future.result())
    finally:
        pool.shutdown(cancel_futures=True)  # waits for the blocks that run
    return tallies
