# SPDX-License-Identifier: Apache-2.0
"""--errors, --errormap and the errormap.json of a shim. BIN_DIR as in conform.py."""

from __future__ import annotations

import json
import shlex
import unittest
from pathlib import Path

from conform import BIN, HERE, SHIM, VERIFY, Done, InFolder, bad, events

OTHER = ("--select", "aws4/verify/other-target")
STRICT = ("--errors", "strict")
TOO_OLD = {"native": "E17: too old", "message": "signed 16 minutes ago"}


def wrong(**error: str) -> str:
    """A verifier that decides rightly, and gives this error for every refusal."""
    return f"{bad('wrong_reason')} {shlex.quote(json.dumps(error))}"


class Errors(InFolder):
    def test_lenient_is_the_default(self) -> None:
        done = self.ends(0, wrong(code="no-auth"), *VERIFY)
        self.assertIn("refused for no-auth, the vector's reason is scope-region", done.stdout)
        same = self.ends(0, wrong(code="no-auth"), *VERIFY, "--errors", "lenient")
        self.assertEqual(done.stdout, same.stdout)

    def test_strict(self) -> None:
        report = self.folder / "report"
        done = self.ends(1, wrong(code="no-auth"), *VERIFY, *STRICT, "--json", str(report))
        self.assertIn("FAIL aws4/verify/other-target at reason", done.stdout)
        failed = [e for e in events(report) if e.get("status") == "fail"]
        self.assertEqual([e["id"][12:] for e in failed], ["other-target", "late"])
        self.assertEqual({e["stage"] for e in failed}, {"reason"})
        self.assertEqual(
            (failed[0]["expected"], failed[0]["actual"]), ("signature-mismatch", "no-auth")
        )
        self.ends(0, wrong(code="signature-mismatch"), *OTHER, *STRICT)

    def test_no_reason_at_all(self) -> None:
        self.ends(0, wrong(message="no"), *OTHER)
        done = self.ends(1, wrong(message="no"), *OTHER, *STRICT)
        self.assertIn("it names no error class", done.stdout)

    def test_signers_too(self) -> None:
        """The suite's `late` has a wrong class on purpose, and no signer is asked for it."""
        self.ends(0, "ref", "--select", "aws4/sign/*", *STRICT)
        done = self.ends(1, "ref", *VERIFY, *STRICT)
        self.assertRegex(done.stdout, r"deviates at:\n    1  reason:\n +aws4/verify/late\n")

    def test_is_expected_by_its_stage(self) -> None:
        known = str(self.folder / "known.json")
        self.ends(1, "ref", *VERIFY, *STRICT, "--write-xfail", known)
        (entry,) = json.loads(Path(known).read_text(encoding="utf-8"))
        self.assertEqual((entry["status"], entry["got"]), ("ok", "reason"))
        self.ends(0, "ref", *VERIFY, *STRICT, "--xfail", known)

    def test_blind(self) -> None:
        self.ends(1, wrong(code="no-auth"), *OTHER, *STRICT, "--blind")
        self.ends(0, wrong(code="signature-mismatch"), *OTHER, *STRICT, "--blind")

    def test_other_words(self) -> None:
        for word in ("Strict", "stri", "lenient|strict"):
            done = self.ends(2, "ref", "--errors", word)
            self.assertIn(
                f"--errors {word}: one of lenient|strict belongs here", done.stderr
            )


class Map(InFolder):
    def write(self, content: object, name: str = "errormap.json") -> str:
        path = self.folder / name
        words = content if isinstance(content, str) else json.dumps(content)
        path.write_text(words, encoding="utf-8")
        return str(path)

    def mapped(self, status: int, content: object, *words: str) -> Done:
        return self.ends(status, *words, "--errormap", self.write(content))

    def test_native_errors_have_classes(self) -> None:
        target = wrong(**TOO_OLD)
        for key in ("E17: too old", "E17*", "signed *", "*"):
            with self.subTest(key):
                right = {key: ["no-auth", "signature-mismatch"]}
                self.mapped(0, right, target, *OTHER, *STRICT)
                done = self.mapped(1, {key: ["skewed-past"]}, target, *OTHER, *STRICT)
                self.assertIn("actual    skewed-past", done.stdout)
        done = self.mapped(0, {"E17*": ["no-auth", "argument"]}, target, *OTHER)
        self.assertIn("refused for no-auth or argument, the vector's reason is", done.stdout)

    def test_what_it_does_not_know(self) -> None:
        done = self.mapped(1, {"E18": ["no-auth"]}, wrong(**TOO_OLD), *OTHER, *STRICT)
        self.assertIn("the errormap has no entry for its error", done.stdout)

    def test_bad_files(self) -> None:
        target = wrong(**TOO_OLD)
        path = self.folder / "errormap.json"
        for content, says in (
            ([], ": an object belongs here"),
            ({"a/b": []}, ": /a~1b: an array of error classes belongs here"),
            ({"a": ["no-auth", "typo"]}, ": /a/1: there is no error class 'typo'"),
            ("{", ": line 1, column "),
            ('{"a":["no-auth"],"a":["no-auth"]}', ': at "/a": the key is there twice'),
        ):
            with self.subTest(content=content):
                done = self.mapped(2, content, target, *OTHER)
                self.assertIn(f"dciauth-conform: {path}{says}", done.stderr)
        done = self.ends(2, target, "--errormap", "/nowhere")
        self.assertIn("/nowhere: No such file or directory", done.stderr)

    def test_is_for_targets_without_one_of_their_own(self) -> None:
        self.mapped(0, {"x": ["no-auth"]}, "ref", SHIM, *OTHER)
        self.mapped(0, {"x": ["no-auth"]}, f"lib:{BIN / 'dciauth-shim.so'}", *OTHER)
        done = self.mapped(2, {"x": ["no-auth"]}, "ref", *OTHER)
        self.assertIn("--errormap is for exec:, exec-once: and lib:", done.stderr)

    def shim(self, content: object | None) -> tuple[str, ...]:
        """A shim with such a file beside its shim.json."""
        folder = self.folder / "python" / "mine"
        folder.mkdir(parents=True, exist_ok=True)
        start = ["python3", str(HERE / "shims/wrong_reason.py"), json.dumps(TOO_OLD)]
        shim = {"name": "mine", "language": "python", "start": start}
        (folder / "shim.json").write_text(json.dumps(shim), encoding="utf-8")
        (folder / "errormap.json").unlink(missing_ok=True)
        if content is not None:
            self.write(content, "python/mine/errormap.json")
        return ("mine", "--shims", str(self.folder), *OTHER, *STRICT)

    def test_beside_a_shim(self) -> None:
        self.ends(0, *self.shim({"E17*": ["signature-mismatch"]}))
        self.ends(1, *self.shim({"E17*": ["no-auth"]}))
        self.ends(1, *self.shim(None))
        done = self.ends(2, *self.shim({"E17*": "no-auth"}))
        self.assertIn(f"{self.folder}/python/mine/errormap.json: /E17*: an array", done.stderr)
        words = self.shim({"E17*": ["signature-mismatch"]})
        done = self.ends(2, *words, "--errormap", self.write({}))
        self.assertIn("a shim has an errormap.json beside its shim.json", done.stderr)


if __name__ == "__main__":
    unittest.main()
