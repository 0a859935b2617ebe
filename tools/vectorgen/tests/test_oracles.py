# SPDX-License-Identifier: Apache-2.0
"""The oracle driver against shims made for it, and the weighing of votes."""

import json
import sys

import pytest
from vectorgen import build, model, oracles
from vectorgen.oracles import Oracle, OracleError

SHIM = """
import json, sys
for line in sys.stdin:
    m = json.loads(line)
    if m["op"] == "bye":
        break
    if m["op"] == "hello":
        print(json.dumps({"id": 0, "status": "ok", "impl": {"version": "1"}, "ops": ["sign"],
                          "profiles": ["aws4"], "features": []}), flush=True)
        continue
    %s
"""


def start(tmp_path, body: str) -> Oracle:
    (tmp_path / "shim.py").write_text(SHIM % body)
    manifest = tmp_path / "shim.json"
    manifest.write_text(
        json.dumps({"name": "fake", "start": [sys.executable, "shim.py"], "env": {}})
    )
    return Oracle(manifest)


def test_answer(tmp_path):
    oracle = start(tmp_path, 'print(json.dumps({"id": m["id"], "status": "refused"}), flush=True)')
    assert oracle.version == "1"
    assert oracle.run("sign", {})["status"] == "refused"
    assert oracle.run("sign", {})["status"] == "refused"
    oracle.close()
    assert oracle.child.poll() == 0


def test_answer_to_another_question(tmp_path):
    oracle = start(tmp_path, 'print(json.dumps({"id": 77, "status": "ok"}), flush=True)')
    with pytest.raises(OracleError):
        oracle.run("sign", {})
    oracle.close()


def test_chatter(tmp_path):
    oracle = start(tmp_path, 'print("hello, world", flush=True)')
    with pytest.raises(OracleError, match="hello, world"):
        oracle.run("sign", {})
    oracle.close()


def test_death(tmp_path):
    oracle = start(tmp_path, "sys.exit(1)")
    with pytest.raises(OracleError):
        oracle.run("sign", {})
    oracle.close()


def test_hang(tmp_path, monkeypatch):
    oracle = start(tmp_path, "import time; time.sleep(60)")
    monkeypatch.setattr(oracles, "TIMEOUT", 0.2)
    with pytest.raises(OracleError):
        oracle.run("sign", {})
    oracle.close()


def test_no_such_program(tmp_path):
    manifest = tmp_path / "shim.json"
    manifest.write_text(json.dumps({"name": "fake", "start": ["./no-such-program"]}))
    with pytest.raises(OracleError):
        Oracle(manifest)


STAGES = {"canonical_request": ["a", "b"], "string_to_sign": ["c"], "signature": "0" * 64}


def answer(**changed):
    stages = {"canonical_request": "a\nb", "string_to_sign": "c", **changed}
    return build.brief_answer(
        {"status": "ok", "out": {"stages": stages, "signature": changed.get("signature", "0" * 64)}}
    )


def test_vote_agrees():
    vote = build.vote_on_sign(answer(), {"stages": STAGES})
    assert vote == {"agree": ["canonical_request", "string_to_sign", "signature"]}
    assert build.is_whole({"name": "x", **vote})


def test_vote_differs_at_the_first_stage():
    vote = build.vote_on_sign(
        answer(canonical_request="a\nB", signature="1" * 64), {"stages": STAGES}
    )
    assert vote == {"agree": ["string_to_sign"], "disagree": "canonical_request"}
    assert not build.is_whole(vote)


def test_vote_without_signature_is_not_whole():
    brief = answer()
    del brief["signature"]
    assert not build.is_whole(build.vote_on_sign(brief, {"stages": STAGES}))


@pytest.mark.parametrize("status", ["raised", "error", "unrepresentable", "crash"])
def test_vote_of_no_signature(status):
    assert build.vote_on_sign({"status": status}, {"stages": STAGES}) == {
        "agree": [],
        "disagree": status,
    }


def test_vote_on_a_refusal():
    error = {"error": {"class": "malformed-uri", "any_of": []}}
    assert build.vote_on_sign({"status": "refused"}, error) == {"agree": ["error"]}
    assert build.vote_on_sign(answer(), error) == {"agree": [], "disagree": "signs it"}


def test_vote_on_a_verdict():
    accept = {"verify": {"decision": "accept", "principal": "x"}}
    assert build.vote_on_verify({"status": "ok", "decision": "accept"}, accept) == {
        "agree": ["decision"]
    }
    assert (
        build.vote_on_verify({"status": "ok", "decision": "reject"}, accept)["disagree"] == "reject"
    )
    assert build.vote_on_verify({"status": "raised"}, accept)["disagree"] == "raised"


def test_stale_votes():
    """A vote about another input does not count, and is named."""
    built = build.build_all(build.areas())
    name = next(iter(built))
    votes = {id_: {"digest": model.digest(b.input), "oracles": {}} for id_, b in built.items()}
    assert oracles.stale(votes, built) == []
    votes[name]["digest"] = "0" * 64
    votes["aws4/path/no-such"] = {"digest": "0" * 64, "oracles": {}}
    assert oracles.stale(votes, built) == [name, "aws4/path/no-such"]
    del votes[name]
    assert name in oracles.stale(votes, built)


def test_merge_drops_what_is_about_another_input():
    old = {"a": {"digest": "1", "oracles": {"x": {"v": 1}, "y": {"v": 1}}}}
    same = {"a": {"digest": "1", "oracles": {"x": {"v": 2}}}}
    other = {"a": {"digest": "2", "oracles": {"x": {"v": 2}}}}
    assert oracles.merge(old, same, ["x"])["a"]["oracles"] == {"x": {"v": 2}, "y": {"v": 1}}
    assert oracles.merge(old, other, ["x"])["a"]["oracles"] == {"x": {"v": 2}}
    assert oracles.merge(old, {"a": {"digest": "1", "oracles": {}}}, ["x"])["a"]["oracles"] == {
        "y": {"v": 1}
    }


def test_signing_question_turns_a_request_round():
    """A signer that signs the question gives the signature of the verify vector."""
    built = build.build_all(build.areas())
    for one in built.values():
        if one.case.area.op == "verify" and not one.recipe and one.case.result == "valid":
            question = oracles.signing_question(one.input)
            request = model.get_request(one.input["request"])
            on_the_wire = request.values(b"authorization")[0].decode()
            assert build.sign_by_reference(question).authorization == on_the_wire, one.case.id


class Scripted:
    """An oracle that answers each op with a status of its own."""

    version = "1"

    def __init__(self, **statuses: str) -> None:
        self.statuses = statuses

    def run(self, op: str, inp: model.Json) -> model.Json:
        return {"status": self.statuses[op]}


@pytest.mark.parametrize(
    ("verify", "op", "status"),
    [
        ("ok", "verify", "ok"),
        ("unrepresentable", "sign", "ok"),
        ("raised", "verify", "raised"),
    ],
)
def test_who_cannot_be_asked_to_verify_signs(verify, op, status):
    questions = [("verify", {}, None), ("sign", {}, {"stages": {}})]
    vote = oracles.ask(Scripted(verify=verify, sign="ok"), iter(questions))
    assert (vote["op"], vote["answer"]["status"]) == (op, status)
    assert oracles.ask(Scripted(), iter(())) is None
