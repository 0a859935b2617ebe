# SPDX-License-Identifier: Apache-2.0
"""What a run prints, and what of its counts is not as it must be."""

from __future__ import annotations

import json
import pathlib

from differential.child import HELLO
from differential.packages import Package

from .client_bugs import CLIENT_BUGS, VERSIONS
from .collisions import COLLISIONS
from .signers import SIGNERS
from .tally import Failure, Tally

MOST_KNOWN = 0.15
# Of fewer requests a share says too little, and a bug may well be found in none.
JUDGED_FROM = 2_000
EVERY_BUG_FROM = 100_000

# Without these the share is another one. What the others need is not on every machine.
IN_PYTHON = {signer.name for signer in SIGNERS if signer.language == "python"}


def percent(count: int, total: int) -> float:
    return 100 * count / total if total else 0.0


def total_of(tallies: dict[str, Tally]) -> Tally:
    total = Tally()
    for tally in tallies.values():
        total.add(tally)
    return total


# ---- Tables --------------------------------------------------------------------------------------


def signers_table(tallies: dict[str, Tally]) -> list[str]:
    """`unsigned` is what the package refuses or cannot express, in % of what it was given; the
    columns behind `signed` are in % of that."""
    head = ("signer", "unsigned", "signed", "accepted", "known", "failed", "version")
    lines = ["{:26}{:>10}{:>9}{:>10}{:>9}{:>8}  {}".format(*head)]
    for name, tally in [*tallies.items(), ("all", total_of(tallies))]:
        given = sum(tally.statuses.values())
        unsigned = percent(given - tally.statuses["ok"], given)
        accepted, known = percent(tally.accepted, tally.signed), percent(tally.known, tally.signed)
        shares = f"{unsigned:9.2f}%{tally.signed:9}{accepted:9.2f}%{known:8.2f}%"
        version = VERSIONS.get(name, "")
        lines.append(f"{name:26}{shares}{tally.failed:8}  {version}".rstrip())
    return lines


def bugs_table(tallies: dict[str, Tally]) -> list[str]:
    total = total_of(tallies)
    lines = [f"{'known in client_bugs.py':26}{'found':>7}{'':10}  vector"]
    for bug in CLIENT_BUGS:
        if not tallies.keys().isdisjoint(bug.signers):
            found = total.bugs[bug.name]
            share = percent(found, total.signed)
            lines.append(f"{bug.name:26}{found:7}{share:9.2f}%  {bug.vector}")
    return lines


def changes_table(tallies: dict[str, Tally]) -> list[str]:
    total = total_of(tallies)
    lines = [f"{'one bit turned in':48}{'changes':>9}"]
    lines += [f"{label:48}{count:9}" for label, count in sorted(total.turned.items())]
    turned = total.turned.total()
    lines += [f"{'all':48}{turned:9}", "", f"{'accepted as the same request':48}{'changes':>9}"]
    for collision in COLLISIONS:
        count = total.collisions[collision.name]
        lines.append(f"{collision.name:48}{count:9}{percent(count, turned):9.4f}%")
    return lines


def last_lines(tallies: dict[str, Tally]) -> list[str]:
    total = total_of(tallies)
    turned, same = total.turned.total(), total.collisions.total()
    known = f"{total.known} refused as client_bugs.py has it"
    return [
        f"{total.signed} requests signed: {total.accepted} accepted,"
        f" {known} ({percent(total.known, total.signed):.2f} %)",
        f"{turned} changes of one bit in {total.flipped} of them:"
        f" {same} are the same request ({percent(same, turned):.2f} %)",
        f"{total.failed} failed",
    ]


# ---- Judgement -----------------------------------------------------------------------------------


def bugs_not_found(signers: list[Package], tallies: dict[str, Tally]) -> list[str]:
    return [
        f"client_bugs.py: {bug.name} was found in no request of {signer.name}"
        for bug in CLIENT_BUGS
        for signer in signers
        if signer.name in bug.signers
        and set(bug.rows).intersection(signer.mix.rows)
        and not tallies[signer.name].bugs[bug.name]
    ]


def complaints(signers: list[Package], tallies: dict[str, Tally], flips: int) -> list[str]:
    total = total_of(tallies)
    out = []
    if total.flipped < flips and not total.failed:
        out.append(f"of {flips} requests to be changed {total.flipped} were")
    if total.signed >= JUDGED_FROM:
        rows = {row for signer in signers for row in signer.mix.rows}
        out += [f"no request of {row} was accepted" for row in sorted(rows - set(total.rows))]
        if IN_PYTHON <= tallies.keys() and total.known > MOST_KNOWN * total.signed:
            most = f"{100 * MOST_KNOWN:.0f} %"
            out.append(f"client_bugs.py speaks of more than {most} of the requests")
    if total.signed >= EVERY_BUG_FROM:
        out += bugs_not_found(signers, tallies)
    return out


# ---- Failures ------------------------------------------------------------------------------------


def write_replay(failure: Failure, seed: int, folder: pathlib.Path) -> pathlib.Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{failure.signer}-{seed}-{failure.number}.jsonl"
    lines = [json.dumps(message) + "\n" for message in (HELLO, failure.question)]
    path.write_text("".join(lines), encoding="utf-8")
    return path


def tell_failure(failure: Failure, seed: int, folder: pathlib.Path) -> list[str]:
    lines = [f"FAIL {failure.signer}, draw {failure.number} of seed {seed}: {failure.text}"]
    if failure.question:
        replay = write_replay(failure, seed, folder)
        lines.append(f"  {failure.question['op']:9}{json.dumps(failure.question['input'])}")
        lines.append(f"  replay   build/default/bin/dciauth-shim < {replay}")
    return lines

