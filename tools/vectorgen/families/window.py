# SPDX-License-Identifier: Apache-2.0
"""The window: how old a request may be, and how far ahead. And what has the length of a date and is
none, which must not be taken for one that is in it."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from .. import spec
from ..model import Json
from ..suite import Base, Verify, after_sign, before_sign
from . import Family

family = Family(
    {
        "accept": "Honest requests",
        "window": "Outside the window",
        "calendar": "Of the right length, and no date",
    }
)
TIME = "20150830T123600Z"


def own(base: Base, text: str) -> str:
    """A text with the parts of TIME in it, with those of the base's own time in their places."""
    time = base.time
    for old, new in (
        ("20150830", time[:8]),
        ("2015", time[:4]),
        ("123600", time[9:15]),
        ("1236", time[9:13]),
    ):
        text = text.replace(old, new)
    return text


# ---- Honest --------------------------------------------------------------------------------------


@family.valid("accept", "GET", flags=["baseline"], spec=[spec.SIGNATURE, spec.DATE_FORMAT])
def get():
    """The twin of most of the others."""
    return Verify("/reports/2015?page=1&size=50", time=TIME)


def edge(name: str, title: str, comment: str, time: str, now: str, skew: int = 900) -> None:
    def make() -> Verify:
        return Verify("/reports", time=time, now=now, max_skew_s=skew)

    make.__name__, make.__doc__ = name, comment
    family.valid("accept", title, flags=["freshness", "over-strict"], spec=[spec.SKEW])(make)


edge(
    "edge_of_past",
    "900 s old: the edge is inside",
    "The twin of the second beyond.",
    TIME,
    "20150830T125100Z",
)
edge(
    "edge_of_future",
    "900 s ahead: the edge is inside",
    "The clock of a client may be fast as well as slow.",
    TIME,
    "20150830T122100Z",
)
edge(
    "edge_of_five_minutes",
    "300 s old, where 300 are tolerated",
    "How long a request is good is the verifier's choice; services of AWS have 5 minutes or 15.",
    TIME,
    "20150830T124100Z",
    300,
)
edge(
    "edge_over_new_year",
    "900 s old, over the end of a year",
    "Seconds are counted, not fields compared.",
    "20151231T235000Z",
    "20160101T000500Z",
)
edge(
    "edge_over_leap_day",
    "900 s old, over the end of February",
    "2016 has a 29th.",
    "20160229T235000Z",
    "20160301T000500Z",
)


# ---- Window --------------------------------------------------------------------------------------


def window(
    name: str,
    title: str,
    comment: str,
    recipe: Json | Callable[[Base], Json],
    future: bool = False,
    **more: object,
) -> None:
    options = {
        "error": "skewed-future" if future else "skewed-past",
        "severity": "medium" if future else "high",
        "flags": ["freshness"],
        "spec": [spec.SKEW],
    }
    family.put("invalid", "window", name, title, comment, recipe, **options | more)


def at(now: str) -> Json:
    return after_sign("set-clock", "now", now)


def of(time: str) -> Json:
    return before_sign("set-time", value=time)


window(
    "second_too_old",
    "901 s old",
    "The edge is inside, the next second is not.",
    at("20150830T125101Z"),
    base="edge_of_past",
)
window(
    "second_too_early",
    "901 s ahead",
    "The edge is inside, the next second is not.",
    at("20150830T122059Z"),
    True,
    base="edge_of_future",
)
window(
    "second_too_old_for_five_minutes",
    "301 s old, where 300 are tolerated",
    "The window is the one that is configured, not one of a constant.",
    at("20150830T124101Z"),
    base="edge_of_five_minutes",
)
window(
    "second_too_old_over_new_year",
    "901 s old, over the end of a year",
    "Compared by fields, December is later than January.",
    at("20160101T000501Z"),
    base="edge_over_new_year",
)
window("hour_old", "an hour old", "Local time for UTC, or summer time.", of("20150830T113600Z"))
window(
    "hour_ahead",
    "an hour ahead",
    "Local time for UTC, or summer time.",
    of("20150830T133600Z"),
    True,
)
window("day_old", "a day old", "A window of a day is for ever to a script.", of("20150829T123600Z"))
window("day_ahead", "a day ahead", "Made today, to be used tomorrow.", of("20150831T123600Z"), True)
window(
    "week_old", "eight days old", "Longer than any presigned URL is good.", of("20150822T123600Z")
)
window(
    "month_old", "a month old", "The same day and time of another month.", of("20150730T123600Z")
)
window(
    "year_old_by_clock",
    "verified a year later",
    "A difference of the time of day alone vanishes.",
    at("20160830T123600Z"),
)
window(
    "at_epoch",
    "of 1970-01-01T00:00:00Z",
    "Zero is a time, not the lack of one.",
    of("19700101T000000Z"),
)
window(
    "before_epoch",
    "a second before 1970",
    "-1 is what functions return that have failed; unsigned, it is a far future.",
    of("19691231T235959Z"),
)
window(
    "before_leap_seconds",
    "of the year 1",
    "The first that a date can have. Nanoseconds since 1970 do not reach it.",
    of("00010101T000000Z"),
)
window(
    "end_of_32_bits",
    "of 2038-01-19T03:14:08Z",
    "One second more than 31 bits hold: it comes out as 1901, or as now.",
    of("20380119T031408Z"),
    True,
)
window(
    "end_of_unsigned_32_bits",
    "of 2106-02-07T06:28:16Z",
    "One second more than 32 bits hold: it comes out as 1970.",
    of("21060207T062816Z"),
    True,
)
window(
    "end_of_64_bits_of_nanoseconds",
    "of 2262-04-12T00:00:00Z",
    "Nanoseconds since 1970 do not reach it.",
    of("22620412T000000Z"),
    True,
)
window(
    "last_year",
    "of the last second of 9999",
    "The last that a date can have.",
    of("99991231T235959Z"),
    True,
)

