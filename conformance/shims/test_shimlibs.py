# SPDX-License-Identifier: Apache-2.0
"""Tests of javascript/shimlib.js, go/shimlib and rust/shimlib on packages that do not behave.

    test_shimlibs.py CLASS
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

import shimtest

TOY = """
console.log("chatter at the start");
exports.sign = (what) => {
  console.log("chatter");
  process.stdout.write("more\\n");
  if (what === "throw") { null.x; }
  if (what === "reject") { return Promise.reject(new Error("no")); }
  return what;
};
"""
SHIM = """
const lib = require(LIB);
const toy = lib.load("toy");
const ops = {
  sign: async (input) => {
    const what = lib.text(input, "what");
    if (what === "own bug") { undefined.x; }
    if (what === "refuse") { throw new lib.Refused("declared"); }
    const out = {};
    lib.put(out, "what", await toy.sign(what));
    return out;
  },
};
lib.serve({ name: "toy", pkg: "toy", ops, profiles: [], features: "a b", stages: "" });
"""


@unittest.skipUnless(shutil.which("node"), "there is no node")
class JavaScript(unittest.TestCase):
    def ask(self, *inputs: dict) -> tuple[list[dict], str]:
        with tempfile.TemporaryDirectory() as folder:
            package = Path(folder, "node_modules/toy")
            package.mkdir(parents=True)
            (package / "package.json").write_text('{"name": "toy", "version": "1.2"}')
            (package / "index.js").write_text(TOY)
            lib = json.dumps(str(shimtest.HERE / "javascript/shimlib.js"))
            Path(folder, "shim.js").write_text(SHIM.replace("LIB", lib))
            lines = [{"op": "hello"}, *({"op": "sign", "input": one} for one in inputs)]
            done = subprocess.run(
                ["node", f"{folder}/shim.js", folder],
                input="".join(json.dumps({"id": i, **one}) + "\n" for i, one in enumerate(lines)),
                capture_output=True,
                encoding="utf-8",
                check=True,
            )
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual([answer["id"] for answer in answers], list(range(len(lines))))
        return answers, done.stderr

    def test_stdout_is_the_protocol_alone(self) -> None:
        (hello, answer), noise = self.ask({"what": "x"})
        self.assertEqual(hello["impl"]["version"], "1.2")
        self.assertEqual(hello["features"], ["a", "b"])
        self.assertEqual(hello["stages"], [])
        self.assertEqual(answer, {"id": 1, "status": "ok", "out": {"what": "x"}})
        for words in ("chatter at the start", "chatter", "more"):
            self.assertIn(words, noise)

    def test_statuses(self) -> None:
        inputs = ("throw", "reject", "own bug", "refuse")
        answers, noise = self.ask(*({"what": what} for what in inputs), {"what_b64": "/w=="})
        statuses = [answer["status"] for answer in answers[1:]]
        self.assertEqual(statuses, ["raised", "raised", "error", "refused", "unrepresentable"])
        self.assertIn("TypeError", noise)

    def test_texts(self) -> None:
        long = {"repeat_b64": "YWI=", "times": 100_000}
        line = "a\u2028b\u0085"  # a line to readline, and not to the protocol
        answers, _ = self.ask({"what": long}, {"what": line}, {"what": "\ufeffx"})
        self.assertEqual(answers[1]["out"]["what"], "ab" * 100_000)
        self.assertEqual(answers[2]["out"], {"what_b64": "YeKAqGLChQ=="})
        self.assertEqual(answers[3]["out"], {"what_b64": "77u/eA=="})


@unittest.skipUnless(shutil.which("go"), "there is no go")
class Go(unittest.TestCase):
    modules = ("shimlib", "aws-sdk-go-v2")

    def go(self, *words: str, module: str) -> subprocess.CompletedProcess[str]:
        env = os.environ | {"GOTOOLCHAIN": "local", "GOFLAGS": "-mod=readonly", "GOWORK": "off"}
        folder = shimtest.HERE / "go" / module
        return subprocess.run(
            [*words], cwd=folder, env=env, capture_output=True, encoding="utf-8", check=False
        )

    def setUp(self) -> None:
        done = self.go("go", "list", module="shimlib")
        if "requires go" in done.stderr:
            self.skipTest(done.stderr.strip())

    def test_units(self) -> None:
        done = self.go("go", "test", module="shimlib")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_vet(self) -> None:
        for module in self.modules:
            done = self.go("go", "vet", ".", module=module)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    @unittest.skipUnless(shutil.which("gofmt"), "there is no gofmt")
    def test_format(self) -> None:
        for module in self.modules:
            done = self.go("gofmt", "-l", ".", module=module)
            self.assertEqual(done.stdout, "", "run gofmt -w on these")


@unittest.skipUnless(shutil.which("cargo"), "there is no cargo")
class Rust(unittest.TestCase):
    """Without the network: with the crates that installing a shim has fetched."""

    def cargo(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["cargo", *words],
            cwd=shimtest.HERE / "rust",
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def setUp(self) -> None:
        fetched = self.cargo("tree", "--offline", "--locked", "-p", "shimlib")
        if fetched.returncode != 0:
            self.skipTest("no shim in Rust is installed: " + fetched.stderr.strip()[:200])

    def test_units(self) -> None:
        target = shimtest.HERE.parent.parent / "build/shims/rust/test"
        words = ["test", "--offline", "--locked", "--quiet", "--target-dir", str(target)]
        done = self.cargo(*words, "-p", "shimlib")
        if "requires rustc" in done.stderr or "is not supported" in done.stderr:
            self.skipTest(done.stderr.strip()[:200])
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_format(self) -> None:
        done = self.cargo("fmt", "--all", "--check")
        if "is not installed" in done.stderr or "no such command" in done.stderr:
            self.skipTest("there is no rustfmt")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)


if __name__ == "__main__":
    shimtest.main()
