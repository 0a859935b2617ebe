# SPDX-License-Identifier: Apache-2.0
"""What the wrong verdicts of a verifier mean, on the terminal and in the reports; principals and
views. BIN_DIR as in conform.py."""

from __future__ import annotations

import copy
import json
import shlex
import unittest
from typing import Any

from conform import SHIM, VECTORS, VERIFY, Done, InFolder, bad, events

NONE = dict.fromkeys(("critical", "principal", "high", "view", "medium", "low", "refused"), 0)


def view(**members: Any) -> str:
    """A verifier that is right, but for these members of its view."""
    return f"{bad('other_view')} {shlex.quote(json.dumps(members))}"


class Meanings(InFolder):
    def run_all(self, target: str, *words: str) -> Done:
        kinds = ("json", "markdown", "html")
        files = [word for kind in kinds for word in (f"--{kind}", str(self.folder / kind))]
        return self.ends(1, target, *VERIFY, *files, *words)

    def read(self, kind: str) -> str:
        return (self.folder / kind).read_text(encoding="utf-8")

    def verdicts(self) -> dict[str, int]:
        return events(self.folder / "json")[-1]["verdicts"]

    def test_worst_first_and_everywhere(self) -> None:
        done = self.run_all(bad("accept_all"))
        self.assertRegex(
            done.stdout,
            r"\nbad 1 +4 +1 +3 .*\n\nbad 1\n"
            r"  2 critical: no key is needed \(aws4/verify/other-target, aws4/verify/no-auth\)\n"
            r"  1 high: a captured request can be repurposed, or outlives its time"
            r" \(aws4/verify/late\)\n"
            r"  deviates at:\n",
        )
        self.assertEqual(self.verdicts(), {**NONE, "critical": 2, "high": 1})
        words = "2 critical: no key is needed; 1 high: a captured request can be repurposed, or"
        self.assertIn(f"\n**bad 1**: {words} outlives its time\n", self.read("markdown"))
        self.assertIn(f'<p class="meanings">{words} outlives its time</p>', self.read("html"))

    def test_honest_requests_are_told_apart(self) -> None:
        done = self.run_all(bad("reject_all"))
        line = "\nbad 1\n  1 honest request is refused (aws4/verify/good)\n  deviates at:\n"
        self.assertIn(line, done.stdout)
        self.assertEqual(self.verdicts(), {**NONE, "refused": 1})
        self.assertIn("**bad 1**: 1 honest request is refused\n", self.read("markdown"))

    def test_what_has_an_excuse_is_not_told(self) -> None:
        known = str(self.folder / "known.json")
        self.run_all(bad("accept_all"), "--write-xfail", known)
        entries = json.loads((self.folder / "known.json").read_text(encoding="utf-8"))
        rest = [e for e in entries if not e["id"].endswith("/late")]
        (self.folder / "known.json").write_text(json.dumps(rest), encoding="utf-8")
        done = self.run_all(bad("accept_all"), "--xfail", known)
        self.assertNotIn("critical:", done.stdout)
        self.assertEqual(self.verdicts(), {**NONE, "high": 1})
        self.assertIn("**bad 1**: 1 high: ", self.read("markdown"))

    def test_nothing_to_tell(self) -> None:
        report = self.folder / "json"
        done = self.ends(0, "ref", SHIM, "--json", str(report))
        self.assertNotIn("high", done.stdout)
        found = [e for e in events(report) if e["event"] == "summary"]
        self.assertEqual([e["verdicts"] for e in found], [NONE, NONE])
        self.assertEqual(found[0]["sweeps"]["verdicts"], NONE)

    def test_many(self) -> None:
        """Six are named, in lines of 100 columns."""
        folder = self.folder / "vectors" / "aws4"
        folder.mkdir(parents=True)
        document = json.loads((VECTORS / "aws4" / "verify.json").read_text(encoding="utf-8"))
        tests = document["groups"][0]["tests"]
        for number in range(7):
            tests.append(copy.deepcopy(tests[1]))
            tests[-1]["id"] = f"aws4/verify/forgery-number-{number}"
        document["count"] = len(tests)
        (folder / "verify.json").write_text(json.dumps(document), encoding="utf-8")
        done = self.ends(1, bad("accept_all"), vectors=folder.parent)
        paragraph = done.stdout.partition("  9 critical:")[2].partition("  1 high")[0]
        self.assertIn("forgery-number-3 and 3 more)", " ".join(paragraph.split()))
        self.assertLess(max(len(line) for line in paragraph.splitlines()), 101)


class Principal(InFolder):
    def test_somebody_else(self) -> None:
        report = self.folder / "report"
        self.ends(1, bad("somebody_else"), *VERIFY, "--json", str(report))
        found = events(report)
        failure = next(e for e in found if e.get("status") == "fail")
        self.assertEqual((failure["stage"], failure["severity"]), ("principal", "high"))
        self.assertEqual((failure["expected"], failure["actual"]), ("AKIDEXAMPLE", "root"))
        self.assertEqual(found[-1]["verdicts"], {**NONE, "principal": 1})

    def test_a_report_of_a_report(self) -> None:
        """It has the severity that was found, not the vector's."""
        report = self.folder / "report"
        self.ends(1, bad("somebody_else"), *VERIFY, "--json", str(report))
        self.assertIn('"severity":"high"', report.read_text(encoding="utf-8"))


class View(InFolder):
    def test_what_was_signed(self) -> None:
        self.ends(0, view(), *VERIFY)
        self.ends(0, view(headers=[]), *VERIFY)
        self.ends(0, bad("flood"), *VERIFY)  # it gives none

    def test_what_was_promised(self) -> None:
        done = self.ends(1, f"{bad('other_view')} null", *VERIFY)
        self.assertIn("FAIL aws4/verify/good at view", done.stdout)
        self.assertIn("declared in the hello, but absent from the answer", done.stdout)

    def test_what_was_not(self) -> None:
        for members, says in (
            ({"path": "/other"}, "the view has another path"),
            ({"args": [{"n": "acl", "v": "public"}]}, "the view has the argument acl, which"),
            ({"headers": [{"n": "host", "v": "evil"}]}, "the header host with a value that"),
            ({"headers": {}}, "the view's `headers` is no array of {n, v}"),
        ):
            with self.subTest(members):
                done = self.ends(1, view(**members), *VERIFY)
                self.assertIn("FAIL aws4/verify/good at view", done.stdout)
                self.assertIn(says, done.stdout)
                self.assertIn("1 high: what is used is not what was signed", done.stdout)

    def test_event(self) -> None:
        report = self.folder / "report"
        self.ends(1, bad("other_view"), *VERIFY, "--json", str(report))
        failure = next(e for e in events(report) if e.get("status") == "fail")
        self.assertEqual((failure["stage"], failure["severity"]), ("view", "high"))
        self.assertEqual(failure["actual"], "evil.example.com")
        self.assertEqual(events(report)[-1]["verdicts"], {**NONE, "view": 1})


if __name__ == "__main__":
    unittest.main()
