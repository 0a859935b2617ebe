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


@area.valid("dates", "the last second of a year", flags=["date"], spec=[spec.SCOPE_DATE])
def year_end():
    """'YYYY' of Java's and Swift's formatters is the year of the week: where weeks begin on Sunday
    this day is of 2022, as for %G the first of 2021 is of 2020."""
    return Sign("/", time="20211231T235959Z")


@area.valid(
    "dates", "numbers of one digit", flags=["date"], spec=[spec.SCOPE_DATE, spec.DATE_FORMAT]
)
def single_digits():
    """Put together from numbers, the month is 2 and not 02; %e and %k pad with a blank."""
    return Sign("/", time="20150203T040506Z")


@area.valid("dates", "a time that no local clock showed", flags=["date"], spec=[spec.SCOPE_DATE])
def clock_change():
    """02:30 of the night in which the clocks of New York went forward. Run with that time zone,
    mktime() and back makes 03:30 of it."""
    return Sign("/", time="20150308T023000Z")


@area.valid("dates", "before 1970", flags=["date"], spec=[spec.SCOPE_DATE])
def before_1970():
    """Seconds are below zero; a division that rounds towards zero is a day off."""
    return Sign("/", time="19691231T235959Z")


@area.valid("dates", "the last second of four digits", flags=["date"], spec=[spec.SCOPE_DATE])
def year_9999():
    """An expiry or a skew added to it has five digits, or raises."""
    return Sign("/", time="99991231T235959Z")


@area.valid(
    "dates",
    "the day after that of most vectors",
    flags=["date", "key-derivation"],
    spec=[spec.SCOPE_DATE, spec.KEY_CHAIN],
)
def next_day():
    """A signing key kept from the vectors before, by access key, region and service alone, is
    yesterday's: the scope says the 31st and the key is of the 30th (requests-aws4auth#3)."""
    return Sign("/", time="20150831T000000Z")


@area.valid(
    "dates",
    "the day before that of most vectors",
    flags=["date", "key-derivation"],
    spec=[spec.SCOPE_DATE, spec.KEY_CHAIN],
)
def previous_day():
    """Time may also go back: a kept key is replaced when the day is another, not when it is
    later."""
    return Sign("/", time="20150829T235959Z")
