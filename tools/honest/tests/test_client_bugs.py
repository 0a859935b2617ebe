# SPDX-License-Identifier: Apache-2.0
"""The table of bugs: what it names is there and shows it, in the release that is said."""

import json

import pytest
from differential.grammar import draw_number
from differential.wire import Draw
from honest.client_bugs import CLIENT_BUGS, VERSIONS, bugs_of
from honest.flips import signed_names
from honest.intent import intended
from honest.signers import SIGNERS
from places import ROOT
from vectorgen import model, tree

BY_NAME = {signer.name: signer for signer in SIGNERS}


@pytest.fixture(scope="module")
def vectors():
    return {test["id"]: test for _, _, test in tree.read_tree(ROOT / "vectors").all_tests()}


def draw_of(inp):
    """Of the input of a signing or of a verify vector."""
    request = model.get_request(inp["request"])
    parts = (request.method, request.target, request.headers, request.body)
    if "params" in inp:
        return Draw(inp["profile"], *parts, inp["credentials"], inp["params"])
    authorization = b"".join(request.values(b"authorization"))
    names = b";".join(signed_names(authorization)).decode()
    return Draw(inp["profile"], *parts, inp["keyring"][0], {"signed_headers": names})


def test_names_are_unique():
    assert len({bug.name for bug in CLIENT_BUGS}) == len(CLIENT_BUGS)


@pytest.mark.parametrize("bug", CLIENT_BUGS, ids=lambda bug: bug.name)
def test_row(bug, vectors):
    draw = draw_of(vectors[bug.vector]["input"])
    assert draw.row in bug.rows and bug.matches(draw)
    assert bug.story.endswith(".") and bug.errors
    for name in bug.signers:
        assert set(bug.rows) & set(BY_NAME[name].mix.rows), f"no row of {name}"


@pytest.mark.parametrize("name", VERSIONS)
def test_version(name):
    signer = BY_NAME[name]
    manifest = ROOT / "conformance/shims" / signer.language / signer.shim / "shim.json"
    assert json.loads(manifest.read_text())["version"] == VERSIONS[name]


def test_every_signer_has_a_version():
    assert VERSIONS.keys() == BY_NAME.keys()


def test_they_are_few():
    """In one draw in four at most, whichever the signer, and in 15 % of all."""
    shares = []
    for signer in SIGNERS:
        taken = bad = 0
        for number in range(1000):
            bugs = bugs_of(signer.name, intended(draw_number(3, number, signer.mix)))
            if not any(number % bug.one_in for bug in bugs):
                taken, bad = taken + 1, bad + bool(bugs)
        shares.append(bad / taken)
    assert max(shares) < 0.3 and sum(shares) / len(shares) < 0.15
