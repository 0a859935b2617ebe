# SPDX-License-Identifier: Apache-2.0
"""Policies from JSON: a vector's own, and --policy of both programs. What is verified is the
vectors of the suite. BIN_DIR as in test_command_line.py."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
BIN = Path(os.environ["BIN_DIR"])
CONFORM = str(BIN / "dciauth-conform")
SHIM = str(BIN / "dciauth-shim")
VECTORS = HERE.parent.parent / "vectors"
GET = "aws4/verify/get"

# A vector that the strict policy refuses, and the knob that lets it pass.
KNOBS = [
    ("aws4/verify/trailing-comma", {"auth_header_ws": "lenient"}),
    ("dci2-v2.1/verify/comma-without-blank", {"auth_header_ws": "lenient"}),
    ("aws4/verify/signature-upper-case", {"hex_case": "accept"}),
    ("aws4/verify/signature-twice", {"duplicate_auth_param": "last"}),
    ("aws4/verify/fourth-field", {"unknown_auth_param": "ignore"}),
    ("dci2-v2.1/verify/signed-headers-unsorted", {"signed_headers_form": "canonicalise"}),
    ("aws4/verify/token-unexpected", {"token_unexpected": "ignore"}),
    ("aws4/verify/scope-yesterday", {"scope_date": "signed"}),
    ("aws4-s3/verify/scope-yesterday", {"scope_date": "signed"}),
    ("aws4-s3/verify/hash-upper-case", {"payload_hash_case": "accept"}),
    ("aws4-s3/verify/hash-missing", {"payload_absent": "hash"}),
    ("aws4/verify/unsigned-payload", {"unsigned_payload": "allow"}),
    ("aws4/verify/host-not-signed", {"coverage": "free"}),
    ("aws4/verify/scope-region", {"scope_region": "any"}),
    ("aws4/verify/scope-service", {"scope_service": "any"}),
    ("dci2/verify-package/slashes-in-front", {"view": "wsgi"}),
]
# Knobs, and the reason for which they refuse an honest request.
STRICTER: list[tuple[Any, str]] = [
    ({"must_sign": ["content-type"]}, "header-not-signed"),
    ({"must_sign": ["Content-Type"]}, "header-not-signed"),
    ({"guard": ["x-*"]}, "accept"),
    ({"limits": {"headers": 2}}, "limit-exceeded"),
    ({"limits": {"headers": 3}}, "accept"),
    ({"limits": {"headers": 4, "access_key": 10}}, "limit-exceeded"),
    ({"limits": {"access_key": 11}}, "accept"),
    ({"limits": {"signed_headers": 14}}, "limit-exceeded"),
    ({"limits": {"signed_headers": 15}}, "accept"),
    ({"limits": {"args": 1}}, "limit-exceeded"),
    ({"limits": {"args": 2}}, "accept"),
]
WRONG: list[tuple[Any, str]] = [
    ([], "/: an object of knobs belongs here"),
    ({"hexcase": "accept"}, "/hexcase: no such knob"),
    ({"hex_case": "lower"}, "/hex_case: neither refuse nor accept"),
    ({"hex_case": True}, "/hex_case: neither refuse nor accept"),
    ({"preset": "lax"}, "/preset: neither strict nor python-dciauth"),
    ({"view": "cgi"}, "/view: neither wire nor wsgi"),
    ({"repeat": "last"}, "/repeat: none of row, refuse and first"),
    ({"must_sign": "host"}, "/must_sign: an array of header names"),
    ({"must_sign": ["host", 1]}, "/must_sign/1: the name of a header belongs here"),
    ({"must_sign": ["x-*"]}, "/must_sign/0: the name of a header belongs here"),
    ({"guard": ["Content-Type"]}, "/guard/0: the name of a header in lower case"),
    ({"guard": ["x_a"]}, "/guard/0: the name of a header in lower case"),
    ({"guard": ["*"]}, "/guard/0: the name of a header in lower case"),
    ({"limits": 3}, "/limits: an object of limits belongs here"),
    ({"limits": {"header": 3}}, "/limits/header: no such limit"),
    ({"limits": {"headers": 0}}, "/limits/headers: a number from 1 to the library's limit"),
    ({"limits": {"headers": 16385}}, "/limits/headers: a number from 1 to the library's limit"),
    ({"limits": {"headers": "9"}}, "/limits/headers: a number from 1 to the library's limit"),
    ({"max_skew_s": -1}, "/max_skew_s: a number of seconds belongs here"),
    ({"max_skew_s": 1.5}, "/max_skew_s: a number of seconds belongs here"),
]


def read_inputs() -> dict[str, Any]:
    inputs = {}
    for path in [*VECTORS.glob("*/verify.json"), VECTORS / "dci2/verify-package.json"]:
        for group in json.loads(path.read_text(encoding="utf-8"))["groups"]:
            for test in group["tests"]:
                inputs[test["id"]] = {**group["defaults"], **test["input"]}
    return inputs


INPUTS = read_inputs()


def ask(inp: Any, *words: str) -> dict[str, Any]:
    line = json.dumps({"op": "verify", "id": 1, "input": inp})
    done = subprocess.run(
        [SHIM, *words], input=line + "\n", capture_output=True, encoding="utf-8", check=True
    )
    return json.loads(done.stdout)


def verdict(inp: Any, *words: str) -> str:
    answer = ask(inp, *words)
    if answer["status"] != "ok":
        return f"{answer['status']}: {answer['message']}"
    out = answer["out"]
    return out["decision"] if out["decision"] == "accept" else out["error"]["code"]


class Policies(unittest.TestCase):
    def setUp(self) -> None:
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.file = Path(holder.name) / "policy.json"

    def with_file(self, policy: Any) -> tuple[str, str]:
        self.file.write_text(json.dumps(policy), encoding="utf-8")
        return "--policy", str(self.file)

    def test_each_knob(self) -> None:
        """A vector's own policy and a file's do the same, and no other knob does."""
        everything = {knob: side for _, policy in KNOBS for knob, side in policy.items()}
        for name, policy in KNOBS:
            with self.subTest(name):
                inp = {k: v for k, v in INPUTS[name].items() if k != "policy"}
                strict = verdict(inp)
                self.assertNotIn(strict, ("accept", "unsupported"))
                self.assertEqual(verdict({**inp, "policy": policy}), "accept")
                self.assertEqual(verdict(inp, *self.with_file(policy)), "accept")
                others = {k: v for k, v in everything.items() if k not in policy}
                self.assertEqual(verdict({**inp, "policy": others}), strict)

    def test_the_schema_knows_the_same(self) -> None:
        """Each knob of the schema, with each of its words, is known to the reference."""
        path = VECTORS / "schema" / "vectors.schema.json"
        schema = json.loads(path.read_text(encoding="utf-8"))
        known = schema["$defs"]["policy"]["properties"]
        policies = [{knob: word} for knob, form in known.items() for word in form.get("enum", [])]
        policies += [{"limits": {name: 1}} for name in known["limits"]["properties"]]
        policies += [{"must_sign": ["a"]}, {"guard": ["a", "b-*"]}]
        self.assertEqual({knob for policy in policies for knob in policy}, known.keys())
        for policy in policies:
            self.assertEqual(ask({**INPUTS[GET], "policy": policy})["status"], "ok", policy)

    def test_stricter(self) -> None:
        for policy, says in STRICTER:
            with self.subTest(policy):
                self.assertEqual(verdict({**INPUTS[GET], "policy": policy}), says)
                self.assertEqual(verdict(INPUTS[GET], *self.with_file(policy)), says)

    def test_guard(self) -> None:
        inp = INPUTS["aws4/verify/content-type-unsigned"]
        self.assertEqual(verdict(inp), "accept")
        for name in ("content-type", "content-*"):
            self.assertEqual(verdict({**inp, "policy": {"guard": [name]}}), "header-not-signed")

    def test_the_vector_goes_before_the_file(self) -> None:
        name, policy = KNOBS[2]
        inp, words = INPUTS[name], self.with_file({**policy, "limits": {"headers": 1}})
        self.assertEqual(verdict(inp, *words), "limit-exceeded")
        own = {**inp, "policy": {"limits": {"headers": 9}}}
        self.assertEqual(verdict(own, *words), "accept")
        own = {**inp, "policy": {"preset": "strict"}}
        self.assertEqual(verdict(own, *words), verdict(inp))
        own = {**inp, "policy": {"hex_case": "refuse", "limits": {"headers": 9}}}
        self.assertEqual(verdict(own, *words), verdict(inp))

    def test_skew(self) -> None:
        """That of the file goes before the vector's, which always has one."""
        inp = INPUTS[GET]
        for seconds, says in ((59, "skewed-past"), (60, "accept"), (0, "skewed-past")):
            words = self.with_file({"max_skew_s": seconds})
            self.assertEqual(verdict(inp, *words), says)
            clock = {**inp["clock"], "max_skew_s": seconds}
            self.assertEqual(verdict({**inp, "clock": clock}), says)

    def test_preset(self) -> None:
        name = "dci2-v2.1/verify/signed-headers-unsorted"
        words = self.with_file({"preset": "python-dciauth"})
        self.assertEqual(verdict(INPUTS[name], *words), "accept")

    def test_wrong_ones_of_vectors(self) -> None:
        for policy, says in WRONG:
            answer = ask({**INPUTS[GET], "policy": policy})
            self.assertEqual(answer["status"], "unsupported", policy)
            self.assertTrue(answer["message"].startswith(f"policy{says}"), answer)

    def test_wrong_files(self) -> None:
        for policy, says in WRONG:
            words = self.with_file(policy)
            for program in ([CONFORM, "run", "ref"], [SHIM]):
                done = subprocess.run(
                    [*program, *words], input="", capture_output=True, encoding="utf-8", check=False
                )
                self.assertEqual(done.returncode, 2, done.stdout)
                first = done.stderr.splitlines()[0]
                name = Path(program[0]).name
                self.assertTrue(first.startswith(f"{name}: {self.file}: {says}"), first)

    def test_files_that_are_no_json(self) -> None:
        for text, says in (
            ('{"repeat":"row",\n"repeat":"first"}', ': at "/repeat": the key is there twice'),
            ('{"repeat":\n', ': line 2, column 1, at "/repeat": the text ends'),
            ('{"\\u001b[31m":1}', ": /\\x1b[31m: no such knob\n"),
        ):
            self.file.write_text(text)
            done = subprocess.run(
                [SHIM, "--policy", str(self.file)],
                capture_output=True,
                encoding="utf-8",
                check=False,
            )
            self.assertEqual(done.returncode, 2)
            self.assertIn(f"policy.json{says}", done.stderr)

    def test_run(self) -> None:
        """`run` verifies by it: what was acceptable and refused is now accepted."""
        words = (*self.with_file(KNOBS[2][1]), "--select", KNOBS[2][0])
        shim = f"exec:{SHIM} --policy {self.file}"
        for command in ([CONFORM, "run", "ref", *words], [CONFORM, "run", shim, *words[2:]]):
            done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            self.assertIn("the answer is accept, the suite's choice reject", done.stdout)

    def test_options(self) -> None:
        words = self.with_file({})
        for command, says in (
            ([CONFORM, "run", f"exec:{SHIM}", *words], "--policy is for the target ref"),
            ([CONFORM, "list", *words], "list takes no --policy"),
            ([SHIM, "--policy"], "Usage: "),
            ([SHIM, *words, *words], "Usage: "),
        ):
            done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
            self.assertEqual(done.returncode, 2, done.stdout)
            self.assertIn(says, done.stderr)


if __name__ == "__main__":
    unittest.main()
