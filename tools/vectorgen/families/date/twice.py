# SPDX-License-Identifier: Apache-2.0
"""Two dates."""

from __future__ import annotations

from collections.abc import Callable

from ... import spec
from ...suite import Base, before_sign
from . import family


def twice(
    name: str,
    title: str,
    comment: str,
    op: str,
    value: Callable[[Base], str],
    severity: str = "high",
) -> None:
    family.put(
        "invalid",
        "twice",
        name,
        title,
        "Signed so. " + comment,
        lambda base: before_sign(op, base.row.date_header, value(base)),
        error="malformed-date" if op == "set-header" else "duplicate-date",
        any_of=[
            "duplicate-date" if op == "set-header" else "malformed-date",
            "malformed-header",
            "skewed-past",
            "skewed-future",
            "scope-date-mismatch",
            "signature-mismatch",
        ],
        severity=severity,
        flags=["freshness", "repeated-header"],
        spec=[spec.STRICT],
    )


def stale(base: Base) -> str:
    return str(int(base.time[:4]) - 1) + base.time[4:]


twice(
    "two_dates_equal",
    "two date headers, equal",
    "Joined, as repeated headers are, they are no date.",
    "add-header",
    lambda base: base.time,
    "low",
)
twice(
    "two_dates_right_first",
    "two date headers, the fresh one first",
    "One is compared with the clock, the other stands in the string to sign.",
    "add-header",
    stale,
)
twice(
    "two_dates_right_last",
    "two date headers, the stale one first",
    "The other order: verifiers differ in which one counts.",
    "prepend-header",
    stale,
)
twice(
    "dates_joined_right_first",
    "two dates in one header, the fresh one first",
    "What a hop makes of two lines.",
    "set-header",
    lambda base: f"{base.time},{stale(base)}",
)
twice(
    "dates_joined_right_last",
    "two dates in one header, the stale one first",
    "What a hop makes of two lines.",
    "set-header",
    lambda base: f"{stale(base)},{base.time}",
)
