# SPDX-License-Identifier: Apache-2.0
"""The gates around a real signer: what it gets wrong is expected, and mending it or breaking it is
noticed. Ends with status 77 if the shim is not installed. BIN_DIR as in conform.py."""

from __future__ import annotations

import json
import subprocess
import sys
import unittest
from pathlib import Path

from conform import BIN, HERE, InFolder, run, statuses

START = HERE.parent / "shims" / "python" / "start.sh"
# The sweeps would take most of the time; what they show is the same.
SELECT = ("--select", "aws4/*", "--no-sweeps", "--explain", "1")
MENDED = "aws4/headers/method-verbatim"  # the one vector of the method get
BROKEN = "aws4/headers/method-with-mark"  # the one of M-SEARCH


def is_installed() -> bool:
    hello = '{"op":"hello","id":0,"protocol":[1]}\n'
    done = subprocess.run([START, "botocore"], input=hello, capture_output=True, text=True)
    return done.returncode == 0 and '"ok"' in done.stdout


def instead(method: str, other: str) -> str:
    return f"exec:{sys.executable} {HERE}/shims/instead.py {method} {other} {START} botocore"


class Botocore(InFolder):
    known: Path
    old: Path

    def setUp(self) -> None:
        super().setUp()
        self.known, self.old = self.folder / "known.json", self.folder / "old.jsonl"
        words = ("--write-xfail", str(self.known), "--json", str(self.old))
        self.ends(1, "botocore", *SELECT, *words, vectors=None)

    def gated(self, status: int, target: str, *words: str) -> str:
        words = (target, *SELECT, "--xfail", str(self.known), *words)
        return self.ends(status, *words, vectors=None).stdout

    def test_what_is_known_is_green(self) -> None:
        self.assertNotIn("FAIL", self.gated(0, "botocore", "--min-run", "15"))
        self.gated(0, "botocore", "--require", "token.session")
        self.gated(0, "botocore", "--blind")
        self.gated(4, "botocore", "--min-run", "99")
        self.gated(4, "botocore", "--require", "signed-headers.select")
        self.ends(0, "botocore", *SELECT, "--baseline", str(self.old), vectors=None)

    def test_mending_is_noticed(self) -> None:
        mended = instead("get", str(BIN / "dciauth-shim"))
        at = [e["id"] for e in json.loads(self.known.read_text())].index(MENDED)
        line = f"{self.known}: /{at}: {MENDED} passes: remove the entry"
        output = self.gated(1, mended)
        self.assertIn(line, output)
        self.assertNotIn("FAIL", output)
        words = (mended, *SELECT, "--update-xfail", str(self.known))
        self.assertIn("0 added, 0 changed, 1 dropped", run(*words, vectors=None).stdout)
        self.gated(0, mended)
        self.gated(1, "botocore")

    def test_breaking_is_noticed(self) -> None:
        output = self.gated(1, instead("M-SEARCH", "spoil"), "--json", str(self.old))
        self.assertIn(f"FAIL {BROKEN} at signature", output)
        self.assertEqual(output.count("FAIL "), 1)
        self.assertEqual(statuses(self.old)[BROKEN], "fail")
        self.assertNotIn(f"{self.known}: /", output)


if __name__ == "__main__":
    if not is_installed():
        print("the shim botocore is not installed: conformance/shims/install.py botocore")
        sys.exit(77)
    unittest.main()
