# SPDX-License-Identifier: Apache-2.0
"""Cases become vectors: what is given follows from the case, what is expected is the suite's."""

import dataclasses
import json

import jsonschema
import pytest
import synthetic
from aws_suite import convert, suite
from aws_suite.problem import Problem
from synthetic import SAMPLES, case_files
from vectorgen import build, lint, model
from vectorgen.schema_files import schemas

VERSION = "sha256 0"


def make(sample_name: str, collection: str = "v4", **files: bytes | None) -> suite.Case:
    """The case of a sample; `files` replaces some of its files, or takes them away."""
    sample = next(s for s in SAMPLES if s.name == sample_name)
    have = case_files(sample, collection)
    for name, data in files.items():
        have[name.replace("__", ".").replace("_", "-")] = data
    return suite.Case(collection, sample_name, {n: d for n, d in have.items() if d is not None})


def vectors(*cases: suite.Case) -> dict[str, model.Json]:
    """Tests by id, as they stand in documents that fit the schema."""
    schema = schemas()["schema/vectors.schema.json"]
    made = convert.documents(convert.convert(list(cases), VERSION), VERSION)
    for name, document in made.items():
        assert document["file"] + ".json" == name
        jsonschema.Draft202012Validator(schema).validate(document)
    return {t["id"]: t for d in made.values() for t in build.expanded_tests(d)}


def vector(sample_name: str, placement: str = "header", collection: str = "v4", **files):
    tests = vectors(make(sample_name, collection, **files))
    return next(t for id_, t in tests.items() if f"/aws-{placement}/" in id_)


@pytest.mark.parametrize("placement", suite.PLACEMENTS)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda s: s.name)
def test_given_and_expected(sample, placement):
    test = vector(sample.name, placement)
    files = case_files(sample, "v4")
    given = model.get_request(test["input"]["request"])
    own = [h for h in given.headers if h[0] != b"x-amz-content-sha256"]
    assert dataclasses.replace(given, headers=own) == sample.request
    stages = test["expected"]["stages"]
    assert (
        model.get_lines(stages, "canonical_request") == files[f"{placement}-canonical-request.txt"]
    )
    assert model.get_lines(stages, "string_to_sign") == files[f"{placement}-string-to-sign.txt"]
    assert stages["signature"].encode() == files[f"{placement}-signature.txt"]
    assert test["provenance"]["settled"] and test["provenance"]["ref"] == VERSION
    assert test["digest"] == model.digest({"input": test["input"], "expected": test["expected"]})


def test_profiles_and_ops():
    converted = convert.convert(
        [make(n, c) for n in ("plain", "as-it-stands") for c in suite.COLLECTIONS], VERSION
    )
    made = convert.documents(converted, VERSION)
    assert {name: d["op"] for name, d in made.items()} == {
        f"{profile}/aws-{placement}.json": op
        for profile in ("aws4", "aws4-raw", "aws4a", "aws4a-raw")
        for placement, op in (("header", "sign"), ("query", "presign"))
    }
    for document in made.values():
        assert document["license"] == document["groups"][0]["source"]["license"] == "Apache-2.0"


def test_header_has_authorization_and_no_expiry():
    test = vector("plain")
    assert "expires" not in test["input"]["params"]
    line = case_files(SAMPLES[0], "v4")["header-signed-request.txt"].split(b"\n")[3]
    assert b"Authorization:" + test["expected"]["authorization"].encode() == line


def test_query_has_target_and_expiry():
    test = vector("plain", "query")
    assert test["input"]["params"]["expires"] == 3600
    line = case_files(SAMPLES[0], "v4")["query-signed-request.txt"].split(b"\n")[0]
    assert b"GET %s HTTP/1.1" % test["expected"]["target"].encode() == line
    assert "authorization" not in test["expected"]


def test_random_signatures_are_examples():
    for placement, name in (("header", "authorization"), ("query", "target")):
        expected = vector("plain", placement, "v4a")["expected"]
        assert expected["public_key"] == {"x": "1" * 64, "y": "2" * 64}
        assert expected["example"]["signature"] == synthetic.DER
        assert expected["example"][name].endswith(f"Signature={synthetic.DER}")
        assert expected["stages"].keys() == {"canonical_request", "string_to_sign"}


def test_body():
    signed = vector("body")["input"]
    assert signed["request"]["headers"][-1]["n"] == "x-amz-content-sha256"
    assert "header.content-sha256-optional" in vector("body")["requires"]
    assert "payload" not in signed
    assert len(vector("body", "query")["input"]["request"]["headers"]) == 1
    for placement in suite.PLACEMENTS:
        unsigned = vector("body-unsigned", placement)
        assert unsigned["input"]["payload"]["mode"] == "literal"
        assert unsigned["input"]["payload"]["hash"].startswith("e3b0c442")
        assert unsigned["input"]["payload"]["hash"] == synthetic.ref.sha256_hex(b"")


