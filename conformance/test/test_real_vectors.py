# SPDX-License-Identifier: Apache-2.0
"""The vectors of the suite against the reference, linked in and behind the protocol. BIN_DIR as in
test_command_line.py."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

BIN = Path(os.environ["BIN_DIR"])
SHIM = f"exec:{BIN / 'dciauth-shim'}"


class RealVectors(unittest.TestCase):
    def test_reference(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            report = Path(folder) / "report.jsonl"
            command = [BIN / "dciauth-conform", "run", "ref", SHIM, "--json", report]
            done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            events = [json.loads(line) for line in report.read_text("utf-8").splitlines()][1:]
        results: dict[str, list] = {"ref": [], SHIM: []}
        for event in events:
            event.pop("implementation", None)
            results[event.pop("target")].append(event)
        summary = results["ref"][-1]
        self.assertGreater(summary["passed"], 100)
        # The reference declares all there is: what it does not run, nobody runs.
        for counts in (summary, summary["sweeps"]):
            for count in ("not_applicable", "unrepresentable", "vacuous", "not_run"):
                self.assertEqual(counts[count], 0, count)
        self.assertEqual(results["ref"], results[SHIM])


if __name__ == "__main__":
    unittest.main()
