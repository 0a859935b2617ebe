# SPDX-License-Identifier: Apache-2.0
"""What is the dialects' of DCI alone: queries that are dictionaries, paths that are decoded, bodies
that a framework has parsed, two kinds of date headers, keys with a slash. Much of it the packages
let pass; the strict policy does not."""

from __future__ import annotations

from collections.abc import Callable

from ... import spec
from ...model import Json
from ...suite import Base, Verify
from .. import Family

family = Family(
    {
        "accept": "Honest requests",
        "dictionary": "A query that becomes a dictionary",
        "decoded": "A path that is decoded",
        "form": "A body that a framework has parsed",
        "headers": "Headers of the dialect, and of the other one",
        "fields": "Fields of Authorization as the packages read them",
    }
)
PATH = "/api/v1/topics"
Recipe = Json | Callable[[Base], Json]


def honest(name: str, title: str, comment: str, request: Verify, *flags: str) -> None:
    def make() -> Verify:
        return request

    make.__name__, make.__doc__ = name, comment
    family.valid("accept", title, flags=list(flags) or ["over-strict"], spec=[spec.STRICT])(make)


def negative(
    group: str,
    name: str,
    title: str,
    comment: str,
    recipe: Recipe,
    error: str,
    *any_of: str,
    base: str = "get",
    severity: str = "high",
    flags: tuple[str, ...] = ("dci-lenient",),
) -> None:
    family.put(
        "invalid",
        group,
        name,
        title,
        comment,
        recipe,
        base=base,
        error=error,
        any_of=list(any_of),
        severity=severity,
        flags=list(flags),
        spec=[spec.STRICT],
    )


honest(
    "get", "GET", "The twin of most of the others.", Verify(PATH + "?limit=10&where=a"), "baseline"
)


# At the end: each of them puts its cases into the family.
from . import dictionary, fields, form, headers, path  # noqa: E402, F401
