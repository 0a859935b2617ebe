# SPDX-License-Identifier: Apache-2.0
"""No key comes to light. The suite is made anew with secrets that can be recognised
(tools/vectorgen/canary.py), and everything that runner and shims say of it is searched for them
and for what is derived from them, as it is, in hex and in base64.

Replay files are requests themselves, and hold keys, as what `show` prints does. EVERY_SHIM=1 runs
those that are installed, too.
"""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import tempfile
import unittest
from collections.abc import Iterable
from pathlib import Path

from conform import BIN, HERE, SHIM, bad

sys.path.insert(0, str(HERE.parents[1] / "tools"))
from vectorgen import canary  # noqa: E402

CONFORM, UNREDACTED = str(BIN / "dciauth-conform"), os.environ["UNREDACTED"]
PYTHON = f"exec:{sys.executable} -S -E -B {HERE}"
SIGNER, TELLS = f"{PYTHON}/mutants/mutant_signer.py", f"{PYTHON}/shims/tells.py"
SHOWS = f"{PYTHON}/shims/shows_key.py"
MUTANTS = ("signature-never-compared", "host-need-not-be-signed")
FORMATS = ("json", "html", "markdown", "junit", "tap", "write-xfail")
MANY = "100000"


class Folder:
    """The suite with canaries, and what is said of it: a file for each stream and each report."""

    def __init__(self, root: Path) -> None:
        self.vectors, self.said = root / "vectors", root / "said"
        self.said.mkdir()
        canary.build(self.vectors)
        self.needles = canary.needles(self.vectors)
        self.patterns = root / "needles"
        self.patterns.write_bytes(b"".join(needle + b"\n" for needle in self.needles))
        self.count = 0

    def name(self, word: str) -> Path:
        self.count += 1
        return self.said / f"{self.count}.{word}"

    def call(self, *words: str, stdin: bytes = b"", ends: Iterable[int] = (0, 1)) -> list[Path]:
        done = subprocess.run(words, input=stdin, capture_output=True, timeout=900, check=False)
        if done.returncode not in ends:
            raise AssertionError(f"{words}: {done.returncode}: {done.stderr.decode()}")
        files = [self.name("stdout"), self.name("stderr")]
        files[0].write_bytes(done.stdout)
        files[1].write_bytes(done.stderr)
        return files

    def run(
        self,
        *words: str,
        program: str = CONFORM,
        vectors: Path | None = None,
        ends: Iterable[int] = (0, 1),
    ) -> list[Path]:
        reports = {kind: self.name(kind) for kind in FORMATS}
        options = [word for kind, file in reports.items() for word in (f"--{kind}", str(file))]
        options += ["--vectors", str(vectors or self.vectors), "--explain", MANY]
        said = self.call(program, "run", *words, *options, ends=ends)
        return [*said, *(file for file in reports.values() if file.exists())]

    def find(self, files: Iterable[Path]) -> dict[str, set[str]]:
        """For each file with a key in it what was found there."""
        command = ["grep", "-aoHF", "-f", str(self.patterns), *map(str, files)]
        done = subprocess.run(
            command, capture_output=True, env=os.environ | {"LC_ALL": "C"}, check=False
        )
        if done.returncode > 1:
            raise AssertionError(done.stderr.decode())
        found: dict[str, set[str]] = {}
        for line in done.stdout.splitlines():
            name, _, needle = line.partition(b":")
            kind = Path(name.decode()).suffix[1:]
            found.setdefault(kind, set()).add(self.needles.get(needle, "a key"))
        return found


