# SPDX-License-Identifier: Apache-2.0
"""What was released stays, or is written down: each rule goes red on a change made for it."""

import copy

import pytest
from vectorgen import cli, history, model, releases

ID = "aws4/path/root"
LOG = "# Changes\n\n## {suite}\n\n{text}\n\n## 0.1.0\n\nThe first.\n"


@pytest.fixture
def now(tree):
    """The committed vectors as if they were a release, of which a copy may be changed."""
    out = releases.now_of(tree)
    out.changed.clear()
    raise_suite(out, "0.1.0")
    return out


@pytest.fixture
def old(committed, now):
    """The record of that release. Sweeps are not in the tree: theirs is that of the last one."""
    sweeps = committed.documents[history.NAME]["sweeps"]
    return copy.deepcopy({**now.record, "sweeps": sweeps})


def found(old, now):
    return list(history.problems(old, now))


def raise_suite(now, suite, text=""):
    now.record["suite"] = suite
    now.changelog = LOG.format(suite=suite, text=text)


def test_committed_files_follow_the_last_release(tree):
    released = tree.documents[history.NAME]
    assert found(released, releases.now_of(tree)) == []
    assert len(released["vectors"]) > 1200


def test_nothing_has_changed(old, now):
    assert found(old, now) == []


def test_an_id_that_is_gone(old, now):
    del now.record["vectors"][ID]
    raise_suite(now, "0.2.0", f"{ID} is withdrawn.")
    (problem,) = found(old, now)
    assert problem.startswith(f"{ID}: was released with 0.1.0 and is gone; bring it back")
    now.retired[ID] = "0.2.0"
    assert found(old, now) == []
    raise_suite(now, "0.2.0", "Nothing much.")
    assert found(old, now) == [f"CHANGELOG.md: {ID} is gone: section 0.2.0 has to name it"]


def test_an_expectation_that_changed(old, now):
    now.record["vectors"][ID]["decides"] = "0" * 16
    raise_suite(now, "0.2.0", f"{ID}: another path.")
    (problem,) = found(old, now)
    assert f"{ID}: has another expectation than in 0.1.0" in problem
    now.changed[ID] = ["0.2.0"]
    assert found(old, now) == []


def test_the_version_has_to_say_so(old, now):
    now.record["vectors"]["aws4/path/new"] = {"since": "0.1.0", "decides": "1", "settled": True}
    (problem,) = found(old, now)
    assert "1 changes since release 0.1.0 (aws4/path/new is new)" in problem
    assert problem.endswith("raise SUITE in tools/vectorgen/model.py to 0.2.0 at least")
    raise_suite(now, "0.2.0")
    assert found(old, now) == ["aws4/path/new: since 0.1.0, but it came with 0.2.0; run vectorgen"]
    now.record["vectors"]["aws4/path/new"]["since"] = "0.2.0"
    assert found(old, now) == []


def test_an_older_version(old, now):
    old["suite"] = "0.3.0"
    assert any("to 0.3.0 at least" in problem for problem in found(old, now))


def test_a_vector_that_gates_now(old, now):
    entry = now.record["vectors"][ID]
    entry["settled"] = not entry["settled"]
    assert "to 0.2.0 at least" in found(old, now)[0]
    raise_suite(now, "0.2.0")
    assert found(old, now) == []


def test_a_sweep(old, now):
    now.record["sweeps"] = copy.deepcopy(old["sweeps"])
    assert found(old, now) == []
    now.record["sweeps"]["aws4/sweep-path"]["decides"] = "0" * 16
    raise_suite(now, "0.2.0")
    assert found(old, now) == [
        "CHANGELOG.md: aws4/sweep-path has another expectation: section 0.2.0 has to name it"
    ]


def test_a_retired_id_stays_retired(old, now):
    old["retired"] = ["aws4/path/wrong"]
    assert found(old, now) == ["retired.json: aws4/path/wrong was retired for ever; put it back"]
    now.retired["aws4/path/wrong"] = "0.1.0"
    assert found(old, now) == []


def test_changelog_without_the_version(old, now):
    now.changelog = LOG.format(suite="0.2.0", text="")
    assert found(old, now) == ["CHANGELOG.md: the first section has to be '## 0.1.0'"]


@pytest.mark.parametrize(
    ("old", "level", "least"),
    [
        ("0.1.0", history.MAJOR, "0.2.0"),
        ("0.1.3", history.MINOR, "0.2.0"),
        ("1.4.2", history.MINOR, "1.5.0"),
        ("1.4.2", history.MAJOR, "2.0.0"),
    ],
)
def test_least_version(old, level, least):
    assert history.least_version(old, [history.Change(level, ID, "is other")]) == least
    assert history.least_version(old, []) == old


def test_texts_decide_nothing(tree):
    """A title, a comment or a vote may change in a patch."""
    before = releases.record_of(tree)
    for _, _, test in tree.tests():
        test["title"], test["comment"], test["provenance"]["oracles"] = "x", "y", []
    for document in tree.authored.values():
        for test in (t for group in document["groups"] for t in group["tests"]):
            test["title"], test["provenance"]["oracles"] = "x", []
    assert releases.record_of(tree) == before


def test_record_missing(tree):
    del tree.documents[history.NAME]
    (problem,) = releases.lint_history(tree)
    assert problem.startswith("released.json: missing")


def test_a_version_is_released_once(tree, monkeypatch):
    monkeypatch.setattr(model, "SUITE", "0.1.0")
    tree.documents[history.NAME] = releases.record_of(tree)
    assert releases.not_again(tree) == []
    tree.documents[history.NAME]["vectors"].pop(ID)
    assert releases.not_again(tree) == [
        "0.1.0 is released already: raise SUITE in tools/vectorgen/model.py"
    ]


def test_since_is_that_of_the_release(monkeypatch):
    monkeypatch.setattr(model, "SUITE", "0.2.0")
    assert history.since(ID) == "0.1.0"
    assert history.since("aws4/sweep-path/byte-00") == "0.1.0"
    assert history.since("aws4/path/new") == "0.2.0"


def test_release_takes_all_vectors(capsys):
    with pytest.raises(SystemExit) as e:
        cli.main(["--release", "--authored"])
    assert e.value.code == 2
    assert "without --authored" in capsys.readouterr().err
