# SPDX-License-Identifier: Apache-2.0
"""test_bench.py DCIAUTH-BENCH - each mode runs, and what is missing or wrong is said.

How fast anything is plays no part here.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import bench
import runner
from figures import Figure, Goal
from measure import Call, give_sets, series_of_call
from modes import library
from peers import PEERS, start
from program import BenchError, Missing
from workload import SETS

PROGRAM = Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else Path("dciauth-bench")
SANITIZED = b"__asan_init" in PROGRAM.read_bytes()
FAKE = """#!/bin/sh
while read -r command rest; do
  [ "$command" = version ] && printf 'ok\\t%s\\n' "$FAKE_VERSION" || printf 'ok\\t0\\tbad\\n'
done
"""


def run(*words: str) -> tuple[int, str]:
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        try:
            status = bench.main(["--program", str(PROGRAM), "--rounds", "2", *words])
        except SystemExit as exc:
            status = int(exc.code or 0)
    return status, out.getvalue()


def said(*lines: str) -> tuple[int, str]:
    """What the program answers last, and how it ends."""
    text = "".join(line + "\n" for line in lines)
    done = subprocess.run([PROGRAM], input=text, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout.splitlines()[-1]


class Modes(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def figures(self, mode: str) -> list[str]:
        file = self.folder / "out.json"
        status, text = run(mode, "--json", str(file))
        self.assertEqual(status, 0, text)
        figures = json.loads(file.read_text())["figures"]
        self.assertTrue(all(f["mode"] == mode and f["value"] > 0 for f in figures), figures)
        return [f["name"] for f in figures if f["goal"]]

    def test_sign(self) -> None:
        self.assertEqual(len(self.figures("sign")), 6)

    def test_verify(self) -> None:
        self.assertEqual(len(self.figures("verify")), 2)

    def test_runner(self) -> None:
        self.assertEqual(len(self.figures("runner")), 1)

    def test_runner_that_fails(self) -> None:
        for script, says in (("exit 3", "failed: "), ("echo '0 answers'", "failed: 0 answers")):
            fake = self.folder / "dciauth-conform"
            fake.write_text(f"#!/bin/sh\n{script}\n")
            fake.chmod(0o755)
            with self.subTest(script), self.assertRaisesRegex(BenchError, says):
                runner.runner(self.folder / "dciauth-bench", 1)
            fake.unlink()
        with self.assertRaisesRegex(BenchError, "does not start"):
            runner.runner(self.folder / "dciauth-bench", 1)

    def test_growth(self) -> None:
        self.assertEqual(len(self.figures("growth")), 8)

    @unittest.skipIf(SANITIZED or not shutil.which("valgrind"), "no valgrind, or a sanitizer")
    def test_instructions(self) -> None:
        self.assertEqual(len(self.figures("instructions")), 1)

    def test_instructions_without_valgrind(self) -> None:
        with mock.patch.dict(os.environ, {"PATH": str(self.folder)}):
            status, text = run("instructions")
        self.assertEqual(status, 3)
        self.assertIn("apt-get install valgrind", text)


class Peers(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def install(self, name: str, version: str) -> None:
        python = self.folder / name / "bin/python"
        python.parent.mkdir(parents=True)
        python.write_text(FAKE)
        python.chmod(0o755)
        new = {"FAKE_VERSION": version, "DCIAUTH_SHIM_DIR": str(self.folder)}
        patch = mock.patch.dict(os.environ, new)
        patch.start()
        self.addCleanup(patch.stop)

    def test_none_installed(self) -> None:
        with mock.patch.dict(os.environ, {"DCIAUTH_SHIM_DIR": str(self.folder)}):
            status, text = run("peers")
        self.assertEqual(status, 3)
        for peer in PEERS:
            self.assertIn(f"run conformance/shims/python/install.sh {peer.shim}\n", text)

    def test_another_version(self) -> None:
        self.install("botocore", "0.0.1")
        status, text = run("peers")
        self.assertEqual(status, 3)
        self.assertRegex(text, "botocore .* is wanted, and 0.0.1 is installed")

    def test_another_signature(self) -> None:
        shim = Path(bench.ROOT / "conformance/shims/python/botocore/shim.json")
        self.install("botocore", json.loads(shim.read_text())["version"])
        with self.assertRaisesRegex(BenchError, "sign differently"):
            run("peers")

    def test_installed_ones(self) -> None:
        """Each package that is there signs as the library does, and verifies what it signed."""
        here = []
        for peer in PEERS:
            with contextlib.suppress(Missing), start(peer):
                here.append(peer)
        if not here:
            self.skipTest("no peer is installed")
        with mock.patch("peers.PEERS", here):
            status, text = run("peers")
        self.assertEqual(status, 0, text)
        for peer in here:
            self.assertIn(f"{peer.name} (", text)


class Statuses(unittest.TestCase):
    def test_usage(self) -> None:
        for words in (["fast"], ["--rounds", "0"], ["sign", "--update-readme"], ["--fast"]):
            with self.subTest(words):
                self.assertEqual(run(*words)[0], 2)

    def test_help(self) -> None:
        status, text = run("--help")
        self.assertEqual(status, 0)
        self.assertIn("--gate", text)

    def test_gate(self) -> None:
        missed = [Figure("sign", "a", 2.0, "x", goal=Goal(1.8, 1.5))]
        with mock.patch("bench.run_modes", lambda *_: (missed, [])):
            self.assertEqual(run()[0], 0)
            self.assertEqual(run("--gate")[0], 1)

    def test_verdicts(self) -> None:
        for value, up, down in (
            (1.0, "MISSED", "stretch"),
            (1.7, "must", "must"),
            (2.5, "stretch", "MISSED"),
        ):
            with self.subTest(value):
                at_least, at_most = Goal(1.5, 2.0, at_least=True), Goal(2.0, 1.5)
                self.assertEqual(Figure("", "", value, "", goal=at_least).verdict, up)
                self.assertEqual(Figure("", "", value, "", goal=at_most).verdict, down)

    def test_report_that_cannot_be_written(self) -> None:
        with self.assertRaisesRegex(BenchError, "/no/such/file cannot be written"):
            run("growth", "--json", "/no/such/file")

    def test_readme_keeps_its_table_when_something_is_missing(self) -> None:
        before = bench.README.read_text()
        self.assertTrue(bench.TABLE.search(before))
        with mock.patch("bench.run_modes", lambda *_: ([], ["a package"])):
            with self.assertRaisesRegex(BenchError, "needs all figures"):
                run("--update-readme")
        self.assertEqual(bench.README.read_text(), before)

    def test_program_that_is_none(self) -> None:
        for path, what in (("/no/such", "does not start"), ("/bin/false", "it ended")):
            with self.subTest(path), self.assertRaisesRegex(BenchError, what):
                bench.main(["--program", path])


class Program(unittest.TestCase):
    def test_errors(self) -> None:
        call = "call\ta\tsign\t{}\tget\tkept\tAKID\tsecret\tus-east-1\ts3\t{}"
        cases = {
            "no such command: fly": ["fly"],
            "a request needs set": ["request\tget\tGET\t/\t0\tHost"],
            "not a number: x": ["update\ta\tx"],
            "nothing of this name": ["time\ta\t1"],
            "a call needs ten words": ["call\ta"],
            "no such row: aws5": [call.format("aws5", "20150830T123600Z")],
            "not a time stamp": [call.format("aws4", "now")],
            "no such set of requests: get": [call.format("aws4", "20150830T123600Z")],
            "a: the path": ["request\tget\tGET\tx\t0", call.format("aws4", "20150830T123600Z")],
        }
        for text, lines in cases.items():
            with self.subTest(text):
                status, answer = said(*lines)
                self.assertEqual(status, 1)
                self.assertTrue(answer.startswith(f"error\t{text}"), answer)

    def test_compressions(self) -> None:
        """As the goals count them."""
        wanted = {"get": (9, 27), "post": (25, 43), "wide": (34, 52)}
        with library(PROGRAM) as program:
            calls = [Call("sign", "aws4", name, "derived") for name in wanted]
            give_sets(program, calls)
            for name, (kept, derived) in wanted.items():
                with self.subTest(name):
                    for key, compressions in (("kept", kept), ("derived", derived)):
                        series = series_of_call(program, Call("sign", "aws4", name, key))
                        self.assertEqual(series.compressions, compressions)

    def test_requests(self) -> None:
        (get,), (wide,), mixed = SETS["get"], SETS["wide"], SETS["mixed"]
        self.assertEqual(len(get.target.partition("?")[0]), 20)
        self.assertEqual((get.target.count("="), len(get.headers) + 1), (3, 4))
        self.assertEqual((wide.target.count("="), len(wide.headers) + 1), (40, 20))
        self.assertEqual(len(set(mixed)), 512)


if __name__ == "__main__":
    unittest.main()
