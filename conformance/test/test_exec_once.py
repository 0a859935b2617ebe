# SPDX-License-Identifier: Apache-2.0
"""Targets of the kind exec-once: a process for each request. BIN_DIR as in test_command_line.py."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import bad_shims

HERE = Path(__file__).resolve().parent
BIN = Path(os.environ["BIN_DIR"])
CONFORM = str(BIN / "dciauth-conform")
REFERENCE = f"{BIN / 'dciauth-shim'}"
VECTORS = str(HERE / "vectors")
COUNT = 17  # vectors therein, with those of sweeps
GOOD = ("--select", "aws4/verify/good")


def conform(*words: str) -> subprocess.CompletedProcess[str]:
    command = [CONFORM, *words, "--vectors", VECTORS]
    env = {**os.environ, "BAD_SHIM_SLEEP": "1"}
    return subprocess.run(
        command, env=env, capture_output=True, encoding="utf-8", timeout=60, check=False
    )


def bad(name: str) -> str:
    return f"exec-once:{sys.executable} {HERE}/shims/{name}.py"


class ExecOnce(unittest.TestCase):
    def setUp(self) -> None:
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)

    def test_gives_the_same_results_as_a_persistent_process(self) -> None:
        report = self.folder / "report.jsonl"
        kinds = [f"exec:{REFERENCE}", f"exec-once:{REFERENCE}"]
        done = conform("run", *kinds, "--json", str(report))
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        results: dict[str, list] = {kind: [] for kind in kinds}
        for line in report.read_text(encoding="utf-8").splitlines()[1:]:
            event = json.loads(line)
            results[event.pop("target")].append(event)
        self.assertEqual(len(results[kinds[1]]), COUNT + 1, "one each and the summary")
        self.assertEqual(results[kinds[0]], results[kinds[1]])

    def test_a_process_for_each_request_and_its_input_ends(self) -> None:
        """`cat` ends with its input alone; the file then holds one line for each process."""
        script = self.folder / "shim"
        script.write_text(f'#!/bin/sh\ncat | tee -a "{self.folder}/asked" | {REFERENCE}\n')
        script.chmod(0o755)
        done = conform("run", f"exec-once:{script}")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        asked = [json.loads(line) for line in (self.folder / "asked").read_text().splitlines()]
        self.assertEqual([line["op"] for line in asked[:2]], ["hello", "sign"])
        self.assertEqual([line["id"] for line in asked], [0] + [1] * COUNT)

    def test_replay_is_what_one_process_reads(self) -> None:
        replay = self.folder / "replay"
        conform("run", bad("accept_all"), "--replay", str(replay))
        lines = (replay / "aws4+verify+other-target.jsonl").read_text().splitlines()
        self.assertEqual([json.loads(line)["op"] for line in lines], ["verify"])

    def test_interrupted_while_a_process_does_not_end(self) -> None:
        command = [CONFORM, "run", bad("once_stays"), *GOOD, "--vectors", VECTORS]
        env = {**os.environ, "BAD_SHIM_SLEEP": bad_shims.seconds()}
        with subprocess.Popen([*command, "--timeout", "60"], env=env, stdout=-1) as running:
            answered = bad_shims.wait_until(bad_shims.is_sleeping, 20)
            running.send_signal(signal.SIGINT)
            running.communicate(timeout=20)
        self.assertTrue(answered, "the shim was never asked")
        self.assertEqual(running.returncode, 130)
        self.assertTrue(bad_shims.is_gone(), "a child of the shim is still running")

    def test_doctor(self) -> None:
        done = conform("doctor", f"exec-once:{REFERENCE}")
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertIn("Nothing is wrong with this shim.", done.stdout)
        self.assertNotIn("bye", done.stdout)
        for name, says in (
            ("once_stays", "does the process end with its input?"),
            ("once_bad_end", "exit status 3 after its answer"),
            ("two_answers", "two answers to one request"),
        ):
            done = conform("doctor", bad(name), "--timeout", "1")
            self.assertEqual(done.returncode, 1, done.stdout)
            self.assertIn(says, done.stdout)

    def test_doctor_names_the_kind_to_whom_it_may_serve(self) -> None:
        done = conform("doctor", f"exec:sh -c 'head -n 1 | {REFERENCE}'")
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assertIn("one request and then ends is exec-once:CMD", done.stdout)

    def test_a_command_is_needed(self) -> None:
        done = conform("run", "exec-once:")
        self.assertEqual(done.returncode, 2)
        self.assertIn("exec-once: needs a command, as in exec-once:./my-shim", done.stderr)

    def test_help_and_list_name_the_kind(self) -> None:
        self.assertIn("exec-once:CMD", conform("--help").stdout)
        self.assertIn("exec-once:CMD", conform("list", "targets").stdout)


class Named(unittest.TestCase):
    def run_kind(self, member: str, start: str) -> subprocess.CompletedProcess[str]:
        with tempfile.TemporaryDirectory() as folder:
            shim = Path(folder) / "c" / "mine"
            shim.mkdir(parents=True)
            (shim / "shim.json").write_text(f'{{"name": "mine", "start": {start}{member}}}')
            return conform("run", "mine", "--shims", folder, *GOOD)

    def test_kind(self) -> None:
        stays = json.dumps([sys.executable, f"{HERE}/shims/accept_all.py"])
        once = json.dumps([sys.executable, f"{HERE}/shims/once_bad_end.py"])
        self.assertEqual(self.run_kind("", stays).returncode, 0)
        self.assertEqual(self.run_kind(', "kind": "exec"', stays).returncode, 0)
        self.assertEqual(self.run_kind(', "kind": "exec-once"', stays).returncode, 0)
        self.assertEqual(self.run_kind(', "kind": "exec-once"', once).returncode, 1)

    def test_no_such_kind(self) -> None:
        for kind in ('"exec_once"', "true", "null"):
            done = self.run_kind(f', "kind": {kind}', '["true"]')
            self.assertEqual(done.returncode, 2, kind)
            self.assertIn('shim.json: /kind: "exec" or "exec-once" belongs here', done.stderr)


if __name__ == "__main__":
    unittest.main()
