# SPDX-License-Identifier: Apache-2.0
"""style.py ROOT - the rules of size and form that a compiler does not know.

C, Python, JavaScript, Go and Rust: 100 columns, an SPDX line, no tab (but in Go, which gofmt
indents with them), no blank at the end of a line, no unfinished mark but in a string. All but
Python: below 250 lines a file (the public header excepted). C: at most 60 lines a function, below
15 the median function.
"""

from __future__ import annotations

import re
import statistics
import sys
from pathlib import Path

from source import files, report

COLUMNS = 100
FILE_LINES, FUNCTION_LINES, MEDIAN_LINES = 250, 60, 15
PUBLIC_HEADER = "dciauth.h"
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX)\b")
STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
# In the project's formatting only a function begins in column 0 and ends its first lines in ") {".
FUNCTION = re.compile(r"^[A-Za-z_][^;={}]*\)[ \t]*\{$(.*?)^\}$", re.MULTILINE | re.DOTALL)


def check_lines(path: Path, text: str) -> list[str]:
    findings = []
    for number, line in enumerate(text.split("\n"), 1):
        columns = len(line.expandtabs(4))
        if columns > COLUMNS:
            findings.append(f"{number}: {columns} columns, at most {COLUMNS}")
        if line != line.rstrip():
            findings.append(f"{number}: a blank at the end")
        if "\t" in line and path.suffix != ".go":
            findings.append(f"{number}: a tab")
        if UNFINISHED.search(STRING.sub("", line)):
            findings.append(f"{number}: unfinished")
    if "SPDX-License-Identifier: Apache-2.0" not in text[:200]:
        findings.append("1: no SPDX line")
    lines = text.count("\n")
    if path.suffix != ".py" and path.name != PUBLIC_HEADER and lines >= FILE_LINES:
        findings.append(f"1: {lines} lines, fewer than {FILE_LINES} wanted")
    return findings


def function_lengths(text: str) -> list[tuple[int, int]]:
    """(line, number of lines) of each function; a signature may take several lines."""
    return [
        (text.count("\n", 0, match.start()) + 1, match.group().count("\n") + 1)
        for match in FUNCTION.finditer(text)
    ]


def main() -> None:
    root = Path(sys.argv[1])
    findings, lengths, checked = [], [], files(root, ".c", ".h", ".py", ".js", ".go", ".rs")
    for path in checked:
        text = path.read_text()
        found = check_lines(path, text)
        if path.suffix == ".c":
            functions = function_lengths(text)
            lengths += [length for _, length in functions]
            found += [
                f"{line}: a function of {length} lines, at most {FUNCTION_LINES}"
                for line, length in functions
                if length > FUNCTION_LINES
            ]
        findings += [f"{path.relative_to(root)}:{finding}" for finding in found]
    if lengths and statistics.median(lengths) >= MEDIAN_LINES:
        findings.append(f"the median function has {statistics.median(lengths)} lines")
    report(findings, len(checked), "files")


main()
