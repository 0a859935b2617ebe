# SPDX-License-Identifier: Apache-2.0
"""The reports, as a user has them written and as others read them: live, merged, of hostile
targets, on a full disk. BIN_DIR is the folder of the programs."""

from __future__ import annotations

import html.parser
import json
import os
import re
import resource
import signal
import stat
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ET
from pathlib import Path

HERE = Path(__file__).resolve().parent
CONFORM = str(Path(os.environ["BIN_DIR"]) / "dciauth-conform")
PAGE = HERE.parent / "report" / "page"
VECTORS = HERE / "vectors"
KINDS = ("html", "markdown", "junit", "tap")
DOCUMENT = {"html", "head", "meta", "title", "style", "body", "a", "header", "h1", "p", "main"}
DOCUMENT |= {"section", "h2", "h3", "div", "table", "thead", "tbody", "tr", "th", "td", "span", "b"}
DOCUMENT |= {"i", "small", "svg", "rect", "form", "label", "input", "select", "option", "button"}
DOCUMENT |= {"output", "details", "summary", "dl", "dt", "dd", "code", "mark", "pre", "ul", "li"}
DOCUMENT |= {"footer", "script"}


def conform(*words: str, **kw) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [CONFORM, *words], capture_output=True, encoding="utf-8", timeout=100, check=False, **kw
    )


def shim(name: str) -> str:
    return f"exec:{sys.executable} {HERE}/shims/{name}.py"


