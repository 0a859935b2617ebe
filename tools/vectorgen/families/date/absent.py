# SPDX-License-Identifier: Apache-2.0
"""No date header, or another one."""

from __future__ import annotations

from ... import spec
from ...suite import Verify, after_sign, before_sign
from ..window import TIME
from . import family


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
