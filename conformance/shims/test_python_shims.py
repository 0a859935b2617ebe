# SPDX-License-Identifier: Apache-2.0
"""Tests of the shims in Python without the runner: known answers, and the statuses of failures."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import shimtest
from shimtest import HERE, Aws, Json, Package, aws

# GET /api/v1/jobs of api.distributed-ci.io, under either algorithm, and as version 1 signs it.
DCI = "f72a9b98df4e972d9287ab973d75770ee56ec94e68e44d6254ded359e448c6b3"
DCI_AWS4 = "6e1480f83c58dd5edb2964a3de3a10ef3ec7669508df5e6212ccde09e905e8a8"
DCI1 = "0d4be83844e46dd6b30a24d492439f44209b178232b0d96b222e77c2cb167212"


def dci(target: str = "/api/v1/jobs", profile: str = "dci2-v2.1", **headers: str) -> Json:
    given = ({} if profile == "dci1" else {"Host": "api.distributed-ci.io"}) | headers
    return {
        "profile": profile,
        "request": {
            "method": "GET",
            "target": target,
            "headers": [{"n": n.replace("_", "-"), "v": v} for n, v in given.items()],
        },
    }


def dci_sign(target: str = "/api/v1/jobs", profile: str = "dci2-v2.1", **params: str) -> Json:
    credentials = {"access_key": "remoteci/client_id", "secret_key": "secret"}
    scope = {"region": "BHS3", "service": "api"} if profile in ("dci2", "dci-aws4") else {}
    params = {"timestamp": "20240919T132539Z"} | scope | params
    return dci(target, profile) | {"credentials": credentials, "params": params}


def dci_verify(
    now: str, authorization: str, target: str = "/api/v1/jobs", profile: str = "dci2-v2.1"
) -> Json:
    date = {"dci_datetime" if profile == "dci1" else "X_DCI_Date": "20240919T132539Z"}
    request = dci(target, profile, **date, Authorization=authorization)
    keyring = [{"access_key": "remoteci/client_id", "secret_key": "secret"}]
    skew = {"max_skew_s": 86400} if profile == "dci1" else {}
    return request | {"keyring": keyring, "clock": {"now": now} | skew}


class Shim(shimtest.Shim):
    def setUp(self) -> None:
        self.where = f"python/{self.package}"
        super().setUp()


class Signer(Package, Shim):
    """What holds for the packages that sign as AWS has it."""

    def test_unrepresentable(self) -> None:
        inp = aws()
        inp["request"]["target_b64"] = "L/8="
        self.assertEqual(self.ask("sign", inp)["status"], "unrepresentable")
        inp = aws()
        inp["params"]["timestamp"] = "20150230T000000Z"
        self.assertEqual(self.ask("sign", inp)["status"], "unrepresentable")

    def test_bytes(self) -> None:
        out = self.sign(aws("aws4-s3", "/\u202e"))
        self.assertNotIn("canonical_request", out["stages"])
        self.assertIn("canonical_request_b64", out["stages"])


class Template(Aws, Shim):
    package = "template"


class Botocore(Signer):
    package = "botocore"


class BotocoreParams(Botocore):
    arguments = ("--params",)

    def test_query_is_encoded(self) -> None:
        for query, canonical in (
            ("b=%7e&a=é&a=%2F+", "a=%2F%2B&a=%C3%A9&b=~"),
            ("b=%7e&a=%ff&a=%2f+", "a=%2F%2B&a=%FF&b=~"),
            ("a&&=v", "=v&a="),
        ):
            out = self.sign(aws(target="/?" + query))
            self.assertEqual(out["stages"]["canonical_request"].split("\n")[2], canonical)


class Awscrt(Signer):
    package = "awscrt"

    def test_refused(self) -> None:
        self.assertEqual(self.ask("sign", aws(X_Amz_Date="1"))["status"], "refused")

    def test_path_as_it_stands(self) -> None:
        """aws4-raw: encoded once more, dots and slashes kept."""
        out = self.sign(aws("aws4-raw", "/a//./b%20c"))
        self.assertEqual(out["stages"]["canonical_request"].split("\n")[1], "/a//./b%2520c")

    def test_long(self) -> None:
        out = self.sign(aws(target="/" + "a" * 100000))
        self.assertIn("a" * 100000, out["stages"]["canonical_request"])


class Dciauth:
    """What holds for every API of python-dciauth; mixed into a Shim."""

    name = "python-dciauth"
    profile, signature = "", DCI

    def line(self, number: int, target: str) -> str:
        stages = self.sign(dci_sign(target, self.profile))["stages"]
        return stages["canonical_request"].split("\n")[number]

    def test_sign(self) -> None:
        out = self.sign(dci_sign(profile=self.profile))
        self.assertEqual(out["signature"], self.signature)
        self.assertIn(self.signature, out["authorization"])

    def test_unrepresentable(self) -> None:
        inp = dci_sign("/?a=1&a=2", self.profile)
        self.assertEqual(self.ask("sign", inp)["status"], "unrepresentable")


class DciauthV2(Dciauth):
    """The functions of dciauth.v2."""

    def test_raised(self) -> None:
        reply = self.ask("sign", dci_sign(profile=self.profile, signed_headers="host;x-no"))
        self.assertEqual((reply["status"], reply["message"]), ("raised", "KeyError: 'x-no'"))

    def test_verify(self) -> None:
        authorization = self.sign(dci_sign(profile=self.profile))["authorization"]
        for now, target, decision, message in (
            ("20240919T134039Z", "/api/v1/jobs", "accept", None),
            ("20240919T134040Z", "/api/v1/jobs", "reject", "signature is expired"),
            ("20240919T132539Z", "/api/v1/users", "reject", "signature is invalid"),
        ):
            inp = dci_verify(now, authorization, target, self.profile)
            out = self.ask("verify", inp)["out"]
            self.assertEqual(out["decision"], decision)
            self.assertEqual(out.get("error", {}).get("message"), message)
            self.assertEqual("principal" in out, decision == "accept")
        reply = self.ask("verify", dci_verify("20240919T132539Z", "Basic x", profile=self.profile))
        self.assertEqual(reply["status"], "raised")


class PythonDciauth217(DciauthV2, Shim):
    package, profile = "python-dciauth-2.1.7", "dci2-v2.1"

    def test_release(self) -> None:
        self.assertEqual(self.line(1, "/a%2Fb?q=c%20d"), "/a%2Fb")
        self.assertEqual(self.line(2, "/a%2Fb?q=c%20d"), "q=c+d")


class PythonDciauth4V2(DciauthV2, Shim):
    package, profile = "python-dciauth-4-v2", "dci2-v2"

    def test_release(self) -> None:
        self.assertEqual(self.line(1, "/a%2Fb?q=c%20d"), "/a/b")
        self.assertEqual(self.line(2, "/a%2Fb?q=c%20d"), "q=c%20d")


class PythonDciauth4(Dciauth, Shim):
    package, profile = "python-dciauth-4", "dci2"

    def test_constants_of_aws(self) -> None:
        out = self.sign(dci_sign(profile="dci-aws4"))
        self.assertEqual(out["signature"], DCI_AWS4)
        self.assertEqual([header["n"] for header in out["headers"]], ["x-amz-date"])

    def test_headers(self) -> None:
        """The class signs two, and is not shown the others."""
        inp = dci_sign(profile="dci2", signed_headers="host;x-a;x-dci-date")
        self.assertEqual(self.ask("sign", inp)["status"], "unrepresentable")
        inp = dci_sign(profile="dci2")
        inp["request"]["headers"] = []
        self.assertEqual(self.ask("sign", inp)["status"], "unrepresentable")


class PythonDciauth4Url(PythonDciauth4):
    arguments = ("--url",)

    def test_url(self) -> None:
        """What urlparse and parse_qsl make of one: the last value, no blank ones, no parameters."""
        for target, path, query in (("/a%2Fb", "/a/b", ""), ("/a;b?c=1&d=&c=2", "/a", "c=2")):
            self.assertEqual(self.line(1, target), path)
            self.assertEqual(self.line(2, target), query)

    def test_unrepresentable(self) -> None:
        inp = dci_sign("/a#b", self.profile)
        self.assertEqual(self.ask("sign", inp)["status"], "unrepresentable")


class PythonDciauth217V1(Dciauth, Shim):
    package, profile, signature = "python-dciauth-2.1.7-v1", "dci1", DCI1

    def test_body(self) -> None:
        """What json.dumps writes of a dictionary, and no other."""
        inp = dci_sign(profile="dci1")
        for body, status in (
            ('{"a": 1, "b": "\\u00e9"}', "ok"),
            ('{"b": 1, "a": 2}', "unrepresentable"),
            ('{"a":1}', "unrepresentable"),
            ("{}", "unrepresentable"),
            ("[1]", "unrepresentable"),
            ("x", "unrepresentable"),
        ):
            inp["request"]["body"] = body
            self.assertEqual(self.ask("sign", inp)["status"], status, body)

    def test_no_scope(self) -> None:
        inp = dci_sign(profile="dci1", region="BHS3")
        self.assertEqual(self.ask("sign", inp)["status"], "unrepresentable")

    def test_verify(self) -> None:
        authorization = self.sign(dci_sign(profile="dci1"))["authorization"]
        self.assertTrue(authorization.endswith(DCI1 + ","))
        for now, target, decision in (
            ("20240920T132539Z", "/api/v1/jobs", "accept"),
            ("20240920T132540Z", "/api/v1/jobs", "reject"),
            ("20240919T132539Z", "/api/v1/users", "reject"),
        ):
            out = self.ask("verify", dci_verify(now, authorization, target, "dci1"))["out"]
            self.assertEqual(out["decision"], decision)
            self.assertEqual(
                out.get("principal"), "remoteci/client_id" if decision == "accept" else None
            )
        reply = self.ask("verify", dci_verify("20240919T132539Z", "Basic x", profile="dci1"))
        self.assertEqual(reply["status"], "raised")


class Serve(unittest.TestCase):
    def answer(self, handler: str) -> tuple[Json, str]:
        """The answer of a shim whose `sign` has this body, and what it printed beside."""
        program = (
            "import os, shimlib\n"
            f"def sign(inp):\n    {handler}\n"
            "shimlib.serve('toy', 'x', {'sign': sign}, [], '', '', '', '')\n"
        )
        with tempfile.TemporaryDirectory() as folder:
            metadata = Path(folder) / "toy-1.dist-info/METADATA"
            metadata.parent.mkdir()
            metadata.write_text("Metadata-Version: 2.1\nName: toy\nVersion: 1\n")
            done = subprocess.run(
                [sys.executable, "-B", "-c", program],
                env=os.environ | {"PYTHONPATH": f"{HERE / 'python'}:{folder}"},
                input='{"op": "sign", "id": 1, "input": {}}\n',
                capture_output=True,
                text=True,
                check=True,
            )
        return json.loads(done.stdout), done.stderr

    def test_stdout_is_the_protocol_alone(self) -> None:
        """What a package prints, also below Python, does not reach the runner."""
        answer, noise = self.answer("print('chatter'); os.system('echo more'); return {}")
        self.assertEqual(answer, {"id": 1, "status": "ok", "out": {}})
        self.assertEqual(noise.split(), ["chatter", "more"])

    def test_message_with_nul(self) -> None:
        """A package may quote its input; the protocol has no NUL in a string."""
        answer, _ = self.answer("raise ValueError('a' + chr(0) + 'b')")
        self.assertEqual((answer["status"], answer["message"]), ("error", "ValueError: a\\0b"))


del Shim, Signer  # bases, not tests

if __name__ == "__main__":
    shimtest.main()
