# SPDX-License-Identifier: Apache-2.0
"""The runner calls known mistakes by their names, and nothing else. BIN_DIR as in
test_command_line.py; PLAY is the program of play.c.

A mutant (mutants/) is run on those signing vectors of the suite that it signs otherwise, twice:
with stages and with the signature alone. On all others it is the right signer, which is run on all.
The answers of the mutants are worked out here and played, for a hundred shims take long to start,
and where one shows on many vectors of a dialect, some of them will do. With EVERY_VECTOR=1 in the
environment it is the shims themselves, on all of them.
"""

from __future__ import annotations

import json
import os
import random
import shlex
import subprocess
import sys
import tempfile
import unittest
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
VECTORS = HERE.parents[1] / "vectors"
CONFORM = str(Path(os.environ["BIN_DIR"]) / "dciauth-conform")
SIGNER = HERE / "mutants" / "mutant_signer.py"
EVERY = bool(os.environ.get("EVERY_VECTOR"))
MOST = sys.maxsize if EVERY else 15  # of a dialect
BAR = 0.95  # how many of the vectors that show a mistake must be called by its name
ALONE = "/signature-alone"  # what is added to an id, where the mutant shows nothing else
DICE = random.Random(0)  # for mutants that need none

# Two at once, in different parts.
PAIRS = [
    ("path encoded once", "query not sorted"),
    ("query as sent", "hash of an empty body"),
    ("header values as sent", "signing key without the date"),
    ("method put into upper case", "whole timestamp for the date of the scope"),
]

sys.path.insert(0, str(SIGNER.parent))
import mutant_signer  # noqa: E402
from bend import MUTANTS, Case, Json, concerns, open_case, ref  # noqa: E402


def target(*words: str) -> str:
    return f"exec:{shlex.join([sys.executable, '-S', '-E', '-B', str(SIGNER), *words])}"


