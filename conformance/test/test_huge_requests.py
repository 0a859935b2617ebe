# SPDX-License-Identifier: Apache-2.0
"""The largest requests through dciauth-shim, and through the runner with it behind a pipe: each is
answered, with a reason where it is refused. BIN_DIR as in conform.py."""

from __future__ import annotations

import json
import subprocess
import unittest
from typing import Any

from conform import BIN, VECTORS, InFolder, statuses
from conform import SHIM as SHIM_TARGET

SHIM = BIN / "dciauth-shim"
MEBIBYTE = 1 << 20
NOW = "20150830T123600Z"
BEGIN = (
    "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "
    "SignedHeaders="
)
Json = dict[str, Any]


def verify(authorization: str, target: str = "/", more: int = 0) -> Json:
    headers = [("Host", "example.amazonaws.com"), ("X-Amz-Date", NOW)]
    headers += [(f"w{i:05}", "value") for i in range(more)]
    headers += [("Authorization", authorization)]
    return {
        "profile": "aws4",
        "request": {
            "method": "GET",
            "target": target,
            "headers": [{"n": n, "v": v} for n, v in headers],
            "body": "",
        },
        "keyring": [{"access_key": "AKIDEXAMPLE", "secret_key": "secret"}],
        "clock": {"now": NOW},
        "expect": {"region": "us-east-1", "service": "service"},
    }


FORGED = BEGIN + "host;x-amz-date, Signature=" + "0" * 64
PAIRS = "/?" + "&".join(f"{i:05}=v" for i in reversed(range(100_000)))
LISTED = ";".join(["host", *(f"w{i:05}" for i in range(10_000)), "x-amz-date"])
# input, class
HUGE = {
    "letters": (verify("A" * MEBIBYTE), "bad-algorithm"),
    "commas": (verify("AWS4-HMAC-SHA256 " + "," * (MEBIBYTE - 17)), "malformed-auth-header"),
    "names": (verify((BEGIN + "a;" * MEBIBYTE)[:MEBIBYTE]), "missing-auth-param"),
    "over": (verify("A" * (MEBIBYTE + 1)), "limit-exceeded"),
    "headers": (verify(FORGED, more=10_000), "signature-mismatch"),
    "listed": (verify(f"{BEGIN}{LISTED}, Signature={'0' * 64}", more=10_000), "signature-mismatch"),
    "pairs": (verify(FORGED, PAIRS), "signature-mismatch"),
    "many": (verify(FORGED, more=20_000), "limit-exceeded"),
    "long": (verify(FORGED, "/" + "a" * (4 * MEBIBYTE)), "limit-exceeded"),
}


def vector(name: str, inp: Json, error: str) -> Json:
    return {
        "id": f"aws4/verify/{name}",
        "since": "0.1.0",
        "title": name,
        "level": "must",
        "result": "invalid",
        "twin": "aws4/verify/good",
        "severity": "low",
        "input": {"request": inp["request"]},
        "expected": {"verify": {"decision": "reject", "error": {"class": error, "any_of": []}}},
        "provenance": {
            "kind": "conformance",
            "origin": "test",
            "ref": "1",
            "oracles": [],
            "settled": True,
        },
    }


class Shim(unittest.TestCase):
    def test_each_is_answered(self) -> None:
        lines = [
            json.dumps({"op": "verify", "id": i, "input": inp})
            for i, (inp, _) in enumerate(HUGE.values(), 1)
        ]
        done = subprocess.run(
            [SHIM],
            input="\n".join(lines) + "\n",
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        replies = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual([r["id"] for r in replies], list(range(1, len(HUGE) + 1)))
        for reply, (name, (_, error)) in zip(replies, HUGE.items(), strict=True):
            self.assertEqual(reply["status"], "ok", name)
            out = reply["out"]
            self.assertEqual((out["decision"], out["error"]["code"]), ("reject", error), name)
            self.assertTrue(out["error"]["message"], name)


class Runner(InFolder):
    def test_each_is_judged(self) -> None:
        file = json.loads((VECTORS / "aws4/verify.json").read_text(encoding="utf-8"))
        good = file["groups"][0]["tests"][0]
        huge = [vector(name, inp, error) for name, (inp, error) in HUGE.items()]
        file["groups"][0]["tests"] = [good, *huge]
        file["count"] = 1 + len(huge)
        folder = self.folder / "vectors"
        (folder / "aws4").mkdir(parents=True)
        (folder / "aws4/verify.json").write_text(json.dumps(file))
        for target in ("ref", SHIM_TARGET):
            report = self.folder / "report.json"
            words = (target, "--errors", "strict", "--json", str(report))
            self.ends(0, *words, vectors=folder)
            self.assertEqual(set(statuses(report).values()), {"pass"}, target)
            self.assertEqual(len(statuses(report)), 1 + len(huge))


if __name__ == "__main__":
    unittest.main()
