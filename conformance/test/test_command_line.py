# SPDX-License-Identifier: Apache-2.0
"""The commands of dciauth-conform as a user types them. BIN_DIR is the folder of the programs."""

from __future__ import annotations

import copy
import json
import os
import pty
import re
import resource
import select
import shutil
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
SHIM = f"exec:{BIN / 'dciauth-shim'}"
VECTORS = HERE / "vectors"
OBEYED = "\x1b[2J\x7f\x9b"  # what a terminal obeys, and how it is shown
SHOWN = r"\x1b[2J\x7f\u{9b}"


def conform(*words: str, vectors: Path = VECTORS, **kw) -> subprocess.CompletedProcess[str]:
    command = [CONFORM, *words, "--vectors", str(vectors)]
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", timeout=60, check=False, **kw
    )


def bad(name: str) -> str:
    return f"exec:{sys.executable} {HERE}/shims/{name}.py"


class InFolder(unittest.TestCase):
    def setUp(self) -> None:
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)


class Run(InFolder):
    def test_reference_passes(self) -> None:
        done = conform("run")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertRegex(done.stdout, r"ref: libdciauth \S+ +10 +9 +0 +0 +0 +1 +0 +0 +0\n")
        self.assertIn("acceptable: another result: a plus is a plus", done.stdout)
        self.assertIn("refused for skewed-past, the vector's reason is scope-region", done.stdout)
        self.assertNotIn("\x1b", done.stdout)

    def test_shim_gives_the_same_results_as_the_reference(self) -> None:
        report = self.folder / "report.jsonl"
        done = conform("run", "ref", SHIM, "--json", str(report))
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        events = [json.loads(line) for line in report.read_text().splitlines()]
        self.assertEqual(events[0]["event"], "start")
        results: dict[str, list] = {"ref": [], SHIM: []}
        for event in events[1:]:
            target = event.pop("target")
            event.pop("implementation", None)
            results[target].append(event)
        self.assertEqual(len(results["ref"]), 18)
        summary = results["ref"][-1]
        apart = ("passed", "failed", "not_applicable", "unrepresentable", "crashed", "timeouts")
        counted = sum(summary[k] for k in (*apart, "vacuous", "disputed", "not_run"))
        self.assertEqual(summary["total"], counted)
        self.assertEqual(summary["expected_failures"], 0)
        self.assertEqual(results["ref"], results[SHIM])

    def test_select(self) -> None:
        done = conform("run", "--select", "aws4/sign/r*", "--select", "*/good")
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stdout, r"libdciauth \S+ +3 +3 ")

    def test_twin_runs_though_it_is_not_selected(self) -> None:
        done = conform("run", bad("reject_all"), "--select", "aws4/verify/other-target")
        self.assertEqual(done.returncode, 4, "a vacuous pass is nothing that was judged")
        self.assertRegex(done.stdout, r"bad 1 +1 +0 +0 +0 +0 +0 +1 +0 +0\n")
        report = self.folder / "report.jsonl"
        done = conform("run", "--select", "aws4/verify/other-target", "--json", str(report))
        self.assertEqual(done.returncode, 0, "the twin passes, so the refusal counts")
        self.assertEqual(len(report.read_text().splitlines()), 3, "the twin is not reported")

    def test_large_requests(self) -> None:
        document = json.loads((VECTORS / "aws4" / "sign.json").read_text())
        test = document["groups"][0]["tests"][0]
        test["input"]["request"]["headers"] = [
            {"n": "Host", "v": "example.amazonaws.com"},
            *({"n": f"X-{i}", "v": "v" * 1000} for i in range(4000)),
        ]
        test["provenance"]["settled"] = False
        (self.folder / "aws4").mkdir()
        (self.folder / "aws4" / "sign.json").write_text(json.dumps(document))
        report = self.folder / "report"
        done = conform("run", SHIM, "--json", str(report), vectors=self.folder)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        first = json.loads(report.read_text().splitlines()[1])
        self.assertEqual((first["status"], first["stage"]), ("disputed", "canonical_request"))

    def test_nothing_selected(self) -> None:
        self.assertEqual(conform("run", "--select", "no/such/*").returncode, 4)

    def test_explains_what_was_asked_for(self) -> None:
        done = conform("run", bad("accept_all"), "--explain", "1", "--select", "*verify*")
        self.assertEqual(done.stdout.count("FAIL "), 1)
        self.assertIn("2 more failures", done.stdout)

    def test_replay_holds_what_was_sent(self) -> None:
        conform("run", bad("accept_all"), "--replay", str(self.folder / "replay"))
        file = self.folder / "replay" / "aws4+verify+other-target.jsonl"
        lines = [json.loads(line) for line in file.read_text().splitlines()]
        self.assertEqual([line["op"] for line in lines], ["hello", "verify", "bye"])
        self.assertNotIn("expected", lines[1])
        self.assertEqual(lines[1]["rules"]["name"], "aws4")
        answers = subprocess.run(
            [BIN / "dciauth-shim"], input=file.read_bytes(), capture_output=True, check=True
        ).stdout.splitlines()
        self.assertEqual(json.loads(answers[1])["out"]["decision"], "reject")

    def write_ids(self, *ids: str) -> Path:
        """A folder of vectors: the first test of sign.json under each of the ids."""
        document = json.loads((VECTORS / "aws4" / "sign.json").read_text())
        group = document["groups"][0]
        group["tests"] = [{**group["tests"][0], "id": name} for name in ids]
        document["groups"], document["count"] = [group], len(ids)
        folder = self.folder / "vectors"
        (folder / "aws4").mkdir(parents=True)
        (folder / "aws4" / "sign.json").write_text(json.dumps(document))
        return folder

    def judged(self, target: str, op: str, expected: dict) -> tuple[str, str]:
        """Status and message of the first signing vector with another op and expectation."""
        vectors, report = self.write_ids("aws4/sign/root"), self.folder / "report"
        file = vectors / "aws4" / "sign.json"
        document = json.loads(file.read_text())
        test = document["groups"][0]["tests"][0]
        document["op"], test["expected"] = op, {"stages": test["expected"]["stages"], **expected}
        file.write_text(json.dumps(document))
        done = conform("run", target, "--json", str(report), vectors=vectors)
        event = json.loads(report.read_text().splitlines()[1])
        self.assertEqual(done.returncode, {"fail": 1, "n/a": 4}[event["status"]], done.stderr)
        shutil.rmtree(vectors)
        return event["status"], event.get("message", "")

    def test_what_cannot_be_compared_is_not_judged(self) -> None:
        presigned, key = {"target": "/?X-Amz-Signature=0"}, {"public_key": {"x": "0", "y": "1"}}
        status, why = self.judged("ref", "presign", presigned)
        self.assertEqual((status, why), ("n/a", "it does not declare the op presign"))
        for op, expected, name in (
            ("presign", presigned, "target"),
            ("presign", {"target_b64": "Lz8="}, "target_b64"),
            ("sign", key, "public_key"),
        ):
            status, why = self.judged(bad("presigns"), op, expected)
            self.assertEqual(status, "n/a")
            self.assertIn(f"cannot compare the expected {name} yet", why)
        self.assertEqual(self.judged(bad("presigns"), "sign", {})[0], "fail")

    def test_replay_keeps_ids_apart(self) -> None:
        vectors, replay = self.write_ids("a/b", "a.b", "a-b"), self.folder / "replay"
        conform("run", bad("deviates"), "--replay", str(replay), vectors=vectors)
        names = sorted(path.name for path in replay.iterdir())
        self.assertEqual(names, ["a+b.jsonl", "a-b.jsonl", "a.b.jsonl"])

    def test_replay_that_cannot_be_written(self) -> None:
        occupied, report = self.folder / "occupied", self.folder / "report"
        occupied.write_text("a file")
        for more in ([], ["--json", str(report)]):
            done = conform("run", bad("accept_all"), "--replay", str(occupied), *more)
            self.assertEqual(done.returncode, 5, done.stderr)
            self.assertIn(f"{occupied}/aws4+verify+other-target.jsonl: ", done.stderr)
            self.assertIn("Not a directory", done.stderr)
        events = [json.loads(line) for line in report.read_text().splitlines()]
        self.assertEqual(events[-1]["event"], "summary", "the report is good, and is kept")

    def test_starts_what_is_not_there(self) -> None:
        done = conform("run", "exec:./no-such-shim")
        self.assertEqual(done.returncode, 3)
        self.assertIn("exit status 127", done.stdout)
        self.assertRegex(done.stdout, r" +10 +0 +0 .* 10\n")

    def test_worst_target_decides(self) -> None:
        self.assertEqual(conform("run", "ref", bad("accept_all")).returncode, 1)
        self.assertEqual(conform("run", "exec:./no-such-shim", bad("accept_all")).returncode, 3)

    def test_environment_of_the_shim(self) -> None:
        script = "python3 -c 'from os import environ as e; "
        script += 'print([(k, e[k]) for k in e if k in ("TZ", "LC_ALL", "http_proxy")])\''
        env = {**os.environ, "http_proxy": "http://example.test", "TZ": "Asia/Tokyo"}
        done = conform("run", f"exec:{script}", env=env)
        self.assertIn("('TZ', 'UTC')", done.stdout)
        self.assertIn("('LC_ALL', 'C.UTF-8')", done.stdout)
        self.assertNotIn("example.test", done.stdout)


