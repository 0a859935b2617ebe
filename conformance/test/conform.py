# SPDX-License-Identifier: Apache-2.0
"""What the tests of commands share: the runner as a user calls it. BIN_DIR is the folder of the
programs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from typing import Any

Json = dict[str, Any]
Done = subprocess.CompletedProcess[str]

HERE = Path(__file__).resolve().parent
BIN = Path(os.environ["BIN_DIR"])
CONFORM = str(BIN / "dciauth-conform")
SHIM = f"exec:{BIN / 'dciauth-shim'}"
VECTORS = HERE / "vectors"
VERIFY = ("--select", "aws4/verify/*")


def bad(name: str, kind: str = "exec") -> str:
    return f"{kind}:{sys.executable} {HERE}/shims/{name}.py"


def run(*words: str, vectors: Path | None = VECTORS, **more: Any) -> Done:
    folder = ["--vectors", str(vectors)] if vectors else []
    return subprocess.run(
        [CONFORM, "run", *words, *folder],
        capture_output=True,
        encoding="utf-8",
        timeout=100,
        check=False,
        **more,
    )


def events(report: Path) -> list[Json]:
    return [json.loads(line) for line in report.read_text(encoding="utf-8").splitlines()]


def statuses(report: Path) -> dict[str, str]:
    return {e["id"]: e["status"] for e in events(report) if e["event"] == "vector"}


class InFolder(unittest.TestCase):
    def setUp(self) -> None:
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)

    def ends(self, status: int, *words: str, **more: Any) -> Done:
        """A run that must end with this exit status."""
        done = run(*words, **more)
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        return done
