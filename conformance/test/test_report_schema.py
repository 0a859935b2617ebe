# SPDX-License-Identifier: Apache-2.0
"""Every line of real reports is what report/report.schema.json says, and a wrong one is not. Needs
jsonschema (tools/requirements.lock). BIN_DIR is the folder of the programs."""

from __future__ import annotations

import copy
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

HERE = Path(__file__).resolve().parent
CONFORM = str(Path(os.environ["BIN_DIR"]) / "dciauth-conform")
SCHEMA = json.loads((HERE.parent / "report" / "report.schema.json").read_text(encoding="utf-8"))
SHIMS = ("accept_all", "reject_all", "deviates", "hostile", "sweeps_wrong", "escapes", "crash_once")
SHIMS += ("skip_all", "chatter", "leaks", "raises", "sanitizer")


def shim(name: str) -> str:
    return f"exec:{sys.executable} {HERE}/shims/{name}.py"


def events(*words: str, vectors: Path | None = None) -> list[dict[str, Any]]:
    folder = [] if vectors is None else ["--vectors", str(vectors)]
    with tempfile.TemporaryDirectory() as place:
        report = Path(place) / "report.jsonl"
        command = [CONFORM, "run", *words, *folder, "--json", str(report)]
        env = {**os.environ, "BAD_SHIM_DIR": place}
        subprocess.run(command, env=env, capture_output=True, check=False, timeout=100)
        return [json.loads(line) for line in report.read_text(encoding="utf-8").splitlines()]


class Schema(unittest.TestCase):
    validator = Draft202012Validator(SCHEMA)

    def setUp(self) -> None:
        Draft202012Validator.check_schema(SCHEMA)

    def check(self, found: list[dict[str, Any]]) -> None:
        for event in found:
            errors = [error.message for error in self.validator.iter_errors(event)]
            self.assertEqual(errors, [], event)

    def test_bad_targets(self) -> None:
        shims = [shim(name) for name in SHIMS]
        found = events("ref", *shims, vectors=HERE / "vectors")
        statuses = {event["status"] for event in found if event["event"] == "vector"}
        some = {"pass", "fail", "n/a", "disputed", "vacuous", "crash", "protocol_error", "error"}
        self.assertLessEqual(some | {"not_run"}, statuses)
        self.check(found)

    def test_gates(self) -> None:
        targets, own = (shim("accept_all"), shim("leaks")), HERE / "vectors"
        with tempfile.TemporaryDirectory() as place:
            known, old = f"{place}/known.json", f"{place}/old.jsonl"
            events(*targets, "--write-xfail", known, vectors=own)
            lines = [json.dumps(event) + "\n" for event in events(*targets, vectors=own)]
            Path(old).write_text("".join(lines), encoding="utf-8")
            found = events(*targets, "--xfail", known, "--require", "none", vectors=own)
            found += events(*targets, "--baseline", old, vectors=own)
            found += events(*targets, "--fail-fast", "--blind", "--seed", "0", vectors=own)
        fields = {"expected_failure", "known_failure", "known_problem", "gates", "stopped", "seed"}
        self.assertLessEqual(fields, {key for event in found for key in event})
        self.check(found)

    def test_words_of_somebody_else(self) -> None:
        document = json.loads((HERE / "vectors" / "aws4" / "sign.json").read_text(encoding="utf-8"))
        group = document["groups"][0]
        titles = {"a": "", "p/b": "\u202e\x1b[2J", "p/a/c": "]]> <b> | `"}
        first = group["tests"][0]
        group["tests"] = [{**first, "id": i, "title": t, "comment": t} for i, t in titles.items()]
        document["groups"], document["count"] = [group], len(titles)
        with tempfile.TemporaryDirectory() as place:
            (Path(place) / "p").mkdir()
            (Path(place) / "p" / "a.json").write_text(json.dumps(document), encoding="utf-8")
            found = events(shim("deviates"), vectors=Path(place))
        self.assertEqual([e.get("title") for e in found[1:-1]], ["", None, "]]> <b> | `"])
        self.assertEqual([e["group"] for e in found[1:-1]], ["", "p", "p/a"])
        self.check(found)

    def test_all_vectors(self) -> None:
        found = events("ref")
        self.assertGreater(len(found), 1000)
        self.check(found)

    def test_wrong_events(self) -> None:
        found = events("ref", vectors=HERE / "vectors")
        start, vector, summary = found[0], found[1], found[-1]
        wrong: list[dict[str, Any]] = [{**start, "schema": "other"}, {**vector, "status": "fine"}]
        wrong += [{**event, "more": 1} for event in (start, vector, summary)]
        wrong += [{**vector, "byte": 3}, {**vector, "target_b64": "YQ=="}, {"event": "other"}]
        for event in (start, vector, summary):
            for key in event.keys() - {"implementation", "level", "severity", "warning"}:
                less = copy.deepcopy(event)
                del less[key]
                wrong.append(less)
        for event in wrong:
            self.assertFalse(self.validator.is_valid(event), event)


if __name__ == "__main__":
    unittest.main()
