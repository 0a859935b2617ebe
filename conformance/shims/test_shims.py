# SPDX-License-Identifier: Apache-2.0
"""Tests of the shims in languages other than Python: known answers, and the statuses of what fails.

    test_shims.py CLASS
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from unittest import mock

import shimtest
from shimtest import Aws, Package, aws


class Smithy(Package, shimtest.Shim):
    where = "javascript/smithy"
    needs = ("node",)
    not_headers = 7

    def line(self, number: int, target: str) -> str:
        stages = self.sign(aws(target=target))["stages"]
        return stages["canonical_request"].split("\n")[number]

    def test_the_parser_keeps_values(self) -> None:
        for query, canonical in (
            ("a", "a="),
            ("a=", "a="),
            ("a=b=c", "a=b%3Dc"),
            ("b=2&a=1&b=1", "a=1&b=1&b=2"),
            ("&a=1&&", "a=1"),
            ("=v", "=v"),
            ("a=+&b=%20", "a=%2B&b=%20"),
            ("constructor=1&toString=2", "constructor=1&toString=2"),
        ):
            self.assertEqual(self.line(2, "/?" + query), canonical, query)

    def test_unrepresentable(self) -> None:
        host = {"n": "Host", "v": "example.amazonaws.com"}
        for changed in (
            {"target_b64": "L/8="},
            {"target": "/?a=%zz"},
            {"target": "/?a=%FF"},
            {"target": "no-slash"},
            {"method": ""},
            {"headers": [host, {"n": "A", "v": "1"}, {"n": "a", "v": "2"}]},
        ):
            self.assertEqual(self.status(aws(), **changed), "unrepresentable", changed)
        for time in ("20150230T000000Z", "20150830T123660Z", "20150830T240000Z", "2015-08-30", ""):
            inp = aws() | {"params": aws()["params"] | {"timestamp": time}}
            self.assertEqual(self.status(inp), "unrepresentable", time)

    def test_selected_headers(self) -> None:
        inp = aws(My_A="1", User_Agent="u")
        inp["params"]["signed_headers"] = "user-agent;host;x-amz-date"
        signed = self.sign(inp)["authorization"]
        self.assertIn("SignedHeaders=host;user-agent;x-amz-date,", signed)
        inp["params"]["signed_headers"] = "host;x-amz-date;absent"
        self.assertEqual(self.status(inp), "unrepresentable")

    def test_payload_hash(self) -> None:
        for profile, literal, last in (
            ("aws4", "UNSIGNED-PAYLOAD", "UNSIGNED-PAYLOAD"),
            ("aws4-s3", "UNSIGNED-PAYLOAD", "UNSIGNED-PAYLOAD"),
            ("aws4-s3", "0" * 64, "0" * 64),
        ):
            inp = aws(profile) | {"payload": {"mode": "literal", "hash": literal}}
            stages = self.sign(inp)["stages"]
            self.assertEqual(stages["canonical_request"].split("\n")[-1], last)
        inp = aws() | {"payload": {"mode": "literal", "hash": "0" * 64}}
        self.assertEqual(self.status(inp), "unrepresentable")

    def test_bytes(self) -> None:
        out = self.sign(aws("aws4-s3", "/\u202e"))
        self.assertNotIn("canonical_request", out["stages"])
        self.assertIn("canonical_request_b64", out["stages"])


class Go(Package, shimtest.Shim):
    where = "go/aws-sdk-go-v2"

    def test_unrepresentable(self) -> None:
        host = {"n": "Host", "v": "example.amazonaws.com"}
        for changed in (
            {"target": "/\u00fc"},
            {"target": "/a b"},
            {"target": "/%zz"},
            {"target": "/a#b"},
            {"target": ""},
            {"method": ""},
            {"method": "A B"},
            {"headers": []},
            {"headers": [host, host]},
            {"headers": [host, {"n": "Content-Length", "v": "+1"}]},
        ):
            self.assertEqual(self.status(aws(), **changed), "unrepresentable", changed)
        for time in ("20150230T000000Z", "20150830T123600.5Z", "2015-08-30", ""):
            inp = aws() | {"params": aws()["params"] | {"timestamp": time}}
            self.assertEqual(self.status(inp), "unrepresentable", time)
        inp = aws()
        inp["params"]["signed_headers"] = "host;x-amz-date"
        self.assertEqual(self.status(inp), "unrepresentable")

    def test_fields_of_a_request(self) -> None:
        out = self.sign(aws(Content_Length="3", My_A="1"))
        self.assertIn("SignedHeaders=content-length;host;my-a;x-amz-date,", out["authorization"])
        inp = aws()
        inp["request"] |= {"method": "POST", "body": "abc"}
        self.assertNotIn("content-length", self.sign(inp)["authorization"])

    def test_repeated_headers(self) -> None:
        inp = aws()
        inp["request"]["headers"] += [{"n": "My-A", "v": "b"}, {"n": "my-a", "v": "a"}]
        self.assertIn("my-a:b,a\n", self.sign(inp)["stages"]["canonical_request"])

    def test_path_as_it_stands(self) -> None:
        out = self.sign(aws("aws4-raw", "/a//./b%20c"))
        self.assertEqual(out["stages"]["canonical_request"].split("\n")[1], "/a//./b%2520c")

    def test_bytes(self) -> None:
        inp = aws()
        inp["request"]["headers"].append({"n": "My-A", "v_b64": "/w=="})
        self.assertIn("canonical_request_b64", self.sign(inp)["stages"])


class Curl(Package, shimtest.Shim):
    where = "c/curl"
    needs = ("curl",)

    def test_unrepresentable(self) -> None:
        host = {"n": "Host", "v": "example.amazonaws.com"}
        for changed in (
            {"target": "/a#b"},
            {"target": "no-slash"},
            {"target_b64": "LwA="},
            {"method": ""},
            {"headers": []},
            {"headers": [host, {"n": "My-A", "v": " "}]},
            {"headers": [host, {"n": "X-Amz-Date", "v": "20150830T123600Z"}]},
            {"headers": [host, {"n": "Authorization", "v": "x"}]},
            {"headers": [host, {"n": "Long", "v": "v" * 200_000}]},
        ):
            self.assertEqual(self.status(aws(), **changed), "unrepresentable", str(changed)[:80])
        for param, value in (("region", ""), ("region", "a:b"), ("service", "s3")):
            inp = aws() | {"params": aws()["params"] | {param: value}}
            self.assertEqual(self.status(inp), "unrepresentable", param)

    def test_refused(self) -> None:
        self.assertEqual(self.status(aws(), target="/a b"), "refused")

    def test_body_and_method(self) -> None:
        """The body is signed, however long, and does not keep curl waiting."""
        plain = self.sign(aws())["signature"]
        for body in ("abc", {"repeat_b64": "YWJj", "times": 1 << 20}):
            inp = aws()
            inp["request"] |= {"method": "PUT", "body": body}
            self.assertNotEqual(self.sign(inp)["signature"], plain)
        inp = aws()
        inp["request"]["method"] = "HEAD"
        self.assertEqual(len(self.sign(inp)["signature"]), 64)

    def test_its_user_set_up_takes_no_part(self) -> None:
        """A .curlrc that names another user would change the signature."""
        with tempfile.TemporaryDirectory() as home:
            Path(home, ".curlrc").write_text('user = "somebody:else"\n', encoding="ascii")
            with mock.patch.dict(os.environ, {"HOME": home, "CURL_HOME": home}):
                self.assertEqual(self.sign(aws())["signature"], shimtest.PLAIN)


class Template(Aws, shimtest.Shim):
    where = "shell/template"
    needs = ("jq", "openssl")

    def test_at_most_thirty_lines(self) -> None:
        self.assertLessEqual((self.folder / "shim.sh").read_text().count("\n"), 30)

    def test_text_reaches_no_shell(self) -> None:
        inp = aws(target="/$(exit 7)'`\"\\;")
        canonical = self.sign(inp)["stages"]["canonical_request"]
        self.assertEqual(canonical.split("\n")[1], "/$(exit 7)'`\"\\;")
        self.assertEqual(self.status(aws(), target_b64="L/8="), "unrepresentable")


if __name__ == "__main__":
    shimtest.main()
