# SPDX-License-Identifier: Apache-2.0
"""The credential scope: for what day, region and service a key was made. It is compared with the
verifier's own and with the day of the request, byte for byte, whatever was signed."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from .. import spec
from ..model import Json
from ..suite import TERMINATOR_KEY, Base, Verify, after_sign, before_sign
from . import Family

family = Family(
    {
        "accept": "Honest requests",
        "day": "The day of the scope",
        "region": "The region",
        "service": "The service",
        "terminator": "The last word",
    }
)

# ---- Honest --------------------------------------------------------------------------------------


@family.valid("accept", "GET", flags=["baseline"], spec=[spec.SIGNATURE, spec.SCOPE])
def get():
    """The twin of most of the others."""
    return Verify("/reports/2015?page=1&size=50")


def rollover(name: str, title: str, comment: str, time: str, now: str) -> None:
    def make() -> Verify:
        return Verify("/reports", time=time, now=now)

    make.__name__, make.__doc__ = name, comment
    family.valid(
        "accept", title, flags=["freshness", "scope", "over-strict"], spec=[spec.SCOPE_DATE]
    )(make)


rollover(
    "over_midnight",
    "verified on the next day",
    "The scope has the day of the request, not that of the verifier.",
    "20150830T235959Z",
    "20150831T000059Z",
)
rollover(
    "over_new_year",
    "verified in the next year",
    "Day, month and year change within a minute.",
    "20151231T235959Z",
    "20160101T000000Z",
)
rollover(
    "before_midnight",
    "verified on the day before",
    "The clock of the client is fast: its request is of tomorrow.",
    "20150831T000000Z",
    "20150830T235959Z",
)
rollover(
    "into_leap_day",
    "signed on 28 February, verified on the 29th",
    "In a leap year there is one.",
    "20160228T235900Z",
    "20160229T000500Z",
)
rollover(
    "out_of_leap_day",
    "signed on 29 February, verified in March",
    "The day exists, and so does its key.",
    "20160229T235900Z",
    "20160301T000500Z",
)


@family.valid(
    "accept",
    "a key that is called like the last word",
    level="should",
    flags=["scope", "auth-syntax"],
    spec=[spec.SCOPE],
)
def key_like_terminator():
    """Parts have places, not only values."""
    return Verify("/reports", access_key=TERMINATOR_KEY)


# ---- What differs --------------------------------------------------------------------------------


def negative(
    group: str,
    name: str,
    title: str,
    comment: str,
    recipe: Json | Callable[[Base], Json],
    error: str,
    **more: object,
) -> None:
    options = {
        "any_of": ["signature-mismatch"],
        "severity": "medium",
        "flags": ["scope"],
        "spec": [spec.SCOPE],
    }
    family.put("invalid", group, name, title, comment, recipe, error=error, **options | more)


def credential(base: Base, **parts: str) -> str:
    """The credential of the base with other parts."""
    c = base.claim
    names = ("access_key", "date", "region", "service", "terminator")
    return "/".join(parts.get(name, getattr(c, name)) for name in names)


def both(
    group: str,
    part: str,
    name: str,
    title: str,
    comment: str,
    value: object,
    error: str,
    **more: object,
) -> None:
    """Two cases: signed so, with the key of the other scope; and written over under the old
    signature, which a verifier does not see that takes the scope from its own configuration."""

    def text(base: Base) -> str:
        return value(base) if callable(value) else str(value)

    def signed(base: Base) -> Json:
        return before_sign("set-claim", part, text(base))

    def kept(base: Base) -> Json:
        return after_sign("set-auth-param", "Credential", credential(base, **{part: text(base)}))

    negative(group, name, f"{title}, signed so", comment, signed, error, **more)
    flags = [*more.get("flags", ["scope"]), "binding"]
    more = {**more, "flags": flags}
    comment = f"The signature kept: the key is still that of the right scope. {comment}"
    negative(group, name + "_kept", f"{title}, the signature kept", comment, kept, error, **more)


# ---- Day -----------------------------------------------------------------------------------------


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
    "The other way round: today's key for a request of yesterday. What counts is the request's own "
    "day.",
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
    ("slashes_for_hyphens", "a day with dots", "Another text for the same day.", "2015.08.30"),
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
        name.replace("slashes_for_hyphens", "dots_in_day"),
        title,
        comment + " It is another key.",
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


# ---- Region and service --------------------------------------------------------------------------

REGION = {"error": "scope-region"}
both(
    "region",
    "region",
    "region_other",
    "another region",
    "The key was handed out for one region only.",
    "eu-west-1",
    **REGION,
)
both(
    "region",
    "region",
    "region_upper_case",
    "the region in another case",
    "Compared without case, two keys would be one.",
    lambda base: base.claim.region.swapcase(),
    severity="low",
    **REGION,
)
both(
    "region",
    "region",
    "region_longer",
    "a region with a digit more",
    "A comparison of the first characters.",
    lambda base: base.claim.region + "0",
    **REGION,
)
both(
    "region",
    "region",
    "region_shorter",
    "a region without its last digit",
    "A comparison over the shorter length.",
    lambda base: base.claim.region[:-1],
    **REGION,
)
both(
    "region",
    "region",
    "region_with_letter_before",
    "a letter before the region",
    "A test for its end.",
    lambda base: "x" + base.claim.region,
    **REGION,
)
both(
    "region",
    "region",
    "region_star",
    "'*' for the region",
    "Sets of regions belong to another kind of signature.",
    "*",
    **REGION,
)
EMPTY = {
    "error": "malformed-credential",
    "flags": ["scope", "auth-syntax"],
}
both(
    "region",
    "region",
    "region_empty",
    "no region",
    "Empty is no default.",
    "",
    any_of=["scope-region", "signature-mismatch"],
    **EMPTY,
)
both(
    "region",
    "region",
    "region_blank_behind",
    "a blank behind the region",
    "Trimmed, it is right.",
    lambda base: base.claim.region + " ",
    any_of=["scope-region", "signature-mismatch", "malformed-auth-header"],
    severity="low",
    **EMPTY,
)

SERVICE = {"error": "scope-service"}
both(
    "service",
    "service",
    "service_other",
    "another service",
    "A request captured at one service is replayed at another.",
    "iam",
    **SERVICE,
)
both(
    "service",
    "service",
    "service_sts",
    "the service that tells who somebody is",
    "Requests to it are handed on to others, as a proof: they are good nowhere else.",
    "sts",
    **SERVICE,
)
both(
    "service",
    "service",
    "service_longer",
    "a service of a longer name",
    "'s3express' and 's3-outposts' begin with 's3', and have keys of their own.",
    lambda base: base.claim.service + "express",
    **SERVICE,
)
both(
    "service",
    "service",
    "service_upper_case",
    "the service in upper case",
    "Another key.",
    lambda base: base.claim.service.upper(),
    severity="low",
    **SERVICE,
)
both(
    "service",
    "service",
    "service_empty",
    "no service",
    "Empty is no default.",
    "",
    any_of=["scope-service", "signature-mismatch"],
    **EMPTY,
)
negative(
    "service",
    "region_and_service_exchanged",
    "region and service exchanged, the signature kept",
    "Parts have places.",
    lambda base: after_sign(
        "set-auth-param",
        "Credential",
        credential(base, region=base.claim.service, service=base.claim.region),
    ),
    "scope-region",
    any_of=["scope-service", "signature-mismatch"],
    flags=["scope", "binding"],
)

# ---- The last word -------------------------------------------------------------------------------

LAST = {
    "error": "scope-terminator",
    "any_of": ["signature-mismatch", "malformed-credential"],
    "severity": "low",
}
for name, title, value in (
    (
        "terminator_of_the_other_dialect",
        "the last word of the other dialect",
        lambda base: "aws4_request" if base.claim.terminator[:3] == "dci" else "dci2_request",
    ),
    (
        "terminator_longer",
        "the last word with a letter more",
        lambda base: base.claim.terminator + "_",
    ),
    (
        "terminator_shorter",
        "the last word without its end",
        lambda base: base.claim.terminator[:-1],
    ),
    (
        "terminator_upper_case",
        "the last word in upper case",
        lambda base: base.claim.terminator.upper(),
    ),
    (
        "terminator_hyphen",
        "a hyphen in the last word",
        lambda base: base.claim.terminator.replace("_", "-"),
    ),
    ("terminator_other", "another last word", lambda base: "x"),
):
    both(
        "terminator",
        "terminator",
        name,
        title,
        "It ends the scope, and nothing else does.",
        value,
        **LAST,
    )
both(
    "terminator",
    "terminator",
    "terminator_empty",
    "no last word",
    "Four parts, and a slash.",
    "",
    severity="low",
    any_of=["scope-terminator", "signature-mismatch"],
    **EMPTY,
)
negative(
    "terminator",
    "terminator_is_the_key",
    "the word stands at the front alone, signed so",
    "A search for the word finds it in the key.",
    before_sign("set-claim", "terminator", "x"),
    "scope-terminator",
    base="key_like_terminator",
    any_of=["signature-mismatch", "malformed-credential"],
    severity="low",
)
