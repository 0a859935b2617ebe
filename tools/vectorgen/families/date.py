# SPDX-License-Identifier: Apache-2.0
"""The header with the time of a request: it is there, once, signed, and has one spelling. A
signature without a time is good for ever."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from .. import spec
from ..suite import Base, Verify, after_sign, before_sign
from . import Family
from .window import TIME, own

family = Family(
    {
        "accept": "Honest requests",
        "spelling": "Another spelling of a date",
        "absent": "No date header, or another one",
        "twice": "Two dates",
        "bound": "Changed after signing",
    }
)
FORM = "%Y%m%dT%H%M%SZ"

# ---- Honest -------------------------------------------------------------------------------------


@family.valid(
    "accept",
    "a Date header beside it, unsigned and old",
    flags=["freshness", "over-strict"],
    spec=[spec.UNSIGNED_OK],
)
def date_beside_old():
    """A hop sets Date, or a client does long before it signs. The dialect's own header rules."""
    return Verify("/reports", unsigned=[("Date", "Sun, 30 Aug 2009 12:36:00 GMT")])


@family.valid(
    "accept",
    "a Date header beside it, signed",
    flags=["freshness", "over-strict"],
    spec=[spec.SIGNED_LIST],
)
def date_beside_signed():
    """The twin of what becomes of it where only Date is looked at."""
    return Verify("/reports", headers=[("Date", "Sun, 30 Aug 2015 12:36:00 GMT")])


# ---- Spelling ------------------------------------------------------------------------------------


def spelling(name: str, title: str, comment: str, text: str, both: bool, **more: object) -> None:
    """Two cases: the header's text in the string to sign; and the plain time there, as a lenient
    reader puts it who writes the time anew."""
    result = "acceptable" if "knob" in more else "invalid"
    options = {
        "error": "malformed-date",
        "any_of": ["scope-date-mismatch", "malformed-credential", "signature-mismatch"],
        "flags": ["date"],
        "spec": [spec.DATE_FORMAT],
    } | more
    options |= {"base": "get"} if result == "acceptable" else {"severity": "low"}

    def put(word: str, ending: str, op: str, note: str) -> None:
        family.put(
            result,
            "spelling",
            name + word,
            title + ending,
            comment + note,
            lambda base: before_sign(
                op, base.row.date_header if op == "set-header" else "", own(base, text)
            ),
            **options,
        )

    put("", "", "set-header", " Signed so.")
    if both:
        put(
            "_read",
            ", the time written anew",
            "respell-date",
            " Signed with the plain time in the string to sign: what is verified is another text "
            "than the one on the wire.",
        )


spelling(
    "fraction_of_a_second",
    "a fraction of a second",
    "Go's time.Parse takes it.",
    "20150830T123600.5Z",
    True,
)
spelling(
    "fraction_behind_comma",
    "a fraction behind a comma",
    "So does it with a comma.",
    "20150830T123600,123Z",
    False,
)
spelling("offset_for_z", "'+0000' for 'Z'", "The same instant.", "20150830T123600+0000", True)
spelling(
    "offset_of_two_hours",
    "'+0200' for 'Z'",
    "Another instant, if it is read.",
    "20150830T123600+0200",
    False,
)
spelling(
    "date_without_zone",
    "a date without 'Z'",
    "Local time to many parsers.",
    "20150830T123600",
    True,
)
spelling(
    "lower_case_z", "a 'z' for 'Z'", "strptime of Python has no case.", "20150830T123600z", True
)
spelling(
    "lower_case_t", "a 't' for 'T'", "strptime of Python has no case.", "20150830t123600Z", False
)
spelling("blank_for_t", "a blank for 'T'", "As databases write it.", "20150830 123600Z", False)
spelling(
    "date_without_seconds", "a date without seconds", "ISO 8601 allows it.", "20150830T1236Z", False
)
spelling("day_for_date", "the day alone", "Midnight, to a parser of dates.", "20150830", False)
spelling("seconds_since_epoch", "a number for a date", "Seconds since 1970.", "1440938160", False)
spelling(
    "digit_behind_date",
    "a digit more in the date",
    "A seventh digit of the time.",
    "20150830T1236000Z",
    False,
)
spelling(
    "letter_behind_date",
    "a letter behind the date",
    "A parser that stops at 'Z'.",
    "20150830T123600ZZ",
    False,
)
spelling(
    "week_date", "a date by week and day", "ISO 8601 has this form, too.", "2015W357T123600Z", False
)
spelling(
    "full_width_digit_in_date",
    "a digit of the date in full width",
    "NFKC makes an ASCII digit of it.",
    "20150830T12360\uff10Z",
    False,
    flags=["date", "bytes"],
)
spelling(
    "no_break_space_before_date",
    "a no-break space before the date",
    "Trimmed by the rules of Unicode, right.",
    "\u00a020150830T123600Z",
    True,
    flags=["date", "bytes", "white-space"],
)
spelling(
    "http_date",
    "an HTTP date in the dialect's header",
    "Another form of the same instant.",
    "Sun, 30 Aug 2015 12:36:00 GMT",
    True,
)
spelling(
    "extended_form",
    "the extended form of ISO 8601",
    "AWS has been seen to read it.",
    "2015-08-30T12:36:00Z",
    True,
    knob="date_source",
)


