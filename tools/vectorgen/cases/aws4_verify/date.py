# SPDX-License-Identifier: Apache-2.0
"""aws4, verify: dates and the clock."""

from ... import spec
from ...suite import Verify, after_sign, before_sign
from . import NOW, area


@area.invalid(
    "date",
    "901 s old",
    base="get",
    error="skewed-past",
    severity="high",
    flags=["freshness"],
    spec=[spec.SKEW],
)
def skew_past():
    """One second beyond the edge that skew-past-edge accepts."""
    return after_sign("set-clock", "now", "20150830T125101Z")


@area.invalid(
    "date",
    "901 s ahead",
    base="get",
    error="skewed-future",
    severity="medium",
    flags=["freshness"],
    spec=[spec.SKEW],
)
def skew_future():
    """A request dated ahead outlives its window: the future is as closed as the past."""
    return after_sign("set-clock", "now", "20150830T122059Z")


@area.invalid(
    "date",
    "a year old",
    base="get",
    error="skewed-past",
    severity="high",
    flags=["freshness"],
    spec=[spec.SKEW],
)
def year_old():
    """A difference in an int of milliseconds, or of the time of day alone, wraps or vanishes."""
    return after_sign("set-clock", "now", "20160830T123600Z")


@area.invalid(
    "date",
    "of the year 9999",
    base="get",
    error="skewed-future",
    severity="medium",
    flags=["freshness"],
    spec=[spec.SKEW],
)
def far_future():
    """Signed so. Nanoseconds since 1970 overflow 64 bits in 2262, and come out as the past or as
    now."""
    return before_sign("set-time", value="99991231T235959Z")


@area.invalid(
    "date",
    "before 1970",
    base="get",
    error="skewed-past",
    severity="high",
    flags=["freshness"],
    spec=[spec.SKEW],
)
def before_epoch():
    """Signed so. Unsigned arithmetic makes a far future of it, or an error value that is taken
    for a time."""
    return before_sign("set-time", value="19691231T235959Z")


@area.invalid(
    "date",
    "no date header",
    base="get",
    error="missing-date",
    any_of=["malformed-auth-header"],
    severity="high",
    flags=["freshness"],
    spec=[spec.DATE_FORMAT],
)
def no_date():
    """Signed without one. A freshness check that runs only if there is a date makes the request
    good for ever."""
    return before_sign("remove-header", "X-Amz-Date")


@area.invalid(
    "date",
    "the date as a query argument",
    base="get-dated-query",
    error="missing-date",
    any_of=["malformed-auth-header", "multiple-auth"],
    severity="high",
    flags=["freshness", "auth-source"],
    spec=[spec.DATE_FORMAT],
)
def date_in_query():
    """With header authentication only the header counts."""
    return before_sign("remove-header", "X-Amz-Date")


@area.valid(
    "accept",
    "X-Amz-Date as an argument, beside the header",
    level="should",
    flags=["auth-source"],
    spec=[spec.DATE_FORMAT],
)
def get_dated_query():
    """An argument like any other: the time is the header's."""
    return Verify("/reports?X-Amz-Date=20150830T123600Z", now=NOW)


@area.invalid(
    "date",
    "two date headers, the fresh one first",
    base="get",
    error="duplicate-date",
    any_of=["malformed-date", "skewed-past", "scope-date-mismatch"],
    severity="high",
    flags=["freshness", "repeated-header"],
    spec=[spec.STRICT],
)
def two_dates():
    """Signed so. One is compared with the clock, the other stands in the string to sign."""
    return before_sign("add-header", "X-Amz-Date", "20140830T123600Z")


@area.invalid(
    "date",
    "two date headers, the stale one first",
    base="get",
    error="duplicate-date",
    any_of=["malformed-date", "skewed-past", "scope-date-mismatch"],
    severity="high",
    flags=["freshness", "repeated-header"],
    spec=[spec.STRICT],
)
def two_dates_reversed():
    """The other order: verifiers differ in which one counts."""
    return before_sign("prepend-header", "X-Amz-Date", "20140830T123600Z")


@area.invalid(
    "date",
    "30 February",
    base="get",
    error="malformed-date",
    any_of=["skewed-past"],
    severity="high",
    flags=["date"],
    spec=[spec.DATE_FORMAT],
)
def no_such_day():
    """Signed so. mktime() makes 2 March of it; a parser that fails with NaN makes every
    comparison false."""
    return before_sign("set-header", "X-Amz-Date", "20150230T123600Z")


@area.invalid(
    "date",
    "a date that is none",
    base="get",
    error="malformed-date",
    severity="high",
    flags=["date"],
    spec=[spec.DATE_FORMAT],
)
def date_of_letters():
    """Signed so. Of the right length: only a parser whose error is looked at refuses it."""
    return before_sign("set-header", "X-Amz-Date", "AAAAAAAATAAAAAAZ")


@area.invalid(
    "date",
    "a lower-case z",
    base="get",
    error="malformed-date",
    severity="low",
    flags=["date"],
    spec=[spec.DATE_FORMAT],
)
def lower_case_z():
    """Signed so. What lenient parsers pass over is another string than the one another server
    sees."""
    return before_sign("set-header", "X-Amz-Date", "20150830T123600z")


@area.invalid(
    "date",
    "Arabic-Indic digits",
    base="get",
    error="malformed-date",
    severity="low",
    flags=["date", "bytes"],
    spec=[spec.DATE_FORMAT],
)
def arabic_digits():
    """Signed so. strptime of Python takes them for digits, and so does its \\d."""
    return before_sign("set-header", "X-Amz-Date", "20150830T12360٠Z")
