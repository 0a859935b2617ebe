# SPDX-License-Identifier: Apache-2.0
"""The verdicts of python-dciauth, as the policy `python-dciauth` gives them: of a request as it
crosses the wire, and of the same one beneath Flask (policy.view).

A behaviour is up to three vectors of one recipe: what a strict verifier says, what the package says
of the wire, what it says beneath Flask. Which of them is in an area depends on the generation; `OK`
is an accept, a word a refusal and its reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from ..model import Json
from ..suite import Area, Base, Verify

OK = "ok"
TARGET = "/api/v1/jobs?limit=10&where=a"
FORM = ("Content-Type", "application/x-www-form-urlencoded")
PRESET = {"preset": "python-dciauth"}
WIRE, WSGI = PRESET | {"view": "wire"}, PRESET | {"view": "wsgi"}
GROUPS = {
    "honest": "Honest requests",
    "strict": "Refused by the strict policy",
    "wire": "The same under the policy python-dciauth, as on the wire",
    "wsgi": "The same under the policy python-dciauth, beneath Flask",
}

# Of which generation a verdict is: the class, the functions of release 4, those of 2.1.7.
Generation = str
CLASS, FUNCTIONS, OLD = "class", "functions", "old"

# Reasons that stand for one answer of the package, which has fewer words.
ANSWERS = {
    "signature-mismatch": ["signature-malformed", "payload-hash-mismatch"],
    "scope-terminator": ["malformed-credential", "no-auth", "missing-date"],
    "malformed-credential": ["scope-terminator", "no-auth", "missing-date"],
    "missing-date": ["no-auth", "malformed-credential"],
    "signed-header-missing": ["missing-date"],
}


@dataclass(frozen=True)
class Behaviour:
    """`strict` is the reason of a strict verifier, or nothing where there are vectors of it
    elsewhere; `wire` and `wsgi` are verdicts by generation."""

    name: str
    title: str
    comment: str
    recipe: Callable[[Base], Json] | Json
    wire: dict[Generation, str]
    wsgi: dict[Generation, str]
    strict: str = ""
    strict_any: list[str] = field(default_factory=list)
    severity: str = "medium"
    flags: list[str] = field(default_factory=list)
    base: str = "get"


def same(verdict: str) -> dict[Generation, str]:
    return dict.fromkeys((CLASS, FUNCTIONS, OLD), verdict)


def by(class_: str, functions: str, old: str) -> dict[Generation, str]:
    return {CLASS: class_, FUNCTIONS: functions, OLD: old}


NO = "signature-mismatch"


def bases(policy: Json) -> dict[str, tuple[str, Verify]]:
    """The honest requests that the behaviours start from."""
    return {
        "get": ("an honest request", Verify(TARGET, policy=policy)),
        "form": (
            "an empty body under the type of a form",
            Verify(TARGET, method="POST", unsigned=[FORM], policy=policy),
        ),
        "team": (
            "with a header more",
            Verify(TARGET, headers=[("X-Team", "example")], policy=policy),
        ),
    }


def bound(name: str, verify: Verify) -> Callable[[], Verify]:
    def make() -> Verify:
        return verify

    make.__name__, make.__doc__ = name, "What the others of its group start from."
    return make


def put_bases(area: Area, prefix: str, rules: list[Json], policy: Json) -> None:
    for name, (title, verify) in bases(policy).items():
        make = bound(prefix + name, verify)
        area.valid("honest", title, flags=["baseline"], spec=rules)(make)


def put_vector(
    area: Area, b: Behaviour, prefix: str, group: str, verdict: str, rules: list[Json]
) -> None:
    def plain() -> Json:
        return b.recipe  # type: ignore[return-value]

    def of_base(base: Base) -> Json:
        return b.recipe(base)  # type: ignore[operator]

    make: Callable = of_base if callable(b.recipe) else plain
    make.__name__, make.__doc__ = prefix + b.name, b.comment
    shared = {"base": (prefix + b.base).replace("_", "-"), "flags": ["dci-lenient", *b.flags]}
    if verdict == OK:
        area.valid(group, b.title, spec=rules, **shared)(make)
        return
    any_of = b.strict_any if group == "strict" else ANSWERS.get(verdict, [])
    area.invalid(
        group, b.title, error=verdict, any_of=any_of, severity=b.severity, spec=rules, **shared
    )(make)


def put_behaviours(
    area: Area,
    behaviours: list[Behaviour],
    generation: Generation,
    rules: list[Json],
    strict: list[Json],
) -> None:
    """Everything of one generation, with the honest requests."""
    put_bases(area, "", rules, {})
    put_bases(area, "wire_", rules, WIRE)
    put_bases(area, "wsgi_", rules, WSGI)
    for b in behaviours:
        if b.strict:
            put_vector(area, b, "", "strict", b.strict, strict)
        put_vector(area, b, "wire_", "wire", b.wire[generation], rules)
        put_vector(area, b, "wsgi_", "wsgi", b.wsgi[generation], rules)
