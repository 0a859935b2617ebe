# SPDX-License-Identifier: Apache-2.0
"""Two answers to one draw: equal stage by stage, refused by both, or the first place where they
differ."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from vectorgen import model
from vectorgen.model import Json

STAGES = ("canonical_request", "string_to_sign", "signature", "authorization")
REFUSALS = ("refused", "raised")


class Kind(enum.Enum):
    EQUAL = "equal"
    BOTH_REFUSE = "both refuse"
    UNREPRESENTABLE = "unrepresentable"
    DIFFERS = "differs"
    BROKEN = "broken"


class Effect(enum.Enum):
    """How a difference shows."""

    OURS_REFUSES = "the reference refuses what the package signs"
    THEIRS_REFUSES = "the package refuses what the reference signs"
    STAGES = "both sign, and not the same"


@dataclass(frozen=True)
class Outcome:
    kind: Kind
    text: str = ""
    ours: str = ""
    theirs: str = ""
    effect: Effect | None = None


def said(answer: Json) -> str:
    """What became of the question, in a line."""
    error = answer.get("out", {}).get("error", {}).get("code") or answer.get("message", "")
    return f"{answer['status']}: {error}" if error else answer["status"]


def stage(out: Json, name: str) -> bytes | None:
    return model.get_lines(out if name in STAGES[2:] else out.get("stages", {}), name)


def first_difference(ours: bytes, theirs: bytes) -> tuple[int, int]:
    """The line and the byte in it, both from 1."""
    at = 0
    while at < min(len(ours), len(theirs)) and ours[at] == theirs[at]:
        at += 1
    start = ours.rfind(b"\n", 0, at) + 1
    return ours.count(b"\n", 0, at) + 1, at - start + 1


def line_of(data: bytes, number: int) -> str:
    lines = data.split(b"\n")
    return repr(lines[number - 1])[1:] if number <= len(lines) else "(no such line)"


def compare_stages(ours: Json, theirs: Json) -> Outcome:
    for name in STAGES:
        mine, other = stage(ours, name), stage(theirs, name)
        if name == "signature" and (mine is None or other is None):
            return Outcome(Kind.BROKEN, "an answer has no signature")
        if mine is None or other is None or mine == other:
            continue
        line, byte = first_difference(mine, other)
        text = f"they differ in {name}, line {line}, byte {byte}"
        lines = (line_of(mine, line), line_of(other, line))
        return Outcome(Kind.DIFFERS, text, *lines, Effect.STAGES)
    return Outcome(Kind.EQUAL)


def compare(ours: Json, theirs: Json) -> Outcome:
    """`ours` is the reference's answer, `theirs` the package's."""
    known = ("ok", *REFUSALS)
    if ours["status"] not in ("ok", "refused"):
        return Outcome(Kind.BROKEN, "the reference's shim fails", said(ours), said(theirs))
    if theirs["status"] == "unrepresentable":
        return Outcome(Kind.UNREPRESENTABLE)
    if theirs["status"] not in known:
        return Outcome(Kind.BROKEN, "the package's shim fails", said(ours), said(theirs))
    if ours["status"] == theirs["status"] == "ok":
        return compare_stages(ours["out"], theirs["out"])
    if "ok" not in (ours["status"], theirs["status"]):
        return Outcome(Kind.BOTH_REFUSE)
    effect = Effect.THEIRS_REFUSES if ours["status"] == "ok" else Effect.OURS_REFUSES
    return Outcome(Kind.DIFFERS, effect.value, said(ours), said(theirs), effect)
