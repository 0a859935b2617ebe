# SPDX-License-Identifier: Apache-2.0
"""The flat export: every vector once, whole, in the form of its schema, and a file or none."""

import json
import resource
import signal

import jsonschema
import pytest
from vectorgen import cli, flat, model
from vectorgen.flat_schema import flat_schema
from vectorgen.tree import read_tree


@pytest.fixture(scope="module")
def places(tmp_path_factory):
    """The files that the command writes, by their names."""
    folder = tmp_path_factory.mktemp("flat")
    assert cli.main(["--export", str(folder)]) == 0
    return {path.name: path for path in folder.iterdir()}


@pytest.fixture(scope="module")
def exported(places):
    return {
        name: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for name, path in places.items()
    }


def test_files(exported):
    assert sorted(exported) == ["vectors-generated.jsonl", "vectors.jsonl"]
    assert len(exported["vectors-generated.jsonl"]) == 8192
    assert len(exported["vectors.jsonl"]) > 1200


def test_lines_are_those_of_the_files(exported, committed):
    """In their order, with the defaults; a line has the digest that its file's test has."""
    lines = exported["vectors.jsonl"]
    tests = [test for _, _, test in committed.tests()]
    assert [line["id"] for line in lines] == [test["id"] for test in tests]
    for line, test in zip(lines, tests, strict=True):
        assert line["input"] == test["input"]
        digest = model.digest({"input": line["input"], "expected": line["expected"]})
        assert line["digest"] == digest
        assert line["profile"] == line["input"]["profile"]
        assert set(line["notes"]) == set(line["flags"])


def test_lines_fit_the_schema(exported):
    """A part of them, for the schema is slow: some of each file and each op."""
    validator = jsonschema.Draft202012Validator(flat_schema())
    some = exported["vectors.jsonl"][::16] + exported["vectors-generated.jsonl"][::256]
    assert {line["op"] for line in some} == {"sign", "verify"}
    for line in some:
        validator.validate(line)
    spoilt = [
        {name: value for name, value in some[0].items() if name != "notes"},
        {**some[0], "input": {"profile": "aws4", "request": some[0]["input"]["request"]}},
        {**some[-1], "colour": "red"},
    ]
    assert not any(validator.is_valid(line) for line in spoilt)


def test_nothing_else_ends_a_line(places):
    for path in places.values():
        text = path.read_text(encoding="utf-8")
        assert len(text.splitlines()) == text.count("\n")


def test_one_file(tmp_path, capsys):
    place = tmp_path / "deep" / "mine.jsonl"
    assert cli.main(["--export", str(place), "--authored"]) == 0
    assert [path.name for path in place.parent.iterdir()] == ["mine.jsonl"]
    assert capsys.readouterr().out.startswith(f"{place}: 1")


def test_place_that_cannot_be_written(capsys):
    assert cli.main(["--export", "/proc/no/place", "--authored"]) == 2
    assert "vectorgen: /proc/no" in capsys.readouterr().err


def test_place_of_the_wrong_kind(tmp_path, capsys):
    """What is there stays, and nothing is written where nobody named a place."""
    (tmp_path / "file").write_text("mine")
    (tmp_path / "folder.jsonl").mkdir()
    for place in ("", str(tmp_path / "file"), str(tmp_path / "folder.jsonl")):
        with pytest.raises(SystemExit) as usage:
            cli.main(["--export", place, "--authored"])
        assert usage.value.code == 2
        assert "name a folder, or a file whose name ends in .jsonl" in capsys.readouterr().err
    assert (tmp_path / "file").read_text() == "mine"


def test_full_disk_keeps_the_old_file(tmp_path, capsys):
    """As a limit of size has it: the message names the file, and nothing half-written stays."""
    place = tmp_path / "vectors.jsonl"
    place.write_text("old")
    kept = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, kept[1]))
    try:
        assert cli.main(["--export", str(tmp_path), "--authored"]) == 2
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, kept)
        signal.signal(signal.SIGXFSZ, handler)
    assert f"vectorgen: {place}: " in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["vectors.jsonl"]
    assert place.read_text() == "old"


def test_nothing_to_export(tmp_path, capsys):
    assert cli.main(["--export", str(tmp_path / "out"), "--root", str(tmp_path)]) == 1
    assert "no vectors there" in capsys.readouterr().err
    (tmp_path / "vectors" / "aws4").mkdir(parents=True)
    (tmp_path / "vectors" / "aws4" / "path.json").write_text("{")
    assert cli.main(["--export", str(tmp_path / "out"), "--root", str(tmp_path)]) == 1
    assert "aws4/path.json: not JSON as it must be" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_repeated_bytes_stay_short(committed):
    lines = flat.lines(list(committed.authored.values()))
    assert '"repeat_b64"' in lines
    assert max(map(len, lines.splitlines())) < 100_000


def test_without_sweeps_no_file_for_them(tmp_path):
    tree = read_tree(cli.ROOT / "vectors", with_sweeps=False)
    assert list(flat.export(tree, tmp_path)) == [tmp_path / "vectors.jsonl"]
