# SPDX-License-Identifier: Apache-2.0
"""`dciauth-conform validate`: everything that is wrong in a folder of vectors, each with a place.
BIN_DIR is the folder of the programs."""

from __future__ import annotations

import copy
import hashlib
import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
CONFORM = str(Path(os.environ["BIN_DIR"]) / "dciauth-conform")
TEST = "/groups/0/tests/0"


def validate(folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    command = [CONFORM, "validate", str(folder), *more]
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60, check=False)


def committed(name: str) -> dict:
    return json.loads((ROOT / "vectors" / name).read_text(encoding="utf-8"))


def digest(test: dict, defaults: dict) -> str:
    value = {"input": {**defaults, **test["input"]}, "expected": test["expected"]}
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


class Folder(unittest.TestCase):
    """A folder of one file, to be spoilt: the first group of committed vectors."""

    def setUp(self) -> None:
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)

    def group(self, name: str = "aws4/path.json", index: int = 0) -> dict:
        document = committed(name)
        document["groups"] = [document["groups"][index]]
        tests = document["groups"][0]["tests"]
        document["count"] = len(tests)
        flags = {flag for test in tests for flag in test.get("flags", [])}
        document["notes"] = {f: n for f, n in document["notes"].items() if f in flags}
        return document

    def write(self, document: dict | str | bytes, name: str = "aws4/path.json") -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(document) if isinstance(document, dict) else document
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def seal(self, document: dict) -> None:
        """The digests of the tests, made anew."""
        group = document["groups"][0]
        for test in group["tests"]:
            test["digest"] = digest(test, group["defaults"])

    def assert_found(self, *findings: str, more: tuple[str, ...] = ()) -> str:
        """Exactly these lines, without the file's name, are told, and the exit status is 2."""
        done = validate(self.folder, *more)
        self.assertEqual(done.returncode, 2, done.stdout + done.stderr)
        *lines, last = done.stdout.splitlines()
        path = f"{self.folder}/"
        told = [line.removeprefix(path) for line in lines if not line.endswith(" vectors")]
        self.assertEqual(told, list(findings))
        self.assertIn(f"{len(findings)} problem", last)
        return done.stdout


class Well(Folder):
    def test_committed_folder(self) -> None:
        done = validate(ROOT / "vectors")
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertIn("/vectors/aws4/path.json: ", done.stdout)
        self.assertRegex(done.stdout, r"52 files, 1\d{3} vectors and 8192 in sweeps: nothing is wr")

    def test_one_group(self) -> None:
        path = self.write(self.group())
        done = validate(self.folder)
        self.assertEqual(done.returncode, 0, done.stdout)
        count = self.group()["count"]
        self.assertEqual(
            done.stdout,
            f"{path}: {count} vectors\n1 file, {count} vectors and 0 in sweeps: nothing is wrong\n",
        )


