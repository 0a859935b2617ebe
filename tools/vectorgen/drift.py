# SPDX-License-Identifier: Apache-2.0
"""Has a newer release of a package other answers? The shim of the pinned release is run on the
newest one, in an environment that is thrown away, and its answers are compared with those that are
kept in votes.json and votes-generated.json.

A difference is for a person to judge: a row of the dialects follows the package, or it does not,
and then the next release is another row.
"""

from __future__ import annotations

import pathlib
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass

from . import build, model, oracles, sweep_votes
from .model import Json
from .oracles import Oracle, OracleError

# The shims of the newest release that is followed; those of 2.1.7 stay with the old one.
DEFAULT = ("python-dciauth-4", "python-dciauth-4-v2")
SAME, DIFFERENT, USAGE, NOT_ASKED = 0, 1, 2, 3
INSTALL_SECONDS = 600
HERE = pathlib.Path(__file__).resolve().parent


class CannotAsk(Exception):
    """Why the newest release gave no answers."""


class Unknown(Exception):
    """There is no such shim, or no such word."""


# ---- The newest release --------------------------------------------------------------------------


def cut(text: str, most: int = 400) -> str:
    """Several lines as one, cut in the middle."""
    line = " | ".join(part.strip() for part in text.splitlines() if part.strip())
    return line if len(line) <= most else f"{line[: most // 2]} … {line[-most // 2 :]}"


def run(command: list[str], what: str) -> None:
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=INSTALL_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as e:
        raise CannotAsk(f"{what}: {e}") from e
    if done.returncode != 0:
        raise CannotAsk(f"{what}: {cut(done.stderr)}")


def requirements(shim: Json, version: str, lock: str) -> list[str]:
    """The package, and what else the shim's lock names: not all of it is declared by the package.
    All as new as they come, but for a version that was asked for."""
    package = shim["package"] + (f"=={version}" if version else "")
    names = re.findall(r"^([A-Za-z0-9._-]+)==", lock, re.MULTILINE)
    return [package, *(name for name in names if name != shim["package"])]


def install(wanted: list[str], folder: pathlib.Path) -> pathlib.Path:
    """A virtual environment with these packages; returns its Python. Wheels alone: nothing of a
    package runs while it is installed."""
    run([sys.executable, "-m", "venv", "--without-pip", str(folder)], "no virtual environment")
    python = folder / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(python)]
    options = ["--quiet", "--no-cache-dir", "--only-binary", ":all:", "--retries", "1"]
    run(
        [*pip, "install", *options, *wanted],
        f"{wanted[0]} cannot be installed; is the Python package index within reach?",
    )
    return python


def start(manifest: pathlib.Path, python: pathlib.Path, log: pathlib.Path) -> Oracle:
    """The shim on the packages of that Python, as start.sh runs it on the pinned ones."""
    command = [str(python), "-I", "-B", str(manifest.parent / "shim.py")]
    with log.open("wb") as errors:
        try:
            return Oracle(manifest, command, errors)
        except (OracleError, KeyError) as e:
            said = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
            raise CannotAsk(f"the shim does not work with it: {said[-1] if said else e}") from e


# ---- The comparison ------------------------------------------------------------------------------


@dataclass
class Drift:
    """What one shim said of the newest release, beside what is kept."""

    name: str
    pinned: str
    newest: str
    asked: int
    lines: list[str]


def in_words(old: Json | None, new: Json | None) -> str:
    """How two kept answers differ: the status, else the first stage."""
    if old is None or new is None:
        return "answers where it had no answer" if old is None else "has no answer any more"
    if old["status"] != new["status"]:
        return f"{old['status']} -> {new['status']}"
    for name in (*build.STAGES, "decision"):
        if old.get(name) != new.get(name):
            return f"another {name.replace('_', ' ')}"
    return "another answer"


def compare_authored(name: str, kept: Json, fresh: Json) -> tuple[int, list[str]]:
    asked, lines = 0, []
    for id_, record in fresh.items():
        old = kept.get(id_, {}).get("oracles", {}).get(name)
        new = record["oracles"].get(name)
        asked += new is not None
        answers = [vote and vote["answer"] for vote in (old, new)]
        if answers[0] != answers[1]:
            lines.append(f"{id_}: {in_words(*answers)}")
    return asked, lines