class NamedShims(InFolder):
    def setUp(self) -> None:
        super().setUp()
        self.shim = self.folder / "c" / "mine"
        self.shim.mkdir(parents=True)
        (self.shim / "start").symlink_to(BIN / "dciauth-shim")

    def write(self, text: str) -> None:
        (self.shim / "shim.json").write_text(text)

    def test_runs_in_its_own_folder(self) -> None:
        self.write('{"name": "mine", "language": "c", "start": ["./start"], "env": {"A": "B"}}')
        done = conform("run", "mine", "--shims", str(self.folder))
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        listed = conform("list", "targets", "--shims", str(self.folder))
        self.assertIn("mine ", listed.stdout)

    def test_a_folder_of_any_name(self) -> None:
        self.write('{"name": "mine", "start": ["./start"]}')
        folder = self.folder / r"[1] *?\{a,b}"
        folder.mkdir()
        (self.folder / "c").rename(folder / "c")
        done = conform("run", "mine", "--shims", str(folder))
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_unknown_name(self) -> None:
        self.write('{"name": "mine", "start": ["./start"]}')
        done = conform("run", "yours", "--shims", str(self.folder))
        self.assertEqual(done.returncode, 2)
        self.assertIn("yours: no such target", done.stderr)
        self.assertIn("mine", done.stderr)

    def test_malformed(self) -> None:
        for text in ('{"name": "mine", "start": "./start"}', '{"name": "mine", "name": "mine"}'):
            self.write(text)
            done = conform("run", "mine", "--shims", str(self.folder))
            self.assertEqual(done.returncode, 2)
            self.assertIn("shim.json", done.stderr)

    def test_start_that_is_not_there(self) -> None:
        self.write('{"name": "mine", "start": ["./nothing"]}')
        done = conform("run", "mine", "--shims", str(self.folder))
        self.assertEqual(done.returncode, 3)
        self.assertIn("cannot start ./nothing", done.stdout)
        self.assertIn("No such file", done.stdout)


