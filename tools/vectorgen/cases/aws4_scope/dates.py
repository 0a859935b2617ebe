# SPDX-License-Identifier: Apache-2.0
"""aws4, scope: days and times."""

from ... import spec
from ...suite import Sign
from . import area


@area.valid("dates", "the last second of a leap day", flags=["date"], spec=[spec.SCOPE_DATE])
def leap_day():
    """The scope date is the time stamp's own first eight digits, not today in some time zone."""
    return Sign("/", time="20160229T235959Z")


@area.valid("dates", "the first second of a year", flags=["date"], spec=[spec.SCOPE_DATE])
def new_year():
    """A scope date taken from a second look at the clock is a day off here. So is a week-based
    year (%G, YYYY)."""
    return Sign("/", time="20210101T000000Z")


@area.valid("dates", "29 February 2000", flags=["date"], spec=[spec.SCOPE_DATE])
def leap_century():
    """A year that 400 divides is a leap year."""
    return Sign("/", time="20000229T120000Z")


@area.valid("dates", "after 2038", flags=["date"], spec=[spec.SCOPE_DATE])
def after_2038():
    """32 bits of seconds end on 2038-01-19, unsigned ones on 2106-02-07."""
    return Sign("/", time="21060208T062816Z")
