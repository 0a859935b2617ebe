# SPDX-License-Identifier: Apache-2.0
"""Tests of the shims that verify: what they accept and of whom, what they reject and in which
words, and what their packages' types cannot carry.

    test_verifiers.py CLASS

`signed` is a signer of a few lines: what it signs is simple enough to look alike in every dialect.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import Any

import shimtest
from shimtest import EMPTY, HERE, Json

SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
AWS_TIME, DCI_TIME = "20150830T123600Z", "20240919T132539Z"
Headers = list[tuple[str, str]]


def mac(key: bytes, text: str) -> bytes:
    return hmac.digest(key, text.encode(), "sha256")


def authorization(headers: Headers, target: str, body: str, scope: str, key: str, who: str) -> str:
    """Of a GET; the date is the second header. `scope` without its day, `key` with its prefix."""
    path, _, query = target.partition("?")
    names = ";".join(sorted(name for name, _ in headers))
    lines = "".join(f"{name}:{value}\n" for name, value in sorted(headers))
    digest = hashlib.sha256(body.encode()).hexdigest()
    canonical = "\n".join(["GET", path, query, lines, names, digest])
    algorithm, time = f"{key[:4]}-HMAC-SHA256", headers[1][1]
    scope = f"{time[:8]}/{scope}"
    hashed = hashlib.sha256(canonical.encode()).hexdigest()
    secret = key.encode()
    for part in scope.split("/"):
        secret = mac(secret, part)
    signature = mac(secret, "\n".join([algorithm, time, scope, hashed])).hex()
    return f"{algorithm} Credential={who}/{scope}, SignedHeaders={names}, Signature={signature}"


def request_of(headers: Headers, target: str, body: str) -> Json:
    fields = [{"n": name.title(), "v": value} for name, value in headers]
    return {"method": "GET", "target": target, "headers": fields, "body": body}


def aws(profile: str = "aws4", target: str = "/", body: str = "", **added: str) -> Json:
    headers = [("host", "example.amazonaws.com"), ("x-amz-date", AWS_TIME)]
    if profile == "aws4-s3":
        digest = hashlib.sha256(body.encode()).hexdigest()
        headers.append(("x-amz-content-sha256", digest))
    headers += [(name.replace("_", "-"), value) for name, value in added.items()]
    service = "s3" if profile == "aws4-s3" else "service"
    scope = f"us-east-1/{service}/aws4_request"
    auth = authorization(headers, target, body, scope, "AWS4" + SECRET, "AKIDEXAMPLE")
    return {
        "profile": profile,
        "request": request_of([*headers, ("authorization", auth)], target, body),
        "keyring": [{"access_key": "AKIDEXAMPLE", "secret_key": SECRET}],
        "expect": {"region": "us-east-1", "service": service},
        "clock": {"now": AWS_TIME, "max_skew_s": 900},
    }


def dci(profile: str, target: str = "/api/v1/jobs", body: str = "") -> Json:
    headers = [("host", "api.distributed-ci.io"), ("x-dci-date", DCI_TIME)]
    scope, who = "BHS3/api/dci2_request", "remoteci/client_id"
    auth = authorization(headers, target, body, scope, "DCI2secret", who)
    return {
        "profile": profile,
        "request": request_of([*headers, ("authorization", auth)], target, body),
        "keyring": [{"access_key": who, "secret_key": "secret"}],
        "expect": {"region": "BHS3", "service": "api"},
        "clock": {"now": DCI_TIME, "max_skew_s": 900},
    }


def with_request(inp: Json, **changed: Any) -> Json:
    return inp | {"request": inp["request"] | changed}


def with_header(inp: Json, name: str, **value: Any) -> Json:
    return with_request(inp, headers=[*inp["request"]["headers"], {"n": name} | value])


def at(inp: Json, now: str) -> Json:
    return inp | {"clock": inp["clock"] | {"now": now}}


class Verifier(shimtest.Shim):
    def setUp(self) -> None:
        super().setUp()
        path = self.folder / "errormap.json"
        self.map: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))

    def classes_of(self, native: str) -> list[str]:
        """As the runner reads the map: word for word, else by a beginning."""
        starts = [key for key in self.map if key[-1] == "*" and native.startswith(key[:-1])]
        return self.map.get(native) or self.map[starts[0]]

    def verify(self, inp: Json) -> Json:
        reply = self.ask("verify", inp)
        self.assertEqual(reply["status"], "ok", reply)
        return reply["out"]

    def accepts(self, inp: Json) -> Json:
        out = self.verify(inp)
        self.assertEqual(out["decision"], "accept", out)
        self.assertEqual(out["principal"], inp["keyring"][0]["access_key"])
        self.assertNotIn("error", out)
        return out

    def rejects(self, inp: Json, reason: str) -> Json:
        """The native error must be one that the map knows, under this class."""
        out = self.verify(inp)
        self.assertEqual(out["decision"], "reject", out)
        self.assertNotIn("principal", out)
        self.assertIn(reason, self.classes_of(out["error"]["native"]), out)
        return out

    def is_unrepresentable(self, inp: Json, why: str) -> None:
        reply = self.ask("verify", inp)
        self.assertEqual(reply["status"], "unrepresentable", reply)
        self.assertIn(why, reply["message"])

    def is_raised(self, inp: Json, error: str) -> None:
        reply = self.ask("verify", inp)
        self.assertEqual((reply["status"], reply["message"].split(":")[0]), ("raised", error))


class Rust(Verifier):
    """What both have in common: the types of the crate http."""

    profile = ""

    def test_forgeries(self) -> None:
        honest = aws(self.profile)
        self.rejects(with_request(honest, method="PUT"), "signature-mismatch")
        self.rejects(with_request(honest, target="/other"), "signature-mismatch")
        self.rejects(with_request(honest, headers=[]), "no-auth")
        self.rejects(with_request(honest, body="x"), "payload-hash-mismatch")
        self.rejects(honest | {"keyring": []}, "unknown-key")

    def test_clock(self) -> None:
        honest = aws(self.profile)
        for now in ("20150830T122100Z", "20150830T125100Z"):
            self.accepts(at(honest, now))
        self.rejects(at(honest, "20150830T122059Z"), "skewed-future")
        self.rejects(at(honest, "20150830T125101Z"), "skewed-past")
        for now in ("20150230T000000Z", "2015-08-30", ""):
            self.is_unrepresentable(at(honest, now), "the vector's is none")

    def test_unrepresentable(self) -> None:
        honest = aws(self.profile)
        for changed in (
            {"method": "A B"},
            {"method": ""},
            {"target": ""},
            {"target": "/a b"},
            {"target": "/a#b"},
        ):
            self.is_unrepresentable(with_request(honest, **changed), "http::")
        self.is_unrepresentable(with_header(honest, "a b", v="c"), "http::HeaderName")
        self.is_unrepresentable(with_header(honest, "a", v_b64="Ygpj"), "http::HeaderValue")
        many = [{"n": f"x-{i}", "v": ""} for i in range(40_000)]
        self.is_unrepresentable(with_request(honest, headers=many), "http::HeaderMap")
        policy = {"policy": {"repeat": "first"}}
        self.is_unrepresentable(honest | policy, 'nothing like repeat: "first"')

    def test_bytes(self) -> None:
        """A header that is no text is carried, and a body that is repeated written out."""
        self.accepts(with_header(aws(self.profile), "X-A", v_b64="/w=="))
        inp = aws(self.profile, body="ab" * 3)
        self.accepts(with_request(inp, body={"repeat_b64": "YWI=", "times": 3}))


class Scratchstack(Rust):
    where, profile = "rust/scratchstack", "aws4"

    def test_stages(self) -> None:
        for inp in (aws(), aws("aws4-s3")):
            out = self.accepts(inp)
            canonical = out["stages"]["canonical_request"].split("\n")
            self.assertEqual([*canonical[:3], canonical[-1]], ["GET", "/", "", EMPTY])
            digest = hashlib.sha256("\n".join(canonical).encode()).hexdigest()
            self.assertEqual(out["stages"]["string_to_sign"].split("\n")[-1], digest)
        out = self.rejects(with_request(aws(), target="/other"), "signature-mismatch")
        self.assertEqual(out["stages"]["canonical_request"].split("\n")[1], "/other")

    def test_stages_are_of_this_request(self) -> None:
        self.accepts(aws())
        self.assertEqual(self.rejects(with_request(aws(), headers=[]), "no-auth")["stages"], {})

    def test_a_stage_that_is_no_text_is_left_out(self) -> None:
        inp = aws(x_a="a")
        headers = inp["request"]["headers"]
        headers = [{"n": "X-A", "v_b64": "/w=="} if h["n"] == "X-A" else h for h in headers]
        out = self.rejects(with_request(inp, headers=headers), "signature-mismatch")
        self.assertEqual(list(out["stages"]), ["string_to_sign"])

    def test_tokens(self) -> None:
        ring = [{"access_key": "AKIDEXAMPLE", "secret_key": SECRET, "session_token": "t/+="}]
        given = aws(x_amz_security_token="t/+=")
        self.accepts(given | {"keyring": ring})
        self.rejects(given, "token-unexpected")
        self.rejects(aws() | {"keyring": ring}, "token-missing")
        self.rejects(aws(x_amz_security_token="t") | {"keyring": ring}, "token-invalid")

    def test_coverage(self) -> None:
        self.rejects(with_header(aws(), "X-Amz-Acl", v="public-read"), "header-not-signed")
        must = {"policy": {"must_sign": ["x-a"]}}
        self.accepts(aws(x_a="1") | must)
        self.rejects(aws() | must, "header-not-signed")

    def test_what_it_cannot_be_told(self) -> None:
        ring = [{"access_key": "AKIDEXAMPLE", "secret_key": "short"}]
        self.is_unrepresentable(aws() | {"keyring": ring}, "Key too short")
        clock = {"clock": {"now": AWS_TIME, "max_skew_s": 60}}
        self.is_unrepresentable(aws() | clock, "15 minutes")


class S3s(Rust):
    where, profile = "rust/s3s", "aws4-s3"

    def test_body(self) -> None:
        """It is hashed while it is read, after the signature."""
        forged = with_request(aws("aws4-s3", body="a"), body="b")
        out = self.rejects(forged, "payload-hash-mismatch")
        self.assertEqual(out["error"]["native"], "UploadStreamError: Sha256Mismatch")

    def test_skew_is_an_option(self) -> None:
        inp = aws("aws4-s3") | {"clock": {"now": "20150830T123701Z", "max_skew_s": 60}}
        self.rejects(inp, "skewed-past")
        self.accepts(at(inp, "20150830T123700Z"))

    def test_no_tokens(self) -> None:
        ring = [{"access_key": "AKIDEXAMPLE", "secret_key": SECRET, "session_token": "t"}]
        self.is_unrepresentable(aws("aws4-s3") | {"keyring": ring}, "shown no token")


class Dciauth(Verifier):
    name, profile = "python-dciauth", ""

    def test_honest(self) -> None:
        for now in ("20240919T131039Z", DCI_TIME, "20240919T134039Z"):
            self.accepts(at(dci(self.profile), now))
        self.accepts(dci(self.profile, "/a?b=1&c=2"))
        self.accepts(dci(self.profile, body='{"a": 1}'))

    def test_forgeries(self) -> None:
        honest = dci(self.profile)
        self.rejects(with_request(honest, target="/api/v1/users"), "signature-mismatch")
        self.rejects(with_request(honest, method="PUT"), "signature-mismatch")
        self.rejects(with_request(honest, body="x"), "payload-hash-mismatch")
        self.rejects(at(honest, "20240919T134040Z"), "skewed-past")
        self.rejects(at(honest, "20240919T131038Z"), "skewed-future")
        self.rejects(honest | {"keyring": []}, "unknown-key")

    def test_what_it_cannot_be_told(self) -> None:
        honest = dci(self.profile)
        clock = {"clock": {"now": DCI_TIME, "max_skew_s": 60}}
        self.is_unrepresentable(honest | clock, "15 minutes")
        self.is_unrepresentable(at(honest, "now"), "the vector's time is none")

    def test_an_error_that_escapes(self) -> None:
        inp = dci(self.profile)
        inp["request"]["headers"][2]["v"] = "Basic x"
        self.is_raised(inp, "ValueError")


    def test_the_view_of_the_policy(self) -> None:
        """Asked for a view, it is asked in that, whatever its own is."""
        sent = with_request(dci(self.profile, "/files/ab"), target="//files/ab")
        policy = {"preset": "python-dciauth"}
        self.accepts(sent | {"policy": policy | {"view": "wsgi"}})
        self.rejects(sent | {"policy": policy | {"view": "wire"}}, "signature-mismatch")
        twice = with_header(dci(self.profile), "HOST", v="x")
        self.rejects(twice | {"policy": policy | {"view": "wire"}}, "signature-mismatch")


class Wsgi(Dciauth):
    """Behind a server: what Werkzeug and Flask make of a request counts."""

    def test_the_path_is_decoded(self) -> None:
        honest = dci(self.profile, "/files/a%b")
        self.accepts(with_request(honest, target="/files/a%25b"))
        honest = dci(self.profile, "/files/ab")
        self.accepts(with_request(honest, target="//files/%61b"))

    def test_the_first_value_counts(self) -> None:
        honest = dci(self.profile, "/?a=1")
        self.accepts(with_request(honest, target="/?a=1&a=2"))
        self.rejects(with_request(honest, target="/?a=2&a=1"), "signature-mismatch")

    def test_a_form_is_no_body(self) -> None:
        inp = with_request(dci(self.profile), body="a=1")
        form = with_header(inp, "Content-Type", v="application/x-www-form-urlencoded")
        self.accepts(form)
        self.rejects(inp, "payload-hash-mismatch")

    def test_the_server_has_limits(self) -> None:
        inp = dci(self.profile)
        for i in range(100):
            inp["request"]["headers"].append({"n": f"x-{i}", "v": ""})
        out = self.rejects(inp, "limit-exceeded")
        self.assertEqual(out["error"]["native"], "HTTP 431 Too many headers")
        inp = with_request(dci(self.profile), target="/" + "a" * 70_000)
        self.rejects(inp, "limit-exceeded")
        self.rejects(with_request(dci(self.profile), target="/a b"), "malformed-uri")

    def test_what_has_no_place_on_the_wire(self) -> None:
        honest = dci(self.profile)
        self.is_unrepresentable(with_request(honest, target="/\n"), "ends at CR or LF")
        self.is_unrepresentable(with_header(honest, "a", v_b64="Yg1j"), "ends at CR or LF")
        self.is_unrepresentable(with_header(honest, "a:b", v="c"), "another header's")
        self.is_unrepresentable(with_header(honest, " a", v="c"), "another header's")
        chunked = with_header(honest, "Transfer-Encoding", v="chunked")
        self.is_unrepresentable(chunked, "not in chunks")

    def test_a_large_body(self) -> None:
        inp = dci(self.profile, body="a" * (1 << 20))
        self.accepts(with_request(inp, body={"repeat_b64": "YQ==", "times": 1 << 20}))


class Dciauth4(Wsgi):
    where, profile = "python/python-dciauth-4", "dci2"

    def test_stages(self) -> None:
        out = self.accepts(dci("dci2"))
        self.assertEqual(out["stages"]["canonical_request"].split("\n")[1], "/api/v1/jobs")
        self.assertEqual(out["stages"]["string_to_sign"].split("\n")[1], DCI_TIME)

    def test_its_own_error(self) -> None:
        inp = dci("dci2")
        inp["request"]["headers"][2]["v"] = "x Credential=a/b, SignedHeaders=host, Signature=0"
        out = self.rejects(inp, "malformed-credential")
        self.assertEqual(out["error"]["message"], "Credential invalid")

    def test_no_authorization(self) -> None:
        inp = dci("dci2")
        del inp["request"]["headers"][2]
        self.is_raised(inp, "AttributeError")

    def test_constants_of_aws(self) -> None:
        headers = [("host", "api.distributed-ci.io"), ("x-amz-date", DCI_TIME)]
        who = "remoteci/client_id"
        scope = "BHS3/api/aws4_request"
        auth = authorization(headers, "/", "", scope, "AWS4secret", who)
        request = request_of([*headers, ("authorization", auth)], "/", "")
        self.accepts(dci("dci-aws4") | {"request": request})


class DciauthV2(Dciauth):
    """The functions, as on the wire: what a dictionary cannot hold has no place in it."""

    def test_dictionaries(self) -> None:
        inp = with_header(dci(self.profile), "HOST", v="x")
        self.is_unrepresentable(inp, "headers are a dictionary")
        self.rejects(with_request(dci(self.profile), headers=[]), "no-auth")

    def test_the_path_is_not_decoded_by_a_server(self) -> None:
        self.rejects(with_request(dci(self.profile, "/a"), target="//a"), "signature-mismatch")


class Dciauth217(DciauthV2):
    where, profile = "python/python-dciauth-2.1.7", "dci2-v2.1"


class Dciauth217Wsgi(Wsgi):
    where, profile, arguments = "python/python-dciauth-2.1.7", "dci2-v2.1", ("--wsgi",)


class Dciauth4V2(DciauthV2):
    where, profile = "python/python-dciauth-4-v2", "dci2-v2"


class Dciauth4V2Wsgi(Wsgi):
    where, profile, arguments = "python/python-dciauth-4-v2", "dci2-v2", ("--wsgi",)


class Maps(shimtest.unittest.TestCase):
    """Every errormap.json: known classes, and never two entries for one error."""

    def test_maps(self) -> None:
        registry = HERE.parent.parent / "vectors/errors.json"
        known = {one["class"] for one in json.loads(registry.read_text(encoding="utf-8"))}
        paths = sorted(HERE.glob("*/*/errormap.json"))
        self.assertGreater(len(paths), 5)
        for path in paths:
            entries = json.loads(path.read_text(encoding="utf-8"))
            starts = [key[:-1] for key in entries if key.endswith("*")]
            for key, classes in entries.items():
                self.assertNotIn("*", key[:-1], path)
                self.assertTrue(classes and set(classes) <= known, (path, key, classes))
            for one in starts:
                self.assertEqual([s for s in starts if one.startswith(s)], [one], path)


del Verifier, Rust, Dciauth, Wsgi, DciauthV2  # bases, not tests

if __name__ == "__main__":
    shimtest.main()