class BadVectorFiles(InFolder):
    def setUp(self) -> None:
        super().setUp()
        self.good = json.loads((VECTORS / "aws4" / "sign.json").read_text())

    def refused(self, text: str | bytes, *says: str) -> None:
        file = self.folder / "aws4" / "sign.json"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        done = conform("run", vectors=self.folder)
        self.assertEqual(done.returncode, 2, done.stdout)
        for part in ("aws4/sign.json: ", *says):
            self.assertIn(part, done.stderr)
        self.assertFalse(set("\x1b\x7f\x9b") & set(done.stderr), repr(done.stderr))

    def changed(self, *path: str | int, value: object) -> str:
        document = copy.deepcopy(self.good)
        at = document
        for step in path[:-1]:
            at = at[step]
        at[path[-1]] = value
        return json.dumps(document)

    def test_the_good_one_runs(self) -> None:
        (self.folder / "aws4").mkdir()
        (self.folder / "aws4" / "sign.json").write_text(json.dumps(self.good))
        self.assertEqual(conform("run", vectors=self.folder).returncode, 0)

    def test_not_strict_json(self) -> None:
        text = json.dumps(self.good)
        self.refused(text.replace('"count": 6', '"count": 06'), "/count", "begin with 0")
        self.refused(text.replace('"count": 6', '"count": 6, "count": 6'), "/count", "twice")
        self.refused("\ufeff" + text, "byte order mark")
        self.refused(text + "x", "remove it")
        self.refused(text.replace("the root", "the\nroot"), "/groups/0/tests/0/title", "control")
        self.refused(text.replace("the root", "a\\u0000"), "_b64")
        self.refused(text.encode().replace(b"the root", b"\xff"), "invalid UTF-8")

    def test_unknown_fields(self) -> None:
        self.refused(self.changed("more", value=1), "/more: an unknown field")
        test = ("groups", 0, "tests", 1)
        self.refused(self.changed(*test, "more", value=1), "/groups/0/tests/1/more")

    def test_missing_and_wrong(self) -> None:
        first = ("groups", 0, "tests", 0)
        self.refused(self.changed("op", value="stream"), "/op")
        self.refused(self.changed("count", value=7), "/count", "number of tests")
        self.refused(self.changed("suite", value="2.0.0"), "/suite", "newer")
        self.refused(self.changed(*first, "result", value="fine"), "/groups/0/tests/0/result")
        self.refused(self.changed(*first, "expected", value={}), "/expected/stages")
        self.refused(self.changed(*first, "provenance", value={}), "/provenance/settled")
        self.refused(self.changed("groups", 0, "defaults", value={}), "/input/profile")

    def test_ids(self) -> None:
        tests = ("groups", 0, "tests")
        self.refused(self.changed(*tests, 1, "id", value="aws4/sign/root"), "there twice")
        self.refused(self.changed(*tests, 3, "twin", value="aws4/sign/none"), "the twin")
        self.refused(self.changed(*tests, 3, "twin", value="aws4/sign/no-host"), "the twin")
        self.refused(self.changed(*tests, 3, "twin", value=OBEYED), f"the twin {SHOWN} ")
        for name in ("", "a//b", "/a", "a/", "A", "a+b", "a b", "a\n", "é", "a" + OBEYED):
            self.refused(self.changed(*tests, 1, "id", value=name), "/groups/0/tests/1/id: no id")

    def test_escapes_do_not_reach_the_terminal(self) -> None:
        text = json.dumps(self.good)
        self.refused(self.changed(OBEYED, value=1), f"/{SHOWN}: an unknown field")
        twice = f'"\x7f\x9b": 1, "\x7f\x9b": 1, "op"'
        self.refused(text.replace('"op"', twice, 1), r'at "/\x7f\u{9b}": ', "twice")

    def test_what_is_no_file(self) -> None:
        """Nobody waits for a pipe to be written to."""
        (self.folder / "aws4").mkdir()
        file = self.folder / "aws4" / "sign.json"
        os.mkfifo(file)
        done = conform("run", vectors=self.folder)
        self.assertEqual(done.returncode, 2)
        self.assertIn("aws4/sign.json: no regular file: remove it", done.stderr)
        file.unlink()
        file.symlink_to("sign.json")
        self.assertIn("a link to nothing", conform("run", vectors=self.folder).stderr)
        file.unlink()
        self.refused("[]", "aws4/sign.json: an object belongs here")

    def test_no_folder(self) -> None:
        done = conform("run", vectors=self.folder / "nothing")
        self.assertEqual(done.returncode, 2)
        self.assertIn("--vectors", done.stderr)


