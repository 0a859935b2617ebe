# SPDX-License-Identifier: Apache-2.0
"""What is measured, beside what is wanted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Goal:
    must: float
    stretch: float
    at_least: bool = False  # else at most

    def reached(self, value: float, bar: float) -> bool:
        return value >= bar if self.at_least else value <= bar


@dataclass(frozen=True)
class Figure:
    mode: str
    name: str
    value: float
    unit: str
    nanoseconds: float | None = None
    goal: Goal | None = None

    @property
    def verdict(self) -> str:
        if self.goal is None:
            return ""
        if self.goal.reached(self.value, self.goal.stretch):
            return "stretch"
        return "must" if self.goal.reached(self.value, self.goal.must) else "MISSED"

    def as_json(self) -> dict[str, object]:
        return asdict(self) | {"verdict": self.verdict}


HEADINGS = ("figure", "value", "unit", "µs", "must", "stretch", "reached")


def number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:#.3g}"


def cells(figure: Figure) -> tuple[str, ...]:
    time = "" if figure.nanoseconds is None else f"{figure.nanoseconds / 1000:,.2f}"
    bars = ("", "")
    if figure.goal is not None:
        sign = "≥" if figure.goal.at_least else "≤"
        bars = (f"{sign} {figure.goal.must:,}", f"{sign} {figure.goal.stretch:,}")
    head = (f"{figure.mode}: {figure.name}", number(figure.value), figure.unit, time)
    return (*head, *bars, figure.verdict)


def text_table(figures: Sequence[Figure]) -> str:
    rows = [HEADINGS, *map(cells, figures)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(HEADINGS))]
    left = (0, 2, 6)
    lines = [
        "  ".join(
            cell.ljust(width) if i in left else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    return "\n".join(lines)


def markdown_table(figures: Sequence[Figure]) -> str:
    rule = tuple("---" if i in (0, 2, 6) else "---:" for i in range(len(HEADINGS)))
    return "\n".join(f"| {' | '.join(row)} |" for row in [HEADINGS, rule, *map(cells, figures)])
