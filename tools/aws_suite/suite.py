# SPDX-License-Identifier: Apache-2.0
"""The folders of the suite: <collection>/<case>/<file>."""

from __future__ import annotations

import hashlib
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from .problem import Problem, shown

NAME = "aws-signing-test-suite"
COLLECTIONS = ("v4", "v4a")
PLACEMENTS = ("header", "query")
COMMON = ("request.txt", "context.json")
RESULTS = ("canonical-request.txt", "string-to-sign.txt", "signature.txt", "signed-request.txt")
MAX_FILE = 1 << 20
CASE_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def needed_files(collection: str, placement: str) -> list[str]:
    """What a case must have to be checked in one placement."""
    key = ["public-key.json"] if collection == "v4a" else []
    return [*COMMON, *key, *(f"{placement}-{name}" for name in RESULTS)]


@dataclass(frozen=True)
class Case:
    collection: str
    name: str
    files: dict[str, bytes]

    @property
    def id(self) -> str:
        return f"{self.collection}/{self.name}"

    def missing(self, placement: str) -> list[str]:
        return [n for n in needed_files(self.collection, placement) if n not in self.files]


def read_file(path: Path) -> bytes | None:
    """The bytes of a file of the suite; None if it is not there."""
    try:
        info = path.stat()
        if not stat.S_ISREG(info.st_mode) or info.st_size > MAX_FILE:
            raise Problem(f"{shown(path)}: no file of at most {MAX_FILE} bytes")
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as e:
        raise Problem(f"{shown(path)}: cannot be read: {e.strerror}") from e
    if b"\r" in data:
        raise Problem(
            f"{shown(path)}: holds a CR, the suite has none: "
            "check it out without conversion (git config core.autocrlf false)"
        )
    return data


def folders(path: Path) -> list[Path]:
    try:
        return sorted(p for p in path.iterdir() if p.is_dir())
    except OSError as e:
        raise Problem(f"{shown(path)}: cannot be read: {e.strerror}") from e


def read_case(folder: Path, collection: str) -> Case:
    if not CASE_NAME.fullmatch(folder.name):
        raise Problem(
            f"{shown(folder)}: no case: its name would be small letters, digits and single hyphens"
        )
    names = {n for placement in PLACEMENTS for n in needed_files(collection, placement)}
    found = {name: read_file(folder / name) for name in sorted(names)}
    return Case(collection, folder.name, {n: data for n, data in found.items() if data is not None})


def advice(root: Path) -> str:
    """Where the suite may be instead: it is deep inside the repositories that have it."""
    for inside in (NAME, f"tests/{NAME}"):
        if (root / inside).is_dir():
            return f"name the folder {shown(root / inside)}"
    return f"name the folder {NAME} of a checkout of aws-c-auth or smithy-rs"


def read_suite(root: Path) -> list[Case]:
    """All cases, in order."""
    if not root.is_dir():
        raise Problem(f"{shown(root)}: no such folder; {advice(root)}")
    collections = [c for c in COLLECTIONS if (root / c).is_dir()]
    if not collections:
        raise Problem(
            f"{shown(root)}: not {NAME}: there is neither v4 nor v4a in it; {advice(root)}"
        )
    cases = [read_case(folder, c) for c in collections for folder in folders(root / c)]
    if not cases:
        raise Problem(f"{shown(root)}: there is no case in {' and '.join(collections)}")
    return cases


def fingerprint(cases: list[Case]) -> str:
    """Tells two copies of the suite apart: the SHA-256 of what was read, in short."""
    digest = hashlib.sha256()
    for case in cases:
        for name, data in sorted(case.files.items()):
            digest.update(f"{case.id}/{name}\0{len(data)}\0".encode() + data)
    return "sha256 " + digest.hexdigest()[:16]
