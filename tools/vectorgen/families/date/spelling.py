# SPDX-License-Identifier: Apache-2.0
"""Another spelling of a date."""

from __future__ import annotations

from ... import spec
from ...suite import Base, before_sign
from ..window import own
from . import family


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
    "Go's time.Parse takes it, too.",
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
    knob="date_form",
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
