# SPDX-License-Identifier: Apache-2.0
"""format.py ROOT CLANG-FORMAT - every C file is formatted as .clang-format says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from source import files, report

WARNING = re.compile(r"^(.*?):\d+:\d+: (?:warning|error):", re.MULTILINE)


def main() -> None:
    root, program = Path(sys.argv[1]), sys.argv[2]
    checked = files(root, ".c", ".h")
    command = [program, "--style=file", "--dry-run", *checked]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    wrong = sorted({Path(name).relative_to(root) for name in WARNING.findall(done.stderr)})
    report([f"{p}: not formatted; run {program} -i on it" for p in wrong], len(checked), "C files")


main()
