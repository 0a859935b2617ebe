# SPDX-License-Identifier: Apache-2.0
"""Changed after signing, or outrun by the clock."""

from __future__ import annotations

import datetime

from ... import spec
from ...suite import Base, Verify, after_sign, before_sign
from ..window import TIME
from . import FORM, family


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
