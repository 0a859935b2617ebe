# SPDX-License-Identifier: Apache-2.0
"""Vectors find what their comments say: a wrong rule that hardly anything notices is put into
reference.py, and the one vector that was written for it must notice.

Each entry is named after its vector. The plainest request of the row must still pass, and at most
one vector in twenty may fail: a rule that many notice needs no vector of its own.
"""

import hmac
import re
from dataclasses import replace

import pytest
from vectorgen import reference as ref

from narrow_rules import ROW_MUTANTS
from test_mutants import home_of, survivors

# ---- Stages --------------------------------------------------------------------------------------


def headers_of(change):
    """canonical_headers with other headers to begin with."""
    return (
        "canonical_headers",
        lambda real: lambda row, headers, names, *rest: real(row, change(headers), names, *rest),
    )


def body_of(change):
    return (
        "check_payload",
        lambda real: (
            lambda row, request, p: real(row, replace(request, body=change(request.body)), p)
        ),
    )


def key_of(change):
    """signing_key with another claim or secret."""
    return (
        "signing_key",
        lambda real: lambda row, claim, secret: real(row, *change(claim, secret)),
    )


def no_repeats(headers):
    return list(dict.fromkeys((n.lower(), v) for n, v in headers))


def unstable_above_twelve(headers):
    return headers if len(headers) <= 12 else sorted(headers, key=lambda h: h[1])


def port_as_number(headers):
    return [(n, re.sub(rb":0*443$", b"", v) if n == b"Host" else v) for n, v in headers]


def cut_last_colon(headers):
    return [
        (n, re.sub(rb":[0-9]*\]?$", b"", v) if n == b"Host" and v.endswith(b"]") else v)
        for n, v in headers
    ]


def text_key(step: int):
    """One HMAC of the chain takes its key for a C string."""

    def change(real):
        def signing_key(row, claim, secret):
            key = claim.algorithm.replace("-HMAC-SHA256", "").encode() + secret.encode()
            parts = (claim.date, claim.region, claim.service, claim.terminator)
            for i, part in enumerate(parts):
                key = key.partition(b"\0")[0] if i == step and key.startswith(b"\0") else key
                key = hmac.digest(key, part.encode(), "sha256")
            return key

        return signing_key

    return "signing_key", change


def own_length(limit: int):
    """The secret is hashed first if it is longer by itself, without its prefix."""

    def change(claim, secret):
        if len(secret) > limit:
            return claim, ref.sha256_hex(secret.encode())
        return claim, secret

    return change


STAGE_MUTANTS = {
    "aws4/headers/equal-values": headers_of(no_repeats),
    "aws4/headers/two-dozen": headers_of(unstable_above_twelve),
    "aws4/headers/host-port-zeros": headers_of(port_as_number),
    "aws4/headers/host-ipv6-bare": headers_of(cut_last_colon),
    "aws4/headers/host-trimmed": (
        "canonical_headers",
        lambda real: (
            lambda row, headers, names, *rest: real(row, headers, names, *rest).replace(
                b"host:",
                b"host:" + b" " * sum(v.startswith(b" ") for n, v in headers if n == b"Host"),
            )
        ),
    ),
    "aws4/headers/names-of-digits": (
        "canonical_headers",
        lambda real: (
            lambda row, headers, names, *rest: real(
                row,
                headers,
                sorted(names, key=lambda n: (not n.isdigit(), int(n) if n.isdigit() else 0, n)),
                *rest,
            )
        ),
    ),
    "aws4/payload/zero": body_of(lambda b: b"" if b == b"0" else b),
    "aws4/payload/blanks": body_of(lambda b: b if b.strip() else b""),
    "aws4/payload/final-line-feeds": body_of(lambda b: b.rstrip(b"\n")),
    "aws4/payload/byte-order-mark": body_of(lambda b: b.removeprefix(b"\xef\xbb\xbf")),
    "aws4/payload/size-64": body_of(lambda b: b + b"\0" if len(b) == 64 else b),
    "aws4/payload/precomputed-without-body": (
        "check_payload",
        lambda real: (
            lambda row, request, p: real(
                row, request, p if request.body else replace(p, payload="")
            )
        ),
    ),
    "aws4/payload/hash-leading-zeros": (
        "check_payload",
        lambda real: lambda *given: re.sub(b"^(00)+", b"", real(*given)),
    ),
    "aws4/scope/next-day": key_of(
        lambda claim, secret: (
            replace(claim, date="20150830") if claim.date[:6] == "201508" else claim,
            secret,
        )
    ),
    "aws4/scope/region-upper-case": key_of(
        lambda claim, secret: (replace(claim, region=claim.region.lower()), secret)
    ),
    "aws4/scope/secret-with-prefix": key_of(
        lambda claim, secret: (claim, secret.removeprefix("AWS4"))
    ),
    "aws4/scope/secret-utf8": key_of(
        lambda claim, secret: (claim, secret.encode("ascii", "replace").decode())
    ),
    "aws4/scope/secret-64": key_of(own_length(63)),
    "aws4/scope/secret-65": key_of(own_length(64)),
    "aws4/scope/secret-1000": key_of(lambda claim, secret: (claim, secret[:508])),
    "aws4/scope/day-key-nul": text_key(1),
    "aws4/scope/service-key-nul": text_key(3),
    "aws4/scope/signing-key-nul": (
        "signature",
        lambda real: lambda key, text: real(b"" if key[0] == 0 else key, text),
    ),
    "aws4/scope/signature-leading-zeros": (
        "signature",
        lambda real: lambda key, text: re.sub("^(00)+", "", real(key, text)),
    ),
    "aws4/scope/request-hash-leading-zeros": (
        "string_to_sign",
        lambda real: lambda *given: re.sub(rb"\n(00)+([0-9a-f]+)$", rb"\n\2", real(*given)),
    ),
}

PLAINEST = {
    "aws4": "aws4/path/plain",
    "aws4-raw": "aws4-raw/path/root",
    "aws4-s3": "aws4-s3/sign/plain",
}


@pytest.fixture(scope="session")
def valid(committed):
    out = {}
    for _, op, test in committed.tests():
        if op == "sign" and test["result"] == "valid":
            out.setdefault(test["input"]["profile"], []).append(test)
    return out


def row_of(vector):
    return vector.partition("/")[0]


def judge(vector, valid):
    tests = valid[row_of(vector)]
    killers = set(survivors(tests))
    assert vector in killers, "it does not notice what it was written for"
    assert PLAINEST[row_of(vector)] not in killers, "this rule is wrong for every request"
    few = max(3, len(tests) // 20)
    assert len(killers) <= few, f"{len(killers)} notice: {sorted(killers)}"


@pytest.mark.parametrize("vector", ROW_MUTANTS)
def test_row_mutant(monkeypatch, valid, vector):
    row = row_of(vector)
    monkeypatch.setitem(ref.ROWS, row, replace(ref.ROWS[row], **ROW_MUTANTS[vector]))
    judge(vector, valid)


@pytest.mark.parametrize("vector", STAGE_MUTANTS)
def test_stage_mutant(monkeypatch, valid, vector):
    stage, change = STAGE_MUTANTS[vector]
    monkeypatch.setattr(home_of(stage), stage, change(getattr(home_of(stage), stage)))
    judge(vector, valid)
