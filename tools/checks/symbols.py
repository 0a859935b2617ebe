# SPDX-License-Identifier: Apache-2.0
"""symbols.py LIST LIBRARY - the shared library exports the symbols of LIST, one a line, no other.

Names that begin with '_' are the toolchain's (sanitizers and coverage add some) and do not count.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from source import report


def exported(library: str) -> set[str]:
    command = ["nm", "--dynamic", "--defined-only", "--format=posix", library]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    names = {line.split(" ")[0].split("@")[0] for line in lines}
    return {name for name in names if not name.startswith("_")}


def main() -> None:
    wanted = Path(sys.argv[1]).read_text().split()
    found = exported(sys.argv[2])
    findings = [f"not exported: {name}" for name in wanted if name not in found]
    findings += [f"exported, but not in the list: {name}" for name in sorted(found - set(wanted))]
    if wanted != sorted(set(wanted)):
        findings.append("the list is not sorted, or names a symbol twice")
    report(findings, len(wanted), "symbols")


main()
