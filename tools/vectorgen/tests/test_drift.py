# SPDX-License-Identifier: Apache-2.0
"""Following a package: a shim on a release made for it, from a package index that is a folder."""

import json
import pathlib
import zipfile

import pytest
from vectorgen import cli, drift

NAME = "python-dciauth-4-v2"
# Answers everything from the package, which is all that differs between its releases.
SHIM = """
import json, sys
import dciauth
for line in sys.stdin:
    m = json.loads(line)
    out = {"id": m["id"], "status": dciauth.STATUS}
    if m["op"] == "bye":
        break
    if m["op"] == "hello":
        out |= {"status": "ok", "impl": {"version": dciauth.VERSION}, "ops": ["sign"],
                "profiles": ["dci2-v2"], "features": []}
    print(json.dumps(out), flush=True)
"""


def write_release(folder: pathlib.Path, version: str, code: str) -> None:
    info = f"dciauth-{version}.dist-info"
    with zipfile.ZipFile(folder / f"dciauth-{version}-py3-none-any.whl", "w") as wheel:
        wheel.writestr("dciauth.py", f"VERSION = {version!r}\n{code}\n")
        wheel.writestr(
            f"{info}/METADATA", f"Metadata-Version: 2.1\nName: dciauth\nVersion: {version}\n"
        )
        wheel.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        wheel.writestr(f"{info}/RECORD", "")


@pytest.fixture
def root(tmp_path, monkeypatch):
    """A project with one shim, and pip set to a folder of releases in place of the index."""
    folder = tmp_path / "conformance/shims/python" / NAME
    folder.mkdir(parents=True)
    shim = {"name": NAME, "package": "dciauth", "version": "4.0.1", "start": ["no-such-program"]}
    (folder / "shim.json").write_text(json.dumps(shim))
    (folder / "shim.py").write_text(SHIM)
    (folder / "requirements.lock").write_text("dciauth==4.0.1 \\\n    --hash=sha256:00\n")
    (tmp_path / "index").mkdir()
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "index"))
    return tmp_path


def run(root, *words) -> int:
    return cli.main(["--drift", *words, "--authored", "--root", str(root)])


def test_other_answers_are_listed(root, capsys):
    write_release(root / "index", "5.0.0", "STATUS = 'raised'")
    write_release(root / "index", "4.9.0", "raise ImportError('no such module: v2')")
    assert run(root, NAME) == drift.DIFFERENT
    out = capsys.readouterr().out
    assert "dci2-v2/sign/blank: ok -> raised\n" in out
    assert out.splitlines()[-1].startswith(f"{NAME}: 4.0.1 -> 5.0.0: ")
    assert run(root, f"{NAME}==4.9.0") == drift.NOT_ASKED
    assert "does not work with it: ImportError: no such module: v2" in capsys.readouterr().err


def test_index_out_of_reach(root, capsys):
    assert run(root, NAME) == drift.NOT_ASKED
    err = capsys.readouterr().err
    assert "dciauth cannot be installed; is the Python package index within reach?" in err
    assert "Traceback" not in err


def test_unknown_shim(root, capsys):
    assert run(root, "smithy") == drift.USAGE
    assert f"no kept answers of a shim 'smithy', but of: {NAME}" in capsys.readouterr().err
    assert run(root, f"{NAME}==") == drift.USAGE
    assert "names no version" in capsys.readouterr().err


def test_kept_answers_are_the_same():
    """An oracle that says what is kept has not drifted; every kept answer that changes is named."""
    kept = drift.kept_votes("votes.json")
    name = "python-dciauth-4"
    asked, lines = drift.compare_authored(name, kept, kept)
    assert asked > 200
    assert lines == []
    fresh = json.loads(json.dumps(kept))
    answers = [r["oracles"][name]["answer"] for r in fresh.values() if name in r["oracles"]]
    for answer in answers:
        answer["signature"] = "0" * 64
    asked, lines = drift.compare_authored(name, kept, fresh)
    assert len(lines) == asked


def test_sweeps_are_compared_byte_by_byte():
    kept = drift.kept_votes("votes-generated.json")
    fresh = json.loads(json.dumps(kept))
    answers = fresh["dci2/sweep-path"]["oracles"]["python-dciauth-4"]["answers"]
    answers[0x2F], answers[0x30] = "raised", "0123456789abcdef"
    asked, lines = drift.compare_sweeps("python-dciauth-4", kept, fresh)
    assert asked == 2048
    assert lines == [
        "dci2/sweep-path/byte-2f: ok -> raised",
        "dci2/sweep-path/byte-30: another signature",
    ]


def test_what_else_the_lock_names():
    lock = "dciauth==4.0.1 \\\n    --hash=sha256:00\nrequests==2.34.2 \\\n    --hash=sha256:11\n"
    assert drift.requirements({"package": "dciauth"}, "", lock) == ["dciauth", "requests"]
    assert drift.requirements({"package": "dciauth"}, "5", lock) == ["dciauth==5", "requests"]


def test_words():
    assert drift.in_words(None, {"status": "ok"}) == "answers where it had no answer"
    assert drift.in_words({"status": "ok"}, None) == "has no answer any more"
    old = {"status": "ok", "canonical_request": "1", "string_to_sign": "2"}
    new = {"status": "ok", "canonical_request": "1", "string_to_sign": "3"}
    assert drift.in_words(old, new) == "another string to sign"
