# SPDX-License-Identifier: Apache-2.0
"""Gates as a user types them: what is expected, what is new, how much is enough. BIN_DIR as in
conform.py."""

from __future__ import annotations

import json
import os
import resource
import signal
import stat
import subprocess
import unittest

from conform import SHIM, VERIFY, InFolder, bad, events, statuses

ACCEPTED = "aws4/verify/other-target"


class Expected(InFolder):
    def setUp(self) -> None:
        super().setUp()
        self.known = self.folder / "known.json"
        self.report = self.folder / "report.jsonl"

    def write(self, *entries: dict) -> None:
        self.known.write_text(json.dumps(entries), encoding="utf-8")

    def entries(self) -> list[dict]:
        return json.loads(self.known.read_text(encoding="utf-8"))

    def record(self, target: str = bad("accept_all"), *words: str) -> None:
        self.ends(1, target, *VERIFY, *words, "--write-xfail", str(self.known))

    def test_what_was_written_is_expected(self) -> None:
        self.record()
        wanted = {"status": "ok", "got": "accept", "issue": None, "since": "0.1.0", "until": None}
        self.assertEqual(len(self.entries()), 3)
        for entry in self.entries():
            self.assertEqual({k: entry[k] for k in wanted}, wanted)
            self.assertTrue(entry["reason"])
        words = ("--xfail", str(self.known), "--json", str(self.report))
        done = self.ends(0, bad("accept_all"), *VERIFY, *words)
        self.assertNotIn("FAIL", done.stdout)
        self.assertRegex(done.stdout, r"time-out  expected\nbad 1 +4 +1 +3 .* 3\n")
        self.assertIn("expected failures:\n    3  decision (accept, not reject)", done.stdout)
        found = events(self.report)
        self.assertEqual(sum(e.get("expected_failure", False) for e in found), 3)
        self.assertEqual((found[-1]["expected_failures"], found[-1]["failed"]), (3, 3))

    def test_mended(self) -> None:
        self.record()
        words = ("--xfail", str(self.known), "--json", str(self.report))
        done = self.ends(1, "ref", *VERIFY, *words)
        line = f"{self.known}: /0: {ACCEPTED} passes: remove the entry"
        self.assertIn(line, done.stdout)
        self.assertEqual(len(events(self.report)[-1]["gates"]), 3)
        self.assertEqual(events(self.report)[-1]["gates"][0], line)

    def test_fails_otherwise(self) -> None:
        self.record()
        env = {**os.environ, "BAD_SHIM_DIR": str(self.folder)}
        done = self.ends(1, bad("crash"), *VERIFY, "--xfail", str(self.known), env=env)
        self.assertIn(f"FAIL {ACCEPTED} at crash", done.stdout)
        self.assertIn(f"/0: {ACCEPTED} is crash, not ok accept: change the entry", done.stdout)
        self.assertEqual(done.stdout.count("FAIL "), 1)

    def test_new_failure(self) -> None:
        self.record()
        self.write(*self.entries()[1:])
        done = self.ends(1, bad("accept_all"), *VERIFY, "--xfail", str(self.known))
        self.assertEqual(done.stdout.count("FAIL "), 1)
        self.assertIn(f"FAIL {ACCEPTED} at decision", done.stdout)

    def test_matches_nothing(self) -> None:
        entry = {"id": "aws4/verify/gone", "status": "ok", "got": "accept", "reason": "r"}
        self.write(entry)
        done = self.ends(1, "ref", "--xfail", str(self.known))
        self.assertIn(f"{self.known}: /0/id: suite 0.1.0 has no vector {entry['id']}", done.stdout)

    def test_until(self) -> None:
        entry = {"id": ACCEPTED, "status": "ok", "got": "accept", "reason": "r"}
        one = ("--select", ACCEPTED, "--xfail", str(self.known))
        self.write({**entry, "until": "0.1.1"})
        self.ends(0, bad("accept_all"), *one)
        self.write({**entry, "until": "0.1.0"})
        done = self.ends(1, bad("accept_all"), *one)
        self.assertIn(f"{self.known}: /0/until: suite 0.1.0 has reached 0.1.0: ", done.stdout)
        self.assertIn(f"FAIL {ACCEPTED}", done.stdout)

    def test_whole_area(self) -> None:
        shim, sweeps = bad("deviates"), ("--select", "aws4/sweep-*")
        entry = {"status": "ok", "got": "signature", "reason": "always zeros"}
        self.write(
            *({**entry, "id": f"aws4/sweep-{area}/*"} for area in ("path", "query")),
        )
        self.ends(0, shim, *sweeps, "--xfail", str(self.known))
        done = self.ends(1, SHIM, *sweeps, "--xfail", str(self.known))
        self.assertIn("passes, and 3 more of aws4/sweep-path/* do not fit: name", done.stdout)

    def test_errors_name_file_and_pointer(self) -> None:
        self.write({"id": ACCEPTED, "status": "ok", "reason": "r"})
        for option in ("--xfail", "--update-xfail"):
            done = self.ends(2, "ref", option, str(self.known))
            self.assertIn(f"dciauth-conform: {self.known}: /0/got: missing: write ", done.stderr)
            self.assertEqual(done.stdout, "", "nothing has run")
        self.known.write_text("[", encoding="ascii")
        self.assertIn("line 1, column 2", self.ends(2, "ref", "--xfail", str(self.known)).stderr)
        done = self.ends(2, "ref", "--xfail", str(self.folder / "none"))
        self.assertIn("none: No such file or directory", done.stderr)

    def test_does_not_overwrite(self) -> None:
        self.known.write_text("mine", encoding="ascii")
        done = self.ends(2, bad("accept_all"), "--write-xfail", str(self.known))
        self.assertIn("is there already: --update-xfail changes it", done.stderr)
        self.assertEqual(self.known.read_text(), "mine")

    def test_update(self) -> None:
        self.record()
        first, second, third = self.entries()
        extra = {**third, "id": "aws4/verify/good", "got": "reject"}
        mine = {"reason": "it is known", "issue": "https://example.org/1", "since": "0.0.1"}
        self.write({**first, **mine, "status": "crash", "got": None}, {**second, **mine}, extra)
        done = self.ends(1, bad("accept_all"), *VERIFY, "--update-xfail", str(self.known))
        self.assertIn(f"\n{self.known}: 1 added, 1 changed, 1 dropped\n", done.stdout)
        self.assertEqual(self.entries(), [{**first, **mine}, {**second, **mine}, third])
        done = self.ends(0, bad("accept_all"), *VERIFY, "--update-xfail", str(self.known))
        self.assertIn("0 added, 0 changed, 0 dropped", done.stdout)
        self.ends(1, "ref", *VERIFY, "--update-xfail", str(self.known))
        self.assertEqual(self.known.read_text(), "[]\n")

    def test_several_targets(self) -> None:
        targets = (bad("accept_all"), bad("reject_all"), "ref")
        self.ends(1, *targets, *VERIFY, "--write-xfail", str(self.known))
        names = [entry["target"] for entry in self.entries()]
        self.assertEqual(names, [targets[0]] * 3 + [targets[1]])
        self.ends(0, *targets, *VERIFY, "--xfail", str(self.known))
        self.ends(0, targets[1], *VERIFY, "--xfail", str(self.known))
        done = self.ends(2, "ref", "ref", "--write-xfail", str(self.folder / "new"))
        self.assertIn("ref: named twice", done.stderr)

    def test_full_disk_leaves_the_old_file(self) -> None:
        def limit() -> None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

        self.write()
        for option, file in (("--update-xfail", self.known), ("--write-xfail", self.report)):
            words = (*VERIFY, option, str(file))
            done = self.ends(5, bad("accept_all"), *words, preexec_fn=limit)
            self.assertIn(f"{file}: could not be written: File too large", done.stderr)
        self.assertEqual([p.name for p in self.folder.iterdir()], ["known.json"])
        self.assertEqual(self.entries(), [])

    def test_half_a_run_is_not_written(self) -> None:
        self.write()
        env = {**os.environ, "BAD_SHIM_DIR": str(self.folder)}
        done = self.ends(3, bad("fickle"), *VERIFY, "--update-xfail", str(self.known), env=env)
        self.assertIn("known.json is not written: not all vectors were run", done.stdout)
        self.assertEqual(self.entries(), [])

    def test_usage(self) -> None:
        for words, says in (
            (("--xfail", "a", "--write-xfail", "b"), "one of them at a time"),
            (("--fail-fast", "--update-xfail", "a"), "is written of a whole run"),
        ):
            self.assertIn(says, self.ends(2, "ref", *words).stderr)


