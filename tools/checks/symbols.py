# SPDX-License-Identifier: Apache-2.0
"""symbols.py LIST SHARED [STATIC] - the libraries show the symbols of LIST, one a line, no other.

In the shared library each must have a version. Names that begin with '_' are the toolchain's
(sanitizers and coverage add some) and do not count.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from source import report


def shown(library: str, *options: str) -> dict[str, str]:
    """The version ("" for none) of each symbol that others may link with."""
    command = ["nm", "--defined-only", "--extern-only", "--format=posix", *options, library]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    words = [line.split(" ") for line in lines if " " in line]
    # A is the name of a version itself.
    names = [word[0].partition("@") for word in words if word[1] != "A"]
    return {name: version.lstrip("@") for name, _, version in names if not name.startswith("_")}


def compare(library: str, wanted: list[str], found: dict[str, str]) -> list[str]:
    name = Path(library).name
    findings = [f"{name}: not there: {symbol}" for symbol in wanted if symbol not in found]
    more = sorted(set(found) - set(wanted))
    return findings + [f"{name}: there, but not in the list: {symbol}" for symbol in more]


def main() -> None:
    wanted = Path(sys.argv[1]).read_text().split()
    shared = shown(sys.argv[2], "--dynamic")
    findings = compare(sys.argv[2], wanted, shared)
    findings += [f"without a version: {name}" for name, version in shared.items() if not version]
    for static in sys.argv[3:]:
        findings += compare(static, wanted, shown(static))
    if wanted != sorted(set(wanted)):
        findings.append("the list is not sorted, or names a symbol twice")
    report(findings, len(wanted), "symbols")


main()