class Page(html.parser.HTMLParser):
    """Elements, attributes, and the texts of scripts and styles, as a browser finds them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.ids: list[str] = []
        self.own: dict[str, str] = {"script": "", "style": ""}
        self.words = ""
        self._in = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self._in = tag

    def handle_endtag(self, tag: str) -> None:
        self._in = ""

    def handle_data(self, data: str) -> None:
        if self._in in self.own:
            self.own[self._in] += data
        self.words += data


class InFolder(unittest.TestCase):
    def setUp(self) -> None:
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)

    def options(self, suffix: str = "") -> list[str]:
        return [w for k in KINDS for w in (f"--{k}", str(self.folder / f"out{suffix}.{k}"))]

    def read(self, kind: str, suffix: str = "") -> str:
        return (self.folder / f"out{suffix}.{kind}").read_text(encoding="utf-8")

    def run_all(self, *targets: str) -> subprocess.CompletedProcess[str]:
        """A run with every report; the JSON lines are `out.json`."""
        words = ["--vectors", str(VECTORS), "--json", str(self.folder / "out.json")]
        return conform("run", *targets, *self.options(), *words)

    def events(self) -> list[dict]:
        return [json.loads(line) for line in self.read("json").splitlines()]


class Kinds(InFolder):
    def test_a_report_file_says_as_much_as_the_run(self) -> None:
        done = self.run_all("ref", shim("accept_all"), shim("deviates"))
        self.assertEqual(done.returncode, 1, done.stderr)
        done = conform("report", str(self.folder / "out.json"), *self.options("2"))
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))
        for kind in KINDS:
            with self.subTest(kind):
                self.assertEqual(self.read(kind, "2"), self.read(kind))

    def test_junit(self) -> None:
        self.run_all("ref", shim("accept_all"))
        root = ET.fromstring(self.read("junit"))
        self.assertEqual([suite.get("name") for suite in root][1:], ["bad 1"])
        events = [e for e in self.events() if e["event"] == "vector"]
        cases = list(root.iter("testcase"))
        self.assertEqual([c.get("name") for c in cases], [e["id"] for e in events])
        for case, event in zip(cases, events):
            kinds = {"pass": set(), "fail": {"failure"}}
            found = {child.tag for child in case} - {"properties"}
            self.assertEqual(found, kinds.get(event["status"], {"skipped"}), event["id"])
        for at in (root, *root):
            for name in ("failures", "skipped", "tests"):
                tag = {"failures": "failure", "tests": "testcase"}.get(name, name)
                self.assertEqual(int(at.get(name, "")), len(list(at.iter(tag))))
        plus = next(c for c in cases if c.get("name") == "aws4/sign/plus")
        remark = plus.find("properties/property")
        self.assertEqual((remark.get("name"), "plus" in remark.get("value")), ("acceptable", True))
        failure = root.find(".//failure")
        self.assertIn("expected  reject", failure.text)
        self.assertIn("--select " + "aws4/verify/other-target", failure.text)

    def test_what_does_not_start_is_an_error(self) -> None:
        self.run_all(shim("escapes"))
        root = ET.fromstring(self.read("junit"))
        self.assertEqual(root.find(".//testcase").get("name"), "starts and ends well")
        self.assertEqual(int(root.get("errors")), int(root.get("tests")))
        self.assertRegex(self.read("tap"), r"\nnot ok 1 - .*: starts and ends well\n  ---\n")
        self.assertIn('<p class="problem">', self.read("html"))
        self.assertIn("0 of 1 without deviations", self.read("markdown"))

    def test_tap(self) -> None:
        self.run_all("ref", shim("deviates"))
        lines = self.read("tap").splitlines()
        events = [e for e in self.events() if e["event"] == "vector"]
        self.assertEqual(lines[:2], ["TAP version 14", f"1..{len(events)}"])
        points = [line for line in lines if re.match(r"(not )?ok ", line)]
        for number, (line, event) in enumerate(zip(points, events, strict=True), 1):
            word = "not ok" if event["status"] == "fail" else "ok"
            self.assertRegex(line, rf"^{word} {number} - .*: {event['id']}")
            self.assertEqual("# SKIP" in line, event["status"] in ("n/a", "disputed"), line)

    def test_page_holds_each_failure_once(self) -> None:
        self.run_all("ref", shim("accept_all"), shim("deviates"))
        page = Page(self.read("html"))
        failed = [e for e in self.events() if e.get("status") == "fail" and "sweep" not in e]
        self.assertGreater(len(failed), 3)
        for number, target in enumerate(("ref", shim("accept_all"), shim("deviates")), 1):
            want = [f"t{number}-{e['id']}" for e in failed if e["target"] == target]
            told = [i for i in page.ids if i.startswith(f"t{number}-aws4/")]
            self.assertEqual([i for i in told if "disputed" not in i], want)
        self.assertEqual(len(page.ids), len(set(page.ids)))
        links = [v[1:] for n, v in page.attributes if n == "href"]
        self.assertEqual(set(links) - set(page.ids), set(), "a link leads nowhere")
        for event in failed:
            self.assertIn(event["replay"], page.words)

    def test_sweeps_are_told_together(self) -> None:
        self.run_all(shim("sweeps_wrong"))
        bad = [e for e in self.events() if e.get("sweep") and e["status"] == "fail"]
        page = Page(self.read("html"))
        self.assertGreater(len(bad), 5)
        told = [v for n, v in page.attributes if n == "class" and v == "entry sweep"]
        self.assertEqual(len(told), len({e["group"] for e in bad}))
        self.assertIn(f"{len([e for e in bad if e['group'] == bad[0]['group']])} of ", page.words)

    def test_page_fetches_nothing(self) -> None:
        self.run_all(shim("accept_all"))
        text = self.read("html")
        page = Page(text)
        self.assertLessEqual({n for n, v in page.attributes if "//" in v}, set())
        self.assertFalse({"src", "style", "action"} & {n for n, _ in page.attributes})
        self.assertNotRegex(page.own["style"], r"url\(|@import")
        self.assertIn("default-src 'none'", text)


class Hostile(InFolder):
    def setUp(self) -> None:
        super().setUp()
        done = self.run_all(shim("hostile"), "exec:</script><img onerror=x>")
        self.assertEqual(done.returncode, 3, done.stderr)
        statuses = {e.get("status") for e in self.events()}
        self.assertLessEqual({"fail", "crash", "error"}, statuses)

    def test_page_is_only_its_own(self) -> None:
        page = Page(self.read("html"))
        self.assertEqual(set(page.elements) - DOCUMENT, set())
        self.assertEqual([n for n, _ in page.attributes if n.startswith("on")], [])
        self.assertEqual(page.own["script"], (PAGE / "page.js").read_text())
        styles = ("page.css", "tables.css", "findings.css", "media.css")
        self.assertEqual(page.own["style"], "".join((PAGE / s).read_text() for s in styles))
        self.assertIn("<img src=x onerror=", page.words)
        self.assertNotRegex(self.read("html"), "[\x00-\x09\x0b-\x1f\x7f\u202e\ufffe]")

    def test_a_report_file_can_be_hostile_too(self) -> None:
        events, evil = self.events(), "\"'><img src=x onerror=alert(1)></script>\n\n<b>`|"
        kept = {"event", "schema", "status", "target", "multiline", "flaky", "sweep", "matched"}
        for event in events:
            kept |= {key for key in event if key.endswith("_b64")}
            event.update({k: evil for k, v in event.items() if type(v) is str and k not in kept})
        for event in (e for e in events if e["event"] == "vector"):
            event |= {"severity": evil, "comment": evil, "warning": evil, "mistake": evil}
        path = self.folder / "evil.jsonl"
        path.write_text("\n".join(map(json.dumps, events)))
        done = conform("report", str(path), *self.options())
        self.assertEqual(done.returncode, 0, done.stderr)
        self.test_page_is_only_its_own()
        self.test_junit_is_xml()
        self.test_markdown_keeps_its_fences()
        lines = self.read("tap").splitlines()
        points = [line for line in lines if re.match(r"(not )?ok ", line)]
        self.assertEqual(f"1..{len(points)}", lines[1])

    def test_junit_is_xml(self) -> None:
        root = ET.fromstring(self.read("junit"))
        tags = {"testsuites", "testsuite", "testcase", "properties", "property", "failure"}
        self.assertEqual({e.tag for e in root.iter()} - tags, {"error"})

    def test_tap_keeps_its_lines(self) -> None:
        lines = self.read("tap").splitlines()
        total = int(lines[1].removeprefix("1.."))
        points = [line for line in lines if re.match(r"(not )?ok ", line)]
        self.assertEqual(len(points), total)
        bad = [e for e in self.events() if e.get("status") in ("fail", "crash", "error", "not_run")]
        wrong = [line for line in points if line.startswith("not ok")]
        self.assertEqual(len(wrong), len(bad) + 1, "and the one that does not start")
        self.assertFalse([line for line in wrong if "# SKIP" in line.replace("\\#", "")])
        self.assertEqual(lines.count("  ..."), len(wrong))

    def test_markdown_keeps_its_fences(self) -> None:
        fence = ""
        outside: list[str] = []
        for line in self.read("markdown").splitlines():
            mark = re.match(r"`{3,}", line)
            if fence:
                fence = "" if line == fence else fence
            elif mark:
                fence = mark.group()
            else:
                outside.append(line)
        self.assertEqual(fence, "")
        self.assertNotRegex("\n".join(outside), r"(?<!\\)<(?!/?(details|summary)>)")


class Merged(InFolder):
    def make(self, name: str, *targets: str) -> str:
        path = str(self.folder / name)
        conform("run", *targets, "--json", path, "--vectors", str(VECTORS), "--no-sweeps")
        return path

    def test_two_reports_are_compared(self) -> None:
        first = self.make("a.jsonl", shim("accept_all"))
        second = self.make("b.jsonl", shim("reject_all"), "ref")
        done = conform("report", first, second, *self.options())
        self.assertEqual(done.returncode, 0, done.stderr)
        suites = [s.get("name") for s in ET.fromstring(self.read("junit"))]
        self.assertEqual(suites[:2], [f"bad 1 ({shim(n)})" for n in ("accept_all", "reject_all")])
        self.assertTrue(suites[2].startswith("ref: "))
        self.assertIn("3 implementations, 2 with deviations", self.read("html"))

    def test_the_same_target_twice_is_told_apart_by_its_file(self) -> None:
        files = [self.make(name, shim("accept_all")) for name in ("a.jsonl", "b.jsonl")]
        conform("report", *files, *self.options())
        suites = [s.get("name") for s in ET.fromstring(self.read("junit"))]
        self.assertTrue(suites[0].endswith("(a.jsonl)") and suites[1].endswith("(b.jsonl)"), suites)

    def test_reports_can_be_put_together_with_cat(self) -> None:
        files = [Path(self.make(name, "ref")) for name in ("a.jsonl", "b.jsonl")]
        both = self.folder / "both"
        both.write_text("".join(f.read_text() for f in files))
        done = conform("report", str(both), *self.options())
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(len(ET.fromstring(self.read("junit"))), 2)

    def refused(self, text: str, says: str) -> None:
        path = self.folder / "bad.jsonl"
        path.write_text(text)
        done = conform("report", str(path), *self.options())
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn("bad.jsonl", done.stderr)
        self.assertIn(says, done.stderr)
        self.assertEqual([p.name for p in self.folder.iterdir() if p.name.startswith("out")], [])

    def test_what_is_no_whole_report_is_refused(self) -> None:
        lines = Path(self.make("a.jsonl", "ref")).read_text().splitlines(keepends=True)
        self.refused("", "an empty file")
        self.refused("".join(lines[:-1]), "ends without the summary of ref")
        self.refused("".join(lines[:3] + lines[4:]), "lines are missing")
        self.refused("".join(lines)[:-40], f"line {len(lines)}, column")
        self.refused(lines[1], "no report of dciauth-conform")
        self.refused("[]\n", "no report of dciauth-conform")
        self.refused(lines[0].replace("report-1", "report-2") + lines[1], "/schema: not dciauth")
        self.refused(lines[0] + lines[1].replace('"pass"', '"fine"'), "/status: an unknown status")

    def test_usage(self) -> None:
        report = self.make("a.jsonl", "ref")
        self.assertIn("--html FILE", conform("report", report).stderr)
        self.assertEqual(conform("report", report).returncode, 2)
        self.assertEqual(conform("report", "--tap", "x").returncode, 2)
        done = conform("report", str(self.folder / "no"), *self.options())
        self.assertEqual((done.returncode, "No such file" in done.stderr), (2, True))
        same = str(self.folder / "same")
        done = conform("run", "ref", "--tap", same, "--json", same)
        self.assertEqual((done.returncode, "the same file" in done.stderr), (2, True))


class Places(InFolder):
    def test_full_disk_leaves_the_old_ones(self) -> None:
        source = self.folder / "source.jsonl"
        conform("run", "--json", str(source), "--vectors", str(VECTORS), "--no-sweeps")
        for kind in KINDS:
            (self.folder / f"out.{kind}").write_text("old")

        def limit() -> None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

        for words in (["report", str(source)], ["run", "--vectors", str(VECTORS)]):
            done = conform(*words, *self.options(), preexec_fn=limit)
            self.assertEqual(done.returncode, 5, done.stderr)
            self.assertIn("File too large", done.stderr)
            self.assertEqual({self.read(kind) for kind in KINDS}, {"old"})
            self.assertEqual(len(list(self.folder.iterdir())), 5, "nothing is left beside")

    def test_a_folder_that_is_not_there_is_said_before_the_run(self) -> None:
        place = str(self.folder / "no" / "out")
        done = conform("run", "ref", "--html", place, "--vectors", str(VECTORS))
        self.assertEqual((done.returncode, done.stdout), (5, ""))
        self.assertIn(place, done.stderr)

    def test_links_and_pipes_stay_what_they_are(self) -> None:
        """Without a device: a mistake would replace it, and the machine has but one /dev/null."""
        file, pipe = self.folder / "file", self.folder / "pipe"
        file.write_text("old")
        os.mkfifo(pipe)
        names = {"link": file, "to-pipe": pipe, "out": "/proc/self/fd/1", "lost": "nowhere/no"}
        for name, to in names.items():
            (self.folder / name).symlink_to(to)
        words = ["run", "--vectors", str(VECTORS), "--tap"]
        for name in ("link", "out"):
            done = conform(*words, str(self.folder / name))
            self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue(file.read_text().startswith("TAP version 14\n"))
        self.assertIn("TAP version 14\n", done.stdout)
        with subprocess.Popen(["cat", pipe], stdout=-1) as reader:
            done = conform(*words, str(self.folder / "to-pipe"))
            if not stat.S_ISFIFO(os.stat(pipe).st_mode):
                reader.kill()
            read = reader.communicate(timeout=20)[0]
        self.assertTrue(read.startswith(b"TAP version 14\n"), done.stderr)
        with open(self.folder / "table", "w", encoding="utf-8") as out:
            subprocess.run([CONFORM, *words, self.folder / "out"], stdout=out, check=True)
        text = (self.folder / "table").read_text()
        self.assertTrue("TAP version 14\n" in text and "target  " in text, text)
        self.assertEqual(conform(*words, str(self.folder / "lost")).returncode, 5)
        self.assertTrue(all((self.folder / name).is_symlink() for name in names))


if __name__ == "__main__":
    unittest.main()