@family.invalid(
    "spelling",
    "an empty date",
    error="malformed-date",
    any_of=["missing-date"],
    severity="high",
    flags=["freshness", "date"],
    spec=[spec.DATE_FORMAT],
)
def date_empty(base: Base):
    """Signed so, with an empty line in the string to sign. Empty is not absent, and neither is
    good."""
    return before_sign("set-header", base.row.date_header)


@family.invalid(
    "spelling",
    "a NUL behind the date",
    error="malformed-header",
    any_of=["malformed-date"],
    severity="low",
    flags=["date", "bytes", "injection"],
    spec=[spec.HEADER_VALUE],
)
def nul_behind_date(base: Base):
    """Signed so. strptime() of C ends there. The value is in base64."""
    return before_sign("set-header", base.row.date_header, base.time + "\0junk")


# ---- Absent --------------------------------------------------------------------------------------


def absent(name: str, title: str, comment: str, recipe: object, **more: object) -> None:
    options = {
        "error": "missing-date",
        "any_of": ["malformed-auth-header", "signed-header-missing", "signature-mismatch"],
        "severity": "high",
        "flags": ["freshness"],
        "spec": [spec.DATE_FORMAT],
    }
    family.put("invalid", "absent", name, title, comment, recipe, **options | more)


NO_CHECK = "A check that runs only if there is a date makes the request good for ever."
absent(
    "no_date",
    "no date header",
    "Signed without one, the old time in the string to sign. " + NO_CHECK,
    lambda base: before_sign("remove-header", base.row.date_header),
)
absent(
    "no_date_at_all",
    "no date header, nothing in its place",
    "Signed with an empty line where the time belongs. " + NO_CHECK,
    before_sign("drop-date"),
)
absent(
    "no_date_but_midnight",
    "no date header, the scope's day in its place",
    "Signed with midnight of that day. " + NO_CHECK,
    lambda base: before_sign("drop-date", value=base.time[:8] + "T000000Z"),
)
absent(
    "no_date_kept",
    "the date header taken away",
    "The signature kept: the header is signed, and the request lacks it.",
    lambda base: after_sign("remove-header", base.row.date_header),
    error="signed-header-missing",
    any_of=["missing-date", "malformed-auth-header", "signature-mismatch"],
    flags=["freshness", "binding"],
)
absent(
    "date_header_renamed",
    "the date in a header of another name",
    "'X-Date' is no header of this dialect.",
    lambda base: after_sign("rename-header", base.row.date_header, "X-Date"),
    error="signed-header-missing",
    any_of=["missing-date", "malformed-auth-header", "signature-mismatch"],
    flags=["freshness", "binding"],
)
absent(
    "stale_date_instead",
    "an HTTP Date instead, long ago",
    "Signed so. Where Date stands in for the dialect's header, it is held against the clock, too "
    "(CVE-2015-8466).",
    before_sign("date-instead", "20090830T123600Z", "Sun, 30 Aug 2009 12:36:00 GMT"),
    any_of=[
        "skewed-past",
        "scope-date-mismatch",
        "malformed-auth-header",
        "signed-header-missing",
    ],
)
absent(
    "date_left_alone",
    "a signed Date is all that is left",
    "The dialect's header is gone, unlisted, and its time in the string to sign.",
    lambda base: before_sign("remove-header", base.row.date_header),
    base="date_beside_signed",
    any_of=["malformed-auth-header", "signature-mismatch", "skewed-past", "scope-date-mismatch"],
)


@family.valid(
    "accept",
    "X-Amz-Date as an argument, beside the header",
    level="should",
    flags=["auth-source", "over-strict"],
    spec=[spec.DATE_FORMAT],
)
def date_in_query_beside():
    """An argument like any other: the time is the header's."""
    return Verify("/reports?X-Amz-Date=20150830T123600Z")


