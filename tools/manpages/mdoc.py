# SPDX-License-Identifier: Apache-2.0
"""Plain text as mdoc: what is escaped, what gets a macro."""

from __future__ import annotations

import re
import textwrap

# The day of the last change that a reader of the pages would notice.
DATE = "November 25, 2026"
NAME = re.compile(r"(dciauth_\w+|DCIAUTH_\w+)(\(\))?([.,:;]*)$")


def escape(text: str) -> str:
    """Text that is neither a request nor an escape; in ASCII, which every formatter takes."""
    text = text.replace("\\", "\\e").replace("…", "...")
    return "\\&" + text if text.startswith((".", "'")) else text


def head(title: str, section: int) -> list[str]:
    return [f".Dd {DATE}", f".Dt {title.upper()} {section}", ".Os"]


def macro_of(word: str, types: set[str]) -> str | None:
    """The line for a word that is a name of the API; None for any other."""
    found = NAME.fullmatch(word)
    if not found:
        return None
    name, _, stop = found.groups()
    macro = "Dv" if name.startswith("DCIAUTH_") else "Vt" if name in types else "Fn"
    return " ".join([f".{macro}", name, *stop])


def paragraph(text: str, types: set[str]) -> list[str]:
    """Lines of running text, each name of the API in a line of its own."""
    lines: list[str] = []
    plain: list[str] = []

    def flush() -> None:
        wrapped = textwrap.wrap(" ".join(plain), 78, break_on_hyphens=False)
        lines.extend(escape(line) for line in wrapped)
        plain.clear()

    for word in text.split():
        macro = macro_of(word, types)
        if macro:
            flush()
            lines.append(macro)
        else:
            plain.append(word)
            if word.endswith((".", ".)")):
                flush()  # a sentence ends its line: the formatter sets the space behind it
    flush()
    return lines


def literal(code: str) -> list[str]:
    lines = [escape(line) for line in code.rstrip().split("\n")]
    return [".Bd -literal -offset indent", *lines, ".Ed"]
