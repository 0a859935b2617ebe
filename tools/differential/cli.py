# SPDX-License-Identifier: Apache-2.0
"""The command."""

from __future__ import annotations

import argparse
import pathlib
import shlex

from . import campaign, report
from .command import ROOT, add_options, finish, seed_of
from .packages import PACKAGES, Package

EXIT_STATUS = """exit status: 0, equal but for what differences.py lists; 1, a difference, or shares
out of bounds; 2, usage; 3, a package or the reference is missing or of another version; 5, the tool
itself failed, or a replay file cannot be written; 130, interrupted"""


def parse(argv: list[str] | None) -> argparse.Namespace:
    names = [package.name for package in PACKAGES]
    p = argparse.ArgumentParser(
        prog="tools/differential/run",
        description="Compares the reference library with the packages on random requests.",
        epilog=EXIT_STATUS,
    )
    p.add_argument("--draws", type=int, default=10_000, metavar="N", help="for each package")
    folders = ("conformance/shims/python", "build/differential")
    add_options(p, "package", names, "reference", folders)
    args = p.parse_args(argv)
    if args.draws < 1 or args.jobs < 1 or args.first < 0:
        p.error("--draws and --jobs must be above 0, --first not below")
    return args


def print_failures(
    packages: list[Package], tallies: dict[str, campaign.Tally], seed: int, folder: pathlib.Path
) -> None:
    for package in packages:
        for failure in tallies[package.name].failures:
            replay = report.write_replay(failure, seed, folder)
            print("\n".join(report.tell_failure(failure, seed, package, replay)))


def run(args: argparse.Namespace) -> int:
    packages = [p for p in PACKAGES if args.package is None or p.name in args.package]
    seed = seed_of(args)
    last = args.first + args.draws - 1
    print(f"seed {seed}, draws {args.first} to {last} for each package", flush=True)
    setting = campaign.Setting(
        ROOT, tuple(shlex.split(args.reference)), args.shims.resolve(), args.timeout
    )
    numbers = range(args.first, last + 1)
    tallies = campaign.run(setting, packages, seed, numbers, args.jobs)
    for table in (report.shares_table, report.features_table, report.differences_table):
        print("\n".join(table(packages, tallies)), end="\n\n")
    print_failures(packages, tallies, seed, args.replay)
    complaints = report.complaints(packages, tallies, args.draws)
    for text in complaints:
        print("FAIL " + text)
    failed = sum(tally.failed for tally in tallies.values())
    print(f"{sum(tally.draws for tally in tallies.values())} draws compared, {failed} failed")
    return 1 if failed or complaints else 0


def main(argv: list[str] | None = None) -> int:
    return finish(run, parse(argv), "tools/differential/run")
