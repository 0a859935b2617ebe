# SPDX-License-Identifier: Apache-2.0
"""The peers: Python packages that sign or verify the same requests, in the same rounds.

Each runs in the environment that its shim has, so that there is one place where a package is pinned
and installed; it is called directly, without the shim.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from figures import Figure, Goal
from measure import Call, Series, check_signatures, give_sets, run_rounds, series_of_call
from modes import TITLES, library
from program import BenchError, Missing, Program

HERE = Path(__file__).resolve().parent
SHIMS = HERE.parent.parent / "conformance/shims/python"


@dataclass(frozen=True)
class Peer:
    name: str  # of what is called: peer.py has one function or two for it
    shim: str
    row: str
    operations: tuple[str, ...]


PEERS = (
    Peer("botocore", "botocore", "aws4", ("sign",)),
    Peer("awscrt", "awscrt", "aws4", ("sign",)),
    Peer("dciauth-v2.1", "python-dciauth-2.1.7", "dci2-v2.1", ("sign", "verify")),
    Peer("dciauth-v2", "python-dciauth-4-v2", "dci2-v2", ("sign", "verify")),
    Peer("dciauth-class", "python-dciauth-4", "dci2", ("sign", "verify")),
)
GOALS: dict[tuple[str, str], Goal] = {
    ("dciauth-class", "get"): Goal(20, 30, at_least=True),
    ("dciauth-v2", "get"): Goal(50, 75, at_least=True),
}
REQUESTS = ("get", "post", "wide")


def start(peer: Peer) -> Program:
    """The peer, if its package is there in the version that the shim pins."""
    install = f"run conformance/shims/python/install.sh {peer.shim}"
    shim = json.loads((SHIMS / peer.shim / "shim.json").read_text())
    folder = Path(os.environ.get("DCIAUTH_SHIM_DIR") or HERE.parent.parent / "build/shims/python")
    python = folder / peer.shim / "bin/python"
    wanted = f"{shim['package']} {shim['version']}"
    if not python.exists():
        raise Missing(f"{wanted} is not installed; {install}")
    program = Program(wanted, [python, "-I", "-B", HERE / "peer.py", peer.name])
    try:
        (version,) = program.ask("version", shim["package"])
    except BenchError as exc:
        program.close()
        raise Missing(f"{wanted} cannot be used ({exc}); {install}") from exc
    if version != shim["version"]:
        program.close()
        raise Missing(f"{wanted} is wanted, and {version} is installed; {install}")
    return program


def compare(bench: Program, other: Program, peer: Peer, calls: list[Call]) -> list[list[Series]]:
    """For each call of the peer's: the library with the key kept, and derived, and the peer."""
    found = []
    for call in calls:
        kept = Call(call.operation, call.row, call.set_name)
        three = [series_of_call(bench, kept), series_of_call(bench, call)]
        three.append(series_of_call(other, call))
        check_signatures(three)
        found.append(three)
    return found


def figures_of(peer: Peer, version: str, call: Call, three: list[Series]) -> list[Figure]:
    kept, derived, theirs = (series.best for series in three)
    name = f"{call.operation}, {TITLES[call.set_name]}: {peer.name} ({version})"
    goal = GOALS.get((peer.name, call.set_name)) if call.operation == "verify" else None
    return [
        Figure("peers", name, theirs / derived, "times slower, both deriving", theirs),
        Figure("peers", name, theirs / kept, "times slower, key kept here", theirs, goal),
    ]


def peers(bench_path: Path, rounds: int) -> tuple[list[Figure], list[str]]:
    """The figures, and what could not be measured."""
    figures: list[Figure] = []
    missing: list[str] = []
    others: list[tuple[Peer, Program]] = []
    for peer in PEERS:
        try:
            others.append((peer, start(peer)))
        except Missing as exc:
            missing.append(str(exc))
    calls = {
        peer.name: [Call(o, peer.row, s, "derived") for o in peer.operations for s in REQUESTS]
        for peer, _ in others
    }
    try:
        with library(bench_path) as bench:
            give_sets(bench, [call for some in calls.values() for call in some])
            for peer, other in others:
                give_sets(other, calls[peer.name])
            series = {p.name: compare(bench, other, p, calls[p.name]) for p, other in others}
            flat = [one for some in series.values() for three in some for one in three]
            run_rounds("peers", flat, 1 + rounds // 10)
    finally:
        for _, other in others:
            other.close()
    for peer, other in others:
        for call, three in zip(calls[peer.name], series[peer.name], strict=True):
            figures += figures_of(peer, other.name, call, three)
    return figures, missing
