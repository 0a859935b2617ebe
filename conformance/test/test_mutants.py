# SPDX-License-Identifier: Apache-2.0
"""The reference with a bug: the target mutant:NAME, `list mutants` and the command `mutants`.
BIN_DIR is the folder of the programs."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import time
import unittest
from pathlib import Path

from conform import BIN, CONFORM, HERE, VECTORS, Done, InFolder, Json, events

ONE = "age-not-checked"
LEAST = 120


def conform(*words: str | Path, program: str | Path = CONFORM) -> Done:
    return subprocess.run(
        [program, *words], capture_output=True, encoding="utf-8", timeout=240, check=False
    )


def mutants() -> list[str]:
    return [line.split(" ")[0] for line in conform("list", "mutants").stdout.splitlines()]


class Target(InFolder):
    def results(self, target: str) -> list[Json]:
        report = self.folder / "report"
        self.ends(0, target, "--json", str(report), vectors=None)
        names = {"target", "implementation"}
        return [{k: v for k, v in e.items() if k not in names} for e in events(report)]

    def test_none_is_the_reference(self) -> None:
        """On every vector, of the sweeps too."""
        wanted = self.results("ref")
        self.assertGreater(len(wanted), 9000)
        self.assertEqual(self.results("mutant:none"), wanted)

    def test_a_mutant_deviates(self) -> None:
        done = self.ends(1, f"mutant:{ONE}")
        self.assertIn("decision (accept, not reject)", done.stdout)

    def test_no_such_mutant(self) -> None:
        done = self.ends(2, "mutant:nobody")
        self.assertIn(
            "mutant:nobody: no such mutant: see `dciauth-conform list mutants`", done.stderr
        )

    def test_the_program_alone(self) -> None:
        shim = BIN / "dciauth-mutant-shim"
        self.assertIn("no such mutant", conform("nobody", program=shim).stderr)
        done = conform(program=shim)
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertIn("Usage: dciauth-mutant-shim NAME", done.stderr)

    def test_a_row_that_cannot_be(self) -> None:
        """No table asks for one: a mutant that does not start is none."""
        hello = '{"op":"hello","id":0,"protocol":[1]}\n'
        for name in mutants():
            done = subprocess.run(
                [BIN / "dciauth-mutant-shim", name],
                input=hello,
                capture_output=True,
                encoding="utf-8",
                timeout=20,
                check=False,
            )
            self.assertEqual((done.returncode, done.stderr), (0, ""), name)


class Command(InFolder):
    def test_one_and_its_reports(self) -> None:
        json_file, markdown = self.folder / "m.json", self.folder / "m.md"
        done = conform("mutants", ONE, "--json", json_file, "--markdown", markdown)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertRegex(done.stdout, rf"{ONE} +\d+ \S+/verify\S* \d+")
        self.assertIn("1 mutants: 1 killed, 0 survived", done.stdout)
        told = json.loads(json_file.read_text())
        (mutant,) = told["mutants"]
        self.assertEqual(
            (mutant["name"], mutant["area"], mutant["status"]), (ONE, "time", "killed")
        )
        self.assertEqual(mutant["see"], "chimera-nas/chimera#492")
        self.assertGreater(mutant["kills"]["aws4/verify"], 3)
        self.assertLessEqual(set(mutant["kills"]), set(told["groups"]))
        self.assertRegex(
            markdown.read_text(), rf"\| {ONE} \| The age .*\(chimera-nas/chimera#492\) \| \d"
        )

    def test_patterns(self) -> None:
        done = conform("mutants", "skew-*", ONE, "--vectors", VECTORS)
        names = {name for name in mutants() if name.startswith("skew-")} | {ONE}
        self.assertIn(f"{len(names)} mutants:", done.stdout)

    def test_a_survivor(self) -> None:
        """The few vectors of the tests do not notice everything."""
        done = conform("mutants", "s3-path-decoded", ONE, "--vectors", VECTORS)
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn("SURVIVED s3-path-decoded: The key is compared", done.stdout)
        self.assertTrue(done.stdout.endswith("2 mutants: 1 killed, 1 survived\n"))

    def test_no_such_mutant(self) -> None:
        done = conform("mutants", ONE, "age-not-chekced")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertIn("age-not-chekced: no mutant has such a name", done.stderr)

    def test_a_report_that_cannot_be_written(self) -> None:
        done = conform("mutants", ONE, "--json", self.folder / "none" / "m.json")
        self.assertEqual((done.returncode, done.stdout), (5, ""))
        self.assertIn("none/m.json", done.stderr)

    def test_where_there_are_none(self) -> None:
        """As in a package, or a build without tests."""
        program = shutil.copy(CONFORM, self.folder)
        for words in (("mutants",), ("list", "mutants"), ("run", "mutant:none")):
            done = conform(*words, "--vectors", VECTORS, program=program)
            self.assertEqual((done.returncode, done.stdout), (2, ""))
            self.assertIn("mutants are there in a build with tests alone", done.stderr)

    def test_a_mutant_that_does_not_start(self) -> None:
        program = shutil.copy(CONFORM, self.folder)
        shutil.copy(BIN / "dciauth-mutants.json", self.folder)
        shutil.copy("/bin/false", self.folder / "dciauth-mutant-shim")
        done = conform("mutants", ONE, "--vectors", VECTORS, program=program)
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertIn(f"NOT RUN {ONE}: no hello", done.stdout)
        self.assertIn("1 mutants: 0 killed, 0 survived, 1 not run", done.stdout)

    def test_interrupted(self) -> None:
        """A mutant in whose midst it ends has not survived, and the report is not whole."""
        program, report = shutil.copy(CONFORM, self.folder), self.folder / "m.json"
        shutil.copy(BIN / "dciauth-mutants.json", self.folder)
        shim, begun = self.folder / "dciauth-mutant-shim", self.folder / "begun"
        shim.write_text(f"#!/bin/sh\n: >{begun}\nexec sleep 60\n", encoding="utf-8")
        shim.chmod(0o755)
        words = ("mutants", ONE, "--vectors", VECTORS, "--json", report)
        with subprocess.Popen([program, *words], stdout=-1, stderr=-1, text=True) as running:
            for _ in range(400):
                if begun.exists():
                    break
                time.sleep(0.05)
            running.send_signal(signal.SIGINT)
            out, _ = running.communicate(timeout=20)
        self.assertEqual(running.returncode, 130, out)
        self.assertIn("0 mutants: 0 killed, 0 survived; interrupted, 1 more were wanted\n", out)
        told = json.loads(report.read_text())
        self.assertEqual((told["mutants"], told["interrupted"]), ([], True))


class Matrix(InFolder):
    def test_all_are_killed_by_vectors(self) -> None:
        report = self.folder / "m.json"
        done = conform("mutants", "--json", report)
        told = json.loads(report.read_text())["mutants"]
        self.assertEqual([m["name"] for m in told], mutants())
        by_status: dict[str, set[str]] = {"killed": set(), "survived": set(), "not_run": set()}
        for mutant in told:
            by_status[mutant["status"]].add(mutant["name"])
        self.assertGreaterEqual(len(by_status["killed"]), LEAST)
        self.assertEqual(by_status["not_run"], set())
        self.assertEqual(by_status["survived"], set(), "no vector notices these bugs")
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_the_tables_are_the_list(self) -> None:
        named = [
            line.split()[1]
            for table in sorted((HERE.parent / "mutants").glob("*.mutants"))
            for line in table.read_text(encoding="utf-8").splitlines()
            if line.startswith("mutant ")
        ]
        self.assertEqual(named, mutants())


if __name__ == "__main__":
    unittest.main()
