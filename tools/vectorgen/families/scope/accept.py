# SPDX-License-Identifier: Apache-2.0
"""Honest requests, some of them over the end of a day."""

from __future__ import annotations

from ... import spec
from ...suite import TERMINATOR_KEY, Verify
from . import family


@family.valid("accept", "GET", flags=["baseline"], spec=[spec.SIGNATURE, spec.SCOPE])
def get():
    """The twin of most of the others."""
    return Verify("/reports/2015?page=1&size=50")


def rollover(name: str, title: str, comment: str, time: str, now: str) -> None:
    def make() -> Verify:
        return Verify("/reports", time=time, now=now)

    make.__name__, make.__doc__ = name, comment
    family.valid(
        "accept", title, flags=["freshness", "scope", "over-strict"], spec=[spec.SCOPE_DATE]
    )(make)


rollover(
    "over_midnight",
    "verified on the next day",
    "The scope has the day of the request, not that of the verifier.",
    "20150830T235959Z",
    "20150831T000059Z",
)
rollover(
    "over_new_year",
    "verified in the next year",
    "Day, month and year change within a minute.",
    "20151231T235959Z",
    "20160101T000000Z",
)
rollover(
    "before_midnight",
    "verified on the day before",
    "The clock of the client is fast: its request is of tomorrow.",
    "20150831T000000Z",
    "20150830T235959Z",
)
rollover(
    "into_leap_day",
    "signed on 28 February, verified on the 29th",
    "In a leap year there is one.",
    "20160228T235900Z",
    "20160229T000500Z",
)
rollover(
    "out_of_leap_day",
    "signed on 29 February, verified in March",
    "The day exists, and so does its key.",
    "20160229T235900Z",
    "20160301T000500Z",
)


@family.valid(
    "accept",
    "a key that is called like the last word",
    level="should",
    flags=["scope", "auth-syntax"],
    spec=[spec.SCOPE],
)
def key_like_terminator():
    """Parts have places, not only values."""
    return Verify("/reports", access_key=TERMINATOR_KEY)