class Reports(InFolder):
    def test_cannot_be_written(self) -> None:
        done = conform("run", "--json", str(self.folder / "no" / "report"))
        self.assertEqual(done.returncode, 5)

    def test_full_disk_leaves_the_old_one(self) -> None:
        report = self.folder / "report"
        report.write_text("old")

        def limit() -> None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

        done = conform("run", "--json", str(report), preexec_fn=limit)
        self.assertEqual(done.returncode, 5, done.stderr)
        self.assertEqual(report.read_text(), "old")
        self.assertEqual([p.name for p in self.folder.iterdir()], ["report"])

    def test_full_standard_output(self) -> None:
        with open("/dev/full", "w", encoding="ascii") as full:
            done = subprocess.run(
                [CONFORM, "list", "--vectors", VECTORS], stdout=full, stderr=-3, check=False
            )
        self.assertEqual(done.returncode, 5)

    def test_interrupted(self) -> None:
        for number in (signal.SIGINT, signal.SIGTERM):
            report = self.folder / f"report-{number}"
            command = [CONFORM, "run", bad("hang"), "--vectors", str(VECTORS)]
            command += ["--json", str(report), "--timeout", "60", "--select", "aws4/verify/*"]
            env = {**os.environ, "BAD_SHIM_DIR": str(self.folder)}
            env["BAD_SHIM_SLEEP"] = bad_shims.seconds()
            with subprocess.Popen(command, env=env, stdout=-1, stderr=-1) as running:
                asked = bad_shims.wait_until(bad_shims.is_sleeping, 20)
                running.send_signal(number)
                output = running.communicate(timeout=20)
            self.assertTrue(asked, "the shim was never asked")
            self.assertEqual(running.returncode, 130, output)
            self.assertTrue(bad_shims.is_gone(), "a child of the shim is still running")
            summary = json.loads(report.read_text().splitlines()[-1])
            self.assertEqual(summary["interrupted"], True)
            self.assertEqual(summary["total"], summary["passed"] + summary["not_run"])


