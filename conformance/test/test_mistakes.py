# SPDX-License-Identifier: Apache-2.0
"""The runner calls known mistakes by their names, and nothing else. BIN_DIR as in
test_command_line.py.

A mutant (mutants/) is run on those signing vectors of the suite that it signs otherwise, twice:
with stages and with the signature alone. On all others it is the right signer, which is run on all.
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
ALONE = "/signature-alone"  # what is added to an id, where the mutant shows nothing else
DICE = random.Random(0)  # for mutants that need none

sys.path.insert(0, str(SIGNER.parent))
from bend import MUTANTS, Case, Json, concerns, open_case  # noqa: E402
from mutant_signer import bent  # noqa: E402


# Two at once, in different parts.
PAIRS = [
    ("path encoded once", "query not sorted"),
    ("query as sent", "hash of an empty body"),
    ("header values as sent", "signing key without the date"),
    ("method put into upper case", "whole timestamp for the date of the scope"),
]
BAR = 0.95  # how many of the vectors that show a mistake must be called by its name


def target(*words: str) -> str:
    return f"exec:{shlex.join([sys.executable, '-S', '-E', '-B', str(SIGNER), *words])}"


def conform(*words: str) -> str:
    """Standard output of a command that ends with 0, or 1 for deviations."""
    done = subprocess.run([CONFORM, *words], capture_output=True, encoding="utf-8", check=False)
    if done.returncode not in (0, 1):
        raise AssertionError(f"{words}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


class Suite:
    """The authored signing vectors whose result gates, rightly signed."""

    def __init__(self) -> None:
        rules = {row["name"]: row for row in json.loads(conform("export", "profiles"))}
        paths = [p for p in sorted(VECTORS.glob("*/*.json")) if p.parent.name != "schema"]
        documents = [json.loads(path.read_text("utf-8")) for path in paths]
        self.documents = [
            document
            for path, document in zip(paths, documents)
            if document["op"] == "sign" and not path.name.endswith("-generated.json")
        ]
        self.cases: dict[str, Case] = {}
        for document in self.documents:
            for group in document["groups"]:
                for test in filter(gates, group["tests"]):
                    given = {**group["defaults"], **test["input"]}
                    self.cases[test["id"]] = open_case(given, rules[given["profile"]])

    def showing(self, names: Iterable[str]) -> set[str]:
        """The ids of the vectors that the mutant signs otherwise."""
        return {
            name
            for name, case in self.cases.items()
            if bent(case, list(names), DICE)["signature"] != case.signed.signature.encode()
        }

    def concerned(self, name: str) -> bool:
        """Has the suite vectors of a dialect in which this is a mistake?"""
        wanted, _ = MUTANTS[name]
        return any(concerns(case.rules, wanted) for case in self.cases.values())

    def write(self, ids: set[str], folder: Path) -> None:
        """A folder of vectors with these alone, each twice."""
        (folder / "some").mkdir()
        for number, document in enumerate(self.documents):
            groups = [
                {**group, "tests": twice([test for test in group["tests"] if test["id"] in ids])}
                for group in document["groups"]
            ]
            count = sum(len(group["tests"]) for group in groups)
            path = folder / "some" / f"{number}.json"
            path.write_text(json.dumps({**document, "groups": groups, "count": count}))


def twice(tests: list[Json]) -> list[Json]:
    alone = [
        {**test, "id": test["id"] + ALONE, "input": {**test["input"], "shown": ["signature"]}}
        for test in tests
    ]
    return [*tests, *alone]


def gates(test: Json) -> bool:
    """Is there one right signature, or more, and does it matter?"""
    signed = test["result"] != "invalid" and "stages" in test["expected"]
    return signed and test["provenance"]["settled"]


def failures(spec: str, *options: str) -> list[Json]:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report"
        conform("run", spec, "--json", str(report), "--explain", "0", *options)
        events = [json.loads(line) for line in report.read_text("utf-8").splitlines()]
    return [event for event in events if event.get("status") == "fail"]


def named(event: Json) -> list[str]:
    parts = event.get("mistake", "").split("; ")
    return [name for part in parts for name in part.split(" or ")]


class Mistakes(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.suite = Suite()

    def failures(self, names: Sequence[str]) -> list[Json]:
        """The failures of a mutant, among the vectors that it signs otherwise."""
        showing = self.suite.showing(names)
        if not showing:
            return []
        with tempfile.TemporaryDirectory() as folder:
            self.suite.write(showing, Path(folder))
            return failures(target(*names), "--vectors", folder)

    def check(self, names: Sequence[str]) -> list[str]:
        """What is wrong with how a mutant is called: of several names, those that show."""
        showing = {name: self.suite.showing([name]) for name in names}
        found, wrong = self.failures(names), []
        if not found and all(map(self.suite.concerned, names)):
            return [f"{names}: no vector shows it"]
        for alone in (False, True):
            events = [event for event in found if event["id"].endswith(ALONE) == alone]
            other = []
            for event in events:
                vector = event["id"].removesuffix(ALONE)
                wanted = {name for name in names if vector in showing[name]}
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
                found = failures(target(*words), "--no-sweeps")
                self.assertEqual(bool(found), name != "none", words)
                self.assertEqual([event for event in found if "mistake" in event], [], words)

    def test_is_told(self) -> None:
        spec = target("query not sorted", "--signature-only")
        out = conform("run", spec, "--explain", "1", "--select", "aws4/query/*")
        self.assertIn("\n  mistake   query not sorted\n", out)
        self.assertRegex(out, r"\n  \d+ failures look like: query not sorted \(\d+\)\n")
        out = conform("run", spec, "--explain", "1", "--select", "aws4/query/sorted-by-name")
        self.assertIn("\n  1 failure looks like: query not sorted (1)\n", out)


if __name__ == "__main__":
    unittest.main()
