# SPDX-License-Identifier: Apache-2.0
"""Runs in which the target is not to know which vector is which. BIN_DIR as in conform.py."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import unittest
from pathlib import Path

import bad_shims
from conform import BIN, CONFORM, SHIM, VECTORS, VERIFY, InFolder, bad, events, run, statuses


class Blind(InFolder):
    def setUp(self) -> None:
        super().setUp()
        self.report = self.folder / "report.jsonl"

    def tee(self, command: str = f"{BIN}/dciauth-shim") -> str:
        """A shim, with every line that it is sent in the file `asked`."""
        script = self.folder / "shim"
        script.write_text(f'#!/bin/sh\ntee -a "{self.folder}/asked" | {command}\n')
        script.chmod(0o755)
        return f"exec:{script}"

    def asked(self, *words: str) -> list[dict]:
        self.ends(0, self.tee(), "--blind", *words)
        asked = self.folder / "asked"
        lines = asked.read_text(encoding="utf-8").splitlines()
        asked.unlink()
        messages = [json.loads(line) for line in lines]
        self.assertEqual([messages[0]["op"], messages[-1]["op"]], ["hello", "bye"])
        return messages[1:-1]

    def test_same_results_as_in_the_open(self) -> None:
        open_report = self.folder / "open.jsonl"
        for target in ("ref", SHIM, bad("accept_all"), bad("skip_all")):
            plain = run(target, "--json", str(open_report))
            self.ends(plain.returncode, target, "--blind", "--json", str(self.report))
            self.assertEqual(statuses(self.report), statuses(open_report), target)

    def test_process_for_each_request(self) -> None:
        target = f"exec-once:{BIN / 'dciauth-shim'}"
        self.ends(0, target, "--blind", "--no-sweeps", "--json", str(self.report))
        self.assertEqual(events(self.report)[-1]["passed"], 9)

    def test_each_request_comes_twice_and_tells_nothing(self) -> None:
        messages = self.asked("--seed", "1")
        inputs = [json.dumps(m["input"], sort_keys=True) for m in messages]
        self.assertEqual(len(inputs), 2 * len(set(inputs)))
        self.assertTrue(all(inputs.count(i) == 2 for i in inputs))
        ids = [m["id"] for m in messages]
        self.assertEqual(len(set(ids)), len(ids))
        self.assertTrue(all(0 < i < 2**31 for i in ids))
        self.assertFalse(ids in (sorted(ids), sorted(ids, reverse=True)))
        self.assertTrue(all(set(m) == {"op", "id", "input", "rules"} for m in messages))
        for message in messages:
            text = json.dumps(message["input"])
            self.assertEqual(text, json.dumps(message["input"], sort_keys=True))

    def test_seed_repeats_the_order(self) -> None:
        first, same, other = (self.asked("--seed", seed) for seed in ("7", "7", "8"))
        self.assertEqual(first, same)
        self.assertNotEqual([m["input"] for m in first], [m["input"] for m in other])

    def test_seed_is_printed(self) -> None:
        done = self.ends(0, "ref", "--blind", "--json", str(self.report))
        seed = re.search(r"^blind: --seed (\d+) repeats this order$", done.stdout, re.M)
        self.assertEqual(events(self.report)[-1]["seed"], int(seed[1]))
        again = self.ends(0, "ref", "--blind")
        self.assertNotIn(seed[0], again.stdout)
        self.ends(0, "ref", "--json", str(self.report))
        self.assertNotIn("seed", events(self.report)[-1])

    def test_who_knows_the_order_fails(self) -> None:
        self.ends(0, bad("by_order"), *VERIFY)
        for seed in ("1", "2", "3"):
            self.ends(1, bad("by_order"), *VERIFY, "--blind", "--seed", seed)

    def test_two_answers_are_a_failure(self) -> None:
        self.ends(0, bad("forgetful"), *VERIFY)
        replay = self.folder / "replay"
        words = ("--blind", "--json", str(self.report), "--replay", str(replay))
        done = self.ends(1, bad("forgetful"), *VERIFY, *words)
        self.assertIn("FAIL aws4/verify/good at repeat, byte 11", done.stdout)
        self.assertIn('expected  decision "accept"', done.stdout)
        self.assertIn("asked twice, it gave two answers: the first and the second", done.stdout)
        self.assertEqual(statuses(self.report)["aws4/verify/good"], "fail")
        file = replay / "aws4+verify+good.jsonl"
        ops = [json.loads(line)["op"] for line in file.read_text().splitlines()]
        self.assertEqual(ops, ["hello", "verify", "verify", "bye"])
        shim = bad("forgetful").removeprefix("exec:").split()
        answers = subprocess.run(shim, input=file.read_bytes(), capture_output=True, check=True)
        decisions = [json.loads(a)["out"]["decision"] for a in answers.stdout.splitlines()[1:3]]
        self.assertEqual(decisions, ["accept", "reject"])

    def test_twin_that_was_not_selected(self) -> None:
        one = ("--select", "aws4/verify/other-target", "--blind", "--json", str(self.report))
        self.ends(0, "ref", *one)
        self.assertEqual(list(statuses(self.report)), ["aws4/verify/other-target"])
        self.ends(4, bad("reject_all"), *one)
        self.assertEqual(list(statuses(self.report).values()), ["vacuous"])
        self.assertEqual(len(self.asked("--select", "aws4/verify/other-target")), 4)

    def test_crash(self) -> None:
        env = {**os.environ, "BAD_SHIM_DIR": str(self.folder)}
        self.ends(1, bad("crash"), *VERIFY, "--blind", "--json", str(self.report), env=env)
        self.assertEqual(statuses(self.report)["aws4/verify/other-target"], "crash")
        self.assertEqual((self.folder / "asked").read_text(), "xxxx", "twice, each tried again")

    def test_crash_when_asked_again(self) -> None:
        env = {**os.environ, "DIES": "1"}
        self.ends(1, bad("forgetful"), *VERIFY, "--blind", "--json", str(self.report), env=env)
        crashed = [e for e in events(self.report) if e.get("status") == "crash"]
        self.assertGreater(len(crashed), 0)
        self.assertIn("exit status 7", crashed[0]["message"])
        self.assertNotIn("stage", crashed[0])

    def test_lost_target(self) -> None:
        env = {**os.environ, "BAD_SHIM_DIR": str(self.folder)}
        self.ends(3, bad("fickle"), *VERIFY, "--blind", "--json", str(self.report), env=env)
        self.assertEqual(set(statuses(self.report).values()), {"crash", "not_run"})
        self.ends(3, "exec:./no-such-shim", "--blind")

    def test_fail_fast(self) -> None:
        words = (*VERIFY, "--blind", "--seed", "1", "--fail-fast", "--json", str(self.report))
        self.ends(1, bad("accept_all"), *words)
        found = list(statuses(self.report).values())
        self.assertEqual(found.count("fail"), 1)
        self.assertGreater(found.count("not_run"), 0)
        self.assertEqual(events(self.report)[-1]["stopped"], True)

    def test_what_was_asked_but_once_was_not_run(self) -> None:
        shim, counts = self.tee(bad("accept_all").removeprefix("exec:")), set()
        words = (*VERIFY, "--blind", "--fail-fast", "--json", str(self.report), "--seed")
        for seed in range(1, 9):
            self.ends(1, shim, *words, str(seed))
            asked = self.folder / "asked"
            inputs = [json.loads(line).get("input") for line in asked.read_text().splitlines()]
            asked.unlink()
            good = [i for i in inputs if i and i["request"]["target"] == "/"]
            good = [i for i in good if len(i["request"]["headers"]) == 3]
            good = [i for i in good if i["clock"]["now"] == "20150830T123600Z"]
            counts.add(len(good))
            status = statuses(self.report)["aws4/verify/good"]
            self.assertEqual(status, "pass" if len(good) == 2 else "not_run", seed)
        self.assertIn(1, counts, "no seed stops between the two: try others")

    def test_interrupted(self) -> None:
        command = [CONFORM, "run", bad("hang"), *VERIFY, "--vectors", str(VECTORS), "--blind"]
        command += ["--json", str(self.report), "--timeout", "60"]
        env = {**os.environ, "BAD_SHIM_DIR": str(self.folder)}
        env["BAD_SHIM_SLEEP"] = bad_shims.seconds()
        with subprocess.Popen(command, env=env, stdout=-1, stderr=-1) as running:
            asked = bad_shims.wait_until(bad_shims.is_sleeping, 20)
            running.send_signal(signal.SIGINT)
            output = running.communicate(timeout=20)
        self.assertTrue(asked, "the shim was never asked")
        self.assertEqual(running.returncode, 130, output)
        self.assertTrue(bad_shims.is_gone(), "a child of the shim is still running")
        self.assertEqual(events(self.report)[-1]["interrupted"], True)

    def test_usage(self) -> None:
        done = self.ends(2, "ref", "--seed", "1")
        self.assertIn("--seed is for --blind", done.stderr)
        self.ends(2, "ref", "--blind", "--seed", "4294967296")

    def test_suite_of_vectors(self) -> None:
        """The whole suite but its sweeps, asked blindly: the reference has no state."""
        root = Path(__file__).resolve().parents[2] / "vectors"
        self.ends(0, SHIM, "--blind", "--no-sweeps", vectors=root)


if __name__ == "__main__":
    unittest.main()