class Form(Folder):
    def test_every_problem_is_listed(self) -> None:
        document = self.group()
        first, second, third = document["groups"][0]["tests"][:3]
        first["colour"] = "red"
        del first["title"]
        first["input"]["request"]["headers"].append({"n": "A", "n_b64": "QQ==", "v": 7})
        second["input"]["request"]["body_b64"] = "A==="
        second["result"] = "perhaps"
        third["id"] = "No Id"
        document["colour"] = "red"
        self.write(document)
        request = "input/request"
        self.assert_found(
            f"aws4/path.json: {TEST}/input/request/headers/1/v: a string belongs here",
            f"aws4/path.json: {TEST}/input/request/headers/1/n: n_b64 is there, too: keep one of "
            "them",
            f"aws4/path.json: {TEST}/colour: an unknown field: remove it, or use a newer "
            "dciauth-conform",
            f"aws4/path.json: {TEST}/title: missing: add it",
            "aws4/path.json: /groups/0/tests/1/result: 'perhaps' is none of: valid invalid "
            "acceptable",
            f"aws4/path.json: /groups/0/tests/1/{request}/body_b64: no base64: the standard "
            "alphabet, padded with '='",
            f"aws4/path.json: /groups/0/tests/1/{request}/body: body_b64 is there, too: keep one "
            "of them",
            "aws4/path.json: /groups/0/tests/2/id: no id: small letters and digits, single . _ / "
            "- within",
            "aws4/path.json: /colour: an unknown field: remove it, or use a newer dciauth-conform",
        )

    def test_so_many_are_shown(self) -> None:
        document = self.group()
        (group,) = document["groups"]
        group["tests"] = [copy.deepcopy(group["tests"][0]) for _ in range(130)]
        for number, test in enumerate(group["tests"]):
            test["id"], test["colour"] = f"aws4/path/a-{number}", "red"
        document["count"] = 130
        document["notes"] = {f: document["notes"][f] for f in group["tests"][0]["flags"]}
        self.write(document)
        done = validate(self.folder)
        self.assertEqual(done.stdout.count("an unknown field"), 100)
        self.assertIn("path.json: and 30 more\n", done.stdout)
        self.assertIn(": 130 problems in 1 file\n", done.stdout)

    def test_what_does_not_show(self) -> None:
        document = self.group()
        document["groups"][0]["tests"][0]["input"]["request"]["target"] = "/\x1b[2J"
        document["groups"][0]["tests"][0]["bad\x1bkey"] = 1
        self.write(document)
        out = validate(self.folder).stdout
        self.assertIn("target: not plain text: write base64, under the name with _b64", out)
        self.assertIn(r"bad\x1bkey: an unknown field", out)
        self.assertNotIn("\x1b", out)

    def test_input_that_lacks_something(self) -> None:
        document = self.group()
        del document["groups"][0]["defaults"]["credentials"]
        document["groups"][0]["tests"] = document["groups"][0]["tests"][:1]
        document["count"], document["notes"] = 2, {}
        self.write(document, "aws4/other.json")
        flags = document["groups"][0]["tests"][0]["flags"]
        self.assertTrue(flags)
        self.assert_found(
            f"aws4/other.json: {TEST}/input/credentials: missing: add it, or to the group's "
            "defaults",
            "aws4/other.json: /count: not the number of tests: set it to 1",
            "aws4/other.json: /file: not where the file is: <folder>/<file name>, without .json, "
            "belongs here",
        )

    def test_op(self) -> None:
        self.write({**self.group(), "op": "guess"})
        self.assert_found("aws4/path.json: /op: sign, presign or verify belongs here")