class Baseline(InFolder):
    def setUp(self) -> None:
        super().setUp()
        self.old = self.folder / "old.jsonl"
        self.report = self.folder / "report.jsonl"

    def same_name(self, shim: str, target: str = "exec:./shim", *words: str, status: int) -> str:
        """The output of a run of a shim that always has the same name."""
        link = self.folder / "shim"
        link.write_text(f"#!/bin/sh\nexec {bad(shim).removeprefix('exec:')}\n")
        link.chmod(0o755)
        env = {**os.environ, "BAD_SHIM_DIR": str(self.folder)}
        return self.ends(status, target, *VERIFY, *words, cwd=self.folder, env=env).stdout

    def compare(self, before: str, after: str, status: int, *words: str) -> str:
        self.same_name(before, "exec:./shim", "--json", str(self.old), status=1)
        compared = ("--baseline", str(self.old), "--json", str(self.report), *words)
        return self.same_name(after, "exec:./shim", *compared, status=status)

    def test_nothing_new(self) -> None:
        output = self.compare("accept_all", "accept_all", 0)
        self.assertIn(f"bad 1 since {self.old}: nothing has changed\n", output)
        self.assertNotIn("FAIL ", output)
        self.assertEqual(sum(e.get("known_failure", False) for e in events(self.report)), 3)

    def test_new_and_mended(self) -> None:
        output = self.compare("accept_all", "reject_all", 1)
        self.assertIn("  1  new, pass before:\n      aws4/verify/good\n", output)
        self.assertIn("  3  no longer judged: vacuous, fail before:\n", output)
        output = self.compare("reject_all", "forgetful", 0)
        self.assertIn("  1  mended:\n      aws4/verify/good\n", output)

    def test_fails_otherwise(self) -> None:
        output = self.compare("accept_all", "crash", 1)
        self.assertIn(f"  1  new, fail before:\n      {ACCEPTED}\n", output)
        self.assertEqual(output.count("FAIL "), 1)

    def test_of_expected_failures(self) -> None:
        """What was expected then is known now, whether or not it is still listed."""
        self.compare("accept_all", "accept_all", 0)
        known = self.folder / "known.json"
        self.same_name("accept_all", "exec:./shim", "--write-xfail", str(known), status=1)
        words = ("--xfail", str(known), "--json", str(self.old))
        self.same_name("accept_all", "exec:./shim", *words, status=0)
        self.same_name("accept_all", "exec:./shim", "--baseline", str(self.old), status=0)

    def test_how_it_ended_before(self) -> None:
        output = self.compare("leaks", "leaks", 0)
        self.assertIn("it did not end well after bye", output)
        self.assertIn("nothing has changed", output)

    def test_other_target(self) -> None:
        self.compare("accept_all", "accept_all", 0)
        done = self.ends(2, "ref", "--baseline", str(self.old))
        self.assertIn(f"{self.old}: says nothing of the target ref, but of: exec", done.stderr)

    def test_broken_report(self) -> None:
        self.compare("accept_all", "accept_all", 0)
        lines = self.old.read_text().splitlines(keepends=True)
        for text, says in (
            ("".join(lines[:-1]), "ends without the summary of exec:./shim: run it again"),
            ("".join(lines)[:-200], "line 6, column"),
            ("", "an empty file: run it again"),
            ("[]", "line 1: no report of dciauth-conform: name a file that `run --json` wrote"),
        ):
            self.old.write_text(text)
            done = self.ends(2, "exec:./shim", "--baseline", str(self.old))
            self.assertIn(says, done.stderr)
            self.assertTrue(done.stderr.startswith(f"dciauth-conform: {self.old}: "))
        done = self.ends(2, "exec:./shim", "--baseline", str(self.folder / "none"))
        self.assertIn("none: No such file or directory", done.stderr)


