# SPDX-License-Identifier: Apache-2.0
"""The command."""

from __future__ import annotations

import argparse
import shlex

from differential.campaign import Missing, Setting, start_reference
from differential.command import ROOT, add_options, finish, seed_of

from . import campaign, report
from .signers import SIGNERS

EXIT_STATUS = """exit status: 0, all is accepted and refused as it should be; 1, it is not;
2, usage; 3, no signer is installed, or the verifier is missing; 5, the tool itself failed, or a
replay file cannot be written; 130, interrupted"""


def parse(argv: list[str] | None) -> argparse.Namespace:
    names = [signer.name for signer in SIGNERS]
    p = argparse.ArgumentParser(
        prog="tools/honest/run",
        description="Has random requests signed by the packages, and verifies them strictly: whole,"
        " and with one bit of a signed part changed.",
        epilog=EXIT_STATUS,
    )
    p.add_argument("--count", type=int, default=10_000, metavar="N", help="requests, in all")
    p.add_argument("--flips", type=int, default=200, metavar="N", help="of them, changed by bits")
    add_options(p, "signer", names, "verifier", ("conformance/shims", "build/honest"))
    args = p.parse_args(argv)
    if args.count < 1 or args.jobs < 1 or args.first < 0 or args.flips < 0:
        p.error("--count and --jobs must be above 0, --first and --flips not below")
    return args


def run(args: argparse.Namespace) -> int:
    wanted = [s for s in SIGNERS if args.signer is None or s.name in args.signer]
    seed = seed_of(args)
    setting = Setting(ROOT, tuple(shlex.split(args.verifier)), args.shims.resolve(), args.timeout)
    start_reference(setting, ()).close()
    signers, missing = campaign.installed(setting, wanted)
    for text in missing:
        print(f"skipped {text}")
    if not signers:
        raise Missing("no signer is installed")
    print(f"seed {seed}: {args.count} requests, {args.flips} of them bit by bit", flush=True)
    plan = campaign.Plan(seed, args.first, args.count, args.flips)
    tallies = campaign.run(setting, signers, plan, args.jobs)
    tables = [report.signers_table(tallies), report.bugs_table(tallies)]
    for lines in [*tables, report.changes_table(tallies)]:
        print("\n".join(lines), end="\n\n")
    for tally in tallies.values():
        for failure in tally.failures:
            print("\n".join(report.tell_failure(failure, seed, args.replay)))
    complaints = report.complaints(signers, tallies, args.flips)
    for text in complaints:
        print("FAIL " + text)
    print("\n".join(report.last_lines(tallies)))
    return 1 if complaints or any(tally.failed for tally in tallies.values()) else 0


def main(argv: list[str] | None = None) -> int:
    return finish(run, parse(argv), "tools/honest/run")
