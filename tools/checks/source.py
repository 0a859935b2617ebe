# SPDX-License-Identifier: Apache-2.0
"""What the checks share: which files the project has, and how a finding is reported."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path

FOLDERS = ("lib", "conformance", "fuzz", "tools")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def files(root: Path, *suffixes: str) -> list[Path]:
    """The project's own source files with one of these suffixes, in order."""
    found = [p for folder in FOLDERS for p in (root / folder).rglob("*") if p.suffix in suffixes]
    return sorted(p for p in found if p.is_file() and "__pycache__" not in p.parts)


def comments(text: str) -> Iterable[tuple[int, str]]:
    """(line number, text) of each C comment, its lines joined by one blank."""
    for match in COMMENT.finditer(text):
        body = re.sub(r"\s*\n\s*\*?\s*", " ", match.group()[2:-2]).strip()
        yield text.count("\n", 0, match.start()) + 1, body


def report(findings: list[str], looked_at: int, what: str) -> None:
    """Prints the findings and exits: 1 if there are some, or if there was nothing to look at."""
    for finding in findings:
        print(finding)
    if not looked_at:
        print(f"no {what} found: nothing was checked")
    if findings or not looked_at:
        sys.exit(1)
    print(f"{looked_at} {what}: ok")