# ---- Calendar ------------------------------------------------------------------------------------


def calendar(name: str, title: str, comment: str, time: str, **more: object) -> None:
    """Signed so, with the day it gives itself in the scope, if it gives any."""
    options = {
        "error": "malformed-date",
        "any_of": ["skewed-past", "skewed-future", "scope-date-mismatch", "malformed-credential"],
        "severity": "high",
        "flags": ["date"],
        "spec": [spec.DATE_FORMAT],
    }
    family.put(
        "invalid",
        "calendar",
        name,
        title,
        comment + " Signed so.",
        lambda base: (
            before_sign("set-time", value=own(base, time))
            if time[:8].isdigit()
            else before_sign("set-header", base.row.date_header, own(base, time))
        ),
        **options | more,
    )


ROLLS = "mktime() and its kind carry over into the next field."
calendar("month_zero", "month 00", ROLLS, "20150030T123600Z")
calendar("month_thirteen", "month 13", ROLLS, "20151330T123600Z")
calendar("day_zero", "day 00", ROLLS, "20150800T123600Z")
calendar("day_thirty_two", "day 32", ROLLS, "20150832T123600Z")
calendar("thirty_first_of_june", "31 June", ROLLS, "20150631T123600Z")
calendar("thirtieth_of_february", "30 February", ROLLS, "20160230T123600Z")
calendar("leap_day_of_no_leap_year", "29 February 2015", "No leap year.", "20150229T123600Z")
calendar(
    "leap_day_of_a_century",
    "29 February 2100",
    "Divisible by 4, and no leap year.",
    "21000229T123600Z",
)
calendar("hour_twenty_four", "hour 24", "ISO 8601 has had it, for midnight.", "20150830T240000Z")
calendar("hour_ninety_nine", "hour 99", "Two digits, and no hour.", "20150830T993600Z")
calendar("minute_sixty", "minute 60", ROLLS, "20150830T126000Z")
calendar("second_sixty_one", "second 61", "struct tm holds it.", "20150830T123661Z")
calendar("year_zero", "the year 0000", "There is none; to some it is 1900.", "00000830T123600Z")
calendar(
    "letter_for_a_digit",
    "'X' in the hour",
    "A parser of numbers stops there, at 0.",
    "20150830TX23600Z",
)
calendar(
    "all_letters",
    "letters in all places",
    "Of the right length: only a parser whose error is looked at refuses it.",
    "AAAAAAAATAAAAAAZ",
)
calendar(
    "not_a_number",
    "'NaN' in it",
    "What becomes NaN makes every comparison false, so also the one that refuses.",
    "20150830TNaN600Z",
)


@family.acceptable(
    "calendar",
    "second 60",
    base="get",
    knob="date_form",
    error="malformed-date",
    any_of=["skewed-future", "skewed-past"],
    flags=["date"],
    spec=[spec.DATE_FORMAT],
)
def second_sixty(base: Base):
    """Signed so. UTC has had such seconds, ISO 8601 writes them, most clocks never show one."""
    return before_sign("set-time", value=base.time[:13] + "60Z")


# ---- Differences that are too great for a number -------------------------------------------------


def apart(name: str, seconds: int, title: str, comment: str, future: bool = False) -> None:
    """A time that many seconds from the base's."""

    def recipe(base: Base) -> Json:
        form = "%Y%m%dT%H%M%SZ"
        delta = datetime.timedelta(seconds=seconds)
        time = datetime.datetime.strptime(base.time, form) + (delta if future else -delta)
        return of(time.strftime(form))

    window(name, title, comment, recipe, future)


apart(
    "age_of_2_to_32",
    1 << 32,
    "2^32 s old",
    "In 32 bits the difference is nothing.",
)
apart(
    "ahead_by_2_to_32",
    1 << 32,
    "2^32 s ahead",
    "In 32 bits the difference is nothing.",
    future=True,
)
apart(
    "age_of_2_to_31",
    1 << 31,
    "2^31 s old",
    "In 32 bits its absolute value is less than nothing.",
)
apart(
    "ahead_by_2_to_31",
    1 << 31,
    "2^31 s ahead",
    "In 32 bits its absolute value is less than nothing.",
    future=True,
)
