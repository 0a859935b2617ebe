# SPDX-License-Identifier: Apache-2.0
"""--crate with programs in the place of cargo: nothing here needs the network."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from aws_suite import cli, crate, suite
from test_import import TOOL, tree


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Runs --crate with a script as cargo (None: there is none); it must leave nothing behind."""
    temporary, path = tmp_path / "tmp", tmp_path / "bin"
    temporary.mkdir()
    path.mkdir()
    monkeypatch.setenv("CARGO_HOME", str(tmp_path / "cargo"))
    monkeypatch.setenv("PATH", f"{path}:/usr/bin:/bin")
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    monkeypatch.setattr("shutil.which", lambda name: next((str(p) for p in path.glob(name)), None))

    def go(script: str | None) -> tuple[int, str, str]:
        if script is not None:
            (path / "cargo").write_text("#!/bin/sh\n" + script)
            (path / "cargo").chmod(0o755)
        status = cli.main(["--crate", str(tmp_path / "out")])
        assert list(temporary.iterdir()) == []
        return status, *capsys.readouterr()

    return go


def fetch(source: Path) -> str:
    """A cargo that fetches: it unpacks a crate whose suite is at `source`."""
    unpacked = f"$CARGO_HOME/registry/src/index/aws-sigv4-{crate.pinned_version()}"
    return f'mkdir -p "{unpacked}" && cp -r "{source}" "{unpacked}/{suite.NAME}"\n'


def test_imports(run, suite_folder, tmp_path):
    log = f'echo "$@" >{tmp_path}/words; cat Cargo.* >{tmp_path}/pinned; ls empty.rs || exit\n'
    status, out, err = run(log + fetch(suite_folder))
    assert (status, err) == (0, "")
    assert out.startswith("aws-signing-test-suite, crate aws-sigv4 1.6.4\n")
    assert (tmp_path / "words").read_text() == "fetch --locked --quiet\n"
    assert 'version = "=1.6.4"' in (tmp_path / "pinned").read_text()
    assert "checksum" in (tmp_path / "pinned").read_text()
    assert "out/aws4/aws-header.json" in tree(tmp_path)
    assert not (tmp_path / "cargo").exists()


def test_the_users_configuration_counts(run, suite_folder, tmp_path):
    (tmp_path / "cargo").mkdir()
    (tmp_path / "cargo/config.toml").touch()
    assert run(f'echo "$@" >{tmp_path}/words; ' + fetch(suite_folder))[0] == 0
    config = f"--config {tmp_path}/cargo/config.toml"
    assert (tmp_path / "words").read_text() == f"{config} fetch --locked --quiet\n"


def failed(run, tmp_path, script: str | None, *says: str) -> None:
    status, out, err = run(script)
    assert (status, out) == (3, "")
    for part in ("import-aws-suite: ", *says):
        assert part in err
    assert not (tmp_path / "out").exists()


def test_no_cargo(run, tmp_path):
    failed(run, tmp_path, None, "there is no cargo: install", "import-aws-suite DIR OUT")


def test_offline(run, tmp_path):
    script = (
        'echo "error: failed\n  \x1b[1mCould not resolve host" >&2; mkdir $CARGO_HOME; exit 101\n'
    )
    says = r"could not fetch the crate: error: failed / \x1b[1mCould not resolve host"
    failed(run, tmp_path, script, says, "the way to crates.io", "import-aws-suite DIR OUT")


def test_hangs(run, tmp_path, monkeypatch):
    monkeypatch.setattr(crate, "SECONDS", 0.2)
    failed(run, tmp_path, "exec sleep 60\n", "cargo took more than 0.2 s")


def test_no_suite_in_the_crate(run, tmp_path):
    says = "the crate aws-sigv4 1.6.4 that cargo fetched has no aws-signing-test-suite"
    failed(run, tmp_path, "exit 0\n", says)


def test_cargo_that_is_no_program(run, tmp_path, monkeypatch):
    monkeypatch.setattr("shutil.which", lambda name: "/etc/passwd")
    failed(run, tmp_path, None, "/etc/passwd: Permission denied")


def test_bad_place_comes_first(run, tmp_path):
    (tmp_path / "out").write_text("mine")
    status, _, err = run("exit 1\n")
    assert status == 2 and "is a file" in err


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupted(tmp_path, number):
    """A signal while cargo is at work: it is ended too, and its folder goes."""
    temporary, path = tmp_path / "tmp", tmp_path / "bin"
    temporary.mkdir()
    path.mkdir()
    noted = tmp_path / "cargo.pid"
    (path / "cargo").write_text(
        f"#!/bin/sh\necho $$ >{noted}.new; mv {noted}.new {noted}\nexec sleep 60\n"
    )
    (path / "cargo").chmod(0o755)
    env = {**os.environ, "PATH": f"{path}:{os.environ['PATH']}", "TMPDIR": str(temporary)}
    command = [sys.executable, str(TOOL), "--crate", str(tmp_path / "out")]
    with subprocess.Popen(command, env=env, stdout=-1, stderr=-1) as running:
        end = time.monotonic() + 20
        while not noted.exists() and time.monotonic() < end:
            time.sleep(0.01)
        running.send_signal(number)
        assert running.wait(20) == 128 + number
    assert list(temporary.iterdir()) == []
    assert not (tmp_path / "out").exists()
    child = int(noted.read_text())
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)
