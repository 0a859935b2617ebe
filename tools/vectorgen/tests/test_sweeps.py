# SPDX-License-Identifier: Apache-2.0
"""The sweeps: what they ask, how votes on them are weighed, what the lint finds in them."""

import collections
import copy
import pathlib

import pytest
from vectorgen import build, lint, model, sweep_votes, sweeps
from vectorgen import reference as ref
from vectorgen.tree import Tree, read_tree

VECTORS = pathlib.Path(lint.__file__).resolve().parent.parent.parent / "vectors"


def request(row, place, byte):
    inp = sweeps.request_of(ref.ROWS[row], place, byte).input(row)
    return model.get_request(inp["request"])


def test_every_row_and_place():
    names = [(area.profile, area.name) for area in sweeps.areas()]
    assert len(names) == len(set(names)) == 4 * len(ref.ROWS) == 32
    assert all(len(area.cases) == 256 for area in sweeps.areas())


@pytest.mark.parametrize(
    ("row", "place", "byte", "target"),
    [
        ("aws4", "path", 0x20, b"/x z"),
        ("aws4", "path", 0xC3, b"/x%C3z"),
        ("dci1", "path", 0x00, b"/x\0z"),
        ("dci2", "path", 0x2F, b"/x%2Fz"),
        ("dci2", "query-key", 0x2F, b"/?x/z=1&xm=2"),
        ("aws4", "query-value", 0xFF, b"/?a=x%FFz&b=1"),
    ],
)
def test_byte_in_a_target(row, place, byte, target):
    assert request(row, place, byte).target == target


def test_byte_in_a_value():
    """In Host where nothing else can be signed, else in a header of its own, which is signed."""
    assert request("dci2", "header-value", 0x20).values(b"host") == [b" x  z "]
    assert request("aws4", "header-value", 0x41).values(b"x-sweep") == [b"AxAAzA"]
    assert request("aws4", "header-value", 0xE9).values(b"x-sweep") == ["éxééz\u00e9".encode()]
    for row in ref.ROWS:
        out = build.sign_by_reference(
            sweeps.request_of(ref.ROWS[row], "header-value", 0x41).input(row)
        )
        assert b":AxAAzA\n" in out.canonical_request, row


def test_each_byte_has_a_canonical_request_of_its_own():
    """Or the sweep would not tell bytes apart; bytes that are no UTF-8 are one to DCI, and what is
    a separator leaves nothing behind."""
    seen = collections.Counter()
    for byte in range(256):
        inp = sweeps.request_of(ref.ROWS["aws4"], "query-value", byte).input("aws4")
        try:
            seen[build.sign_by_reference(inp).canonical_request] += 1
        except ref.Refused:
            continue
    assert max(seen.values()) == 1 and len(seen) == 251


def test_refusals_and_alternatives_have_rules():
    aws, dci = ref.ROWS["aws4"], ref.ROWS["dci2"]
    assert sweeps.refusal(aws, "path", 0x25)[0] == "malformed-uri"
    assert sweeps.refusal(aws, "query-key", 0x23)[0] == "malformed-query"
    assert sweeps.refusal(dci, "query-key", 0x23) is None
    assert sweeps.refusal(dci, "path", 0x0A) is None
    assert sweeps.other(dci, "path", 0x0A)[0] == "decoded_control"
    assert sweeps.other(aws, "path", 0x0A) is None
    assert sweeps.other(aws, "path", 0x3C)[0] == "raw_path"
    assert sweeps.other(aws, "path", 0x3A) is None
    assert sweeps.other(ref.ROWS["aws4-s3"], "path", 0x3A)[0] == "path_reencode"
    assert sweeps.other(ref.ROWS["aws4-s3"], "path", 0x3F) is None
    assert sweeps.other(aws, "query-value", 0x2B)[0] == "query_plus"
    assert len(sweeps.other(aws, "header-value", 0x09)[1]) == 2
    assert sweeps.other(ref.ROWS["dci1"], "header-value", 0x09) is None


# ---- Votes ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def one_area():
    area = next(a for a in sweeps.areas() if (a.profile, a.name) == ("aws4", "sweep-query-key"))
    return {"aws4/sweep-query-key": sweep_votes.build_area(area)}


def kept(one_area, answer):
    (name, built), *_ = one_area.items()
    answers = [answer(one) for one in built]
    votes = {"awscrt": {"version": "1", "answers": answers}}
    return {name: {"digest": sweep_votes.digest(built), "oracles": votes}}


def right(one):
    return one.expected.get("stages", {}).get("signature", "refused")[: sweep_votes.KEPT_DIGITS]