class Together(Folder):
    """What is wrong although each value has its form."""

    def test_stages(self) -> None:
        document = self.group()
        test = document["groups"][0]["tests"][0]
        test["expected"]["stages"]["canonical_request"][1] = "/elsewhere"
        test["expected"]["stages"]["signature"] = "0" * 64
        right = committed("aws4/path.json")["groups"][0]["tests"][0]["expected"]["stages"]
        self.seal(document)
        self.write(document)
        lines = test["expected"]["stages"]["canonical_request"]
        digest_of_lines = hashlib.sha256("\n".join(lines).encode()).hexdigest()
        at = f"aws4/path.json: {TEST}/expected"
        self.assert_found(
            f"{at}/stages/string_to_sign: its last line is not the hash of the canonical request, "
            f"{digest_of_lines}",
            f"{at}/stages/signature: not that of the string to sign with this secret, which is "
            f"{right['signature']}",
            f"{at}/authorization: its Signature is not that of the stages",
        )

    def test_secret(self) -> None:
        document = self.group()
        group = document["groups"][0]
        secret = {**group["defaults"]["credentials"], "secret_key": "another EXAMPLE"}
        group["tests"][0]["input"]["credentials"] = secret
        self.seal(document)
        self.write(document)
        self.assertIn(
            "/expected/stages/signature: not that of the string to sign with this secret",
            validate(self.folder).stdout,
        )

    def test_alternatives(self) -> None:
        document = committed("aws4/path.json")
        places = [
            (test, f"/groups/{g}/tests/{t}/alternatives/{a}")
            for g, group in enumerate(document["groups"])
            for t, test in enumerate(group["tests"])
            for a, other in enumerate(test.get("alternatives", []))
            if "stages" in other
        ]
        test, at = places[0]
        stages = test["alternatives"][int(at.rpartition("/")[2])]["stages"]
        stages["signature"] = "f" * 64
        self.write(document)
        out = validate(self.folder).stdout
        self.assertIn(f"path.json: {at}/stages/signature: not that of the string to sign", out)
        self.assertIn(": 2 problems in 1 file\n", out, "its Authorization is the other one")

    def test_digest(self) -> None:
        document = self.group()
        right = document["groups"][0]["tests"][0]["digest"]
        document["groups"][0]["tests"][0]["digest"] = "0" * 64
        self.write(document)
        self.assert_found(
            f"aws4/path.json: {TEST}/digest: of another input or expectation; of this one it is "
            f"{right}"
        )

    def test_names(self) -> None:
        document = committed("aws4/path.json")
        tests = [t for g in document["groups"] for t in g["tests"]]
        knob = next(t for t in tests if "knob" in t)
        bad = next(t for t in tests if "error" in t["expected"])
        knob["knob"]["name"] = "no_such_knob"
        bad["expected"]["error"]["class"] = "no-such-class"
        tests[0]["requires"] = ["no.such.feature"]
        tests[0]["flags"].append("no-such-flag")
        document["groups"][0]["defaults"]["profile"] = "aws5"
        self.write(document)
        out = validate(self.folder).stdout
        for name, file in (
            ("no_such_knob", "knobs.json"),
            ("no-such-class", "errors.json"),
            ("no.such.feature", "features.json"),
            ("aws5", "profiles.json"),
        ):
            self.assertIn(f"'{name}' is not in {file}: correct it, or name it in the fol", out)
        self.assertIn(f"{TEST}/flags/1: the file's notes do not explain 'no-such-flag'", out)

    def test_profiles_of_the_command_line(self) -> None:
        """They are known, and signatures are looked at as in the library's own."""
        document = self.group()
        document["groups"][0]["defaults"]["profile"] = "copy4"
        document["groups"][0]["tests"][1]["expected"]["stages"]["signature"] = "0" * 64
        self.seal(document)
        self.write(document)
        self.assertIn("'copy4' is not in profiles.json", validate(self.folder).stdout)
        rows = self.folder / "rows"
        rows.write_text('[{"name": "copy4"}]')
        out = validate(self.folder, "--profiles", str(rows)).stdout
        self.assertNotIn("copy4", out)
        self.assertIn("/tests/1/expected/stages/signature: not that of the string to sign", out)
        self.assertIn(": 2 problems in 1 file\n", out)

    def test_registries_of_the_folder(self) -> None:
        """Beside the vectors they count, for themselves; what is wrong in them is said."""
        document = self.group()
        document["groups"][0]["tests"][0]["requires"] = ["own.feature"]
        self.write(document)
        self.assertIn("own.feature", validate(self.folder).stdout)
        self.write({"own.feature": "…", "path.raw-bytes": "…"}, "features.json")
        self.assertEqual(validate(self.folder).returncode, 0, validate(self.folder).stdout)
        self.write("[]", "features.json")
        self.assertIn("features.json: an object belongs here", validate(self.folder).stdout)
        self.write('[{"id": "aws4/path/root"}, {}]', "retired.json")
        self.assertIn("retired.json: /1/id: missing: add it", validate(self.folder).stdout)

    def test_ids(self) -> None:
        document = self.group()
        self.write(document)
        other = copy.deepcopy(document)
        other["file"] = "aws4/other"
        other["groups"][0]["tests"] = other["groups"][0]["tests"][:1]
        other["count"] = 1
        other["notes"] = {f: other["notes"][f] for f in other["groups"][0]["tests"][0]["flags"]}
        self.write(other, "aws4/other.json")
        name = other["groups"][0]["tests"][0]["id"]
        self.write(f'[{{"id": "{document["groups"][0]["tests"][1]["id"]}"}}]', "retired.json")
        retired = document["groups"][0]["tests"][1]["id"]
        self.assert_found(
            f"aws4/path.json: /groups/0/tests/1/id: {retired} is retired in retired.json: an id "
            "never comes back",
            f"aws4/path.json: {TEST}/id: {name} is also at {self.folder}/aws4/other.json, {TEST}: "
            "rename one",
        )

    def test_results(self) -> None:
        document = self.group()
        first, second = document["groups"][0]["tests"][:2]
        first["result"] = "invalid"
        second["result"] = "acceptable"
        self.write(document)
        self.assert_found(
            f"aws4/path.json: {TEST}/result: 'invalid', but none is expected: mend one of them",
            "aws4/path.json: /groups/0/tests/1/knob: missing: acceptable and a knob go together",
            "aws4/path.json: /groups/0/tests/1/alternatives: missing: acceptable and alternatives "
            "go together",
        )

    def test_twins(self) -> None:
        document = committed("aws4/verify.json")
        negatives = [
            (t, f"/groups/{g}/tests/{i}")
            for g, group in enumerate(document["groups"])
            for i, t in enumerate(group["tests"])
            if t["result"] == "invalid"
        ]
        (gone, at_gone), (bad, at_bad), (lone, at_lone) = negatives[:3]
        gone["twin"] = gone["recipe"]["base"] = "aws4/verify/no-such"
        bad["twin"] = gone["id"]
        base = bad["recipe"]["base"]
        del lone["twin"], lone["recipe"]
        self.write(document, "aws4/verify.json")
        out = validate(self.folder).stdout
        where = f"{self.folder}/aws4/verify.json: "
        self.assertIn(f"{where}{at_gone}/twin: there is no test aws4/verify/no-such: name one", out)
        self.assertIn(f"{where}{at_bad}/twin: {gone['id']} is no valid test: name one that is", out)
        self.assertIn(f"{where}{at_bad}/recipe/base: not the twin, which is {gone['id']}", out)
        self.assertIn(f"{where}{at_lone}/twin: missing: a refusal counts only beside a valid", out)
        self.assertNotEqual(base, gone["id"])

    def test_conflicts(self) -> None:
        document = self.group()
        first, second = document["groups"][0]["tests"][:2]
        first["conflicts_with"] = [second["id"], "aws4/path/no-such"]
        self.write(document)
        self.assert_found(
            f"aws4/path.json: {TEST}/conflicts_with/0: it does not name this one: a conflict is "
            "named on both sides",
            f"aws4/path.json: {TEST}/conflicts_with/1: there is no such test: a conflict is named "
            "on both sides",
        )

    def test_notes(self) -> None:
        document = self.group()
        document["notes"]["unused"] = next(iter(document["notes"].values()))
        self.write(document)
        self.assert_found(
            "aws4/path.json: /notes/unused: no test has this flag: remove the note, or flag a test"
        )


