# SPDX-License-Identifier: Apache-2.0
"""The command: what it writes is what it checks, and it finds what was changed by hand."""

import json
import pathlib
import shutil
import stat
import subprocess
import sys

import pytest
from vectorgen import cli

TOOLS = pathlib.Path(cli.__file__).resolve().parent.parent
VECTORS = TOOLS.parent / "vectors"


@pytest.fixture
def root(tmp_path):
    """The vectors without the sweeps, which would be most of the work."""
    sweeps = shutil.ignore_patterns("*-generated.json")
    shutil.copytree(VECTORS, tmp_path / "vectors", ignore=sweeps)
    return tmp_path


def check(root, *more) -> int:
    return cli.main(["--check", "--authored", "--no-oracles", "--root", str(root), *more])


def test_committed_files(capsys):
    """All of them, sweeps included."""
    assert cli.main(["--check", "--no-oracles"]) == 0
    out = capsys.readouterr().out
    assert "no oracle was run" in out
    assert "8192 generated beside them" in out


def test_says_which_oracles_were_not_run(root, capsys):
    """In a folder without shims there is nobody to ask: the kept votes are used, and that is
    said."""
    assert cli.main(["--check", "--authored", "--root", str(root)]) == 0
    assert "from votes.json for botocore" in capsys.readouterr().out


def test_edit_is_found(root, capsys):
    path = root / "vectors/aws4/path.json"
    path.write_text(path.read_text().replace('"the root"', '"The root"'))
    assert check(root) == 1
    assert "aws4/path.json: is not what the cases and votes give" in capsys.readouterr().err
    assert check(root, "--only", "aws4/query/*") == 0


def test_missing_and_foreign_files_are_found(root, capsys):
    (root / "vectors/aws4/path.json").unlink()
    shutil.copy(root / "vectors/aws4/query.json", root / "vectors/aws4/extra.json")
    assert check(root) == 1
    err = capsys.readouterr().err
    assert "aws4/path.json: is not what" in err
    assert "aws4/extra.json: no case gives this file" in err


def test_writing_mends(root, monkeypatch):
    monkeypatch.setattr(cli, "VOTES", root / "votes.json")
    shutil.copy(TOOLS / "vectorgen/votes.json", root / "votes.json")
    path = root / "vectors/aws4/path.json"
    right = path.read_bytes()
    path.write_text("{}\n")
    assert cli.main(["--authored", "--no-oracles", "--root", str(root)]) == 0
    assert path.read_bytes() == right


def test_votes_of_another_input_are_found(root, monkeypatch, capsys):
    votes = json.loads((TOOLS / "vectorgen/votes.json").read_text())
    votes["aws4/path/root"]["digest"] = "0" * 64
    (root / "votes.json").write_text(json.dumps(votes))
    monkeypatch.setattr(cli, "VOTES", root / "votes.json")
    assert check(root) == 1
    assert "aws4/path/root: is about another input" in capsys.readouterr().err


def test_a_changed_vote_unsettles(root, monkeypatch, capsys):
    """Without the agreement of a foreign program a vector is disputed, and the file says
    otherwise."""
    votes = json.loads((TOOLS / "vectorgen/votes.json").read_text())
    votes["aws4/path/root"]["oracles"] = {}
    (root / "votes.json").write_text(json.dumps(votes))
    monkeypatch.setattr(cli, "VOTES", root / "votes.json")
    assert check(root) == 1
    assert "aws4/path.json: is not what" in capsys.readouterr().err


def test_dividing(capsys):
    """Vectors are there to tell implementations apart, and the kept votes say which do."""
    assert cli.main(["--dividing"]) == 0
    *lines, last = capsys.readouterr().out.splitlines()
    assert last == f"{len(lines)} authored signing vectors divide two shims"
    assert len(lines) >= 60
    one = next(line for line in lines if line.startswith("aws4/headers/method-verbatim "))
    assert "awscrt: " in one and "botocore: " in one


@pytest.mark.parametrize(
    "words",
    [
        ["--export", "out", "--only", "aws4/query/*"],
        ["--export", "out", "--list"],
        ["--drift", "--only", "aws4/query/*"],
        ["--dividing", "--only", "aws4/query/*"],
        ["--dividing", "--list"],
    ],
)
def test_options_that_would_be_passed_over(words, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as usage:
        cli.main(words)
    assert usage.value.code == 2
    option = next(word for word in words if word in ("--only", "--list"))
    assert f"does not know {option}: leave it out" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_only_has_to_select_something(root, capsys):
    """A word that is mistyped is not "all well"."""
    assert check(root, "--only", "aws4/qurey/*") == 2
    assert "no id is like --only 'aws4/qurey/*'" in capsys.readouterr().err


def test_place_that_cannot_be_written(root, monkeypatch, capsys):
    monkeypatch.setattr(cli, "VOTES", root / "no/../votes.json")
    path = root / "vectors/aws4/path.json"
    path.unlink()
    path.with_name("path.json.new").mkdir()
    assert cli.main(["--authored", "--no-oracles", "--root", str(root)]) == 2
    assert f"vectorgen: {path}: " in capsys.readouterr().err


def test_runner_that_is_none(root, capsys):
    assert cli.main(["--authored", "--no-oracles", "--root", str(root), "--conform", "false"]) == 2
    assert "vectorgen: false export errors: exit status 1" in capsys.readouterr().err


def test_missing_package(tmp_path):
    """The message has the line that installs it."""
    done = subprocess.run(
        [sys.executable, "-B", "-S", str(TOOLS / "vectorgen"), "--help"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert "tools/venv.sh build/venv tools/requirements.lock" in done.stderr
    assert "Traceback" not in done.stderr


def fake_conform(root, errors: str) -> str:
    program = root / "conform"
    profiles = root / "vectors/profiles.json"
    (root / "errors.out").write_text(errors)
    program.write_text(
        f'#!/bin/sh\n[ "$2" = errors ] && exec cat {root}/errors.out\nexec cat {profiles}\n'
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return str(program)


def test_exports_are_compared(root, capsys):
    errors = (root / "vectors/errors.json").read_text()
    assert check(root, "--conform", fake_conform(root, errors)) == 0
    assert (
        check(root, "--conform", fake_conform(root, errors.replace("malformed-uri", "bad-uri")))
        == 1
    )
    assert "errors.json: is not what" in capsys.readouterr().err
    assert check(root, "--conform", "/no/such/program") == 1


def test_runs_as_a_script():
    done = subprocess.run(
        [
            sys.executable,
            "-B",
            str(TOOLS / "vectorgen"),
            "--check",
            "--authored",
            "--no-oracles",
            "--only",
            "aws4/path/*",
        ],
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("all well\n")
