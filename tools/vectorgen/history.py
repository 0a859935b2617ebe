# SPDX-License-Identifier: Apache-2.0
"""What was released, and what has happened to it since: vectors/released.json holds, for the last
release, every id with a digest of what decides about it, so that no history of the repository is
needed to see that an id is gone, means something else, or comes back.
"""

from __future__ import annotations

import functools
import pathlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from . import model
from .model import Json

NAME = "released.json"
NOTHING: Json = {"suite": "0.0.0", "vectors": {}, "sweeps": {}, "retired": []}
# What a consumer's verdict follows from. Titles, comments, votes and sources are not among it.
DECIDING = ("input", "expected", "alternatives", "result")
DIGITS = 16
MAJOR, MINOR = "major", "minor"


@functools.cache
def committed() -> Json:
    """The record in this repository."""
    path = pathlib.Path(__file__).resolve().parent.parent.parent / "vectors" / NAME
    return model.load(path.read_text(encoding="utf-8")) if path.exists() else NOTHING


def since(id_: str) -> str:
    """The version in which a vector came: that of its release, else the one that is being made."""
    record = committed()
    sweep = record["sweeps"].get(id_.rpartition("/")[0])
    return record["vectors"].get(id_, sweep or {}).get("since", model.SUITE)


# ---- The record ----------------------------------------------------------------------------------


def decides(test: Json) -> Json:
    """A view is left out: it follows from the input, and `views.lint_views` derives it again."""
    out = {name: test[name] for name in DECIDING if name in test}
    verdict = out.get("expected", {}).get("verify", {})
    if "view" in verdict:
        out["expected"] = {"verify": {k: v for k, v in verdict.items() if k != "view"}}
    return out


def digest(value: Any) -> str:
    return model.digest(value)[:DIGITS]


def record_of_test(test: Json) -> Json:
    settled = test["provenance"]["settled"]
    return {"since": test["since"], "decides": digest(decides(test)), "settled": settled}


def record_of_sweep(tests: list[Json]) -> Json:
    return {
        "since": tests[0]["since"],
        "decides": digest([decides(t) for t in tests]),
        "settled": sum(t["provenance"]["settled"] for t in tests),
    }


def record(tests: Iterable[Json], sweeps: dict[str, list[Json]], retired: list[Json]) -> Json:
    return {
        "suite": model.SUITE,
        "vectors": {t["id"]: record_of_test(t) for t in sorted(tests, key=lambda t: t["id"])},
        "sweeps": {name: record_of_sweep(sweeps[name]) for name in sorted(sweeps)},
        "retired": sorted(old["id"] for old in retired),
    }


# ---- What has changed ----------------------------------------------------------------------------


@dataclass(frozen=True)
class Change:
    level: str
    id: str
    what: str


@dataclass
class Now:
    """The vectors as they stand: their record, and what was written down about changes."""

    record: Json
    retired: dict[str, str] = field(default_factory=dict)  # id: the suite it went with
    changed: dict[str, list[str]] = field(default_factory=dict)  # id: suites it changed with
    changelog: str = ""


def compare(old: Json, new: Json) -> Iterator[Change]:
    """The changes of one kind of record, vectors or sweeps."""
    for id_ in old.keys() - new.keys():
        yield Change(MAJOR, id_, "is gone")
    for id_ in new.keys() - old.keys():
        yield Change(MINOR, id_, "is new")
    for id_ in old.keys() & new.keys():
        if old[id_]["decides"] != new[id_]["decides"]:
            yield Change(MAJOR, id_, "has another expectation")
        if old[id_]["settled"] != new[id_]["settled"]:
            yield Change(MINOR, id_, "is settled or disputed where it was not")


def changes(old: Json, now: Json) -> list[Change]:
    """All changes since the release; those of the sweeps only if `now` has sweeps."""
    found = list(compare(old["vectors"], now["vectors"]))
    if now["sweeps"]:
        found += compare(old["sweeps"], now["sweeps"])
    return sorted(found, key=lambda c: (c.level, c.id, c.what))


def numbers(suite: str) -> tuple[int, ...]:
    return tuple(int(n) for n in suite.split("."))


def least_version(old: str, found: list[Change]) -> str:
    """The lowest version that may follow `old`. Before 1.0.0 a major change makes a minor
    version."""
    first, second, _ = numbers(old)
    levels = {change.level for change in found}
    if not levels:
        return old
    is_major = MAJOR in levels and first > 0
    return f"{first + 1}.0.0" if is_major else f"{first}.{second + 1}.0"


# ---- Rules ---------------------------------------------------------------------------------------


def section(changelog: str, suite: str) -> str:
    """The text of a version in the change log; it has to be the first."""
    found = re.search(r"^## (\S+)\n(.*?)(?=^## |\Z)", changelog, re.MULTILINE | re.DOTALL)
    return found.group(2) if found and found.group(1) == suite else ""


def version_problems(old: Json, now: Now, found: list[Change]) -> Iterator[str]:
    suite, least = now.record["suite"], least_version(old["suite"], found)
    if numbers(suite) < numbers(least):
        first = f" ({found[0].id} {found[0].what})" if found else ""
        yield (
            f"suite {suite}: {len(found)} changes since release {old['suite']}{first}; "
            f"raise SUITE in tools/vectorgen/model.py to {least} at least"
        )
    if not section(now.changelog, suite):
        yield f"CHANGELOG.md: the first section has to be '## {suite}'"


def change_problems(old: Json, now: Now, change: Change) -> Iterator[str]:
    suite = now.record["suite"]
    is_sweep = change.id in old["sweeps"]
    if change.what == "is gone" and not is_sweep and now.retired.get(change.id) != suite:
        yield (
            f"{change.id}: was released with {old['suite']} and is gone; "
            f'bring it back, or retire it in retired.json with "suite": "{suite}"'
        )
    if change.what == "has another expectation" and not is_sweep:
        if suite not in now.changed.get(change.id, []):
            yield f"{change.id}: {change.what} than in {old['suite']}; say so in its changed=[…]"
    if change.level == MAJOR and change.id not in section(now.changelog, suite):
        yield f"CHANGELOG.md: {change.id} {change.what}: section {suite} has to name it"


def lasting_problems(old: Json, now: Now) -> Iterator[str]:
    """What holds for ever: a retired id stays retired, and a vector's first version its first."""
    for id_ in old["retired"]:
        if id_ not in now.retired:
            yield f"retired.json: {id_} was retired for ever; put it back"
    for id_, entry in now.record["vectors"].items():
        first = old["vectors"].get(id_, {}).get("since", now.record["suite"])
        if entry["since"] != first:
            yield f"{id_}: since {entry['since']}, but it came with {first}; run vectorgen"


def problems(old: Json, now: Now) -> Iterator[str]:
    found = changes(old, now.record)
    yield from version_problems(old, now, found)
    for change in found:
        yield from change_problems(old, now, change)
    yield from lasting_problems(old, now)
