# SPDX-License-Identifier: Apache-2.0
"""Command lines that nobody means: empty values, halves of numbers, files named twice, names that
select nothing. Each is refused in words, and no file is lost. BIN_DIR as in conform.py."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import unittest
import xml.etree.ElementTree as ET
from pathlib import Path

from conform import CONFORM, VECTORS, VERIFY, InFolder, bad, events, run

FILES = ("json", "html", "markdown", "junit", "tap", "xfail", "write-xfail", "update-xfail")
NAMED = """
import json, sys
for line in sys.stdin:
    asked = json.loads(line)
    hello = {"protocol": 1, "impl": dict(zip(("name", "version"), sys.argv[1:])), "ops": ["sign"],
             "profiles": ["aws4"], "features": []}
    end = hello if asked["op"] == "hello" else {}
    print(json.dumps({"id": asked["id"], "status": "ok", "out": {"signature": "0"}, **end}))
    sys.stdout.flush()
"""


def report(*words: str) -> subprocess.CompletedProcess[str]:
    command = [CONFORM, "report", *words]
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60, check=False)


class Values(InFolder):
    def refused(self, says: str, *words: str, status: int = 2) -> None:
        done = self.ends(status, *words)
        self.assertTrue(done.stderr.startswith(f"dciauth-conform: {says}"), done.stderr)
        self.assertEqual(done.stdout, "", "nothing has run")

    def test_empty(self) -> None:
        more = ("baseline", "replay", "select", "require", "debugger", "profiles", "shims", "jobs")
        for option in (*FILES, *more):
            says = f"--{option} needs a value, and the one given is empty"
            self.refused(says, bad("accept_all"), f"--{option}", "")

    def test_counts_are_whole(self) -> None:
        for value in ("0", "1.5", "-1", "+1", " 3", "0x10", "1e2", "1000001", "9" * 30):
            says = f"--repeat {value}: a whole number from 1 to 1000000 belongs here"
            self.refused(says, f"--repeat={value}")
        self.refused("--explain 2.9: a whole number from 0 to 1000000 belongs", "--explain", "2.9")
        self.refused("--jobs 300: a whole number from 1 to 256 belongs here", "--jobs", "300")
        self.ends(0, "--blind", "--seed", "4294967295", "--explain", "0")

    def test_a_name_that_selects_nothing(self) -> None:
        says = "--select aws4/tpyo/*: no vector has such an id: see `dciauth-conform list`"
        self.refused(says, *VERIFY, "--select", "aws4/tpyo/*", status=4)
        sweep = ("--select", "aws4/sweep-path/*", "--no-sweeps")
        self.refused("no vector is selected", *sweep, status=4)
        self.ends(0, *VERIFY, *sweep)


class Clashes(InFolder):
    def setUp(self) -> None:
        super().setUp()
        self.mine, self.old = self.folder / "mine", self.folder / "old.jsonl"
        self.mine.write_text("[]\n", encoding="ascii")
        self.ends(0, *VERIFY, "--json", str(self.old))
        (self.folder / "link").symlink_to("mine")
        self.spelt = (str(self.folder / "link"), f"{self.folder}/../{self.folder.name}/mine")

    def test_two_options(self) -> None:
        for option in FILES[1:5] + FILES[5:6] + FILES[7:]:
            for name in (str(self.mine), *self.spelt):
                done = self.ends(2, *VERIFY, "--json", str(self.mine), f"--{option}", name)
                self.assertIn(f"--json and --{option} name the same file", done.stderr)
        for option in FILES[1:5] + FILES[6:7]:
            new = (str(self.folder / "new"), f"{self.folder}/./new")
            done = self.ends(2, *VERIFY, "--json", new[0], f"--{option}", new[1])
            self.assertIn(f"--json and --{option} name the same file", done.stderr)
        self.assertEqual(self.mine.read_text(), "[]\n")
        self.assertFalse((self.folder / "new").exists())

    def test_report_does_not_replace_what_it_reads(self) -> None:
        before = self.old.read_text()
        done = report(str(self.old), "--html", f"{self.folder}/./old.jsonl")
        self.assertEqual((done.returncode, "which is read" in done.stderr), (2, True), done.stderr)
        done = run(*VERIFY, "--baseline", str(self.old), "--html", str(self.old))
        self.assertEqual((done.returncode, "the same file" in done.stderr), (2, True), done.stderr)
        self.assertEqual(self.old.read_text(), before)

    def test_a_report_may_follow_its_baseline(self) -> None:
        self.ends(0, *VERIFY, "--baseline", str(self.old), "--json", str(self.old))
        self.assertEqual(events(self.old)[-1]["event"], "summary")

    def test_devices_hold_nothing(self) -> None:
        done = self.ends(0, *VERIFY, "--tap", "/dev/stdout", "--junit", "/dev/stdout")
        self.assertIn("TAP version 14", done.stdout)
        self.assertIn("<testsuites", done.stdout)


class Places(InFolder):
    def setUp(self) -> None:
        super().setUp()
        self.known = self.folder / "known.json"
        self.known.write_text("[]\n", encoding="ascii")

    def test_links_and_permissions_stay(self) -> None:
        link = self.folder / "link"
        link.symlink_to("known.json")
        self.known.chmod(0o640)
        self.ends(1, bad("accept_all"), *VERIFY, "--update-xfail", str(link))
        self.assertTrue(link.is_symlink())
        self.assertEqual(len(json.loads(self.known.read_text())), 3)
        self.assertEqual(stat.S_IMODE(self.known.stat().st_mode), 0o640)
        old = self.folder / "old.tap"
        old.write_text("old", encoding="ascii")
        old.chmod(0o600)
        self.ends(0, *VERIFY, "--tap", str(old))
        self.assertEqual(stat.S_IMODE(old.stat().st_mode), 0o600)

    def test_is_said_before_the_run(self) -> None:
        place = str(self.folder / "no" / "file")
        for option in ("--write-xfail", "--json", "--html"):
            done = self.ends(5, bad("accept_all"), *VERIFY, option, place)
            self.assertEqual(done.stdout, "", "nothing has run")
            says = f"{place}: could not be written: No such file or directory: make its folder"
            self.assertIn(says, done.stderr)
        done = self.ends(2, *VERIFY, "--update-xfail", place)
        self.assertIn(f"{place}: is not there: --write-xfail makes it", done.stderr)
        done = self.ends(2, *VERIFY, "--xfail", str(self.folder))
        self.assertIn(": cannot be read: Is a directory", done.stderr)

    @unittest.skipIf(os.geteuid() == 0 and not Path("/usr/bin/setpriv").exists(), "root may all")
    def test_what_is_read_only_stays(self) -> None:
        self.known.chmod(0o444)
        self.folder.chmod(0o777)
        words = [CONFORM, "run", *VERIFY, "--vectors", str(VECTORS)]
        if os.geteuid() == 0:
            words = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *words]
        if subprocess.run([*words, "--no-sweeps"], capture_output=True, check=False).returncode:
            self.skipTest("nobody may not read the vectors here")
        for option in ("--update-xfail", "--tap"):
            done = subprocess.run(
                [*words, option, str(self.known)], capture_output=True, text=True, check=False
            )
            self.assertEqual((done.returncode, done.stdout), (5, ""), done.stderr)
            self.assertIn("could not be written: Permission denied", done.stderr)
        self.assertEqual(self.known.read_text(), "[]\n")

    def test_replay_is_complained_of_once(self) -> None:
        done = self.ends(5, bad("accept_all"), *VERIFY, "--replay", str(self.known))
        self.assertEqual(done.stderr.count("a replay: "), 1, done.stderr)


class Names(InFolder):
    def target(self, *names: str) -> str:
        file = self.folder / "named.py"
        file.write_text(NAMED, encoding="utf-8")
        quoted = " ".join(f"'{name}'" for name in names)
        return f"exec:{sys.executable} {file} {quoted}"

    def test_two_of_the_same(self) -> None:
        place = self.folder / "junit.xml"
        self.ends(0, "ref", "ref", *VERIFY, "--junit", str(place))
        suites = [suite.get("name", "") for suite in ET.parse(place).getroot()]
        self.assertEqual(suites[1], f"{suites[0]} #2")

    def test_class_of_a_path(self) -> None:
        place = self.folder / "junit.xml"
        self.ends(3, "exec:/no/such.sh", *VERIFY, "--junit", str(place))
        classes = {case.get("classname") for case in ET.parse(place).iter("testcase")}
        self.assertEqual(classes, {"exec:_no_such_sh.target", "exec:_no_such_sh.aws4.verify"})

    def test_no_name(self) -> None:
        target, place = self.target("", ""), self.folder / "junit.xml"
        done = self.ends(1, target, "--select", "aws4/sign/*", "--junit", str(place))
        name = target[:40] + "…"
        self.assertEqual(ET.parse(place).getroot()[0].get("name"), name)
        self.assertIn(f"\n{name}\n  deviates at:", done.stdout)

    def test_columns_count_characters(self) -> None:
        target = self.target("ünïcödé" * 4, "1")
        done = self.ends(1, target, "--select", "aws4/sign/*")
        head, row = done.stdout[done.stdout.index("target ") :].splitlines()[:2]
        self.assertEqual(len(head), len(row))
        self.assertTrue(row.startswith(("ünïcödé" * 4)[:24] + "  "), row)


if __name__ == "__main__":
    unittest.main()
