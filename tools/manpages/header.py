# SPDX-License-Identifier: Apache-2.0
"""dciauth.h, taken apart: its families, and in each the comments with the code below them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

FAMILY = re.compile(r"^/\* ---- (.*?) -+ \*/\n", re.MULTILINE)
PIECE = re.compile(r"^/\*(.*?)\*/\n+((?:(?!/\*)[^\n]*\n)*)", re.MULTILINE | re.DOTALL)
FUNCTION = re.compile(
    r"^(?:DCIAUTH_API (?:DCIAUTH_MUST_USE )?|static inline )"
    r"([^(]*?)\b(\w+)\(\s*([^)]*)\)(?:;| \{$.*?^\}$)",
    re.MULTILINE | re.DOTALL,
)
TYPE = re.compile(
    r"^(?:\} (dciauth_\w+);|typedef struct \w+ (\w+);|typedef .*\(\*(\w+)\))", re.MULTILINE
)
LISTED = re.compile(r'X\((\w+), "([^"]*)"(?:,\s*"([^"]*)")?\)')


@dataclass
class Function:
    returns: str
    name: str
    arguments: list[str]


@dataclass
class Piece:
    """A comment and what stands below it."""

    comment: list[str]  # paragraphs; those of a list begin with "- "
    code: str

    def functions(self) -> list[Function]:
        found = FUNCTION.findall(self.code)
        return [
            Function(returns.strip(), name, [" ".join(a.split()) for a in arguments.split(",")])
            for returns, name, arguments in found
        ]

    def other_code(self) -> str:
        """What is no function: types and constants, as they stand there."""
        lines = FUNCTION.sub("", self.code).split("\n")
        return "\n".join(line for line in lines if not line.startswith("#")).strip("\n")

    def listed(self) -> list[tuple[str, str, str]]:
        """The entries of a list of statuses or fields: identifier, word, sentence."""
        return LISTED.findall(self.code.replace("\\\n", "\n"))


@dataclass
class Family:
    title: str
    pieces: list[Piece] = field(default_factory=list)

    def functions(self) -> list[Function]:
        return [function for piece in self.pieces for function in piece.functions()]


def paragraphs(comment: str) -> list[str]:
    """The text of a comment; each item of a list in it is a paragraph of its own."""
    lines = [re.sub(r"^ ?\*? ?", "", line).rstrip() for line in comment.strip("\n").split("\n")]
    found: list[str] = []
    for line in lines:
        if line.lstrip().startswith("- ") or not found or not line:
            found.append(line.strip())
        else:
            found[-1] = f"{found[-1]} {line.strip()}".strip()
    return [text for text in found if text]


def read(path: Path) -> list[Family]:
    """The families in their order; the first has no title: what stands before them."""
    text = path.read_text(encoding="utf-8")
    parts = FAMILY.split(text)
    families = [Family("", []), *(Family(title) for title in parts[1::2])]
    for family, part in zip(families, parts[::2]):
        for comment, code in PIECE.findall(part):
            # Below the comment of the file stand the guard and what compilers differ in.
            code = "" if code.startswith("#ifndef") else code.strip("\n")
            family.pieces.append(Piece(paragraphs(comment), code))
    return families


def types(families: list[Family]) -> set[str]:
    code = "\n".join(piece.code for family in families for piece in family.pieces)
    return {name for names in TYPE.findall(code) for name in names if name}
