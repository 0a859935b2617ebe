# SPDX-License-Identifier: Apache-2.0
"""The runner calls known mistakes by their names, and nothing else. BIN_DIR as in
test_command_line.py.

A mutant (mutants/) is run on those signing vectors of the suite that it signs otherwise; on all
others it is the right signer, which is run on all.
"""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
VECTORS = HERE.parents[1] / "vectors"
CONFORM = str(Path(os.environ["BIN_DIR"]) / "dciauth-conform")
SIGNER = HERE / "mutants" / "mutant_signer.py"
MODES = ("", "--signature-only")

sys.path.insert(0, str(SIGNER.parent))
import mutant_signer  # noqa: E402
from bend import MUTANTS, Case, Json, open_case, ref, stages  # noqa: E402


def target(names: list[str], mode: str) -> str:
    words = [sys.executable, "-S", "-E", "-B", str(SIGNER), *names, *([mode] if mode else [])]
    return f"exec:{shlex.join(words)}"


class Suite:
    """The authored signing vectors whose result gates, with the right signature of each."""

    def __init__(self) -> None:
        exported = subprocess.run(
            [CONFORM, "export", "profiles"], capture_output=True, check=True
        ).stdout
        rules = {row["name"]: row for row in json.loads(exported)}
        self.documents = [
            json.loads(path.read_text("utf-8"))
            for path in sorted(VECTORS.glob("*/*.json"))
            if path.parent.name != "schema" and not path.name.endswith("-generated.json")
        ]
        self.cases: dict[str, Case] = {}
        for document in self.documents:
            for group in document["groups"] if document["op"] == "sign" else []:
                for test in group["tests"]:
                    given = {**group["defaults"], **test["input"]}
                    if test["provenance"]["settled"] and test["result"] != "invalid":
                        if "stages" in test["expected"]:
                            row = rules[given["profile"]]
                            self.cases[test["id"]] = open_case(given, row)

    def differing(self, names: list[str]) -> set[str]:
        """The ids of the vectors that the mutant signs otherwise."""
        dice = mutant_signer.random.Random(0)
        return {
            name
            for name, case in self.cases.items()
            if mutant_signer.bent(case, names, dice)["signature"] != case.signed.signature.encode()
        }

    def write(self, ids: set[str], folder: Path) -> None:
        """A folder of vectors with these alone."""
        (folder / "some").mkdir()
        for number, document in enumerate(self.documents):
            groups = [
                {**group, "tests": [test for test in group["tests"] if test["id"] in ids]}
                for group in document["groups"]
            ]
            count = sum(len(group["tests"]) for group in groups)
            path = folder / "some" / f"{number}.json"
            path.write_text(json.dumps({**document, "groups": groups, "count": count}))


def run(targets: list[str], *options: str) -> dict[str, list[Json]]:
    """The failures of each target."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report"
        command = [CONFORM, "run", *targets, "--json", str(report), "--explain", "0", *options]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        if done.returncode not in (0, 1):
            raise AssertionError(f"{targets}: {done.returncode}\n{done.stdout}{done.stderr}")
        events = [json.loads(line) for line in report.read_text("utf-8").splitlines()]
    failed: dict[str, list[Json]] = {name: [] for name in targets}
    for event in events:
        if event["event"] == "vector" and event["status"] == "fail":
            failed[event["target"]].append(event)
    return failed


def is_named(event: Json, name: str) -> bool:
    return name in [each for part in event.get("mistake", "").split("; ") for each in part.split(" or ")]


class Mistakes(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.suite = Suite()

    def failures_of(self, names: list[str]) -> dict[str, list[Json]]:
        targets = [target(names, mode) for mode in MODES]
        differing = self.suite.differing(names)
        if not differing:
            return {name: [] for name in targets}
        with tempfile.TemporaryDirectory() as name:
            self.suite.write(differing, Path(name))
            return run(targets, "--vectors", name)

    def check(self, name: str) -> list[str]:
        """What is wrong with how a mutant is called."""
        wrong = []
        for spec, failures in self.failures_of([name]).items():
            mode = "signature alone" if "--signature-only" in spec else "stages"
            unnamed = [event for event in failures if not is_named(event, name)]
            if not failures:
                wrong.append(f"{name}, {mode}: no vector shows it")
            elif len(unnamed) > 0.05 * len(failures):
                some = [(event["id"], event.get("mistake")) for event in unnamed[:4]]
                wrong.append(f"{name}, {mode}: {len(unnamed)} of {len(failures)}: {some}")
        return wrong

    def test_each_mutant_is_called_by_its_name(self) -> None:
        with ThreadPoolExecutor(2) as pool:
            wrong = [line for lines in pool.map(self.check, MUTANTS) for line in lines]
        self.assertEqual(wrong, [], "\n".join(wrong))


if __name__ == "__main__":
    unittest.main()