absent(
    "date_in_query",
    "the date as an argument of the query",
    "Signed so, without the header. With header authentication only the header counts.",
    lambda base: before_sign("remove-header", base.row.date_header),
    base="date_in_query_beside",
    any_of=["malformed-auth-header", "multiple-auth", "signature-mismatch"],
    flags=["freshness", "auth-source"],
)
absent(
    "stale_header_fresh_query",
    "a stale header, and a fresh date as an argument",
    "The argument is signed, and is no time. Where it goes before the header, nothing ages.",
    lambda base: before_sign("set-time", value="20150823T123600Z"),
    base="date_in_query_beside",
    error="skewed-past",
    any_of=["multiple-auth"],
    flags=["freshness", "auth-source"],
    spec=[spec.SKEW],
)


@family.acceptable(
    "absent",
    "an HTTP Date instead, fresh",
    base="get",
    knob="date_source",
    error="missing-date",
    any_of=["malformed-auth-header", "signed-header-missing"],
    flags=["freshness"],
    spec=[spec.DATE_FORMAT],
)
def date_instead():
    """Signed so. The documents of AWS let Date stand in; it has no other reader in this dialect."""
    return before_sign("date-instead", TIME, "Sun, 30 Aug 2015 12:36:00 GMT")


# ---- Twice ---------------------------------------------------------------------------------------


def twice(name: str, title: str, comment: str, op: str, value: Callable[[Base], str]) -> None:
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
        severity="high",
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

# ---- Bound ---------------------------------------------------------------------------------------


def bound(name: str, title: str, comment: str, recipe: object, **more: object) -> None:
    options = {
        "error": "signature-mismatch",
        "severity": "high",
        "flags": ["freshness", "binding"],
        "spec": [spec.SIGNATURE],
    }
    family.put("invalid", "bound", name, title, comment, recipe, **options | more)


def minute_later(time: str) -> str:
    then = datetime.datetime.strptime(time, FORM) + datetime.timedelta(minutes=1)
    return then.strftime(FORM)


bound(
    "dated_later",
    "a minute later",
    "A captured request is dated anew, again and again: it must not stay good.",
    lambda base: after_sign("set-header", base.row.date_header, minute_later(base.time)),
)
bound(
    "stale_beside_fresh_date",
    "stale, with a fresh Date beside it",
    "Signed so. The clock is held against the dialect's own header, whatever Date says.",
    before_sign("set-time", value="20150823T123600Z"),
    base="date_beside_signed",
    error="skewed-past",
    spec=[spec.SKEW],
)
bound(
    "fresh_date_put_beside",
    "stale, and a fresh Date put beside it",
    "Date is not signed: whoever replays the request writes it.",
    lambda base: after_sign("set-clock", "now", "20150830T125101Z"),
    base="date_beside_fresh",
    error="skewed-past",
    spec=[spec.SKEW],
)


@family.valid(
    "accept",
    "a Date header beside it, newer, unsigned",
    flags=["freshness", "over-strict"],
    spec=[spec.UNSIGNED_OK],
)
def date_beside_fresh():
    """Set by a hop on the way, a quarter of an hour after the signature."""
    return Verify(
        "/reports",
        unsigned=[("Date", "Sun, 30 Aug 2015 12:51:01 GMT")],
        time=TIME,
        now="20150830T125100Z",
    )


@family.invalid(
    "bound",
    "the date header not signed",
    error="header-not-signed",
    any_of=["signature-mismatch"],
    severity="low",
    flags=["coverage"],
    spec=[spec.DATE_SIGNED],
)
def date_not_signed(base: Base):
    """Signed so. The string to sign binds it all the same; the rule has no exception for it."""
    names = [n for n in base.claim.signed_headers.split(";") if n != base.row.date_header.lower()]
    return before_sign("set-claim", "signed-headers", ";".join(names))


@family.invalid(
    "bound",
    "the date taken from the list of signed headers",
    error="header-not-signed",
    any_of=["signature-mismatch"],
    severity="low",
    flags=["coverage", "binding"],
    spec=[spec.DATE_SIGNED],
)
def date_unlisted(base: Base):
    """The signature kept."""
    names = [n for n in base.claim.signed_headers.split(";") if n != base.row.date_header.lower()]
    return after_sign("set-auth-param", "SignedHeaders", ";".join(names))