def test_token():
    for placement in suite.PLACEMENTS:
        early, late = vector("token", placement), vector("token-late", placement)
        assert early["input"]["credentials"]["session_token"] == synthetic.TOKEN
        assert "session_token" not in late["input"]["credentials"]
        assert convert.TOKEN_AFTER in late["comment"]
    assert "X-Amz-Security-Token" in vector("token", "query")["expected"]["target"]
    assert "X-Amz-Security-Token" not in vector("token-late", "query")["expected"]["target"]
    assert vector("token-late", "query")["provenance"]["settled"]


def test_remarks():
    assert convert.UNFOLDED in vector("folded")["comment"]
    assert convert.HASH_GIVEN in vector("body")["comment"]
    assert convert.EMPTY_HASH in vector("body-unsigned")["comment"]
    assert vector("plain")["comment"] == "AWS's case v4/plain, signed in the header."


def test_long_name():
    name = "-".join(["word"] * 40)
    assert (
        len(next(iter(vectors(suite.Case("v4", name, make("plain").files)).values()))["title"])
        == 60
    )


def test_lint():
    """What the lint asks of text, digests, ids and form holds of imported vectors, too."""
    cases = [make(s.name, c) for s in SAMPLES for c in suite.COLLECTIONS]
    tree = lint.Tree(documents=convert.documents(convert.convert(cases, VERSION), VERSION))
    tree.texts = {n: model.dump(d) for n, d in tree.documents.items()}
    for rule in (
        lint.lint_form,
        lint.lint_ids,
        lint.lint_digests,
        lint.lint_text,
        lint.lint_results,
    ):
        assert list(rule(tree)) == [], rule.__name__


# ---- Files that contradict each other ------------------------------------------------------------

OTHER_TARGET = synthetic.LINE % b"/%20"
CONTRADICTIONS = [
    ({"request__txt": OTHER_TARGET}, "request.txt has the target /%20, the signed request /"),
    ({"request__txt": b"POST / HTTP/1.1\nHost:example.amazonaws.com"}, "the method POST"),
    ({"request__txt": synthetic.LINE % b"/" + b"\nA:1"}, "the headers"),
    ({"request__txt": synthetic.LINE % b"/" + b"\n\nbody"}, "the body body"),
    ({"P_signature__txt": b"0" * 64}, "has another signature"),
    ({"P_canonical_request__txt": b"GET"}, "does not hash the canonical request"),
    ({"P_string_to_sign__txt": b"AWS4"}, "does not hash the canonical request"),
]


@pytest.mark.parametrize("placement", suite.PLACEMENTS)
@pytest.mark.parametrize(("files", "says"), CONTRADICTIONS)
def test_contradiction_is_disputed(files, says, placement):
    case = make("plain", **{n.replace("P_", placement + "_"): d for n, d in files.items()})
    converted = convert.convert([case], VERSION)
    assert [
        line
        for line in converted.disputed
        if line.startswith(f"v4/plain {placement}: ") and says in line
    ]
    test = converted.tests["aws4", placement][0]
    assert not test["provenance"]["settled"] and says in test["comment"]
    assert converted.counts["v4", placement, "disputed"] == 1
    assert ("v4", placement, "complete") not in converted.counts


def test_random_signatures_differ_and_that_is_right():
    assert vector("plain", "header", "v4a", header_signature__txt=b"3006020103020103")[
        "provenance"
    ]["settled"]


# ---- Cases that are not whole --------------------------------------------------------------------


@pytest.mark.parametrize("name", suite.needed_files("v4a", "header"))
def test_a_missing_file_is_named(name):
    common = not name.startswith("header-")
    case = make("plain", "v4a", **{name.replace(".", "__").replace("-", "_"): None})
    converted = convert.convert([make("token"), case], VERSION)
    assert len(converted.incomplete) == (2 if common else 1)
    assert converted.incomplete[0] == f"v4a/plain header: no {name}"
    assert converted.counts["v4a", "header", "incomplete"] == 1
    assert ("aws4a", "query") in converted.tests or common
    assert ("aws4a", "header") not in converted.tests


def test_nothing_complete():
    with pytest.raises(Problem, match="no case is complete; v4/plain header: no context.json"):
        convert.convert([make("plain", context__json=None)], VERSION)


@pytest.mark.parametrize(
    ("collection", "files", "says"),
    [
        ("v4", {"header_signature__txt": b"0" * 63}, "v4/plain/header-signature.txt: '000"),
        ("v4", {"query_signature__txt": b"0" * 64 + b"\n"}, "v4/plain/query-signature.txt: '000"),
        ("v4a", {"header_signature__txt": b"0" * 64}, "no signature in hex"),
        ("v4", {"context__json": b"{"}, "v4/plain/context.json: no JSON"),
        ("v4", {"request__txt": b"GET /"}, "v4/plain/request.txt: 'GET /' is no request line"),
        ("v4", {"header_signed_request__txt": synthetic.LINE % b"/"}, "one Authorization"),
        ("v4a", {"public_key__json": b'{"X": "1"}'}, "public-key.json: Y is missing"),
        ("v4a", {"public_key__json": json.dumps({"X": "1", "Y": "2"}).encode()}, "64 hex digits"),
    ],
)
def test_refuses(collection, files, says):
    with pytest.raises(Problem) as e:
        convert.convert([make("plain", collection, **files)], VERSION)
    assert says in str(e.value)
