# SPDX-License-Identifier: Apache-2.0
"""The command: what it prints, and that bad input loses nothing."""

import json
import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import synthetic
from aws_suite import cli, output, suite

TOOL = Path(cli.__file__).resolve().parent.parent / "import-aws-suite"


def tree(folder: Path) -> dict[str, bytes]:
    files = (p for p in folder.rglob("*") if p.is_file() and not p.is_symlink())
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in files}


@pytest.fixture
def refused(capsys, suite_folder, tmp_path):
    """Runs the command, which must fail, say it in a line, and leave nothing anywhere."""

    def run(*words: object, says: str, status: int = 2) -> None:
        before, around = tree(tmp_path), sorted(tmp_path.iterdir())
        assert cli.main([str(w) for w in words]) == status
        printed = capsys.readouterr()
        assert printed.err.startswith("import-aws-suite: ") and printed.err.count("\n") == 1
        assert says in printed.err
        assert printed.out == ""
        assert (tree(tmp_path), sorted(tmp_path.iterdir())) == (before, around)

    return run


def test_imports(suite_folder, tmp_path, capsys):
    out = tmp_path / "out"
    (suite_folder / "v4/token/header-signature.txt").unlink()
    shutil.copy(suite_folder / "v4/normalised/request.txt", suite_folder / "v4/plain/request.txt")
    assert cli.main([str(suite_folder), str(out)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1] == "incomplete  v4/token header: no header-signature.txt"
    assert lines[2].startswith("disputed    v4/plain header: request.txt has the target /a/..//b/")
    table = {
        tuple(line.split()[:-3]): line.split()[-3:] for line in lines if line[-1:] in "0123456789"
    }
    assert table["v4", "header"] == ["8", "1", "1"]
    assert table["v4", "query"] == ["9", "0", "1"]
    assert table["v4a", "header"] == table["v4a", "query"] == ["10", "0", "0"]
    assert table[("all",)] == ["37", "1", "2"]
    assert lines[-1] == f"39 vectors in {out}"
    manifest = json.loads((out / output.MANIFEST).read_text())
    assert set(manifest["files"]) | {output.MANIFEST} == tree(out).keys()
    assert manifest["incomplete"] == ["v4/token header: no header-signature.txt"]
    assert len(manifest["disputed"]) == 2


def test_again_and_with_less(suite_folder, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    assert cli.main([str(suite_folder), str(out)]) == 0
    first = tree(out)
    assert cli.main([str(suite_folder), str(out)]) == 0
    assert tree(out) == first
    shutil.rmtree(suite_folder / "v4a")
    assert cli.main([str(suite_folder), str(out)]) == 0
    assert not (out / "aws4a").exists()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out", "suite"]


def test_a_copy_is_told_apart(suite_folder):
    one = suite.fingerprint(suite.read_suite(suite_folder))
    assert one == suite.fingerprint(suite.read_suite(suite_folder))
    with (suite_folder / "v4/plain/request.txt").open("ab") as file:
        file.write(b"\n")
    assert one != suite.fingerprint(suite.read_suite(suite_folder))


# ---- A suite that is none ------------------------------------------------------------------------


def test_no_suite(refused, suite_folder, tmp_path):
    out, empty = tmp_path / "out", tmp_path / "empty"
    refused(tmp_path / "nothing", out, says="nothing: no such folder; name the folder")
    empty.mkdir()
    refused(empty, out, says="empty: not aws-signing-test-suite: there is neither v4 nor v4a")
    (empty / "v4").mkdir()
    refused(empty, out, says="there is no case in v4")
    (empty / "v4" / "plain").mkdir()
    refused(empty, out, says="no case is complete; v4/plain header: no request.txt")
    refused(suite_folder / "v4/plain/request.txt", out, says="no such folder")


def test_a_repository_that_holds_it(refused, suite_folder, tmp_path):
    inside = tmp_path / "repository/tests" / suite.NAME
    inside.parent.mkdir(parents=True)
    suite_folder.rename(inside)
    refused(tmp_path / "repository", tmp_path / "out", says=f"name the folder {inside}")


def test_bad_case_names(refused, suite_folder, tmp_path):
    (suite_folder / "v4/plain").rename(suite_folder / "v4/Pl\x1bain")
    refused(suite_folder, tmp_path / "out", says=r"v4/Pl\x1bain: no case: its name would be")


def test_bad_json(refused, suite_folder, tmp_path):
    (suite_folder / "v4/plain/context.json").write_text('{"region": }')
    refused(suite_folder, tmp_path / "out", says="v4/plain/context.json: no JSON: Expecting value")


def test_converted_line_ends(refused, suite_folder, tmp_path):
    path = suite_folder / "v4a/plain/header-canonical-request.txt"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    refused(suite_folder, tmp_path / "out", says="core.autocrlf")


def test_files_that_are_none(refused, suite_folder, tmp_path):
    """A folder, a pipe, an endless file, a file that is too long, one that cannot be read."""
    path = suite_folder / "v4/plain/request.txt"
    path.unlink()
    path.mkdir()
    refused(suite_folder, tmp_path / "out", says="request.txt: no file of at most 1048576 bytes")
    path.rmdir()
    path.symlink_to("/dev/zero")
    refused(suite_folder, tmp_path / "out", says="request.txt: no file")
    path.unlink()
    path.write_bytes(bytes(suite.MAX_FILE + 1))
    refused(suite_folder, tmp_path / "out", says="request.txt: no file")
    path.unlink()
    path.symlink_to("/proc/self/mem")
    refused(suite_folder, tmp_path / "out", says="request.txt: cannot be read: ")
    path.unlink()
    os.mkfifo(path)
    assert cli.main([str(suite_folder), str(tmp_path / "out")]) == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("name", ["v4/plain/request.txt", "v4/plain", "v4", "."])
def test_no_permission(suite_folder, tmp_path, capsys, name):
    closed = tmp_path if name == "." else suite_folder / name
    closed.chmod(0o555 if name == "." else 0)
    try:
        assert cli.main([str(suite_folder), str(tmp_path / "out")]) == 2
        assert "Permission denied" in capsys.readouterr().err
    finally:
        closed.chmod(0o755)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["suite"]


# ---- Places that cannot be written ---------------------------------------------------------------


def test_bad_places(refused, suite_folder, tmp_path):
    (tmp_path / "file").write_text("mine")
    refused(suite_folder, tmp_path / "file", says="file: is a file")
    refused(suite_folder, tmp_path / "file/out", says="there is no folder")
    refused(suite_folder, tmp_path / "no/out", says="make it first")
    refused(suite_folder, suite_folder, says="is inside the suite")
    refused(suite_folder, suite_folder / "v4/out", says="is inside the suite")
    refused(suite_folder, tmp_path, says="which this tool did not write")
    (tmp_path / "loop").symlink_to("loop")
    refused(suite_folder, tmp_path / "loop", says="loop")
    refused(suite_folder, tmp_path / ("n" * 300), says="File name too long")


def test_inside_by_a_symbolic_link(refused, suite_folder, tmp_path):
    (tmp_path / "link").symlink_to(suite_folder / "v4")
    refused(suite_folder, tmp_path / "link/out", says="is inside the suite")


def test_what_is_not_ours_stays(refused, suite_folder, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "notes").write_text("mine")
    refused(suite_folder, out, says="out: holds notes, which this tool did not write")
    (out / "notes").unlink()
    assert cli.main([str(suite_folder), str(out)]) == 0


def test_what_joined_ours_stays(refused, suite_folder, tmp_path, capsys):
    out = tmp_path / "out"
    assert cli.main([str(suite_folder), str(out)]) == 0
    capsys.readouterr()
    (out / "aws4/report.jsonl").write_text("mine")
    refused(suite_folder, out, says="holds aws4/report.jsonl")
    (out / "aws4/report.jsonl").unlink()
    (out / "dangling").symlink_to("nothing")
    refused(suite_folder, out, says="holds dangling")
    (out / "dangling").unlink()
    for text in ("", "[]", "{}", '{"tool": "x", "files": []}', '{"tool": "import-aws-suite"}'):
        (out / output.MANIFEST).write_text(text)
        refused(suite_folder, out, says="which this tool did not write")


def run_tool(*words: object, **kw) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(TOOL), *map(str, words)]
    return subprocess.run(command, stderr=-1, text=True, timeout=60, check=False, **kw)


def test_full_disk(suite_folder, tmp_path):
    """No file may be longer than 10,000 bytes: what was there stays, and nothing joins it."""
    out = tmp_path / "out"
    small = synthetic.write_suite(tmp_path / "small", synthetic.SAMPLES[:1])
    assert cli.main([str(small), str(out)]) == 0
    before = tree(out)

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))

    done = run_tool(suite_folder, out, preexec_fn=limit)
    assert done.returncode == 2
    assert "out: cannot be written: File too large; nothing was changed" in done.stderr
    assert tree(out) == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out", "small", "suite"]


