# SPDX-License-Identifier: Apache-2.0
"""What is left when a run ends before its time, or when a shim writes without end.

BIN_DIR and BAD_LIB_FILE as in CMakeLists.txt.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import unittest
from collections.abc import Iterator
from pathlib import Path

import bad_shims

HERE = Path(__file__).resolve().parent
CONFORM = str(Path(os.environ["BIN_DIR"]) / "dciauth-conform")
VECTORS = str(HERE / "vectors")


def bad(name: str, kind: str = "exec") -> str:
    return f"{kind}:{sys.executable} {HERE}/shims/{name}.py"


def relatives() -> list[str]:
    """The command lines of what descends from the runner and has its environment, and of itself."""
    mark = f"BAD_SHIM_SLEEP={bad_shims.seconds()}".encode()
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if mark in (process / "environ").read_bytes().split(b"\0"):
                found.append((process / "cmdline").read_text())
    return found


class Ends(unittest.TestCase):
    def setUp(self) -> None:
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)
        self.report = self.folder / "report.jsonl"

    @contextlib.contextmanager
    def running(self, target: str, *more: str) -> Iterator[subprocess.Popen[bytes]]:
        """The runner, once the shim has a child that sleeps."""
        command = [CONFORM, "run", target, "--vectors", VECTORS, "--json", str(self.report)]
        command += ["--timeout", "60", "--select", "aws4/verify/*", *more]
        env = {
            **os.environ,
            "BAD_SHIM_DIR": str(self.folder),
            "BAD_SHIM_SLEEP": bad_shims.seconds(),
        }
        with subprocess.Popen(
            command, env=env, stdout=-1, stderr=-1, start_new_session=True
        ) as runner:
            self.assertTrue(bad_shims.wait_until(bad_shims.is_sleeping, 20), "never asked")
            yield runner

    def check_nothing_left(self) -> None:
        gone = bad_shims.wait_until(lambda: not relatives(), 3)
        self.assertTrue(gone, relatives())

    def test_a_killed_runner_leaves_nothing_behind(self) -> None:
        """Not the shim, though it ignores signals, nor its child, nor who watches over them."""
        library = f"lib:{os.environ['BAD_LIB_FILE']}"
        for target, more in (
            (bad("hang"), ()),
            (bad("hang"), ("--no-pin",)),
            (bad("once_stays", "exec-once"), ()),
            (bad("once_stays", "exec-once"), ("--jobs", "3")),
            (library, ("--env", "BAD_LIB=hang")),
        ):
            with self.subTest(target=target, more=more), self.running(target, *more) as runner:
                self.assertGreater(len(relatives()), 2)
                runner.kill()
                runner.communicate(timeout=20)  # nobody holds its output open
                self.check_nothing_left()
            self.assertEqual([path.name for path in self.folder.glob("report.jsonl")], [])

    def test_ctrl_c_comes_to_the_whole_group(self) -> None:
        for target, more in (
            (bad("hang"), ()),
            (bad("once_stays", "exec-once"), ("--jobs", "3")),
        ):
            with self.subTest(target=target), self.running(target, *more) as runner:
                os.killpg(runner.pid, signal.SIGINT)
                output = runner.communicate(timeout=20)
                self.assertEqual(runner.returncode, 130, output)
                self.check_nothing_left()
                summary = json.loads(self.report.read_text().splitlines()[-1])
                self.assertTrue(summary["interrupted"])
                self.assertEqual(summary["total"], summary["passed"] + summary["not_run"])

    def measured(self, shim: str, select: str) -> tuple[dict, int]:
        """The first vector's event, and the most memory in KiB that the run has held."""
        command = [CONFORM, "run", bad(shim), "--vectors", VECTORS, "--json", str(self.report)]
        runner = subprocess.Popen([*command, "--select", select], stdout=-3, stderr=-3)
        _, status, usage = os.wait4(runner.pid, 0)
        runner.returncode = os.waitstatus_to_exitcode(status)
        self.assertEqual(runner.returncode, 1)
        return json.loads(self.report.read_text().splitlines()[1]), usage.ru_maxrss

    def test_keeps_the_end_of_standard_error(self) -> None:
        """64 KiB of a hundred megabytes, in a process that does not grow by them."""
        event, memory = self.measured("noisy", "*/other-target")
        self.assertEqual(len(event["stderr"]), 65536)
        self.assertTrue(event["stderr"].endswith(" line 99999\n"))
        self.assertLess(memory, 60_000)

    def test_reads_no_further_than_a_line_may_be(self) -> None:
        event, memory = self.measured("long_line", "*/good")
        self.assertIn("a line of more than 8388608 bytes", event["message"])
        self.assertLess(memory, 60_000)


if __name__ == "__main__":
    unittest.main()
