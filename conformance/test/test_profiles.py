# SPDX-License-Identifier: Apache-2.0
"""Dialects of the user's own: --profiles. The expected values come from the hmac of the standard
library. BIN_DIR as in test_command_line.py."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
import subprocess
import tempfile
import unittest
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
BIN = Path(os.environ["BIN_DIR"])
ROOT = HERE.parent.parent
CONFORM = str(BIN / "dciauth-conform")
SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
TIME = "20150830T123600Z"


def copy_of_aws4(name: str, prefix: str, algorithm: str, terminator: str) -> dict[str, Any]:
    return {
        "name": name,
        "algorithm": algorithm,
        "terminator": terminator,
        "date_header": f"{prefix}date",
        "token_header": f"{prefix}security-token",
        "payload_header": f"{prefix}content-sha256",
        "guarded_prefix": prefix,
        "query_auth_prefix": prefix,
    }


GOOG = copy_of_aws4("goog4", "x-goog-", "GOOG4-HMAC-SHA256", "goog4_request")
OSS = copy_of_aws4("oss4", "x-oss-", "OSS4-HMAC-SHA256", "aliyun_v4_request") | {
    "key_prefix": "text",
    "key_prefix_text": "aliyun_v4",
}
# Behind another row of the file, whose columns it takes over.
OSS_RAW = {"name": "oss4-raw", "base": "oss4", "path": "encode", "max_skew": 60}
PREFIXES = {"goog4": "GOOG4", "oss4": "aliyun_v4", "oss4-raw": "aliyun_v4"}
ROWS = {"goog4": GOOG, "oss4": OSS, "oss4-raw": OSS | OSS_RAW}


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def signed(name: str, path: str) -> dict[str, Any]:
    """What a GET of the canonical path must give."""
    row, region, service = ROWS[name], "us-east-1", "storage"
    lines = ["GET", path, "a=1", "host:example.com", f"{row['date_header']}:{TIME}", ""]
    canonical = "\n".join([*lines, f"host;{row['date_header']}", sha256("")])
    scope = "/".join([TIME[:8], region, service, row["terminator"]])
    to_sign = "\n".join([row["algorithm"], TIME, scope, sha256(canonical)])
    key = (PREFIXES[name] + SECRET).encode()
    for part in scope.split("/"):
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    signature = hmac.new(key, to_sign.encode(), hashlib.sha256).hexdigest()
    stages = {"canonical_request": canonical.split("\n"), "string_to_sign": to_sign.split("\n")}
    return {"stages": stages | {"signature": signature}}


def vector(name: str, title: str, target: str, path: str) -> dict[str, Any]:
    request = {"method": "GET", "target": target, "body": ""}
    request["headers"] = [{"n": "Host", "v": "example.com"}]
    return {
        "id": f"{name}/sign/{title}",
        "since": "0.1.0",
        "title": title,
        "level": "must",
        "result": "valid",
        "comment": "A dialect of one's own.",
        "input": {
            "profile": name,
            "request": request,
            "credentials": {"access_key": "GOOGTS7C7FUP3AIRVJTE", "secret_key": SECRET},
            "params": {"region": "us-east-1", "service": "storage", "timestamp": TIME},
        },
        "expected": signed(name, path),
        "provenance": {
            "kind": "conformance",
            "origin": "test",
            "ref": "1",
            "oracles": [],
            "settled": True,
        },
    }


class Profiles(unittest.TestCase):
    def setUp(self) -> None:
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)
        self.vectors = self.folder / "vectors"
        self.profiles = self.folder / "profiles.json"

    def write_profiles(self, *rows: object) -> None:
        self.profiles.write_text(json.dumps(rows))

    def conform(self, *words: str) -> subprocess.CompletedProcess[str]:
        command = [CONFORM, *words, "--profiles", str(self.profiles)]
        return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)

    def write_vectors(self) -> None:
        model = json.loads((HERE / "vectors/aws4/sign.json").read_text())
        for name in ROWS:
            twice = "/a/b%2520c" if name != "oss4-raw" else "/x/../a/b%2520c"
            tests = [
                vector(name, "plain", "/a?a=1", "/a"),
                vector(name, "dots", "/x/../a/b%20c?a=1", twice),
            ]
            area = {**model, "file": f"{name}/sign", "count": len(tests)}
            group = {**model["groups"][0], "id": f"{name}/sign/all", "defaults": {}}
            area["groups"] = [{**group, "tests": tests}]
            path = self.vectors / f"{area['file']}.json"
            path.parent.mkdir(parents=True)
            path.write_text(json.dumps(area))

    def test_are_run_like_any_other(self) -> None:
        self.write_profiles(GOOG, OSS, OSS_RAW)
        self.write_vectors()
        shim = f"exec:{BIN / 'dciauth-shim'} --profiles {self.profiles}"
        for target in ("ref", shim):
            done = self.conform("run", target, "--vectors", str(self.vectors))
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            self.assertRegex(done.stdout, r"libdciauth \S+ +6 +6 +0 +0 ")

    def test_are_needed(self) -> None:
        """Without the rows the vectors are not applicable, and nothing is judged."""
        self.write_vectors()
        command = [CONFORM, "run", "--vectors", str(self.vectors)]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        self.assertEqual(done.returncode, 4)
        self.assertIn("2  it does not declare the profile oss4-raw", done.stdout)

    def test_are_exported(self) -> None:
        self.write_profiles(GOOG, OSS, OSS_RAW)
        rows = {row["name"]: row for row in json.loads(self.conform("export", "profiles").stdout)}
        self.assertEqual(rows["oss4-raw"], rows["oss4"] | {"name": "oss4-raw"} | {
            "path": "encode", "max_skew": 60
        })
        self.assertEqual(rows["goog4"] | ROWS["goog4"], rows["goog4"])

    def test_columns_are_documented(self) -> None:
        """Each column, and each word of it, as the library has them."""
        text = (ROOT / "vectors/README.md").read_text(encoding="utf-8")
        section = text.split("\n## Profiles\n")[1].split("\n## ")[0]
        rows = [line for line in section.splitlines() if line.startswith("| `")]
        source = (ROOT / "lib/profile_rules.c").read_text(encoding="utf-8")
        columns = re.findall(r'^    (?:WORD|OTHER)\("(\w+)", \w+,?(.*)\),$', source, re.MULTILINE)
        self.assertEqual(len(columns), len(json.loads(self.conform_plain())[0]))
        for column, rest in columns:
            (row,) = (line for line in rows if f"`{column}`" in line.split("|")[1])
            for word in re.findall(r'"(.*?)"', rest):
                self.assertIn(f"`{word}`", row)

    def conform_plain(self) -> str:
        command = [CONFORM, "export", "profiles"]
        return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout

    def test_wrong_files(self) -> None:
        for rows, says in (
            ([], "an array of rows belongs here"),
            ([3], "/0: an object belongs here"),
            ([{}], "/0/name: a name of its own belongs here"),
            ([{"name": "aws4"}], "/0/name: there is a row of this name already"),
            ([GOOG, GOOG], "/1/name: there is a row of this name already"),
            ([{"name": "a", "base": "b"}], "/0/base: the name of a row belongs here"),
            ([{"name": "a", "base": 1}], "/0/base: the name of a row belongs here"),
            ([{"name": "a", "colour": "red"}], "/0/colour: there is no such column"),
            ([{"name": "a", "\x1b[31m": ""}], r"/0/\x1b[31m: there is no such column"),
            ([{"name": "a", "path": "sideways"}], "/0/path: no value of this column"),
            ([{"name": "a", "max_skew": 1.5}], "/0/max_skew: a string or a small number"),
            ([{"name": "a", "date_header": "X:Date"}], "/0/date_header: no value of this column"),
            ([{"name": "a", "max_skew": -1}], "/0/max_skew: no value of this column"),
            ([{"name": "a" * 256}], "/0/name: no value of this column"),
            ([{"name": "a", "date_header": "Host"}], "/0: these columns do not go together"),
            ([{"name": "a", "algorithm": ""}], "/0: these columns do not go together"),
        ):
            self.write_profiles(*rows)
            done = self.conform("list")
            self.assertEqual(done.returncode, 2, done.stdout)
            first = done.stderr.splitlines()[0]
            self.assertTrue(first.startswith(f"dciauth-conform: {self.profiles}: {says}"), first)
        self.profiles.write_text("[{]")
        self.assertIn('profiles.json: line 1, column 3, at "/0/": ', self.conform("list").stderr)
        self.profiles.write_text('[{"name": "a", "name": "b"}]')
        self.assertIn('profiles.json: at "/0/name": the key', self.conform("list").stderr)
        self.profiles.unlink()
        self.assertIn("No such file", self.conform("list").stderr)


if __name__ == "__main__":
    unittest.main()