def test_full_standard_output(suite_folder, tmp_path):
    with open("/dev/full", "w", encoding="ascii") as full:
        done = run_tool(suite_folder, tmp_path / "out", stdout=full)
    assert done.returncode == 2
    says = (
        "import-aws-suite: OUT is written, but not what there is to say: No space left on device\n"
    )
    assert done.stderr == says
    assert (tmp_path / "out" / output.MANIFEST).exists()


def test_failed_swap_brings_the_old_one_back(tmp_path, monkeypatch):
    place, fresh, old = (tmp_path / name for name in ("place", "fresh", "old"))
    place.mkdir()
    (place / "a").write_text("a")
    with pytest.raises(OSError):
        output.swap(fresh, place, old)
    assert tree(tmp_path) == {"place/a": b"a"}


# ---- Usage ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [[], ["out"], ["--crate"], ["--crate", "dir", "out"], ["a", "b", "c"], ["--no", "a", "b"]],
)
def test_usage(words):
    done = run_tool(*words, stdout=-1)
    assert done.returncode == 2
    assert done.stderr.startswith("usage: import-aws-suite DIR OUT | --crate OUT")


def test_help():
    done = run_tool("--help", stdout=-1)
    assert done.returncode == 0
    for part in ("DIR", "OUT", "--crate", "aws-sigv4 1.6.4", "exit status:", "--vectors OUT"):
        assert part in done.stdout
