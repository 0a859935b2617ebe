# SPDX-License-Identifier: Apache-2.0
"""What a target gets of the runner's open files, and a runner that lacks a standard stream.

BIN_DIR as in CMakeLists.txt.
"""

from __future__ import annotations

import os
import sys
import unittest
from typing import Any

from conform import SHIM, Done, InFolder, bad, events, run

ONE = ("--select", "aws4/verify/good")


class Descriptors(InFolder):
    def without(self, closed: tuple[int, ...], *words: str, **more: Any) -> Done:
        def close() -> None:
            for fd in closed:
                os.close(fd)

        return run(*words, preexec_fn=close, **more)

    def test_a_target_has_its_own(self) -> None:
        for closed in ((0,), (1,), (2,), (0, 1), (0, 2), (1, 2), (0, 1, 2)):
            with self.subTest(closed=closed):
                done = self.without(closed, SHIM, *ONE)
                self.assertEqual(done.returncode, 5 if 1 in closed else 0, done.stderr)

    def test_what_is_printed_goes_into_no_report(self) -> None:
        report = self.folder / "report"
        for closed in ((1,), (0, 1), (0, 1, 2)):
            with self.subTest(closed=closed):
                much = ("--explain", "1000", "--json", str(report), "--select", "aws4/verify/*")
                done = self.without(closed, bad("accept_all"), *much, vectors=None)
                self.assertEqual(done.returncode, 5)
                self.assertGreater(events(report)[-1]["failed"], 10)

    def test_a_target_has_three(self) -> None:
        shim = self.folder / "shim.py"
        shim.write_text(
            "import os, sys\n"
            f"with open({str(self.folder / 'open')!r}, 'w') as listed:\n"
            "    for fd in os.listdir('/proc/self/fd'):\n"
            "        try:\n"
            "            print(fd, os.readlink(f'/proc/self/fd/{fd}'), file=listed)\n"
            "        except FileNotFoundError:\n"
            "            pass\n"
            f"os.execv({SHIM.removeprefix('exec:')!r}, ['shim'])\n"
        )
        reports = [f"--{kind}={self.folder / kind}" for kind in ("json", "html", "tap", "junit")]
        done = run(f"exec:{sys.executable} {shim}", *ONE, *reports)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        listed = (self.folder / "open").read_text().splitlines()
        names = [line.split(" ", 1)[1] for line in listed]
        inherited = [n for n in names if str(self.folder) in n or "(deleted)" in n]
        self.assertEqual(inherited, [str(self.folder / "open")])


if __name__ == "__main__":
    unittest.main()