class Leaks(unittest.TestCase):
    folder: Folder

    @classmethod
    def setUpClass(cls) -> None:
        holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(holder.cleanup)
        cls.folder = Folder(Path(holder.name))

    def silent(self, files: list[Path]) -> None:
        self.assertEqual(self.folder.find(files), {})
        self.assertTrue(any(file.stat().st_size for file in files))

    def requests(self) -> bytes:
        """Every vector as a request; a line that is none; and the end of the session."""
        lines = ['{"op":"hello","id":0,"protocol":[1]}']
        for path in sorted(self.folder.vectors.glob("*/*.json")):
            document = json.loads(path.read_text(encoding="utf-8"))
            for group in document["groups"]:
                for test in group["tests"]:
                    inp = {**group["defaults"], **test["input"]}
                    message = {"op": document["op"], "id": len(lines), "input": inp}
                    lines.append(json.dumps(message))
        sign = next(line for line in lines if '"sign"' in line)
        for other in (sign[:-9], sign.replace('"sign"', '"guess"'), sign.replace('"sign"', "[]")):
            lines.append(other)
        lines.append(sign.replace('"sign"', '"canonicalize"'))
        return "".join(line + "\n" for line in [*lines, '{"op":"bye","id":1}']).encode()

    # ---- What says nothing -----------------------------------------------------------------------

    def test_right_targets(self) -> None:
        """The suite is signed with its canaries: all passes, and all is told."""
        for words in (["ref", "--errors", "strict"], [SHIM, "--repeat", "2"], [SHIM, "--blind"]):
            with self.subTest(words):
                files = self.folder.run(*words)
                self.silent(files)
                report = next(file for file in files if file.suffix == ".json")
                self.assertNotIn('"status":"fail"', report.read_text(encoding="utf-8"))

    def test_wrong_targets(self) -> None:
        """What fails is explained, with values, known mistakes, and both reports compared."""
        signer = f"{SIGNER} 'secret in place of the signing key'"
        runs = [[f"mutant:{name}"] for name in MUTANTS] + [[signer, "--select", "*/sign/*"]]
        for words in runs:
            with self.subTest(words):
                files = self.folder.run("--no-sweeps", *words)
                self.silent(files)
                report = next(file for file in files if file.suffix == ".json")
                self.assertIn('"status":"fail"', report.read_text(encoding="utf-8"))
                again = self.folder.run("--no-sweeps", *words, "--baseline", str(report))
                html = self.folder.name("html")
                made = self.folder.call(CONFORM, "report", str(report), "--html", str(html))
                self.silent([*again, *made, html])

    def test_commands(self) -> None:
        vectors = ("--vectors", str(self.folder.vectors))
        self.silent(self.folder.call(CONFORM, "list", *vectors))
        self.silent(self.folder.call(CONFORM, "validate", str(self.folder.vectors)))
        for target in (SHIM, TELLS):
            self.silent(self.folder.call(CONFORM, "doctor", target, *vectors))

    def test_answers_of_the_reference(self) -> None:
        """A shim's answers show stages; the key is none that the reference shows."""
        lines = self.requests()
        self.silent(self.folder.call(str(BIN / "dciauth-shim"), stdin=lines))
        library = str(BIN / "dciauth-shim.so")
        self.silent(self.folder.call(CONFORM, "serve", library, stdin=lines))

    def test_bad_files(self) -> None:
        """What is wrong beside a secret is named without it."""
        source = self.folder.vectors / "aws4/query.json"
        text = source.read_text(encoding="utf-8")
        at = text.index(canary.MARK)
        at += text[at:].index('"')
        for i, wrong in enumerate((text[:at], text[:at] + "\\q" + text[at:], text[:at] + '",}')):
            folder = self.folder.said / f"bad{i}"
            (folder / "aws4").mkdir(parents=True)
            (folder / "aws4/query.json").write_text(wrong, encoding="utf-8")
            self.silent(self.folder.call(CONFORM, "run", "--vectors", str(folder), ends=[2]))
            self.silent(self.folder.call(CONFORM, "validate", str(folder), ends=[2]))

    @unittest.skipUnless(os.environ.get("EVERY_SHIM"), "EVERY_SHIM=1 runs those that are installed")
    def test_shims(self) -> None:
        """What a package says of a key that it was given is none of ours, but is not to be told."""
        done = subprocess.run([CONFORM, "list", "targets"], capture_output=True, check=True)
        lines = [line.decode().split() for line in done.stdout.splitlines()]
        names = [line[0] for line in lines if line and line[0] != "ref" and ":" not in line[0]]
        for name in names:
            with self.subTest(name):
                files = self.folder.run(name, "--no-sweeps", ends=(0, 1, 3))
                self.assertEqual(self.folder.find(files), {})

    def test_a_target_that_tells(self) -> None:
        """Blotted out, in every report; and the same runner without that is noticed."""
        words = [TELLS, "--no-sweeps", "--select", "aws4/query/*"]
        words += ["--select", "aws4/verify/*"]
        for more in ([], ["--repeat", "2"], ["--blind"]):
            with self.subTest(more):
                self.silent(self.folder.run(*words, *more))
        planted = self.folder.find(self.folder.run(*words, program=UNREDACTED))
        self.assertEqual(planted.keys(), {"stdout", *FORMATS})

    # ---- What is searched, and is found ----------------------------------------------------------

    def test_every_report_is_searched(self) -> None:
        """A vector whose name is a derived key: each report says it."""
        key = next(n for n in self.folder.needles if len(n) == 64 and n.islower())
        text = (HERE / "vectors/aws4/sign.json").read_text(encoding="utf-8")
        document = json.loads(text)
        test = document["groups"][0]["tests"][0]
        document |= {"groups": [document["groups"][0] | {"tests": [test]}], "count": 1}
        test["id"] = f"aws4/sign/{key.decode()}"
        test["expected"]["stages"]["signature"] = "0" * 64
        folder = self.folder.said / "named"
        (folder / "aws4").mkdir(parents=True)
        (folder / "aws4/sign.json").write_text(json.dumps(document), encoding="utf-8")
        found = self.folder.find(self.folder.run("ref", vectors=folder))
        self.assertEqual(found, dict.fromkeys(("stdout", *FORMATS), {"a derived key"}))

    def test_every_form_is_found(self) -> None:
        secret = canary.canary("secret").encode()
        key = next(iter(canary.all_keys(self.folder.vectors)))
        for data in (secret, key):
            shifted = [bytes(before) + data for before in range(3)]
            forms = [data, data.hex().encode(), data.hex().upper().encode()]
            forms += [canary.base64.b64encode(one) for one in shifted]
            for form in forms:
                file = self.folder.name("form")
                file.write_bytes(b"before " + form + b" behind")
                self.assertEqual(len(self.folder.find([file])), 1, form)

    def test_a_shim_that_shows_its_key(self) -> None:
        """The answers of one that declares `signing_key`, as the protocol lets it."""
        command = SHOWS.removeprefix("exec:").split()
        found = self.folder.find(self.folder.call(*command, stdin=self.requests()))
        self.assertEqual(found, {"stdout": {"a derived key"}})
        words = (SHOWS, "--no-sweeps", "--repeat", "2")  # both answers are told, as they are
        self.silent(self.folder.run(*words))
        planted = self.folder.find(self.folder.run(*words, program=UNREDACTED))
        self.assertEqual(planted["json"], {"a derived key"})

    def test_replay_files_hold_keys(self) -> None:
        """And are for their owner alone."""
        replay = self.folder.said / "replay"
        self.folder.run(bad("reject_all"), "--no-sweeps", "--replay", str(replay))
        files = sorted(replay.iterdir())
        self.assertEqual(self.folder.find(files), {"jsonl": {"a secret"}})
        self.assertEqual({stat.S_IMODE(file.stat().st_mode) for file in files}, {0o600})
        self.assertEqual(stat.S_IMODE(replay.stat().st_mode), 0o700)


if __name__ == "__main__":
    unittest.main()