def conform(*words: str) -> str:
    """Standard output of a command that ends with 0, or 1 for deviations."""
    done = subprocess.run([CONFORM, *words], capture_output=True, encoding="utf-8", check=False)
    if done.returncode not in (0, 1):
        raise AssertionError(f"{words}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def failures(spec: str, *options: str) -> list[Json]:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report"
        conform("run", spec, "--json", str(report), "--explain", "0", *options)
        events = [json.loads(line) for line in report.read_text("utf-8").splitlines()]
    return [event for event in events if event.get("status") == "fail"]


def gates(test: Json) -> bool:
    """Is there one right signature, or more, and does it matter?"""
    signed = test["result"] != "invalid" and "stages" in test["expected"]
    return signed and test["provenance"]["settled"]


def alone(test: Json) -> Json:
    """The vector once more, to be answered with the signature alone."""
    given = {**test["input"], "shown": ["signature"]}
    return {**test, "id": test["id"] + ALONE, "input": given}


class Suite:
    """The authored signing vectors whose result gates, rightly signed."""

    def __init__(self) -> None:
        rules = {row["name"]: row for row in json.loads(conform("export", "profiles"))}
        self.groups: list[Json] = []
        self.cases: dict[str, Case] = {}
        self.shown: dict[str, set[str]] = {}
        for path in sorted(VECTORS.glob("*/*.json")):
            if path.parent.name == "schema" or path.name.endswith("-generated.json"):
                continue
            document = json.loads(path.read_text("utf-8"))
            for group in document["groups"] if document["op"] == "sign" else []:
                self.groups.append(group)
                for test in filter(gates, group["tests"]):
                    given = {**group["defaults"], **test["input"]}
                    self.cases[test["id"]] = open_case(given, rules[given["profile"]])

    def showing(self, name: str) -> set[str]:
        """The ids of the vectors that the mutant signs otherwise."""
        if name not in self.shown:
            self.shown[name] = {
                vector
                for vector, case in self.cases.items()
                if mutant_signer.bent(case, [name], DICE)["signature"]
                != case.signed.signature.encode()
            }
        return self.shown[name]

    def some(self, names: Iterable[str]) -> set[str]:
        """Up to MOST ids of each dialect that show one of the mistakes, from all over."""
        ids, chosen = set().union(*map(self.showing, names)), set()
        for dialect in ref.ROWS:
            of_it = sorted(name for name in ids if self.cases[name].rules["name"] == dialect)
            chosen.update(of_it[:: max(1, -(-len(of_it) // MOST))])
        return chosen

    def concerned(self, name: str) -> bool:
        """Has the suite vectors of a dialect in which this is a mistake?"""
        wanted, _ = MUTANTS[name]
        return any(concerns(case.rules, wanted) for case in self.cases.values())

    def write_twice(self, ids: set[str], folder: Path) -> list[str]:
        """A folder of vectors with these alone, each twice. Returns the ids in order."""
        groups = []
        for group in self.groups:
            tests = [test for test in group["tests"] if test["id"] in ids]
            groups.append({**group, "tests": [*tests, *map(alone, tests)]})
        return write(groups, folder)

    def play(self, names: Sequence[str], asked: list[str], path: Path) -> str:
        """A target that plays the mutant's answers to these vectors."""
        lines = [mutant_signer.hello("; ".join(names))]
        for name in asked:
            shown = ["signature"] if name.endswith(ALONE) else mutant_signer.SHOWN
            found = mutant_signer.bent(self.cases[name.removesuffix(ALONE)], list(names), DICE)
            lines.append(mutant_signer.signed(found, shown))
        text = [json.dumps({"id": number, **line}) + "\n" for number, line in enumerate(lines)]
        path.write_text("".join(text))
        return f"exec:{shlex.join([os.environ['PLAY'], str(path)])}"


def write(groups: list[Json], folder: Path) -> list[str]:
    """A folder of vectors: what is not needed takes long to read. Returns the ids in order."""
    names = [test["id"] for group in groups for test in group["tests"]]
    head = {"schema": "dciauth-vectors-1", "suite": "0", "file": "some", "op": "sign"}
    (folder / "some").mkdir(parents=True)
    document = {**head, "count": len(names), "groups": groups}
    (folder / "some" / "some.json").write_text(json.dumps(document))
    return names


def named(event: Json) -> list[str]:
    parts = event.get("mistake", "").split("; ")
    return [name for part in parts for name in part.split(" or ")]


class Mistakes(unittest.TestCase):
    suite: Suite
    all: tuple[str, str]  # the option for all of its vectors

    @classmethod
    def setUpClass(cls) -> None:
        holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(holder.cleanup)
        cls.suite = Suite()
        cls.all = ("--vectors", holder.name)
        write(cls.suite.groups, Path(holder.name))

    def failures(self, names: Sequence[str]) -> list[Json]:
        """The failures of a mutant, among vectors that it signs otherwise."""
        ids = self.suite.some(names)
        if not ids:
            return []
        with tempfile.TemporaryDirectory() as holder:
            folder = Path(holder)
            asked = self.suite.write_twice(ids, folder / "vectors")
            spec = target(*names)
            if not EVERY:
                spec = self.suite.play(names, asked, folder / "answers")
            return failures(spec, "--vectors", str(folder / "vectors"))

    def check(self, names: Sequence[str]) -> list[str]:
        """What is wrong with how a mutant is called: of several names, those that show."""
        found, wrong = self.failures(names), []
        if not found and all(map(self.suite.concerned, names)):
            return [f"{names}: no vector shows it"]
        for stages in (True, False):
            events = [event for event in found if event["id"].endswith(ALONE) != stages]
            other = []
            for event in events:
                vector = event["id"].removesuffix(ALONE)
                wanted = {name for name in names if vector in self.suite.showing(name)}
                if not wanted <= set(named(event)):
                    other.append((event["id"], event.get("mistake")))
            if len(other) > (1 - BAR) * len(events):
                wrong.append(f"{names}: {len(other)} of {len(events)}: {other[:4]}")
        return wrong

    def test_each_has_a_mutant(self) -> None:
        self.assertEqual(sorted(conform("list", "mistakes").splitlines()), sorted(MUTANTS))

    def test_mutants_are_called_by_their_names(self) -> None:
        every: list[Sequence[str]] = [[name] for name in MUTANTS]
        with ThreadPoolExecutor(2) as pool:
            wrong = [line for lines in pool.map(self.check, every + PAIRS) for line in lines]
        self.assertFalse(wrong, "\n".join(["", *wrong]))

    def test_nothing_else_is_named(self) -> None:
        for name in ("none", "random", "random-part"):
            for words in ([name], [name, "--signature-only"]):
                found = failures(target(*words), *self.all)
                self.assertEqual(bool(found), name != "none", words)
                self.assertEqual([event for event in found if "mistake" in event], [], words)

    def test_is_told(self) -> None:
        spec = target("query not sorted", "--signature-only")
        run = ("run", spec, "--explain", "1", *self.all, "--select")
        out = conform(*run, "aws4/query/*")
        self.assertIn("\n  mistake   query not sorted\n", out)
        self.assertRegex(out, r"\n  \d+ failures look like: query not sorted \(\d+\)\n")
        out = conform(*run, "aws4/query/sorted-by-name")
        self.assertIn("\n  1 failure looks like: query not sorted (1)\n", out)


if __name__ == "__main__":
    unittest.main()
