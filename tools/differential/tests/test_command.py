# SPDX-License-Identifier: Apache-2.0
"""The command as a user types it: against packages that are the reference itself, bent in one way;
and against the real ones, with bugs planted in the reference."""

import json
import shlex
import subprocess

import pytest
from differential.differences import DIFFERENCES
from differential.grammar import draw_number
from differential.packages import PACKAGES
from places import ROOT, SHIM, bent

BOTOCORE = PACKAGES[0]


def agreed(count):
    """The first numbers of so many draws in a row in which nothing may differ: there the reference
    can stand in for the package."""
    rows = [d for d in DIFFERENCES if BOTOCORE.name in d.packages]
    run = 0
    for number in range(10_000):
        draw = draw_number(1, number, BOTOCORE.mix)
        run = 0 if any(d.matches(draw) for d in rows) else run + 1
        if run == count:
            return ["--seed", "1", "--first", str(number + 1 - count), "--draws", str(count)]
    raise AssertionError("the table of differences is too wide")


def run_bent(command, package, how, *more):
    return command("--package", "botocore", "--shims", package(how), *agreed(30), *more)


def test_equal(command, package):
    done = run_bent(command, package, "nothing")
    assert done.returncode == 0, done.stdout
    assert done.stdout.startswith("seed 1, draws ")
    assert done.stdout.endswith("30 draws compared, 0 failed\n")


def test_new_seed_is_printed(command, package):
    arguments = ("--package", "botocore", "--shims", package("all-unrepresentable"), "--draws", "1")
    seeds = {command(*arguments).stdout.split(",")[0] for _ in range(2)}
    assert len(seeds) == 2 and all(seed.startswith("seed ") for seed in seeds)


@pytest.mark.parametrize(
    ("how", "text"),
    [
        ("no-signature", "an answer has no signature"),
        ("error", "the package's shim"),
        ("ends", "ended with exit status 7"),
        ("hangs", "no answer in 0.5 s"),
        ("chatters", "no JSON: b'hello there'"),
    ],
)
def test_package_that_fails(command, package, how, text):
    more = ("--timeout", "0.5") if how == "hangs" else ()
    done = run_bent(command, package, how, *more)
    assert done.returncode == 1
    assert text in done.stdout, done.stdout


def test_predicate_that_is_too_wide(command, package):
    """What botocore does in its own way, the reference in its place does not."""
    arguments = ("--package", "botocore", "--shims", package(), "--seed", "1", "--draws", "200")
    done = command(*arguments)
    assert done.returncode == 1
    assert "they agree, but differ by differences.py: blanks-of-python" in done.stdout


def test_package_of_another_version(command, package):
    done = command("--package", "botocore", "--shims", package("version"), "--draws", "1")
    assert done.returncode == 3
    assert done.stderr == (
        "botocore: botocore 1 is wanted, but this is 2; "
        "run: conformance/shims/install.py botocore\n"
    )


def test_package_that_is_missing(command, tmp_path, monkeypatch):
    monkeypatch.setenv("DCIAUTH_SHIM_DIR", str(tmp_path))
    done = command("--package", "botocore", "--draws", "1")
    assert done.returncode == 3
    assert "is not installed" in done.stderr
    assert "run: conformance/shims/install.py botocore\n" in done.stderr


def test_reference_that_is_missing(command, package):
    done = command("--package", "botocore", "--shims", package(), "--reference", "/nowhere")
    assert done.returncode == 3
    assert "/nowhere does not start" in done.stderr and "cmake --build" in done.stderr


@pytest.mark.parametrize(
    "arguments", [("--draws", "0"), ("--package", "nobody"), ("--jobs", "0"), ("--seed", "x")]
)
def test_usage(command, arguments):
    assert command(*arguments).returncode == 2


def test_replay_file_that_cannot_be_written(command, package, tmp_path):
    (tmp_path / "replay").write_text("in the way")
    assert run_bent(command, package, "error").returncode == 5


# ---- The real packages ---------------------------------------------------------------------------


def bent_reference(command, name, how, draws):
    reference = ("--reference", shlex.join(bent(how)))
    done = command("--package", name, "--draws", str(draws), "--seed", "1", *reference)
    if done.returncode == 3:
        pytest.skip(done.stderr)
    return done


@pytest.mark.parametrize("name", [package.name for package in PACKAGES])
def test_real_package(command, name):
    done = bent_reference(command, name, "nothing", 300)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("how", "name"),
    [
        ("flip", "botocore"),
        ("plus-is-a-blank", "awscrt"),
        ("escaped-slash-is-a-slash", "awscrt"),
        ("default-port-is-dropped", "botocore"),
        ("header-is-latin1", "python-dciauth-2.1.7-v1"),
        ("escaped-slash-is-a-slash", "python-dciauth-2.1.7"),
        ("body-ends-at-nul", "python-dciauth-4-v2"),
        ("leap-day-is-march", "python-dciauth-4"),
        ("body-ends-at-nul", "python-dciauth-4-url"),
    ],
)
def test_planted_bug(command, tmp_path, how, name):
    """It is found, and the replay file shows it again."""
    done = bent_reference(command, name, how, 600)
    assert done.returncode == 1, done.stdout
    assert f"FAIL {name}, draw " in done.stdout
    replay = next((tmp_path / "replay").iterdir())
    number = json.loads(replay.read_text().splitlines()[1])["id"]
    again = subprocess.run(
        [SHIM], input=replay.read_text(), capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert json.loads(again.stdout.splitlines()[1])["id"] == number