def by_byte(one_area, answer):
    (document,) = sweep_votes.documents(kept(one_area, answer), one_area).values()
    return {t["id"][-2:]: t for t in document["groups"][0]["tests"]}


def test_agreement_settles(one_area):
    found = by_byte(one_area, right)
    assert all(t["provenance"]["settled"] for t in found.values())
    assert found["41"]["provenance"]["oracles"] == [
        {"name": "awscrt", "version": "1", "agree": ["signature"]}
    ]
    assert found["00"]["provenance"]["oracles"][0]["agree"] == ["error"]


def test_another_signature_does_not(one_area):
    found = by_byte(one_area, lambda one: "0" * 16)
    assert not found["41"]["provenance"]["settled"]
    assert found["41"]["provenance"]["oracles"][0]["disagree"] == "signature"
    assert found["00"]["provenance"]["oracles"][0]["disagree"] == "signs it"


def test_a_document_settles_a_refusal(one_area):
    found = by_byte(one_area, lambda one: "n/a")
    assert found["00"]["provenance"]["origin"] == "rfc9112"
    assert found["00"]["provenance"]["settled"] and not found["41"]["provenance"]["settled"]


def test_an_alternative_is_named(one_area):
    def answer(one):
        alternatives = build.alternatives_of(one.case, one.input)
        return sweep_votes.signatures(alternatives)[0][:16] if alternatives else right(one)

    found = by_byte(one_area, answer)
    assert found["2b"]["provenance"]["oracles"][0]["disagree"] == "alternative 0"


def test_stale_and_changed_votes_are_found(one_area):
    (name,) = one_area
    votes = kept(one_area, right)
    assert sweep_votes.problems(votes, votes, one_area) == []
    assert "is about other inputs" in sweep_votes.problems({}, {}, one_area)[0]
    changed = copy.deepcopy(votes)
    changed[name]["oracles"]["awscrt"]["answers"][7] = "raised"
    assert "awscrt says something else now" in sweep_votes.problems(votes, changed, one_area)[0]
    assert "no such sweep" in sweep_votes.problems({**votes, "aws4/x": {}}, {}, one_area)[0]


# ---- What the lint finds -------------------------------------------------------------------------


@pytest.fixture(scope="module")
def one_file():
    """The registries, and one file of sweeps."""
    whole = read_tree(VECTORS)
    name = "dci2/sweep-path-generated.json"
    keep = {p for p in whole.documents if p.startswith("schema/") or "/" not in p} | {name}
    return Tree({p: whole.texts[p] for p in keep}, {p: whole.documents[p] for p in keep}, [])


def findings(tree, rule):
    return list({r.__name__: r for r in lint.RULES}[rule](tree))


def spoilt(one_file, change):
    tree = copy.deepcopy(one_file)
    change(tree.documents["dci2/sweep-path-generated.json"]["groups"][0]["tests"])
    return tree


def swap(tests):
    tests[1], tests[2] = tests[2], tests[1]


def lose_a_knob(tests):
    del tests[0x0A]["knob"]


def lose_the_alternatives(tests):
    del tests[0x0A]["alternatives"]


def call_invalid(tests):
    tests[0x41]["result"] = "invalid"


def another_signature(tests):
    tests[0x41]["expected"]["stages"]["signature"] = "0" * 64


def unknown_member(tests):
    tests[0x41]["colour"] = "red"


def a_feature_too_many(tests):
    tests[0x41]["requires"] = ["token.session"]


def an_id_twice(tests):
    tests[0x41]["id"] = tests[0x42]["id"]


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        ("lint_sweeps", swap),
        ("lint_sweeps", lose_a_knob),
        ("lint_sweeps", lose_the_alternatives),
        ("lint_sweeps", call_invalid),
        ("lint_reference", another_signature),
        ("lint_schema", unknown_member),
        ("lint_features", a_feature_too_many),
        ("lint_ids", an_id_twice),
    ],
)
def test_goes_red(one_file, rule, change):
    assert len(findings(spoilt(one_file, change), rule)) > len(findings(one_file, rule))


def test_missing_sweeps_are_named(one_file):
    found = findings(one_file, "lint_sweeps")
    assert len(found) == 31 and "dci2: no sweep of a query key" in found


def test_a_test_is_a_line(one_file):
    text = one_file.texts["dci2/sweep-path-generated.json"]
    lines = [line for line in text.split("\n") if line.startswith('    {"id": ')]
    assert len(lines) == 256
    assert findings(one_file, "lint_form") == []
