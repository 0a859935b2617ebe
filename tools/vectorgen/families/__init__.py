# SPDX-License-Identifier: Apache-2.0
"""Families: cases that hold in several rows alike. A family is written once, each case a function
as in an area, and an area takes it in, whole or in part:

family = Family({"fields": "The fields of the header"})

@family.invalid("fields", "no Signature", error="missing-auth-param", …) def no_signature(base): …

family.into(area, leave={"no_signature"})

What differs from row to row, a case takes from its base: the algorithm, the credential, the date.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from ..model import Json
from ..suite import Area, Base


@dataclass(frozen=True)
class Member:
    result: str
    group: str
    title: str
    options: Json
    make: Callable[..., Any]


@dataclass
class Family:
    groups: dict[str, str]
    members: dict[str, Member] = field(default_factory=dict)

    def add(self, result: str, group: str, title: str, **options: Any) -> Callable:
        def register(make: Callable) -> Callable:
            if make.__name__ in self.members:
                raise SystemExit(f"{make.__module__}: {make.__name__} is there twice")
            self.members[make.__name__] = Member(result, group, title, options, make)
            return make

        return register

    def valid(self, group: str, title: str, **options: Any) -> Callable:
        return self.add("valid", group, title, **options)

    def invalid(self, group: str, title: str, *, base: str = "get", **options: Any) -> Callable:
        return self.add("invalid", group, title, base=base, **options)

    def acceptable(self, group: str, title: str, **options: Any) -> Callable:
        return self.add("acceptable", group, title, level="may", **options)

    def put(
        self,
        result: str,
        group: str,
        name: str,
        title: str,
        comment: str,
        recipe: Json | Callable[[Base], Json],
        **options: Any,
    ) -> None:
        """A case that is all in its recipe, as a row of a table: the name, the title, the
        comment."""

        def make() -> Json:
            return recipe  # type: ignore[return-value]

        def make_of(base: Base) -> Json:
            return recipe(base)  # type: ignore[operator]

        one: Callable = make_of if callable(recipe) else make
        one.__name__, one.__doc__ = name, comment
        getattr(self, result)(group, title, **options)(one)

    def into(
        self,
        area: Area,
        *,
        only: Iterable[str] | None = None,
        leave: Iterable[str] = (),
        spec: list[Json] | None = None,
    ) -> None:
        """Puts the cases, or `only` these, or all but those to `leave`, into an area; with `spec`
        in the place of their rules, where the row has a document of its own."""
        chosen = set(self.members) if only is None else set(only)
        if strangers := sorted((chosen | set(leave)) - self.members.keys()):
            raise SystemExit(f"{area.profile}/{area.name}: no such case: {', '.join(strangers)}")
        for name, m in self.members.items():
            if name in chosen - set(leave):
                options = m.options | ({"spec": spec} if spec else {})
                if "base" in options:
                    options["base"] = options["base"].replace("_", "-")
                area.add(m.result, m.group, m.title, **options)(m.make)
        used = {case.group for case in area.cases}
        area.groups = {g: t for g, t in {**area.groups, **self.groups}.items() if g in used}
