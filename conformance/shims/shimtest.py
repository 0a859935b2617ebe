# SPDX-License-Identifier: Apache-2.0
"""What tests of shims share: a shim as a process, without the runner, and requests whose signatures
are known.

A shim whose package or toolchain is not there is skipped, and said so; if that is all that a
program of tests has, it ends with status 77.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import unittest
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
Json = dict[str, Any]

EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
# GET / of example.amazonaws.com: plain, with x-amz-content-sha256, and as S3 signs it.
PLAIN = "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"
WITH_HASH = "726c5c4879a6b4ccbbd3b24edbd6b8826d34f87450fbbf4e85546fc7ba9c1642"
S3 = "4a57a9b66302b918923f101b20f6be667a12693f84a1e13a9a8b877028bef358"


def aws(profile: str = "aws4", target: str = "/", **headers: str) -> Json:
    given = {"Host": "example.amazonaws.com"} | headers
    return {
        "profile": profile,
        "request": {
            "method": "GET",
            "target": target,
            "headers": [{"n": n.replace("_", "-"), "v": v} for n, v in given.items()],
            "body": "",
        },
        "credentials": {
            "access_key": "AKIDEXAMPLE",
            "secret_key": "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
        },
        "params": {
            "region": "us-east-1",
            "service": "s3" if profile == "aws4-s3" else "service",
            "timestamp": "20150830T123600Z",
        },
    }


class Shim(unittest.TestCase):
    """A test of the shim in the folder `where`, below this one."""

    where = ""
    needs: tuple[str, ...] = ()  # programs
    arguments: tuple[str, ...] = ()
    name = ""  # in its hello, if it is not that of its shim.json

    def setUp(self) -> None:
        self.folder = HERE / self.where
        self.manifest = json.loads((self.folder / "shim.json").read_text(encoding="utf-8"))
        missing = [program for program in self.needs if not shutil.which(program)]
        if missing:
            self.skipTest(f"{self.manifest['name']}: there is no {' and no '.join(missing)}")
        self.once = self.manifest.get("kind") == "exec-once"
        self.last = 0
        self.process = self.start()
        self.addCleanup(self.stop)
        try:
            self.hello = self.ask("hello")
        except (BrokenPipeError, json.JSONDecodeError):
            assert self.process.stderr
            message = self.process.stderr.read()
            self.assertIn("is not installed", message)
            self.skipTest(message.strip())

    def start(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [*self.manifest["start"], *self.arguments],
            cwd=self.folder,
            env=os.environ | {"TZ": "UTC", "LC_ALL": "C.UTF-8"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def stop(self) -> None:
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            assert stream
            with contextlib.suppress(BrokenPipeError):  # of one that ended before it read
                stream.close()
        self.process.wait(10)

    def ask(self, op: str, inp: Json | None = None) -> Json:
        if self.once and self.last:
            self.stop()
            self.process = self.start()
        self.last += 1
        request = json.dumps({"op": op, "id": self.last, "input": inp}) + "\n"
        reply = json.loads(self.answer_once(request) if self.once else self.answer(request))
        self.assertEqual(reply["id"], self.last)
        return reply

    def answer(self, request: str) -> str:
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(request)
        self.process.stdin.flush()
        return self.process.stdout.readline()

    def answer_once(self, request: str) -> str:
        output, noise = self.process.communicate(request, timeout=20)
        self.assertEqual(self.process.returncode, 0, noise)
        self.assertEqual(output.find("\n"), len(output) - 1, "one line")
        return output

    def sign(self, inp: Json) -> Json:
        reply = self.ask("sign", inp)
        self.assertEqual(reply["status"], "ok", reply)
        return reply["out"]

    def status(self, inp: Json, **request: Any) -> str:
        """The status of the answer to `inp` with these members of the request changed."""
        return self.ask("sign", inp | {"request": inp["request"] | request})["status"]

    def test_hello(self) -> None:
        self.assertEqual((self.hello["status"], self.hello["protocol"]), ("ok", 1))
        self.assertEqual(self.hello["impl"]["name"], self.name or self.manifest["name"])
        if self.manifest["version"] != "as installed":
            self.assertEqual(self.hello["impl"]["version"], self.manifest["version"])

    def test_ends(self) -> None:
        if self.once:
            return  # judged with each answer
        assert self.process.stdin
        self.process.stdin.write('{"op": "bye", "id": 9}\n')
        self.process.stdin.flush()
        self.assertEqual(self.process.wait(5), 0)

    def test_unknown_operation(self) -> None:
        self.assertEqual(self.ask("derive_key")["status"], "unsupported")


class Aws:
    """What holds for every signer of AWS's; mixed into a Shim."""

    def test_plain(self) -> None:
        out = self.sign(aws())
        self.assertEqual(out["signature"], PLAIN)
        self.assertTrue(out["authorization"].endswith(PLAIN))
        if "canonical_request" in self.hello["stages"]:
            canonical = out["stages"]["canonical_request"].split("\n")
            self.assertEqual([*canonical[:3], canonical[-1]], ["GET", "/", "", EMPTY])
        if "string_to_sign" in self.hello["stages"]:
            self.assertEqual(out["stages"]["string_to_sign"].split("\n")[0], "AWS4-HMAC-SHA256")


class Package(Aws):
    """What holds for a signer that also signs as S3 wants it."""

    not_headers: Any = [7]

    def test_profiles(self) -> None:
        out = self.sign(aws("aws4-s3"))
        self.assertEqual(out["signature"], S3)
        self.assertEqual(self.sign(aws(x_amz_content_sha256=EMPTY))["signature"], WITH_HASH)
        if "headers" in out:
            added = {header["n"].lower() for header in out["headers"]}
            self.assertEqual(added, {"x-amz-date", "x-amz-content-sha256"})

    def test_token(self) -> None:
        inp = aws()
        inp["credentials"]["session_token"] = "a/b+c="
        signed = self.sign(inp)["authorization"]
        self.assertIn("SignedHeaders=host;x-amz-date;x-amz-security-token,", signed)

    def test_repeated_value(self) -> None:
        """A large value comes as {"repeat_b64", "times"}."""
        repeated = {"repeat_b64": "YWI=", "times": 3}
        inp = aws() | {"request": aws()["request"] | {"method": "POST", "body": repeated}}
        plain = aws() | {"request": aws()["request"] | {"method": "POST", "body": "ababab"}}
        self.assertEqual(self.sign(inp), self.sign(plain))

    def test_own_bug(self) -> None:
        self.assertEqual(self.status(aws(), headers=self.not_headers), "error")


def main() -> None:
    """Runs the tests of the program: 77 if all of them were skipped."""
    done = unittest.main(exit=False).result
    if not done.wasSuccessful():
        sys.exit(1)
    skipped = len(done.skipped)
    sys.exit(77 if skipped and skipped == done.testsRun else 0)
