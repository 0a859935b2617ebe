# SPDX-License-Identifier: Apache-2.0
"""The command as a user types it: on requests that the reference signs, with bugs planted in the
verifier; and on those of the real packages."""

import json
import shlex
import subprocess

import pytest
from honest.signers import SIGNERS
from places import MUTANT, SHIM, bent

SOME = ("--count", "24", "--flips", "2")


def test_all_is_well(command, signer):
    done = command(*signer, *SOME)
    assert done.returncode == 0, done.stdout
    assert done.stdout.startswith("seed 1: 24 requests, 2 of them bit by bit\n")
    assert "\n24 requests signed: " in done.stdout and done.stdout.endswith("\n0 failed\n")


def run_bent(command, signer, verifier, *more):
    return command(*signer, *SOME, *more, "--verifier", shlex.join(verifier))


@pytest.mark.parametrize(
    ("how", "text"),
    [
        ("value", "a signed header's value, byte 0, bit 0 of"),
        ("method", "method, byte 0, bit 0 of"),
        ("target", "path, byte 0, bit 0 of b'/"),
        ("body", "body, byte 0, bit 0 of"),
        ("refuses", "an honest request is refused: signature-mismatch; the reference: accept"),
        ("principal", "it is accepted as one of root"),
        ("ends", "ended with exit status 7"),
    ],
)
def test_bent_verifier(command, signer, how, text):
    done = run_bent(command, signer, bent(how))
    assert done.returncode == 1, done.stdout
    assert "FAIL smithy, draw " in done.stdout and text in done.stdout, done.stdout


def test_verifier_that_fails(command, signer):
    done = run_bent(command, signer, bent("error"), "--flips", "0")
    assert done.returncode == 1
    assert "an honest request is refused: error: bent; the reference: accept" in done.stdout


def test_other_reason(command, signer):
    """A blank in the target, refused for another reason than the reference has."""
    done = run_bent(command, signer, bent("reason"), "--count", "150", "--flips", "0")
    assert done.returncode == 1
    assert "an honest request is refused: limit-exceeded; the reference: malformed-" in done.stdout


@pytest.mark.parametrize(
    ("mutant", "text"),
    [
        ("signature-half-compared", "Authorization: Signature, byte "),
        ("algorithm-not-looked-at", "Authorization: algorithm, byte "),
        ("parameters-in-any-case", "Authorization: "),
        ("method-in-any-case", "method, byte "),
        ("query-not-sorted", "an honest request is refused: signature-mismatch"),
        ("dots-kept-when-normalising", "an honest request is refused: signature-mismatch"),
        ("values-trimmed-in-front-alone", "an honest request is refused: signature-mismatch"),
        ("skew-edge-refused", "an honest request is refused: skewed-"),
    ],
)
def test_mutant(command, signer, mutant, text):
    if not MUTANT.exists():
        pytest.skip(f"{MUTANT} is not built")
    done = run_bent(command, signer, [str(MUTANT), mutant], "--flips", "1")
    assert done.returncode == 1, done.stdout
    assert text in done.stdout, done.stdout


def test_replay(command, signer, tmp_path):
    """The file shows the same to whoever has it: here, to the verifier without the bug."""
    run_bent(command, signer, bent("body"))
    replay = next((tmp_path / "replay").iterdir()).read_text()
    done = subprocess.run([SHIM], input=replay, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout.splitlines()[1])["out"]["decision"] == "reject"


def test_the_same_draw_again(command, signer):
    first = command(*signer, "--count", "1", "--flips", "1", "--first", "20").stdout
    assert first == command(*signer, "--count", "1", "--flips", "1", "--first", "20").stdout


def test_signer_that_is_missing(command, tmp_path, monkeypatch):
    monkeypatch.setenv("DCIAUTH_SHIM_DIR", str(tmp_path))
    done = command("--signer", "botocore", *SOME)
    assert done.returncode == 3
    assert done.stdout.startswith("skipped botocore: botocore ")
    assert "run: conformance/shims/install.py botocore\n" in done.stdout
    assert done.stderr == "no signer is installed\n"


def test_verifier_that_is_missing(command, signer):
    done = run_bent(command, signer, ["/nowhere"])
    assert done.returncode == 3
    assert "/nowhere does not start" in done.stderr and "cmake --build" in done.stderr


@pytest.mark.parametrize(
    "arguments", [("--count", "0"), ("--flips", "-1"), ("--signer", "nobody"), ("--jobs", "0")]
)
def test_usage(command, arguments):
    assert command(*arguments).returncode == 2


def test_replay_file_that_cannot_be_written(command, signer, tmp_path):
    (tmp_path / "replay").write_text("in the way")
    assert run_bent(command, signer, bent("body")).returncode == 5


@pytest.mark.parametrize("name", [signer.name for signer in SIGNERS])
def test_real_signer(command, name):
    done = command("--signer", name, "--count", "50", "--flips", "1")
    if done.returncode == 3:
        pytest.skip(done.stdout.splitlines()[0])
    assert done.returncode == 0, done.stdout
