# SPDX-License-Identifier: Apache-2.0
"""The knobs of a policy, each turned to its lenient side: what it lets pass then, and what is right
beside it and must be refused all the same."""

from __future__ import annotations

from collections.abc import Callable

from ... import spec_policy
from ...model import Json
from ...suite import Base, Verify, after_sign
from .. import Family

family = Family(
    {
        "knob-syntax": "Knobs of the Authorization header",
        "knob-coverage": "Knobs of what must be signed",
        "knob-scope": "Knobs of the scope",
        "knob-date": "Knobs of the date",
        "knob-token": "Knobs of the session token",
        "knob-query": "Knobs of the query",
        "knob-payload": "Knobs of the body",
    }
)
Recipe = Json | Callable[[Base], Json]
PATH = "/reports/2015?page=1"
ZEROS = "0" * 64


class Knob:
    """One knob on its lenient side; `base` is an honest request under that policy, the twin of all
    that follows."""

    def __init__(
        self,
        group: str,
        base: str,
        policy: Json,
        title: str,
        comment: str,
        *,
        flag: str,
        request: Verify | None = None,
    ):
        self.group, self.base = group, base
        self.flags = ["policy-knob", flag]

        def make() -> Verify:
            return Verify(**{**(request or Verify(PATH)).__dict__, "policy": policy})

        make.__name__, make.__doc__ = base, comment
        family.valid(group, title, flags=[*self.flags, "baseline"], spec=[spec_policy.KNOB])(make)

    def passes(self, name: str, title: str, comment: str, recipe: Recipe, **more: object) -> None:
        options = {"base": self.base, "flags": self.flags, "spec": [spec_policy.KNOB]} | more
        name = f"{self.base}_{name}"
        family.put("valid", self.group, name, title, comment, recipe, **options)

    def refuses(
        self,
        name: str,
        title: str,
        comment: str,
        recipe: Recipe,
        error: str,
        *any_of: str,
        severity: str = "low",
    ) -> None:
        family.put(
            "invalid",
            self.group,
            f"{self.base}_{name}",
            title,
            comment,
            recipe,
            base=self.base,
            error=error,
            any_of=list(any_of),
            severity=severity,
            flags=self.flags,
            spec=[spec_policy.KNOB],
        )


def edited(edit: Callable[[str, Base], str]) -> Callable[[Base], Json]:
    return lambda base: after_sign("set-header", "Authorization", edit(base.authorization, base))


def param(name: str, edit: Callable[[Base], str]) -> Callable[[Base], Json]:
    return lambda base: after_sign("set-auth-param", name, edit(base))


def twice(name: str, other: str, right_first: bool) -> Callable[[Base], Json]:
    """A field of Authorization, and another one of its name."""

    def edit(text: str, base: Base) -> str:
        right = f"{name}={base.field(name)}"
        pair = [right, f"{name}={other}"] if right_first else [f"{name}={other}", right]
        return text.replace(right, ", ".join(pair), 1)

    return edited(edit)


from . import coverage, date, payload, query, scope, syntax, token  # noqa: E402, F401
