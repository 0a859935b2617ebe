# SPDX-License-Identifier: Apache-2.0
"""Sweeps are run with the other vectors and counted apart. BIN_DIR as in test_command_line.py."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
CONFORM = str(Path(os.environ["BIN_DIR"]) / "dciauth-conform")
VECTORS = HERE / "vectors"  # 10 authored ones, and two sweeps of 4 and 3
DEVIATES = f"exec:{sys.executable} {HERE}/shims/deviates.py"
COUNTS = ("passed", "failed", "not_applicable", "unrepresentable", "crashed", "timeouts")


def conform(*words: str, vectors: Path = VECTORS) -> subprocess.CompletedProcess[str]:
    command = [CONFORM, *words, "--vectors", str(vectors)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60, check=False)


class Sweeps(unittest.TestCase):
    def setUp(self) -> None:
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)

    def report(self, *words: str) -> list[dict]:
        path = self.folder / "report"
        conform("run", *words, "--json", str(path))
        return [json.loads(line) for line in path.read_text("utf-8").splitlines()][1:]

    def test_have_a_row_of_their_own(self) -> None:
        done = conform("run", "ref", DEVIATES)
        self.assertRegex(done.stdout, r"\nref: libdciauth \S+ +10 +9 +0 .*\n  sweeps +7 +7 +0 ")
        self.assertRegex(done.stdout, r"\nbad 1 +10 +0 +4 .*\n  sweeps +7 +0 +7 ")

    def test_are_counted_apart_in_the_report(self) -> None:
        *events, summary = self.report("ref")
        marked = [event["id"] for event in events if event.get("sweep")]
        self.assertEqual(len(events), 17)
        self.assertEqual(events[-7:], [e for e in events if e.get("sweep")], "they come last")
        self.assertTrue(all("/sweep-" in name for name in marked), marked)
        self.assertEqual((summary["total"], summary["passed"]), (10, 9))
        self.assertEqual((summary["sweeps"]["total"], summary["sweeps"]["passed"]), (7, 7))
        for counts in (summary, summary["sweeps"]):
            apart = sum(counts[name] for name in (*COUNTS, "vacuous", "disputed", "not_run"))
            self.assertEqual(counts["total"], apart)

    def test_are_left_out(self) -> None:
        done = conform("run", "--no-sweeps")
        self.assertEqual(done.returncode, 0)
        self.assertNotIn("sweep", done.stdout)
        self.assertEqual(self.report("--no-sweeps")[-1]["sweeps"]["total"], 0)

    def test_run_alone(self) -> None:
        done = conform("run", "--sweeps-only")
        self.assertEqual(done.returncode, 0, "a pass of a sweep is a pass")
        self.assertRegex(done.stdout, r"\nref: libdciauth \S+ +0 .*\n  sweeps +7 +7 ")
        self.assertEqual(len(self.report("--sweeps-only")), 8)

    def test_are_selected_like_others(self) -> None:
        summary = self.report("--select", "aws4/sweep-path/*")[-1]
        self.assertEqual((summary["total"], summary["sweeps"]["total"]), (0, 4))

    def test_failures_count(self) -> None:
        self.assertEqual(conform("run", DEVIATES, "--sweeps-only").returncode, 1)

    def test_nothing_is_left(self) -> None:
        authored, swept = ["--select", "*/sign/*"], ["--select", "*/sweep-*"]
        for words in (["--sweeps-only", *authored], ["--no-sweeps", *swept]):
            self.assertEqual(conform("run", *words).returncode, 4, words)
        alone = self.folder / "aws4"
        alone.mkdir()
        shutil.copy(VECTORS / "aws4" / "sign.json", alone)
        done = conform("run", "--sweeps-only", vectors=self.folder)
        self.assertEqual(done.returncode, 4)
        self.assertIn("no vector is selected", done.stderr)

    def test_options_exclude_each_other(self) -> None:
        done = conform("run", "--sweeps-only", "--no-sweeps")
        self.assertEqual(done.returncode, 2)
        self.assertIn("--no-sweeps and --sweeps-only", done.stderr)

    def test_failures_are_told_last_and_together(self) -> None:
        out = conform("run", DEVIATES, "--explain", "6").stdout
        heading = "aws4/sweep-path: 4 of 4 differ, first byte-20\n"
        self.assertIn(f"\n{heading}FAIL aws4/sweep-path/byte-20 at signature", out)
        self.assertEqual(out.count("FAIL "), 6, "four authored ones, and one for each sweep")
        last = out.rindex("FAIL aws4/sign/")
        self.assertLess(last, out.index("FAIL aws4/sweep-"))
        self.assertIn(f"bad 1, sweeps\n  deviates:\n    {heading}    aws4/sweep-query: 3 of 3", out)

    def test_failures_that_are_not_told(self) -> None:
        out = conform("run", DEVIATES, "--explain", "4").stdout
        self.assertNotIn("FAIL aws4/sweep-", out)
        self.assertIn("2 more failures and sweeps of", out)
        self.assertIn("--explain 6 shows them", out)

    def test_list_has_a_line_for_each(self) -> None:
        done = conform("list")
        self.assertEqual(len(done.stdout.splitlines()), 12)
        self.assertRegex(done.stdout, r"\naws4/sweep-path/\* +sign +4 vectors of a sweep\n")
        self.assertEqual(done.stderr, "10 vectors, and 7 in 2 sweeps\n")
        done = conform("list", "--sweeps-only")
        self.assertEqual(len(done.stdout.splitlines()), 7)
        self.assertEqual(done.stderr, "0 vectors, and 7 in 2 sweeps\n")
        self.assertEqual(conform("list", "--no-sweeps").stderr, "10 vectors, and 0 in 0 sweeps\n")


if __name__ == "__main__":
    unittest.main()