class Unreadable(Folder):
    def test_no_folder(self) -> None:
        for place in (self.folder / "no-such", self.write("", "file")):
            done = validate(place)
            self.assertEqual((done.returncode, done.stdout), (2, ""))
            self.assertIn(f"{place}: no folder: name the one that holds <profile>/", done.stderr)

    def test_empty_folder(self) -> None:
        self.assert_found(
            f"{self.folder}: holds no <profile>/<area>.json with tests",
        )

    def test_vectors_beside_the_folders(self) -> None:
        self.write(self.group())
        self.write(self.group(), "path.json")
        self.write("{}", "imported.json")
        self.assert_found(
            "path.json: vectors are looked for in folders: move it to <profile>/<area>.json"
        )

    def test_json(self) -> None:
        """One problem a file, for the reader cannot go on; but every file is looked at."""
        self.write('{"a": 01}', "a/a.json")
        self.write('{"a": 1, "a": 2}', "a/b.json")
        self.write(b'{"a": "\xff"}', "a/c.json")
        self.write("", "a/d.json")
        self.write("[" * 100_000, "a/e.json")
        self.write("[]", "a/f.json")
        os.mkfifo(self.folder / "a" / "g.json")
        os.symlink("no-such-file", self.folder / "a" / "h.json")
        out = validate(self.folder).stdout
        for name, what in {
            "a": 'line 1, column 8, at "/a": ',
            "b": f'{self.folder}/a/b.json: at "/a": the key is there twice: remove one',
            "c": 'line 1, column 8, at "/a": ',
            "d": 'line 1, column 1, at "": the text ends where a value belongs',
            "e": "nested more than 64 deep: make it flatter",
            "f": "f.json: an object belongs here",
            "g": "no regular file: remove it",
            "h": "a link to nothing: remove it",
        }.items():
            (line,) = (x for x in out.splitlines() if x.startswith(f"{self.folder}/a/{name}.json"))
            self.assertIn(what, line)
        self.assertIn("8 files, 0 vectors and 0 in sweeps: 8 problems in 8 files\n", out)

    def test_large_file(self) -> None:
        path = self.write("", "a/large.json")
        with path.open("wb") as file:
            file.truncate(100 << 20)
        self.assert_found("a/large.json: 100 MiB, at most 64: split it")

    @unittest.skipIf(os.geteuid() == 0, "root reads everything")
    def test_permissions(self) -> None:
        self.write(self.group()).chmod(0)
        self.assertIn("path.json: Permission denied", validate(self.folder).stdout)

    def test_usage(self) -> None:
        done = subprocess.run(
            [CONFORM, "validate"], capture_output=True, encoding="utf-8", check=False
        )
        self.assertEqual(done.returncode, 2)
        self.assertIn("validate takes one folder of vectors", done.stderr)


if __name__ == "__main__":
    unittest.main()
