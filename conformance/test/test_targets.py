# SPDX-License-Identifier: Apache-2.0
"""lib:PATH, a shared object as a target. BIN_DIR and BAD_LIB_FILE as in CMakeLists.txt."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
BIN = Path(os.environ["BIN_DIR"])
CONFORM = str(BIN / "dciauth-conform")
REFERENCE = f"lib:{BIN / 'dciauth-shim.so'}"
BAD = f"lib:{os.environ['BAD_LIB_FILE']}"


def conform(*words: str, **kw) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [CONFORM, *words], capture_output=True, encoding="utf-8", timeout=60, check=False, **kw
    )


class Library(unittest.TestCase):
    def setUp(self) -> None:
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)

    def run_with(self, *words: str, **kw) -> tuple[int, str, list[dict]]:
        report = self.folder / "report"
        done = conform("run", *words, "--vectors", str(HERE / "vectors"), "--json", report, **kw)
        events = [json.loads(line) for line in report.read_text(encoding="utf-8").splitlines()]
        return done.returncode, done.stdout + done.stderr, events[1:]

    def test_gives_the_same_results_as_the_reference(self) -> None:
        status, output, events = self.run_with("ref", REFERENCE)
        self.assertEqual(status, 0, output)
        results: dict[str, list] = {"ref": [], REFERENCE: []}
        for event in events:
            event.pop("implementation", None)
            results[event.pop("target")].append(event)
        self.assertEqual(len(results["ref"]), 18)
        self.assertEqual(results["ref"], results[REFERENCE])

    def test_exports_one_symbol(self) -> None:
        listed = subprocess.run(
            ["nm", "-D", "--defined-only", BIN / "dciauth-shim.so"],
            capture_output=True,
            text=True,
            check=True,
        )
        names = [line.split()[-1] for line in listed.stdout.splitlines()]
        self.assertEqual([n for n in names if "san" not in n], ["dciauth_shim_call"])

    def test_a_path_without_a_slash(self) -> None:
        shutil.copy(BIN / "dciauth-shim.so", self.folder / "mine.so")
        self.assertEqual(self.run_with("lib:mine.so", cwd=self.folder)[0], 0)

    def test_cannot_be_used(self) -> None:
        text = self.folder / "text.so"
        text.write_text("no library")
        for path, says in (
            (self.folder / "nothing.so", "cannot be loaded: .*nothing.so.*No such file"),
            (text, "cannot be loaded: .*text.so: "),
            (self.symbolless(), "exports no dciauth_shim_call: see "),
        ):
            status, output, events = self.run_with(f"lib:{path}")
            self.assertEqual(status, 3, output)
            self.assertRegex(output, says)
            self.assertEqual(events[-1]["not_run"], 10)
        done = conform("run", "lib:")
        self.assertEqual(done.returncode, 2)
        self.assertIn("lib: needs a shared object, as in lib:./my-shim.so", done.stderr)

    def symbolless(self) -> str:
        """A library that is there anyway: libcrypto, which the reference needs."""
        listed = subprocess.run(
            ["ldd", BIN / "dciauth-shim.so"], capture_output=True, text=True, check=True
        )
        found = re.search(r"=> (\S*libcrypto\S*)", listed.stdout)
        assert found is not None, listed.stdout
        return found[1]

    def bad(self, mode: str, *words: str) -> tuple[int, str, str]:
        """Exit status, status of aws4/verify/good, and all that was said."""
        select = ("--select", "aws4/verify/good")
        status, output, events = self.run_with(BAD, "--env", f"BAD_LIB={mode}", *select, *words)
        return status, events[0]["status"], output + events[0].get("message", "")

    def test_bad_ones(self) -> None:
        for mode, expected, says in (
            ("", "fail", "decision"),
            ("null", "protocol_error", "dciauth_shim_call returned NULL"),
            ("nothing", "protocol_error", "dciauth_shim_call returned nothing"),
            ("garbage", "protocol_error", r"\x01\xff"),
            ("two_answers", "protocol_error", "two answers to one request"),
            ("line_feed", "fail", "decision"),
            ("prints", "fail", "decision"),
            ("crash", "crash", "signal 11"),
            ("exit", "crash", "exit status 7"),
        ):
            with self.subTest(mode=mode):
                status, got, output = self.bad(mode)
                self.assertEqual((status, got), (1, expected), output)
                if mode != "crash" or "AddressSanitizer" not in output:
                    self.assertIn(says, output)

    def test_hangs(self) -> None:
        self.assertEqual(self.bad("hang", "--timeout", "0.5")[:2], (1, "timeout"))

    def test_leaks(self) -> None:
        self.assertIn("after bye: ERROR: LeakSanitizer: 8 bytes", self.bad("leaks")[2])

    def test_serve_is_the_same_by_hand(self) -> None:
        lines = '{"op":"hello","id":0,"protocol":[1]}\n{"op":"bye","id":1}\nmore\n'
        done = conform("serve", str(BIN / "dciauth-shim.so"), input=lines)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual([json.loads(a)["id"] for a in done.stdout.splitlines()], [0])
        done = conform("serve", "nothing.so", input=lines)
        self.assertEqual(done.returncode, 3)
        self.assertEqual(json.loads(done.stdout)["status"], "error")


if __name__ == "__main__":
    unittest.main()
