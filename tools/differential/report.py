# SPDX-License-Identifier: Apache-2.0
"""What a run prints, and what of its counts is not as it must be."""

from __future__ import annotations

import json
import pathlib

from .campaign import Failure, Tally
from .child import HELLO
from .compare import Kind
from .differences import DIFFERENCES
from .features import FEATURES, LEAST
from .packages import Package

# Of fewer draws the shares say too little.
JUDGED_FROM = 10_000
MOST_REFUSED = 0.20
MOST_UNREPRESENTABLE = 0.25
MOST_DIFFERENT = 0.10


def share(count: int, tally: Tally) -> float:
    return count / tally.draws if tally.draws else 0.0


def refused(tally: Tally) -> float:
    return share(tally.statuses["refused"] + tally.statuses["raised"], tally)


def unrepresentable(tally: Tally) -> float:
    return share(tally.statuses["unrepresentable"], tally)


# ---- Tables --------------------------------------------------------------------------------------


def shares_table(packages: list[Package], tallies: dict[str, Tally]) -> list[str]:
    head = ("package", "equal", "refused", "raised", "unrepr.", "by right", "failed", "draws/s")
    lines = ["{:26}{:>9}{:>9}{:>9}{:>9}{:>10}{:>8}{:>9}".format(*head)]
    for number, package in enumerate(packages, 1):
        tally = tallies[package.name]
        percents = [
            tally.kinds[Kind.EQUAL.value],
            tally.statuses["refused"],
            tally.statuses["raised"],
            tally.statuses["unrepresentable"],
            tally.matched,
        ]
        cells = "".join(
            f"{100 * share(count, tally):{width}.2f}%"
            for count, width in zip(percents, (8, 8, 8, 8, 9), strict=True)
        )
        rate = tally.draws / tally.seconds if tally.seconds else 0.0
        name = f"{number} {package.name}"
        lines.append(f"{name:26}{cells}{tally.failed:8}{rate:9.0f}")
    return lines


def features_table(packages: list[Package], tallies: dict[str, Tally]) -> list[str]:
    columns = "".join(f"{number:>14}" for number in range(1, len(packages) + 1))
    lines = ["in % of the draws (of which compared)".ljust(38) + columns]
    for name in FEATURES:
        cells = ""
        for package in packages:
            tally = tallies[package.name]
            every = 100 * share(tally.features[name], tally)
            compared = 100 * share(tally.compared_features[name], tally)
            cells += f"{every:6.1f} ({compared:4.1f})".rjust(14)
        lines.append(f"{name:38}{cells}")
    return lines


def differences_table(packages: list[Package], tallies: dict[str, Tally]) -> list[str]:
    lines = [f"{'difference':32}{'package':26}{'draws':>7}  right    vector"]
    for package in packages:
        for d in DIFFERENCES:
            if package.name in d.packages:
                found = tallies[package.name].found[d.name]
                lines.append(f"{d.name:32}{package.name:26}{found:7}  {d.right:8} {d.vector}")
    return lines


# ---- Judgement -----------------------------------------------------------------------------------


def complaints_of(package: Package, tally: Tally) -> list[str]:
    bounds = (
        ("refuses or raises in", refused(tally), MOST_REFUSED),
        ("cannot express", unrepresentable(tally), MOST_UNREPRESENTABLE),
        ("differs by right in", share(tally.matched, tally), MOST_DIFFERENT),
    )
    out = [
        f"{what} {100 * value:.1f} % of the draws, at most {100 * most:.0f} % are allowed"
        for what, value, most in bounds
        if value > most
    ]
    for name in FEATURES:
        value = share(tally.features[name], tally)
        if value < LEAST:
            out.append(f"{name}: in {100 * value:.1f} % of the draws, {100 * LEAST:.0f} % wanted")
    out += [
        f"differences.py: {d.name} was not found in any draw"
        for d in DIFFERENCES
        if package.name in d.packages and not tally.found[d.name]
    ]
    return [f"{package.name}: {text}" for text in out]


def complaints(packages: list[Package], tallies: dict[str, Tally], draws: int) -> list[str]:
    if draws < JUDGED_FROM:
        return []
    return [text for p in packages for text in complaints_of(p, tallies[p.name])]


# ---- Failures ------------------------------------------------------------------------------------


def write_replay(failure: Failure, seed: int, folder: pathlib.Path) -> pathlib.Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{failure.package}-{seed}-{failure.number}.jsonl"
    lines = [json.dumps(message) + "\n" for message in (HELLO, failure.question)]
    path.write_text("".join(lines), encoding="utf-8")
    return path


def tell_failure(failure: Failure, seed: int, package: Package, replay: pathlib.Path) -> list[str]:
    start = " ".join(("conformance/shims/python/start.sh", package.shim, *package.arguments))
    lines = [f"FAIL {failure.package}, draw {failure.number} of seed {seed}: {failure.text}"]
    if failure.ours or failure.theirs:
        lines += [f"  reference  {failure.ours}", f"  package    {failure.theirs}"]
    return [
        *lines,
        f"  input      {json.dumps(failure.question['input'])}",
        f"  replay     build/default/bin/dciauth-shim < {replay}",
        f"             {start} < {replay}",
    ]
