# SPDX-License-Identifier: Apache-2.0
"""The sources of the library with every mutated place in both forms, the right one and the bent."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from table import Edit, Mutant, Wrong


@dataclass
class Place:
    """A piece of a source that one or several mutants change, and the places within it."""

    start: int
    end: int
    is_statement: bool
    changes: list[tuple[Mutant, Edit]] = field(default_factory=list)
    inner: list[Place] = field(default_factory=list)


def find(text: str, edit: Edit) -> tuple[int, int]:
    """Where the old text stands, however its lines are broken: exactly once."""
    pattern = r"\s+".join(re.escape(word) for word in edit.old.split())
    found = [match.span() for match in re.finditer(pattern, text)]
    if len(found) != 1:
        often = f"{len(found)} times" if found else "nowhere"
        raise Wrong(edit.path, edit.line, f"this stands {often} in lib/{edit.source}: {edit.old}")
    return found[0]


def places_of(text: str, changes: list[tuple[Mutant, Edit]]) -> list[Place]:
    """The places in their order, those in front that hold others."""
    places: dict[tuple[int, int], Place] = {}
    for mutant, edit in changes:
        start, end = find(text, edit)
        place = places.setdefault((start, -end), Place(start, end, edit.is_statement))
        if place.is_statement != edit.is_statement:
            other = place.changes[0][1]
            what = f"an expression here and a statement in {other.path}:{other.line}, or vice versa"
            raise Wrong(edit.path, edit.line, what)
        place.changes.append((mutant, edit))
    return [places[key] for key in sorted(places)]


def nest(places: list[Place]) -> list[Place]:
    """The places that are in no other one; each has those within it."""
    outer: list[Place] = []
    for place in places:
        before = outer[-1] if outer else None
        if before is None or place.start >= before.end:
            outer.append(place)
        elif place.end <= before.end:
            before.inner.append(place)
        else:
            other, edit = before.changes[0][1], place.changes[0][1]
            what = f"this overlaps with what {other.path}:{other.line} changes"
            raise Wrong(edit.path, edit.line, what)
    for place in outer:
        place.inner = nest(place.inner)
    return outer


def render_place(text: str, place: Place) -> str:
    old = render(text, place.inner, place.start, place.end)
    if place.is_statement:
        bent = "".join(
            f"if (mutant_is({m.constant})) {{ {e.new} }} else " for m, e in place.changes
        )
        return f"{bent}{{ {old} }}"
    bent = "".join(f"mutant_is({m.constant}) ? ({e.new}) : " for m, e in place.changes)
    return f"({bent}({old}))"


def render(text: str, places: list[Place], start: int, end: int) -> str:
    parts = []
    for place in places:
        parts += [text[start : place.start], render_place(text, place)]
        start = place.end
    return "".join([*parts, text[start:end]])


def mutate(text: str, changes: list[tuple[Mutant, Edit]]) -> str:
    """One source with all changes that concern it."""
    return render(text, nest(places_of(text, changes)), 0, len(text))