class Screen(unittest.TestCase):
    def on_terminal(self, **env: str) -> str:
        main, side = pty.openpty()
        command = [CONFORM, "run", "--vectors", str(VECTORS)]
        running = subprocess.Popen(command, stdout=side, env={**os.environ, **env})
        os.close(side)
        output = b""
        while select.select([main], [], [], 20)[0]:
            try:
                output += os.read(main, 65536)
            except OSError:
                break
        os.close(main)
        self.assertEqual(running.wait(20), 0)
        return output.decode()

    def test_colour_and_progress(self) -> None:
        output = self.on_terminal(NO_COLOR="")
        self.assertIn("\x1b[32m", output)
        self.assertIn("ref 10/10", output)
        self.assertIn("ref sweeps 7/7", output)

    def test_no_color(self) -> None:
        output = self.on_terminal(NO_COLOR="1")
        self.assertNotIn("\x1b", output)
        self.assertNotIn("10/10", output)


class OtherCommands(unittest.TestCase):
    def test_list_and_show(self) -> None:
        listed = conform("list", "--select", "aws4/sign/*")
        self.assertEqual(len(listed.stdout.splitlines()), 6)
        self.assertIn("disputed", listed.stdout)
        self.assertEqual(conform("list", "none").returncode, 2)
        self.assertEqual(conform("show", "aws4/sign/none").returncode, 2)
        self.assertEqual(conform("list", "--select", "none").returncode, 4)

    def test_show_writes_json_alone(self) -> None:
        shown = conform("show", "aws4/sign/plus", vectors=VECTORS / ".." / "vectors")
        self.assertEqual(shown.returncode, 0)
        given = json.loads(shown.stdout)["input"]
        self.assertEqual(given["request"]["target"], "/?a=b+c")
        key = given["credentials"]["access_key"]
        self.assertEqual(key, "AKIDEXAMPLE", "the group's defaults are filled in")
        self.assertIn(f"{VECTORS}/aws4/sign.json: sign\n", shown.stderr)

    def test_titles_and_words_are_shown_as_text(self) -> None:
        document = json.loads((VECTORS / "aws4" / "sign.json").read_text())
        test = document["groups"][0]["tests"][0]
        test.update(title="title " + OBEYED, comment="comment " + OBEYED, severity=OBEYED)
        document["groups"][0]["tests"][1]["requires"] = ["feature " + OBEYED]
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "aws4").mkdir()
            (folder / "aws4" / "sign.json").write_text(json.dumps(document))
            listed = conform("list", vectors=folder)
            ran = conform("run", bad("deviates"), vectors=folder)
            shown = conform("show", test["id"], vectors=folder)
        self.assertIn("title " + SHOWN, listed.stdout)
        for words in (f"title {SHOWN} (severity {SHOWN})", f"the feature feature {SHOWN}"):
            self.assertIn(words, ran.stdout)
        self.assertEqual(json.loads(shown.stdout)["title"], test["title"])
        self.assertIn("comment " + SHOWN, shown.stderr)
        for done in (listed, ran, shown):
            self.assertFalse(set("\x1b\x7f\x9b") & set(done.stdout + done.stderr), done.args)

    def test_export(self) -> None:
        errors = json.loads(conform("export", "errors").stdout)
        self.assertEqual(errors[0]["class"], "argument")
        self.assertEqual(errors[-1]["reason"], "SIGNATURE_MISMATCH")
        profiles = json.loads(conform("export", "profiles").stdout)
        self.assertIn("aws4-s3", [row["name"] for row in profiles])
        self.assertEqual(conform("export", "nothing").returncode, 2)

    def test_doctor(self) -> None:
        done = conform("doctor", SHIM)
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertIn("Nothing is wrong", done.stdout)
        for name, says in {
            "chatter": "breaks the protocol",
            "chatter_at_start": "standard output carries the protocol alone",
            "liar": "time.travel (unknown!)",
            "leaks": "8 bytes " + SHOWN,
            "sanitizer": "overflow " + SHOWN,
            "escapes": "go away " + SHOWN,
            "hang": "Nothing is wrong",
            "half_line_waits": "end in a line feed",
            "declares_nothing": "no vector applies",
            "crash_once": "it ended while a request was out",
        }.items():
            with tempfile.TemporaryDirectory() as folder:
                env = {**os.environ, "BAD_SHIM_DIR": folder, "BAD_SHIM_SLEEP": "1"}
                # Only the one that never answers is to run into it.
                seconds = "0.5" if name == "half_line_waits" else "20"
                done = conform("doctor", bad(name), "--timeout", seconds, env=env)
            self.assertIn(says, done.stdout, name)
            self.assertFalse(set("\x1b\x7f\x9b") & set(done.stdout), name)

    def test_doctor_notes_what_is_not_the_shims(self) -> None:
        done = conform("doctor", bad("deviates"))
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertIn("  note    ops: sign presign (unknown!)\n", done.stdout)
        self.assertIn("  note    sign aws4/sign/root: fail at signature (a deviation)", done.stdout)

    def test_doctor_prefers_a_baseline(self) -> None:
        document = json.loads((VECTORS / "aws4" / "sign.json").read_text())
        tests = document["groups"][0]["tests"]
        chosen = [t for t in tests if t["result"] == "valid" and t["provenance"]["settled"]][1]
        chosen["flags"] = ["other", "baseline"]
        for test in tests:
            if test["result"] != "valid":
                test["flags"] = ["baseline"]
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "aws4").mkdir()
            (Path(folder) / "aws4" / "sign.json").write_text(json.dumps(document))
            done = conform("doctor", SHIM, vectors=Path(folder))
        self.assertIn(f"  fine    sign {chosen['id']}: pass\n", done.stdout)
        self.assertEqual(done.stdout.count("  fine    sign "), 1)

    def test_usage(self) -> None:
        for words in (["no-such-command"], [], ["show"], ["run", "--no-such-option"]):
            self.assertEqual(conform(*words).returncode, 2, words)
        for words in (["run", "--timeout", "x"], ["run", "--explain", "-1"], ["run", "exec:"]):
            self.assertEqual(conform(*words).returncode, 2, words)
        for text in ("0", "0.0", "-1", "1e-400", "nan"):
            done = conform("run", "--timeout", text)
            self.assertEqual(done.returncode, 2, text)
            self.assertIn("--timeout", done.stderr)

    def test_help_has_every_row(self) -> None:
        said = conform("--help").stdout
        cli = json.loads(conform("export", "cli").stdout)
        rows = [f"{row['name']} {row['arguments']}".strip() for row in cli["commands"]]
        rows += [f"--{o['name']} {o.get('value', '')}".strip() for o in cli["options"]]
        rows += [row["word"] for row in cli["targets"] + cli["exit"]]
        self.assertTrue(said.startswith("Usage: dciauth-conform "))
        for row in rows:
            self.assertRegex(said, rf"(?m)^  {re.escape(row)}\s+\S")
        indented = [line for line in said.splitlines() if line.startswith("   ")]
        for line in said.splitlines():
            self.assertLessEqual(len(line), 100)
            self.assertTrue(line[:20].strip() or line in indented or not line)

    def test_version(self) -> None:
        first, suite, *others = conform("--version").stdout.splitlines()
        self.assertRegex(first, r"^dciauth-conform \d+\.\d+\.\d+$")
        self.assertEqual(suite, f"suite     0.1.0, 17 vectors in {VECTORS}")
        words = [line.split()[0] for line in others]
        self.assertEqual(words, ["protocol", "library", "OpenSSL"])
        shim = subprocess.check_output([BIN / "dciauth-shim", "--version"], text=True)
        self.assertEqual(shim.splitlines()[1:], others)

    def test_usage_says_what_is_taken(self) -> None:
        for words, says in (
            (["show"], "show takes one vector id"),
            (["show", "a", "b"], "show takes one vector id"),
            (["doctor"], "doctor takes one target"),
            (
                ["list", "a", "b"],
                "list takes nothing, `vectors`, `targets`, `mistakes` or `mutants`",
            ),
            (["list", "more"], "list takes nothing, `vectors`, `targets`, `mistakes` or `mutants`"),
            (["export"], "export takes `profiles`, `errors` or `cli`"),
            (["export", "more"], "export takes `profiles`, `errors` or `cli`"),
            (["--more"], "no such option: --more"),
            (["-x"], "no such option: -x"),
            (["--help=1"], "--help=1: this option takes no value"),
            (["list", "--json", "file"], "list takes no --json"),
            (["run", "--timeout", "0"], "--timeout 0: a number above 0, at most 86400"),
            (["run", "--repeat", "1.5"], "--repeat 1.5: a whole number from 1 to 1000000 belongs"),
            (["run", "--seed", "-1"], "--seed -1: a whole number from 0 to 4294967295 belongs"),
            (["run", "--explain", ""], "--explain needs a value, and the one given is empty"),
        ):
            first, second = conform(*words).stderr.splitlines()
            self.assertTrue(first.startswith(f"dciauth-conform: {says}"), first)
            self.assertEqual(second, "See dciauth-conform --help")
        done = subprocess.run([CONFORM, "--json"], capture_output=True, text=True, check=False)
        self.assertTrue(done.stderr.startswith("dciauth-conform: --json needs a value\n"))


