# SPDX-License-Identifier: Apache-2.0
"""The schema of expected failures and the runner agree on what such a file may hold. Needs the
Python packages of tools/requirements.lock; BIN_DIR as in conform.py."""

from __future__ import annotations

import json
import unittest
from pathlib import Path

import jsonschema
from conform import HERE, InFolder, bad, run

SCHEMA = HERE.parent / "xfail.schema.json"
ENTRY = {"id": "aws4/verify/late", "status": "ok", "got": "accept", "reason": "r"}
CRASH = {"id": "aws4/verify/late", "status": "crash", "reason": "r"}

GOOD = (
    [],
    [ENTRY],
    [{**ENTRY, "issue": None, "since": None, "until": None, "target": None}],
    [{**ENTRY, "issue": "#7", "since": "0.1.0", "until": "999999999.0.0", "target": "ref"}],
    [{**ENTRY, "id": "aws4/verify/*"}, {**ENTRY, "id": "aws4/*"}],
    [{**ENTRY, "got": "added header X-Amz-Date"}],
    [CRASH, {**CRASH, "id": "a", "got": None}, {**CRASH, "id": "b", "got": "flaky"}],
    [{**CRASH, "status": s, "id": s.replace("_", "-")} for s in ("error", "protocol_error")],
)
BAD = (
    {},
    [7],
    [{}],
    *([{k: v for k, v in ENTRY.items() if k != gone}] for gone in ENTRY),
    *([{**ENTRY, "id": i}] for i in ("", "*", "/*", "a*", "a/*/b", "a//b", "a/", "a//*")),
    *([{**ENTRY, "id": i}] for i in ("A", "a b", "é", 7, None)),
    *([{**ENTRY, "status": s}] for s in ("fail", "n/a", "vacuous", "", 7, None)),
    *([{**ENTRY, "got": g}] for g in (None, 7)),
    *([{**CRASH, "got": g}] for g in ("accept", "", 7)),
    [{**CRASH, "status": "timeout", "got": "flaky"}],
    *([{**ENTRY, field: 7}] for field in ("reason", "issue", "since", "until", "target")),
    *([{**ENTRY, "until": v}] for v in ("", "1", "1.2", "1.2.3.4", "01.2.3", "v1.2.3", "soon")),
    [{**ENTRY, "reason": None}],
    [{**ENTRY, "note": "r"}],
)


class Schema(InFolder):
    def setUp(self) -> None:
        super().setUp()
        schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        self.validator = jsonschema.Draft202012Validator(schema)
        self.file: Path = self.folder / "known.json"

    def is_read(self, document: object) -> bool:
        """Whether the runner takes the file: if not, the exit status is 2."""
        self.file.write_text(json.dumps(document), encoding="utf-8")
        done = run("ref", "--select", "aws4/sign/root", "--xfail", str(self.file))
        self.assertIn(done.returncode, (0, 1, 2), done.stderr)
        if done.returncode == 2:
            self.assertIn(f"dciauth-conform: {self.file}: ", done.stderr)
        return done.returncode != 2

    def test_both_take_what_is_good(self) -> None:
        for document in GOOD:
            self.assertTrue(self.validator.is_valid(document), document)
            self.assertTrue(self.is_read(document), document)

    def test_both_refuse_what_is_bad(self) -> None:
        for document in BAD:
            self.assertFalse(self.validator.is_valid(document), document)
            self.assertFalse(self.is_read(document), document)

    def test_what_is_written(self) -> None:
        for shim in ("accept_all", "raises", "deviates"):
            self.file.unlink(missing_ok=True)
            run(bad(shim), "ref", "--write-xfail", str(self.file))
            written = json.loads(self.file.read_text(encoding="utf-8"))
            self.assertGreater(len(written), 1)
            self.validator.validate(written)


if __name__ == "__main__":
    unittest.main()
