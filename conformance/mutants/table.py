# SPDX-License-Identifier: Apache-2.0
"""The tables of mutants, read: one file an area, a mutant a paragraph of `key value` lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
ROW = re.compile(r"(?P<rows>[a-z0-9.,-]+) (?P<column>[a-z0-9_]+)=(?P<value>.*)")
KEYS = ("mutant", "story", "see", "in", "expr", "stmt", "new", "row")


class Wrong(Exception):
    """What is wrong with a table, with its file and line."""

    def __init__(self, path: Path, line: int, what: str) -> None:
        super().__init__(f"{path}:{line}: {what}")


@dataclass
class Edit:
    """A place in a source of the library, and what stands there in the mutant."""

    source: str
    old: str
    is_statement: bool
    path: Path
    line: int
    new: str | None = None


@dataclass(frozen=True)
class Rule:
    """A column of a row of the table of dialects with another value."""

    row: str
    column: str
    value: str


@dataclass
class Mutant:
    name: str
    path: Path
    line: int
    story: str = ""
    see: str = ""
    edits: list[Edit] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)

    @property
    def area(self) -> str:
        return self.path.stem

    @property
    def constant(self) -> str:
        return "M_" + self.name.replace("-", "_")


class Reader:
    """One table: each line goes to the method of its key."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.line = 0
        self.source = ""
        self.mutants: list[Mutant] = []

    def wrong(self, what: str) -> Wrong:
        return Wrong(self.path, self.line, what)

    @property
    def last(self) -> Mutant:
        if not self.mutants:
            raise self.wrong("a line `mutant NAME` belongs before this one")
        return self.mutants[-1]

    def lines(self) -> Iterator[tuple[str, str]]:
        for self.line, text in enumerate(self.path.read_text(encoding="utf-8").split("\n"), 1):
            if text.strip() and not text.startswith("#"):
                key, _, value = text.partition(" ")
                yield key, value.strip()

    def read(self) -> list[Mutant]:
        for key, value in self.lines():
            if key not in KEYS:
                raise self.wrong(f"'{key}' is none of {', '.join(KEYS)}")
            getattr(self, f"take_{key}")(value)
        for mutant in self.mutants:
            check(mutant)
        return self.mutants

    def take_mutant(self, value: str) -> None:
        if not NAME.fullmatch(value):
            raise self.wrong("the name of a mutant is at least two words, joined by hyphens")
        self.source = ""
        self.mutants.append(Mutant(value, self.path, self.line))

    def take_story(self, value: str) -> None:
        self.last.story = f"{self.last.story} {value}".strip()

    def take_see(self, value: str) -> None:
        self.last.see = value

    def take_in(self, value: str) -> None:
        self.source = value

    def take_expr(self, value: str) -> None:
        self.add_edit(value, False)

    def take_stmt(self, value: str) -> None:
        self.add_edit(value, True)

    def add_edit(self, old: str, is_statement: bool) -> None:
        if not self.source or not old:
            raise self.wrong(
                "`in SOURCE` belongs before this, and the text as it is in SOURCE here"
            )
        self.last.edits.append(Edit(self.source, old, is_statement, self.path, self.line))

    def take_new(self, value: str) -> None:
        if not self.last.edits:
            raise self.wrong("`new` belongs behind the `expr` or `stmt` that it takes the place of")
        edit = self.last.edits[-1]
        edit.new = value if edit.new is None else f"{edit.new}\n{value}"

    def take_row(self, value: str) -> None:
        match = ROW.fullmatch(value)
        if not match:
            raise self.wrong("`row NAME[,NAME…] COLUMN=VALUE` is the form of this line")
        for row in match["rows"].split(","):
            self.last.rules.append(Rule(row, match["column"], match["value"]))


def check(mutant: Mutant) -> None:
    if not mutant.story:
        raise Wrong(mutant.path, mutant.line, f"{mutant.name} has no story")
    if not mutant.edits and not mutant.rules:
        raise Wrong(mutant.path, mutant.line, f"{mutant.name} changes nothing")
    for edit in mutant.edits:
        if edit.new is None or (not edit.new and not edit.is_statement):
            raise Wrong(
                edit.path, edit.line, "`new` belongs behind this, with what takes its place"
            )


def read_tables(paths: list[Path]) -> list[Mutant]:
    """All mutants of all tables; a name is there once."""
    mutants: list[Mutant] = []
    by_name: dict[str, Mutant] = {}
    for path in paths:
        for mutant in Reader(path).read():
            before = by_name.setdefault(mutant.name, mutant)
            if before is not mutant:
                what = f"{mutant.name} is there already: {before.path}:{before.line}"
                raise Wrong(mutant.path, mutant.line, what)
            mutants.append(mutant)
    return mutants