class ReferenceShim(unittest.TestCase):
    def ask(self, *lines: str) -> list[dict]:
        text = "".join(line + "\n" for line in lines)
        done = subprocess.run(
            [BIN / "dciauth-shim"], input=text, capture_output=True, encoding="utf-8", check=True
        )
        return [json.loads(line) for line in done.stdout.splitlines()]

    def test_answers_what_it_does_not_understand(self) -> None:
        answers = self.ask("nonsense", "{}", '{"op":"dance","id":3}', '{"op":"sign","id":4}')
        statuses = [a["status"] for a in answers]
        self.assertEqual(statuses, ["error", "error", "unsupported", "unsupported"])

    def test_usage(self) -> None:
        for words, status in (["--help"], 0), (["--more"], 2), (["--help", "more"], 2):
            done = subprocess.run([BIN / "dciauth-shim", *words], capture_output=True, check=False)
            self.assertEqual(done.returncode, status)
            said = done.stderr if status else done.stdout
            self.assertTrue(said.startswith(b"Usage: dciauth-shim [--help] [--version] "))

    def test_ends_with_bye(self) -> None:
        answers = self.ask('{"op":"hello","id":0,"protocol":[1]}', '{"op":"bye","id":1}', "more")
        self.assertEqual([a["status"] for a in answers], ["ok"])

    def test_input_that_it_cannot_carry(self) -> None:
        lines = (VECTORS / "aws4" / "sign.json").read_text()
        group = json.loads(lines)["groups"][0]
        good = {**group["defaults"], **group["tests"][0]["input"]}
        for field, value, status in (
            ("profile", "aws5", "unsupported"),
            ("payload", {"mode": "stream"}, "unsupported"),
            ("payload", {"mode": "literal", "hash": ""}, "unrepresentable"),
            ("params", {**good["params"], "placement": "query"}, "unsupported"),
            ("params", {**good["params"], "signed_headers": []}, "unrepresentable"),
            ("request", {"method": 7}, "error"),
            ("request", {"method": "GET", "target": "/", "body_b64": "!"}, "error"),
            ("params", {**good["params"], "region": ""}, "refused"),
            ("params", {**good["params"], "signed_headers": ["host", "x-amz-date"]}, "ok"),
        ):
            asked = json.dumps({"op": "sign", "id": 1, "input": {**good, field: value}})
            self.assertEqual(self.ask(asked)[0]["status"], status, (field, value))

    def test_key_that_cannot_be_derived(self) -> None:
        group = json.loads((VECTORS / "aws4" / "sign.json").read_text())["groups"][0]
        good = {**group["defaults"], **group["tests"][0]["input"]}
        long = {**good, "credentials": {**good["credentials"], "secret_key": "s" * 5000}}
        no_host = {**long, "request": {**good["request"], "headers": []}}
        for op in ("sign", "canonicalize"):
            for given, code in ((long, "limit-exceeded"), (no_host, "host-not-signed")):
                answer = self.ask(json.dumps({"op": op, "id": 1, "input": given}))[0]
                self.assertEqual(answer["status"], "refused", answer)
                self.assertEqual(answer["out"]["error"]["code"], code)

    def test_canonicalize(self) -> None:
        group = json.loads((VECTORS / "aws4" / "sign.json").read_text())["groups"][0]
        vector = {**group["defaults"], **group["tests"][0]["input"]}
        out = self.ask(json.dumps({"op": "canonicalize", "id": 1, "input": vector}))[0]["out"]
        lines = group["tests"][0]["expected"]["stages"]["canonical_request"]
        self.assertEqual(out["canonical_request"], "\n".join(lines))
        self.assertEqual(out["signed_headers"], "host;x-amz-date")


if __name__ == "__main__":
    unittest.main()
