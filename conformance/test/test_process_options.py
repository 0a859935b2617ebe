# SPDX-License-Identifier: Apache-2.0
"""--jobs, --repeat, --env, --debugger and --no-pin. BIN_DIR as in test_command_line.py."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
BIN = Path(os.environ["BIN_DIR"])
CONFORM = str(BIN / "dciauth-conform")
REFERENCE = str(BIN / "dciauth-shim")
GOOD = ("--select", "aws4/verify/good")
VERIFY = ("--select", "aws4/verify/*")


class InFolder(unittest.TestCase):
    def setUp(self) -> None:
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)

    def run_with(self, *words: str) -> subprocess.CompletedProcess[str]:
        command = [CONFORM, "run", *words, "--vectors", str(HERE / "vectors")]
        env = {**os.environ, "BAD_SHIM_DIR": str(self.folder), "BAD_SHIM_SLEEP": "1"}
        return subprocess.run(
            command, env=env, capture_output=True, encoding="utf-8", timeout=60, check=False
        )

    def refused(self, says: str, *words: str) -> None:
        done = self.run_with(*words)
        self.assertEqual(done.returncode, 2, done.stdout + done.stderr)
        self.assertIn(f"dciauth-conform: {says}", done.stderr)


def bad(name: str, kind: str = "exec") -> str:
    return f"{kind}:{sys.executable} {HERE}/shims/{name}.py"


class Jobs(InFolder):
    def test_several_at_a_time(self) -> None:
        alone = self.run_with(bad("once_meets", "exec-once"), *GOOD, "--timeout", "1")
        self.assertEqual(alone.returncode, 1, "it waits for another")
        self.assertFalse((self.folder / "met").exists())
        done = self.run_with(bad("once_meets", "exec-once"), *VERIFY, "--jobs", "2")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_results_do_not_depend_on_the_number(self) -> None:
        names = ("crash", "wrong_id", "reject_all", "raises")
        targets = [f"exec-once:{REFERENCE}", *(bad(name, "exec-once") for name in names)]
        written = []
        for jobs in ("1", "4"):
            report = self.folder / "report"
            done = self.run_with(*targets, "--jobs", jobs, "--json", str(report))
            written.append((done.returncode, done.stdout, report.read_text()))
        self.assertEqual(written[0], written[1])
        self.assertEqual(len(written[0][2].splitlines()), 1 + len(targets) * 18)

    def test_a_twin_that_was_not_selected(self) -> None:
        select = ("--select", "aws4/verify/other-target")
        done = self.run_with(f"exec-once:{REFERENCE}", *select, "--jobs", "2")
        self.assertEqual(done.returncode, 0, done.stdout)
        done = self.run_with(bad("reject_all", "exec-once"), *select, "--jobs", "2")
        self.assertEqual(done.returncode, 4, done.stdout)

    def test_a_target_that_is_lost(self) -> None:
        """It says hello, and then it is not there any more."""
        shim = self.folder / "c" / "mine"
        shim.mkdir(parents=True)
        start = shim / "start"
        start.write_text(f'#!/bin/sh\nrm "$0"\nexec {REFERENCE}\n')
        start.chmod(0o755)
        text = {"name": "mine", "kind": "exec-once", "start": ["./start"]}
        (shim / "shim.json").write_text(json.dumps(text))
        done = self.run_with("mine", "--shims", str(self.folder), "--jobs", "3")
        self.assertEqual(done.returncode, 3, done.stdout)
        self.assertIn("cannot start ./start", done.stdout)

    def test_other_kinds(self) -> None:
        reason = "--jobs is for targets of the kind exec-once: "
        self.refused(f"{reason}ref has none", "--jobs", "2")
        target = f"exec:{REFERENCE}"
        self.refused(f"{reason}{target} keeps one process", target, "--jobs", "2")
        self.refused(f"{reason}lib:x.so keeps one process", "lib:x.so", "--jobs", "2")
        self.refused("--jobs 0: a whole number from 1 to 256", "--jobs", "0")
        self.assertEqual(self.run_with(target, "--jobs", "1").returncode, 0)


class Repeat(InFolder):
    def test_rate(self) -> None:
        for target in ("ref", f"exec:{REFERENCE}"):
            done = self.run_with(target, "--repeat", "7")
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            line = r"(?m)^(.*): (\d+) answers in [\d.]+ s, \d+ a second$"
            rate = re.search(line, done.stdout)
            assert rate is not None, done.stdout
            self.assertEqual((rate[1], rate[2]), (target, str(17 * 7)))
        self.assertNotIn("a second", self.run_with("ref").stdout)

    def test_another_answer_is_a_failure(self) -> None:
        self.assertEqual(self.run_with(bad("counts"), *VERIFY, "--repeat", "2").returncode, 0)
        done = self.run_with(bad("counts"), *VERIFY, "--repeat", "5")
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assertIn("FAIL aws4/verify/other-target at repetition", done.stdout)
        self.assertIn("the same request was answered differently", done.stdout)
        self.assertRegex(done.stdout, r" 4 +1 +3 ")

    def test_what_goes_wrong_later(self) -> None:
        done = self.run_with(bad("crash_once"), *GOOD, "--repeat", "3")
        self.assertIn("crash(flaky)", done.stdout)
        self.assertIn("1 answers in", done.stdout)


class Environment(InFolder):
    def test_reaches_the_process(self) -> None:
        words = ("--env", "BAD_WORD=a=b", "--env", "TZ=Asia/Tokyo")
        for kind in ("exec", "exec-once"):
            done = self.run_with(bad("shows_env", kind), *GOOD, *words)
            self.assertIn("bad a=b Asia/Tokyo ", done.stdout)
        self.assertIn("bad None UTC ", self.run_with(bad("shows_env"), *GOOD).stdout)
        command = [CONFORM, "doctor", 'exec:"$BAD_WORD"', "--env", f"BAD_WORD={REFERENCE}"]
        command += ["--vectors", str(HERE / "vectors")]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_refused(self) -> None:
        for word in ("NAME", "=value"):
            self.refused(f"--env {word}: NAME=VALUE belongs here", "ref", "--env", word)
        self.refused("--env is for targets that are a process: ref has none", "--env", "A=B")


class Debugger(InFolder):
    def test_stands_before_the_command_and_keeps_the_terminal(self) -> None:
        """And takes its time."""
        stand_in = self.folder / "stand-in"
        stand_in.write_text(
            '#!/bin/sh\nsleep 0.6\necho "argument $1" "$(readlink /proc/self/fd/3)"\n'
            'echo aside >&2\nshift\nexec "$@"\n'
        )
        stand_in.chmod(0o755)
        lines = f"lib:{BIN / 'dciauth-shim.so'}", f"exec:{REFERENCE}", f"exec-once:{REFERENCE}"
        for target in lines:
            debugger = f"{stand_in} --args"
            done = self.run_with(target, *GOOD, "--debugger", debugger, "--timeout", "0.2")
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            self.assertRegex(done.stdout, r"(?m)^argument --args pipe:")
            self.assertIn("aside\n", done.stderr)

    @unittest.skipUnless(shutil.which("gdb"), "no gdb")
    def test_gdb(self) -> None:
        script = "gdb -q -batch -ex 'set breakpoint pending on' -ex 'break dciauth_verify'"
        script += " -ex run -ex 'printf \"stopped %d\\n\", 6 * 7' -ex continue --args"
        done = self.run_with(f"exec:{REFERENCE}", *GOOD, "--debugger", script)
        if "ptrace" in done.stdout + done.stderr:
            self.skipTest("no process may be traced here")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertIn("stopped 42\n", done.stdout)

    def test_a_crash_is_not_tried_again(self) -> None:
        done = self.run_with(bad("crash"), "--select", "*/other-target", "--debugger", "env")
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assertIn("signal 11", done.stdout)
        self.assertEqual((self.folder / "asked").read_text(), "x")

    def test_refused(self) -> None:
        env = ("--debugger", "env")
        self.refused("--debugger is for a target that is a process: ref has none", *env)
        two = (f"exec:{REFERENCE}", f"exec:{REFERENCE}")
        self.refused("--debugger takes one target, and one job at a time", *two, *env)
        once = (f"exec-once:{REFERENCE}", "--jobs", "2")
        self.refused("--debugger takes one target, and one job at a time", *once, *env)


class Pin(InFolder):
    def allowed(self, kind: str, *words: str) -> list[int]:
        """On how many processors the shim may run at hello, with each request, and its thread."""
        done = self.run_with(bad("counts_processors", kind), *GOOD, *words)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return [int(word) for word in (self.folder / "processors").read_text().split()]

    def test_a_process_that_stays_has_one_processor(self) -> None:
        """From the first request on; and threads that it had before keep what they had."""
        num = len(os.sched_getaffinity(0))
        for kind, words, expected in (
            ("exec", (), [num, 1, num]),
            ("exec", ("--no-pin",), [num] * 3),
            ("exec-once", (), [num] * 4),
            ("exec", ("--debugger", "env"), [num] * 3),
        ):
            with self.subTest(kind=kind, words=words):
                self.assertEqual(self.allowed(kind, *words), expected)
                (self.folder / "processors").unlink()


if __name__ == "__main__":
    unittest.main()
