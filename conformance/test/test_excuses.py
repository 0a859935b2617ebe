# SPDX-License-Identifier: Apache-2.0
"""Reports of runs with gates: what the exit status says, each of them says, too. BIN_DIR as in
conform.py."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ET

from conform import CONFORM, VERIFY, InFolder, bad, events

TO_DO = "TO" + "DO"  # in two pieces, or the check of style would take it for a mark of ours
POINT = re.compile(rf"(not )?ok (\d+) - ((?:\\.|[^#\\])*)(?:# ({TO_DO}|SKIP)\b)?")


def junit_is_green(text: str) -> bool:
    root = ET.fromstring(text)
    counted = int(root.get("failures", "")) + int(root.get("errors", ""))
    there = len(root.findall(".//failure")) + len(root.findall(".//error"))
    assert counted == there, (counted, there)
    return counted == 0


def tap_is_green(text: str) -> bool:
    """All that was planned came, and what is not ok is still to be done: as prove(1) has it, which
    is asked, too, where it is there. It knows no version above 13."""
    version, plan, *rest = text.splitlines()
    assert version == "TAP version 14"
    points = [found for line in rest if (found := POINT.match(line))]
    assert [int(point[2]) for point in points] == list(range(1, len(points) + 1))
    assert plan == f"1..{len(points)}"
    green = all(point[1] is None or point[4] == TO_DO for point in points)
    if shutil.which("prove"):
        with tempfile.NamedTemporaryFile("w", encoding="utf-8") as file:
            file.write(text.replace("TAP version 14", "TAP version 13", 1))
            file.flush()
            command = ["prove", "-e", "cat", file.name]
            done = subprocess.run(command, capture_output=True, check=False)
        assert (done.returncode == 0) == green, done.stdout.decode() + done.stderr.decode()
    return green


class Excuses(InFolder):
    def setUp(self) -> None:
        super().setUp()
        self.known, self.old = self.folder / "known.json", self.folder / "old.jsonl"
        self.report = self.folder / "out.jsonl"

    def reports(self, name: str = "out") -> list[str]:
        kinds = ("junit", "tap", "markdown", "html")
        return [w for kind in kinds for w in (f"--{kind}", str(self.folder / f"{name}.{kind}"))]

    def read(self, kind: str) -> str:
        return (self.folder / f"out.{kind}").read_text(encoding="utf-8")

    def gated(self, status: int, target: str, *words: str) -> None:
        """A run that ends so; its reports, and those made of its events, agree with that."""
        self.ends(status, target, *VERIFY, *words, *self.reports(), "--json", str(self.report))
        green = status == 0
        self.assertEqual(junit_is_green(self.read("junit")), green)
        self.assertEqual(tap_is_green(self.read("tap")), green)
        self.assertIn(f"{1 if green else 0} of 1 without ", self.read("markdown"))
        self.assertRegex(self.read("html"), f"<p>1 implementation, {'no' if green else '1 with'} ")
        done = subprocess.run([CONFORM, "report", self.report, *self.reports("again")], check=False)
        self.assertEqual(done.returncode, 0)
        for kind in ("junit", "tap", "markdown", "html"):
            again = (self.folder / f"again.{kind}").read_text(encoding="utf-8")
            self.assertEqual(again, self.read(kind), kind)

    def record(self, target: str = bad("accept_all")) -> None:
        words = (*VERIFY, "--write-xfail", str(self.known), "--json", str(self.old))
        self.ends(1, target, *words)

    def test_expected_failures_do_not_redden(self) -> None:
        self.record()
        self.gated(1, bad("accept_all"))
        self.gated(0, bad("accept_all"), "--xfail", str(self.known))
        skipped = [e.get("message", "") for e in ET.fromstring(self.read("junit")).iter("skipped")]
        self.assertEqual(sum(s.startswith("expected failure: decision") for s in skipped), 3)
        self.assertEqual(self.read("tap").count(f" # {TO_DO} expected failure: decision"), 3)
        self.assertEqual(self.read("html").count('<span class="excuse">expected</span>'), 3)
        self.assertIn("| deviate | expected | not", self.read("markdown"))

    def test_a_failure_that_is_not_listed_reddens(self) -> None:
        self.record()
        self.known.write_text(json.dumps(json.loads(self.known.read_text())[1:]))
        self.gated(1, bad("accept_all"), "--xfail", str(self.known))
        self.assertEqual(int(ET.fromstring(self.read("junit")).get("failures", "")), 1)

    def test_a_stale_entry_reddens(self) -> None:
        self.record()
        self.gated(1, "ref", "--xfail", str(self.known))
        gates = events(self.report)[-1]["gates"]
        case = ET.fromstring(self.read("junit")).find(".//testcase[@name='gates']")
        self.assertEqual(case.find("failure").text.splitlines(), gates)
        self.assertIn("\nnot ok 1 - ref: ", self.read("tap"))
        for kind in ("tap", "markdown", "html"):
            for line in gates:
                self.assertIn(line, self.read(kind))

    def test_too_little_reddens(self) -> None:
        self.gated(4, "ref", "--require", "time.travel")
        self.gated(4, bad("forgetful"), "--min-run", "60", "--select", "aws4/sign/*")
        self.gated(4, bad("declares_nothing"))
        self.assertIn("nothing was judged", self.read("tap"))

    def test_what_an_earlier_report_has_does_not_redden(self) -> None:
        self.record()
        self.gated(0, bad("accept_all"), "--baseline", str(self.old))
        self.assertEqual(self.read("tap").count(f" # {TO_DO} known failure: decision"), 3)
        self.record_again("leaks")
        self.gated(1, bad("leaks"))
        self.gated(0, bad("leaks"), "--baseline", str(self.old))
        self.assertIn('message="known problem: it did not end well', self.read("junit"))
        self.assertIs(events(self.report)[-1]["known_problem"], True)

    def record_again(self, shim: str) -> None:
        self.known.unlink()
        self.record(bad(shim))

    def test_stopped_and_blind(self) -> None:
        self.gated(1, bad("accept_all"), "--fail-fast", "--blind", "--seed", "1")
        suite = ET.fromstring(self.read("junit")).find("testsuite")
        named = {p.get("name"): p.get("value") for p in suite.find("properties")}
        self.assertEqual((named["stopped"], named["seed"]), ("true", "1"))
        self.assertEqual((suite.get("failures"), suite.get("errors")), ("1", "0"))
        for kind in ("markdown", "html"):
            self.assertIn("stopped at the first failure", self.read(kind))
            self.assertIn("--seed 1 repeats its order", self.read(kind))


if __name__ == "__main__":
    unittest.main()
