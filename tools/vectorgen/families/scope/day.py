# SPDX-License-Identifier: Apache-2.0
"""The day of the scope: that of the request, in eight digits."""

from __future__ import annotations

import datetime

from ... import spec
from ...suite import Base, before_sign
from . import both, family, negative


def days(base: Base, offset: int) -> str:
    day = datetime.datetime.strptime(base.time[:8], "%Y%m%d") + datetime.timedelta(offset)
    return day.strftime("%Y%m%d")


DAY = {"error": "scope-date-mismatch", "spec": [spec.SCOPE_DATE]}
both(
    "day",
    "date",
    "scope_yesterday",
    "yesterday's scope",
    "A key of one day that leaked would sign for ever.",
    lambda base: days(base, -1),
    **DAY,
)
both(
    "day",
    "date",
    "scope_tomorrow",
    "tomorrow's scope",
    "A key made ahead of its day.",
    lambda base: days(base, 1),
    **DAY,
)
both(
    "day",
    "date",
    "scope_a_year_ago",
    "the same day a year ago",
    "A comparison of month and day.",
    lambda base: str(int(base.time[:4]) - 1) + base.time[4:8],
    **DAY,
)
negative(
    "day",
    "day_of_the_verifier",
    "the verifier's day, signed so",
    "Today's key for a request of yesterday. What counts is the request's own day.",
    lambda base: before_sign("set-claim", "date", base.input["clock"]["now"][:8]),
    "scope-date-mismatch",
    base="over_midnight",
    spec=[spec.SCOPE_DATE],
)
negative(
    "day",
    "day_of_the_verifier_before",
    "the verifier's day, which is the one before",
    "Signed so, by a client whose clock is fast: its time is of tomorrow, its scope of today.",
    lambda base: before_sign("set-claim", "date", base.input["clock"]["now"][:8]),
    "scope-date-mismatch",
    base="before_midnight",
    spec=[spec.SCOPE_DATE],
)

NO_DAY = ["scope-date-mismatch", "signature-mismatch", "malformed-date"]
for name, title, comment, value in (
    ("day_of_seven_digits", "a day of seven digits", "A month without its zero.", "2015830"),
    ("day_of_nine_digits", "a day of nine digits", "The first eight are right.", "201508300"),
    ("dots_in_day", "a day with dots", "Another text for the same day.", "2015.08.30"),
    ("letter_in_day", "a letter among the digits", "'O' for '0'.", "2015083O"),
    ("time_for_day", "the whole time", "It begins with the day.", "20150830T123600Z"),
    ("plus_before_day", "a sign before the day", "Parsers of numbers take it.", "+20150830"),
):

    def own(base: Base, like: str = value) -> str:
        """The same spelling, of the base's own day."""
        day, text = base.time[:8], like
        for old, new in (
            ("20150830T123600Z", base.time),
            ("2015.08.30", f"{day[:4]}.{day[4:6]}.{day[6:]}"),
            ("2015830", day[:4] + day[5:]),
            ("2015083O", day[:7] + "O"),
            ("20150830", day),
        ):
            text = text.replace(old, new)
        return text

    both(
        "day",
        "date",
        name,
        title,
        comment,
        own,
        "malformed-credential",
        any_of=NO_DAY,
        severity="low",
        flags=["scope", "date", "auth-syntax"],
        spec=[spec.SCOPE_DATE],
    )


@family.invalid(
    "day",
    "Arabic-Indic digits in the day",
    error="malformed-credential",
    any_of=NO_DAY,
    severity="low",
    flags=["scope", "date", "bytes"],
    spec=[spec.SCOPE_DATE],
)
def arabic_digits_in_day(base: Base):
    """Signed so. int() of Python reads them, and so does its \\d."""
    day = base.time[:8]
    return before_sign("set-claim", "date", day[:7] + chr(0x660 + int(day[7])))