class Enough(InFolder):
    def setUp(self) -> None:
        super().setUp()
        self.report = self.folder / "report.jsonl"

    def test_require(self) -> None:
        self.ends(0, "ref", "--require", "token.session", "--require", "header.repeated")
        for shim in ("accept_all", "forgetful"):  # whether or not there are deviations
            words = ("--require", "clock.injectable", "--require", "time.travel")
            done = self.ends(4, bad(shim), *VERIFY, *words, "--json", str(self.report))
            line = "--require time.travel: the target does not declare this feature"
            self.assertIn(f"  {line}\n", done.stdout)
            self.assertEqual(events(self.report)[-1]["gates"], [line])
        self.ends(4, "ref", bad("forgetful"), *VERIFY, "--require", "token.session")

    def test_min_run(self) -> None:
        self.ends(0, "ref", "--min-run", "100")
        self.ends(0, bad("forgetful"), *VERIFY, "--min-run", "100")
        # 4 of the 9 vectors that are not disputed are for verifiers; of the sweeps none is.
        self.ends(0, bad("forgetful"), "--no-sweeps", "--min-run", "44.4")
        done = self.ends(4, bad("forgetful"), "--no-sweeps", "--min-run", "44.5")
        self.assertIn("--min-run 44.5: 4 of 9 vectors were judged, 44.4 %", done.stdout)
        done = self.ends(4, bad("forgetful"), "--min-run", "1")
        self.assertIn("--min-run 1: 0 of 7 vectors of sweeps were judged, 0.0 %", done.stdout)
        for value in ("0", "101", "x"):
            self.ends(2, "ref", "--min-run", value)

    def test_nothing_is_never_green(self) -> None:
        known = self.folder / "known.json"
        known.write_text("[]")
        gates = ("--xfail", str(known), "--min-run", "1")
        self.ends(4, "ref", "--select", "no/such/*", *gates)
        self.ends(4, bad("declares_nothing"), *VERIFY, *gates)
        self.ends(4, bad("skip_all"), *VERIFY, "--xfail", str(known))

    def test_fail_fast(self) -> None:
        words = ("--fail-fast", "--min-run", "100", "--json", str(self.report))
        self.ends(1, bad("accept_all"), "ref", *VERIFY, *words)
        found = events(self.report)
        first = [e["status"] for e in found[1:5]]
        self.assertEqual(first, ["pass", "fail", "not_run", "not_run"])
        summaries = [e for e in found if e["event"] == "summary"]
        self.assertEqual([s.get("stopped", False) for s in summaries], [True, False])
        self.assertEqual(summaries[1]["passed"], 4, "the next target has its turn")

    def test_expected_failure_does_not_stop(self) -> None:
        known = self.folder / "known.json"
        self.ends(1, bad("accept_all"), *VERIFY, "--write-xfail", str(known))
        words = ("--fail-fast", "--xfail", str(known), "--json", str(self.report))
        self.ends(0, bad("accept_all"), *VERIFY, *words)
        self.assertNotIn("not_run", statuses(self.report).values())
        known.write_text(json.dumps(json.loads(known.read_text())[:1]))
        self.ends(1, bad("accept_all"), *VERIFY, *words)
        self.assertEqual(list(statuses(self.report).values()).count("not_run"), 1)

    def test_allow_raised(self) -> None:
        shim = bad("raises_refusals")
        self.ends(1, shim, *VERIFY)
        done = self.ends(0, shim, *VERIFY, "--allow-raised", "--json", str(self.report))
        self.assertEqual(set(statuses(self.report).values()), {"pass"})
        self.assertIn("3  raised, which counts as refused: --allow-raised:\n", done.stdout)
        # Nobody may raise on a good request; and then the refusals prove nothing.
        env = {**os.environ, "RAISES": "all"}
        self.ends(1, shim, *VERIFY, "--allow-raised", "--json", str(self.report), env=env)
        self.assertEqual(list(statuses(self.report).values()), ["fail"] + ["vacuous"] * 3)


