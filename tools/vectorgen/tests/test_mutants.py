# SPDX-License-Identifier: Apache-2.0
"""The vectors find signers out: each wrong rule is put into reference.py and must be noticed.

The rules are bugs of real signers. It takes a vector that gates: settled, valid, of that row.
"""

import re
import urllib.parse
from dataclasses import replace

import pytest
from vectorgen import build, model
from vectorgen import reference as ref
from vectorgen import reference_stages as stages

import dci_rules


def split_pairs(query: bytes):
    parts = [p.partition(b"=") for p in query.split(b"&") if p]
    return [(ref.percent_decode(n), ref.percent_decode(v)) for n, _, v in parts]


def join_pairs(pairs, encode=ref.uri_encode) -> bytes:
    return b"&".join(encode(n) + b"=" + encode(v) for n, v in pairs)


def query(order=None, encode=ref.uri_encode, pairs=split_pairs):
    """A canonical query with another order, encoding or reading of the pairs."""

    def rule(text: bytes) -> bytes:
        got = pairs(text)
        if order:
            return join_pairs(sorted(got, key=order), encode)
        return b"&".join(n + b"=" + v for n, v in sorted((encode(n), encode(v)) for n, v in got))

    return {"canonical_query": rule}


def encoded(pair):
    return ref.uri_encode(pair[0]), ref.uri_encode(pair[1])


def path(rule):
    return {"canonical_path": rule}


def value(rule):
    return {"canonical_value": rule}


def keep_dots(text: bytes) -> bytes:
    return ref.uri_encode(text, keep=b"/")


def above_root(text: bytes) -> bytes:
    """Counts '..' below the root, so that the next segment is taken too."""
    kept, debt = [], 0
    for segment in text.split(b"/"):
        if segment == b"..":
            debt += 0 if kept else 1
            del kept[-1:]
        elif segment not in (b"", b"."):
            if debt:
                debt -= 1
            else:
                kept.append(segment)
    slash = b"/" if kept and text.endswith(b"/") else b""
    return ref.uri_encode(b"/" + b"/".join(kept) + slash, keep=b"/")


def one_pass_slashes(text: bytes) -> bytes:
    return ref.uri_encode(re.sub(rb"/\./", b"/", text.replace(b"//", b"/")), keep=b"/")


def replacing(text: bytes) -> bytes:
    return ref.uri_encode(text.decode("utf-8", "replace").encode())


def js_encode(text: bytes) -> bytes:
    return urllib.parse.quote(text, safe="~!'()*").encode()


def first_values(text: bytes):
    out = {}
    for name, val in split_pairs(text):
        out.setdefault(name, val)
    return list(out.items())


def decode_first(text: bytes):
    parts = [p.partition(b"=") for p in ref.percent_decode(text).split(b"&") if p]
    return [(n, v) for n, _, v in parts]


def cut_value(text: bytes):
    parts = [p.split(b"=") for p in text.split(b"&") if p]
    return [
        (ref.percent_decode(p[0]), ref.percent_decode(p[1] if len(p) > 1 else b"")) for p in parts
    ]


def drop_valueless(text: bytes):
    return [(n, v) for n, v in split_pairs(b"&".join(p for p in text.split(b"&") if b"=" in p))]


