# SPDX-License-Identifier: Apache-2.0
"""The knob that lets a signed HTTP Date stand for the dialect's own header."""

from __future__ import annotations

import datetime

from ...suite import Base, after_sign, before_sign
from . import Knob

FORM = "%a, %d %b %Y %H:%M:%S GMT"
http = Knob(
    "knob-date",
    "date_source_http",
    {"date_source": "http"},
    "Date may stand for the dialect's own header",
    "That one is there, and rules.",
    flag="freshness",
)


def time_of(base: Base) -> datetime.datetime:
    return datetime.datetime.strptime(base.time, "%Y%m%dT%H%M%SZ")


def dated(form: str = FORM, **ago: float):
    """Date in the place of the dialect's own header, `ago` before its time; the string to sign has
    the time of that."""

    def recipe(base: Base):
        time = time_of(base) - datetime.timedelta(**ago)
        return before_sign("date-instead", time.strftime("%Y%m%dT%H%M%SZ"), time.strftime(form))

    return recipe


http.passes("alone", "Date alone, signed", "It is the time of the request.", dated())
http.passes(
    "edge",
    "Date alone, 900 s old",
    "The window is the same.",
    dated(seconds=900),
)
http.passes(
    "beside",
    "a Date of years ago beside the other",
    "Where the dialect's own header is, Date means nothing.",
    after_sign("add-header", "Date", "Sun, 30 Aug 2009 12:36:00 GMT"),
)
http.refuses(
    "too_old",
    "Date alone, 901 s old",
    "A second beyond.",
    dated(seconds=901),
    "skewed-past",
    severity="high",
)
http.refuses(
    "too_early",
    "Date alone, 901 s ahead",
    "A second beyond.",
    dated(seconds=-901),
    "skewed-future",
    severity="medium",
)
for name, title, comment, form in (
    ("in_iso_form", "Date in the form of the other", "In Date it is none.", "%Y%m%dT%H%M%SZ"),
    ("other_zone", "Date in another zone", "GMT alone.", "%a, %d %b %Y %H:%M:%S +0000"),
    (
        "rfc850",
        "Date in the form of RFC 850",
        "Its year has two digits.",
        "%A, %d-%b-%y %H:%M:%S GMT",
    ),
    (
        "no_day_of_week",
        "Date without the day of the week",
        "It is part of it.",
        "%d %b %Y %H:%M:%S GMT",
    ),
    ("text_behind", "Date with more behind it", "Read to its end.", FORM + " x"),
    (
        "wrong_weekday",
        "Date on another day of the week",
        "It contradicts itself.",
        "Sat, %d %b %Y %H:%M:%S GMT",
    ),
):
    http.refuses(
        name,
        title,
        f"Signed so, and the string to sign has the right time. {comment}",
        dated(form),
        "malformed-date",
        "missing-date",
    )
http.refuses(
    "both_own_stale",
    "the own header a year old, Date fresh",
    "Signed so: the dialect's own rules as long as it is there.",
    before_sign("set-time", value="20090830T123600Z"),
    "skewed-past",
    severity="high",
)
http.refuses(
    "no_date",
    "neither of them",
    "The string to sign has the right time; the request has none.",
    lambda base: before_sign("drop-date", "", base.time),
    "missing-date",
    severity="high",
)
