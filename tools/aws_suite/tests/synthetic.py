# SPDX-License-Identifier: Apache-2.0
"""A suite in the form of AWS's, invented here. What is expected is computed with the stages of
vectorgen/reference.py; how request.txt is to be read stands beside it, not parsed."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from vectorgen import reference as ref

ACCESS_KEY, SECRET = "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
TIME = "20150830T123600Z"
HOST = (b"Host", b"example.amazonaws.com")
TOKEN = "IQoJb3JpZ2luX2VjEXAMPLE/+=="
DER = "3006020101020101"
CONTEXT = {
    "credentials": {"access_key_id": ACCESS_KEY, "secret_access_key": SECRET},
    "expiration_in_seconds": 3600,
    "normalize": True,
    "region": "us-east-1",
    "service": "service",
    "sign_body": False,
    "timestamp": "2015-08-30T12:36:00Z",
}


@dataclass(frozen=True)
class Sample:
    """`text` is request.txt, `request` what it means; `path` is the canonical one."""

    name: str
    text: bytes
    request: ref.Request
    path: bytes = b"/"
    context: dict = field(default_factory=dict)

    @property
    def whole_context(self) -> dict:
        return CONTEXT | self.context

    @property
    def token(self) -> str:
        return self.whole_context["credentials"].get("token", "")

    @property
    def late(self) -> bool:
        return self.whole_context.get("omit_session_token", False)


def get(target: bytes, *headers: tuple[bytes, bytes], body: bytes = b"") -> ref.Request:
    return ref.Request(b"GET", target, [HOST, *headers], body)


def with_token(late: bool) -> dict:
    key = CONTEXT["credentials"] | {"token": TOKEN}
    return {"credentials": key, "omit_session_token": late}


LINE = b"GET %s HTTP/1.1\nHost:example.amazonaws.com"
SAMPLES = [
    Sample("plain", LINE % b"/", get(b"/")),
    Sample("line-feed-at-the-end", LINE % b"/?b=2&a=1" + b"\n", get(b"/?b=2&a=1")),
    Sample(
        "raw-bytes",
        LINE % b"/a b/\xc3\xa9?\xc3\xa9=1" + b"\n\n",
        get(b"/a b/\xc3\xa9?\xc3\xa9=1"),
        b"/a%20b/%C3%A9",
    ),
    Sample("normalised", LINE % b"/a/..//b/", get(b"/a/..//b/"), b"/b/"),
    Sample("as-it-stands", LINE % b"/a/../", get(b"/a/../"), b"/a/../", {"normalize": False}),
    Sample(
        "folded",
        LINE % b"/" + b"\nX-Fold:one \n\t two\n   three\nX-Twice: b\nX-Twice:a\n",
        get(b"/", (b"X-Fold", b"one    two    three"), (b"X-Twice", b" b"), (b"X-Twice", b"a")),
    ),
    Sample(
        "body",
        LINE % b"/" + b"\n\na=1\n\nb",
        get(b"/", body=b"a=1\n\nb"),
        b"/",
        {"sign_body": True},
    ),
    Sample("body-unsigned", LINE % b"/" + b"\n\nx", get(b"/", body=b"x")),
    Sample("token", LINE % b"/", get(b"/"), b"/", with_token(False)),
    Sample("token-late", LINE % b"/", get(b"/"), b"/", with_token(True)),
]


def written(request: ref.Request, text: bytes, target: bytes, added: ref.Headers) -> bytes:
    """The signed request as the suite writes it: the text with another target and more headers."""
    head = text.partition(b"\n\n")[0].removesuffix(b"\n")
    first = b"%s %s HTTP/1.1" % (request.method, target)
    lines = [first, *head.split(b"\n")[1:], *(n + b":" + v for n, v in added)]
    return b"\n".join(lines) + b"\n\n" + request.body


@dataclass(frozen=True)
class Signing:
    """One sample signed in one way."""

    sample: Sample
    collection: str
    placement: str

    @property
    def is_asymmetric(self) -> bool:
        return self.collection == "v4a"

    @property
    def algorithm(self) -> str:
        return "AWS4-ECDSA-P256-SHA256" if self.is_asymmetric else "AWS4-HMAC-SHA256"

    @property
    def scope(self) -> str:
        region = "" if self.is_asymmetric else "us-east-1/"
        return f"20150830/{region}service/aws4_request"

    @property
    def payload(self) -> bytes:
        signs = self.sample.whole_context["sign_body"]
        return ref.sha256_hex(self.sample.request.body if signs else b"").encode()

    def added(self) -> ref.Headers:
        out: ref.Headers = []
        if self.placement == "header":
            out.append((b"X-Amz-Date", TIME.encode()))
            if self.sample.token and not self.sample.late:
                out.append((b"X-Amz-Security-Token", self.sample.token.encode()))
            if self.sample.whole_context["sign_body"]:
                out.append((b"x-amz-content-sha256", self.payload))
            if self.is_asymmetric:
                out.append((b"X-Amz-Region-Set", b"us-east-1"))
        return out

    def names(self) -> str:
        headers = self.sample.request.headers + self.added()
        return ";".join(sorted({n.lower().decode() for n, _ in headers}))

    def own_parameters(self) -> str:
        if self.placement == "header":
            return ""
        pairs = {
            "Algorithm": self.algorithm,
            "Credential": f"{ACCESS_KEY}/{self.scope}",
            "Date": TIME,
            "SignedHeaders": self.names(),
            "Expires": "3600",
        }
        if self.is_asymmetric:
            pairs["Region-Set"] = "us-east-1"
        if self.sample.token and not self.sample.late:
            pairs["Security-Token"] = self.sample.token
        return "&".join(f"X-Amz-{n}={quote(v, safe='')}" for n, v in pairs.items())

    def target(self) -> bytes:
        target, own = self.sample.request.target, self.own_parameters().encode()
        return target + (b"&" if b"?" in target else b"?") + own if own else target

    def canonical_request(self) -> bytes:
        request, row = self.sample.request, ref.ROWS["aws4"]
        query = row.canonical_query(ref.split_target(self.target())[1])
        names = self.names().encode().split(b";")
        headers = ref.canonical_headers(row, request.headers + self.added(), names)
        signed = self.names().encode()
        return ref.canonical_request(
            request.method, self.sample.path, query, headers, signed, self.payload
        )

    def files(self) -> dict[str, bytes]:
        """The four files of this placement."""
        canonical = self.canonical_request()
        digest = ref.sha256_hex(canonical)
        sts = "\n".join((self.algorithm, TIME, self.scope, digest)).encode()
        claim = ref.Claim(
            self.algorithm, ACCESS_KEY, TIME[:8], "us-east-1", "service", "aws4_request", ""
        )
        signature = DER
        if not self.is_asymmetric:
            key = ref.signing_key(ref.ROWS["aws4"], claim, SECRET)
            signature = ref.signature(key, sts)
        files = {
            "canonical-request.txt": canonical,
            "string-to-sign.txt": sts,
            "signature.txt": signature.encode(),
            "signed-request.txt": self.signed_request(signature),
        }
        return {f"{self.placement}-{name}": data for name, data in files.items()}

    def signed_request(self, signature: str) -> bytes:
        target, added, sample = self.target(), self.added(), self.sample
        if self.placement == "query":
            target += f"&X-Amz-Signature={signature}".encode()
            if sample.late:
                token = quote(sample.token, safe="").encode()
                target += b"&X-Amz-Security-Token=" + token
        else:
            if sample.late:
                added.append((b"X-Amz-Security-Token", sample.token.encode()))
            credential = f"Credential={ACCESS_KEY}/{self.scope}"
            value = f"{credential}, SignedHeaders={self.names()}, Signature={signature}"
            added.append((b"Authorization", f"{self.algorithm} {value}".encode()))
        return written(sample.request, sample.text, target, added)


def case_files(sample: Sample, collection: str) -> dict[str, bytes]:
    files = {
        "request.txt": sample.text,
        "context.json": json.dumps(sample.whole_context, indent=4).encode(),
    }
    if collection == "v4a":
        files["public-key.json"] = json.dumps({"X": "1" * 64, "Y": "2" * 64}).encode()
    for placement in ("header", "query"):
        files |= Signing(sample, collection, placement).files()
    return files


def write_suite(root: Path, samples: list[Sample] = SAMPLES) -> Path:
    for collection in ("v4", "v4a"):
        for sample in samples:
            folder = root / collection / sample.name
            folder.mkdir(parents=True)
            for name, data in case_files(sample, collection).items():
                (folder / name).write_bytes(data)
    return root