AWS4 = {
    "query kept in order": query(order=lambda p: 0),
    "query sorted before encoding": query(order=lambda p: p),
    "query sorted as whole strings": query(order=lambda p: b"=".join(encoded(p))),
    "query sorted by name alone": query(order=lambda p: encoded(p)[0]),
    "query sorted without case": query(order=lambda p: [x.lower() for x in encoded(p)]),
    "query sorted as UTF-16": query(
        order=lambda p: [
            x.decode("latin-1").encode("utf-16-be")
            if x.isascii()
            else x.decode("utf-8", "replace").encode("utf-16-be")
            for x in p
        ]
    ),
    "query sorted by number": query(
        order=lambda p: [(0, int(x), b"") if x.isdigit() else (1, 0, ref.uri_encode(x)) for x in p]
    ),
    "'+' read as a blank": {
        "canonical_query": lambda q: ref.query_encoded_pairs(q.replace(b"%2B", b"%20"))
    },
    "blank written as '+'": query(encode=lambda t: ref.uri_encode(t).replace(b"%20", b"+")),
    "escapes in lower case": query(
        encode=lambda t: re.sub(rb"%..", lambda m: m[0].lower(), ref.uri_encode(t))
    ),
    "'~' escaped": query(encode=lambda t: ref.uri_encode(t).replace(b"~", b"%7E")),
    "marks of JavaScript left bare": query(encode=js_encode),
    "bad UTF-8 replaced": query(encode=replacing),
    "one value a key": query(pairs=first_values),
    "query decoded before it is split": query(pairs=decode_first),
    "value cut at a second '='": query(pairs=cut_value),
    "keys without '=' dropped": query(pairs=drop_valueless),
    "';' divides": query(pairs=lambda q: split_pairs(q.replace(b";", b"&"))),
    "query decoded twice": query(
        pairs=lambda q: [(ref.percent_decode(n), ref.percent_decode(v)) for n, v in split_pairs(q)]
    ),
    "path never normalised": path(keep_dots),
    "path encoded once": path(ref.remove_dot_segments),
    "path decoded first": path(lambda t: ref.path_normalise_encode(ref.percent_decode(t))),
    "path decoded, then encoded once": path(
        lambda t: ref.uri_encode(ref.percent_decode(ref.remove_dot_segments(t)), keep=b"/")
    ),
    "'..' climbs above the root": path(above_root),
    "'//' replaced in one pass": path(one_pass_slashes),
    "final slash lost": path(lambda t: ref.path_normalise_encode(t).rstrip(b"/") or b"/"),
    "path cut at ';'": path(lambda t: ref.path_normalise_encode(t.partition(b";")[0])),
    "encoded dots removed": path(lambda t: ref.path_normalise_encode(re.sub(rb"(?i)%2e", b".", t))),
    "values not trimmed": value(lambda v: re.sub(rb"[ \t]+", b" ", v)),
    "values not collapsed": value(lambda v: v.strip(b" \t")),
    "quoted values not collapsed": value(lambda v: v if b'"' in v else ref.value_trim_collapse(v)),
    "values of Latin-1 made UTF-8": value(
        lambda v: v.decode("latin-1").encode() if not v.isascii() else v.strip()
    ),
}

S3 = {
    "path normalised": path(ref.remove_dot_segments),
    "path encoded again": path(ref.path_normalise_encode),
    "path decoded": path(ref.percent_decode),
    "path decoded and encoded": path(lambda t: ref.uri_encode(ref.percent_decode(t), keep=b"/")),
    "no payload hash header": {"hash_header_always": False},
    "one value a key": query(pairs=first_values),
    "values not collapsed": value(lambda v: v.strip(b" \t")),
}


def dci_query(**how):
    def rule(text: bytes) -> bytes:
        pairs = how.get("pairs", ref.dci_params)(text)
        ordered = sorted(pairs, key=how.get("order", lambda p: p))
        return urllib.parse.urlencode(
            ordered, quote_via=how.get("quote", urllib.parse.quote_plus)
        ).encode()

    return {"canonical_query": rule}


DCI = {
    "path decoded": path(ref.percent_decode),
    "path normalised": path(ref.remove_dot_segments),
    "path encoded": path(lambda t: ref.uri_encode(t, keep=b"/")),
    "query as AWS has it": {"canonical_query": ref.query_encoded_pairs},
    "query sorted after encoding": dci_query(order=lambda p: urllib.parse.quote_plus(p[0])),
    "query sorted as UTF-16": dci_query(order=lambda p: p[0].encode("utf-16-be")),
    "query kept in order": dci_query(order=lambda p: 0),
    "blank written as %20": dci_query(quote=urllib.parse.quote),
    "blank values dropped": dci_query(
        pairs=lambda q: urllib.parse.parse_qsl(q.decode("utf-8", "replace"))
    ),
    "bad UTF-8 as Latin-1": dci_query(
        pairs=lambda q: urllib.parse.parse_qsl(q.decode("latin-1"), True, encoding="latin-1")
    ),
    "values trimmed": value(ref.value_trim_collapse),
    "another default region": {"default_region": "us-east-1"},
    "another terminator": {"terminator": "aws4_request"},
    "another date header": {"date_header": "X-Amz-Date"},
}

