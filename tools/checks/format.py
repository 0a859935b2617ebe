# SPDX-License-Identifier: Apache-2.0
"""format.py ROOT CLANG-FORMAT - every C file is formatted as .clang-format says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from source import files, report


def main() -> None:
    root, program = Path(sys.argv[1]), sys.argv[2]
    checked = files(root, ".c", ".h")
    findings = []
    for path in checked:
        text = path.read_text()
        command = [program, "--style=file", f"--assume-filename={path}"]
        done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
        if done.stdout != text:
            findings.append(f"{path.relative_to(root)}: not formatted; run {program} -i on it")
    report(findings, len(checked), "C files")


main()
