# SPDX-License-Identifier: Apache-2.0
"""readme.py README INCLUDE LIBRARY WORK CC [FLAG...] - the C examples of a README compile and run.

An example is a fenced block of C whose first line is the comment `example: NAME`. It is compiled
without a warning, linked with LIBRARY, and run; it must exit with 0 and print something. Every
block of C must be such an example.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from source import report

BLOCK = re.compile(r"^```c\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NAME = re.compile(r"/\* example: ([a-z-]+) \*/\n")


def run_example(name: str, code: str, work: Path, compile_with: list[str], link: list[str]) -> str:
    """Returns what is wrong, or ''."""
    source, program = work / f"{name}.c", work / name
    source.write_text(code)
    built = subprocess.run([*compile_with, "-o", program, source, *link], check=False)
    if built.returncode != 0:
        return "does not compile"
    ran = subprocess.run([program], capture_output=True, text=True, timeout=60, check=False)
    print(f"--- {name}\n{ran.stdout}{ran.stderr}", end="")
    if ran.returncode != 0:
        return f"exits with {ran.returncode}"
    return "" if ran.stdout else "prints nothing"


def main() -> None:
    readme, include, library, work, cc, *flags = sys.argv[1:]
    Path(work).mkdir(parents=True, exist_ok=True)
    compile_with = [cc, *flags, "-std=c11", "-Werror", f"-I{include}"]
    link = [library, f"-Wl,-rpath,{Path(library).parent}"]
    blocks = BLOCK.findall(Path(readme).read_text())
    findings = []
    for number, code in enumerate(blocks, 1):
        match = NAME.match(code)
        if not match:
            findings.append(f"{readme}: C block {number} does not begin with /* example: NAME */")
            continue
        wrong = run_example(match.group(1), code, Path(work), compile_with, link)
        findings += [f"{readme}: the example {match.group(1)} {wrong}"] if wrong else []
    report(findings, len(blocks), "examples")


main()