RULES = {"aws4": AWS4, "aws4-s3": S3, "dci2-v2.1": DCI, **dci_rules.RULES}
MUTANTS = [(row, name) for row, rules in RULES.items() for name in rules]


@pytest.fixture(scope="session")
def gating(committed):
    """Settled, valid signing vectors by row: what an implementation is held to."""
    out = {}
    for _, op, test in committed.tests():
        if op == "sign" and test["result"] == "valid" and test["provenance"]["settled"]:
            out.setdefault(test["input"]["profile"], []).append(test)
    return out


def survivors(tests):
    """Ids of the vectors whose signature reference.py, as it is now, does not give."""
    for test in tests:
        got = build.expect_sign(test["input"]).get("stages", {}).get("signature")
        if got != test["expected"]["stages"]["signature"]:
            yield test["id"]


def test_without_a_mutant_all_pass(gating):
    for tests in gating.values():
        assert list(survivors(tests)) == []


@pytest.mark.parametrize(("row", "name"), MUTANTS)
def test_mutant_is_killed(monkeypatch, gating, row, name):
    monkeypatch.setitem(ref.ROWS, row, replace(ref.ROWS[row], **RULES[row][name]))
    assert next(survivors(gating[row]), None), f"no settled vector of {row} notices: {name}"


def home_of(stage: str):
    """The module in which a stage has to be replaced."""
    return stages if hasattr(stages, stage) else ref


STAGE_MUTANTS = {
    "repeated headers sorted": (
        "canonical_headers",
        lambda real: lambda row, headers, names, *rest: real(row, sorted(headers), names, *rest),
    ),
    "secret without prefix": (
        "signing_key",
        lambda real: (
            lambda row, claim, secret: real(row, replace(claim, algorithm="-HMAC-SHA256"), secret)
        ),
    ),
    "key cut at the block": (
        "signing_key",
        lambda real: lambda row, claim, secret: real(row, claim, secret[:60]),
    ),
    "body hashed as a C string": (
        "check_payload",
        lambda real: (
            lambda row, request, p: real(
                row, replace(request, body=request.body.split(b"\0")[0]), p
            )
        ),
    ),
    "host without its port": (
        "canonical_headers",
        lambda real: (
            lambda row, headers, names, *rest: real(
                row,
                [(n, re.sub(rb":\d+$", b"", v) if n == b"Host" else v) for n, v in headers],
                names,
                *rest,
            )
        ),
    ),
    "header lines sorted whole": (
        "canonical_headers",
        lambda real: (
            lambda row, headers, names, *rest: b"".join(
                sorted(real(row, headers, names, *rest).splitlines(keepends=True))
            )
        ),
    ),
}


@pytest.mark.parametrize("name", STAGE_MUTANTS)
def test_stage_mutant_is_killed(monkeypatch, gating, name):
    stage, change = STAGE_MUTANTS[name]
    monkeypatch.setattr(home_of(stage), stage, change(getattr(home_of(stage), stage)))
    assert next(survivors(gating["aws4"]), None), f"no settled vector of aws4 notices: {name}"


def test_layout_of_the_mutants():
    """The helpers above are right where they change nothing."""
    sample = b"b=2&a=%7e&c&a=1"
    assert query()["canonical_query"](sample) == ref.query_encoded_pairs(sample)
    assert dci_query()["canonical_query"](b"b=2&a=%7e&c") == ref.query_urlencode(b"b=2&a=%7e&c")
    assert model.is_plain(sample)