class Replay(InFolder):
    def test_for_its_owner_alone(self) -> None:
        replay = self.folder / "replay"
        os.umask(0)
        self.addCleanup(os.umask, 0o022)
        for _ in range(2):
            self.ends(1, bad("accept_all"), *VERIFY, "--replay", str(replay))
            files = list(replay.iterdir())
            self.assertEqual(len(files), 3)
            self.assertEqual(stat.S_IMODE(replay.stat().st_mode), 0o700)
            for file in files:
                self.assertEqual(stat.S_IMODE(file.stat().st_mode), 0o600)
                file.chmod(0o644)

    def test_reproduces_the_failure(self) -> None:
        replay = self.folder / "replay"
        for kind in ("exec", "exec-once"):
            self.ends(1, bad("accept_all", kind), *VERIFY, "--replay", str(replay))
            file = replay / f"{ACCEPTED.replace('/', '+')}.jsonl"
            with file.open(encoding="utf-8") as lines:
                shim = bad("accept_all").removeprefix("exec:").split()
                done = subprocess.run(shim, stdin=lines, capture_output=True, check=True)
            answers = [json.loads(answer) for answer in done.stdout.splitlines()]
            decisions = [answer.get("out", {}).get("decision") for answer in answers]
            self.assertEqual(decisions, ["accept"] if kind == "exec-once" else [None, "accept"])


if __name__ == "__main__":
    unittest.main()