def sweep_word(answer: str) -> str:
    return answer if answer.isalpha() or answer == "n/a" else "ok"


def compare_sweeps(name: str, kept: Json, fresh: Json) -> tuple[int, list[str]]:
    asked, lines = 0, []
    for area, record in fresh.items():
        if name not in record["oracles"]:
            continue
        new = record["oracles"][name]["answers"]
        old = kept.get(area, {}).get("oracles", {}).get(name, {}).get("answers", ["n/a"] * 256)
        asked += len(new)
        for byte, (was, is_) in enumerate(zip(old, new, strict=True)):
            if was != is_:
                words = (sweep_word(was), sweep_word(is_))
                what = "another signature" if words[0] == words[1] else " -> ".join(words)
                lines.append(f"{area}/byte-{byte:02x}: {what}")
    return asked, lines


def kept_votes(name: str) -> Json:
    return model.load((HERE / name).read_text(encoding="utf-8"))


def ask(oracle: Oracle, pinned: str, with_sweeps: bool) -> Drift:
    built = build.build_all(build.areas())
    fresh = oracles.collect(built, [oracle])
    asked, lines = compare_authored(oracle.name, kept_votes("votes.json"), fresh)
    if with_sweeps:
        kept = kept_votes("votes-generated.json")
        fresh = sweep_votes.collect(sweep_votes.build_all(), [oracle])
        more, found = compare_sweeps(oracle.name, kept, fresh)
        asked, lines = asked + more, lines + found
    return Drift(oracle.name, pinned, oracle.version, asked, lines)


def drift_of(manifest: pathlib.Path, version: str, with_sweeps: bool) -> Drift:
    shim = model.load(manifest.read_text(encoding="utf-8"))
    lock = (manifest.parent / "requirements.lock").read_text(encoding="utf-8")
    wanted = requirements(shim, version, lock)
    with tempfile.TemporaryDirectory(prefix="vectorgen-drift-") as holder:
        folder = pathlib.Path(holder)
        oracle = start(manifest, install(wanted, folder / "venv"), folder / "log")
        try:
            return ask(oracle, shim["version"], with_sweeps)
        except OracleError as e:
            raise CannotAsk(f"{wanted[0]}: {e}") from e
        finally:
            oracle.close()


# ---- The command ---------------------------------------------------------------------------------


def find(word: str, root: pathlib.Path) -> tuple[pathlib.Path, str]:
    """The manifest and the version that NAME or NAME==VERSION asks for."""
    name, given, version = word.partition("==")
    shims = oracles.find_shims(root)
    if given and not version:
        raise Unknown(f"'{word}' names no version: write one behind ==, or leave that out")
    if name not in shims:
        raise Unknown(f"no kept answers of a shim '{name}', but of: {' '.join(sorted(shims))}")
    return shims[name], version


def report(drift: Drift) -> None:
    for line in drift.lines:
        print(line)
    differ = f"{len(drift.lines)} answers differ" if drift.lines else "all answers are the same"
    print(f"{drift.name}: {drift.pinned} -> {drift.newest}: {drift.asked} vectors, {differ}")


def main(words: list[str], root: pathlib.Path, with_sweeps: bool) -> int:
    """Exit status: 0, the same answers; 1, others; 2, no such shim; 3, a release could not be
    asked."""
    try:
        wanted = [find(word, root) for word in words or DEFAULT]
    except Unknown as e:
        print(f"vectorgen: {e}", file=sys.stderr)
        return USAGE
    status = SAME
    for manifest, version in wanted:
        try:
            drift = drift_of(manifest, version, with_sweeps)
        except CannotAsk as e:
            print(f"vectorgen: {manifest.parent.name}: {e}", file=sys.stderr)
            status = NOT_ASKED
            continue
        report(drift)
        status = max(status, DIFFERENT if drift.lines else SAME)
    return status
