# SPDX-License-Identifier: Apache-2.0
"""aws4: time stamp, credential scope and key derivation."""

from .. import spec
from ..suite import Area, Sign

area = Area(
    "aws4",
    "scope",
    "sign",
    "Time stamp, credential scope and key derivation",
    [
        "The scope binds a signature to a day, a region and a service; the signing key is",
        "derived along the same path. Secrets of 61 bytes and more cross the block of",
        "HMAC-SHA-256 once 'AWS4' stands before them.",
    ],
    {
        "dates": "Days and times",
        "key": "Secrets and scopes of unusual length",
        "malformed": "Parameters that no signer should take",
    },
)


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


@area.valid("key", "another region and service", flags=["scope"], spec=[spec.SCOPE, spec.KEY_CHAIN])
def region_and_service():
    """Both stand in the scope and in the key."""
    return Sign("/", params={"region": "eu-central-1", "service": "execute-api"})


@area.valid("key", "the example of the documents", flags=["key-derivation"], spec=[spec.KEY_CHAIN])
def documented():
    """ListUsers of the IAM guide, with its own host, content type and query; its signature,
    5d672d79…, is printed there."""
    return Sign(
        "/?Action=ListUsers&Version=2010-05-08",
        host="iam.amazonaws.com",
        params={"service": "iam"},
        headers=[("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")],
    )


@area.valid(
    "key",
    "a secret of 60 bytes: 'AWS4' fills the block",
    flags=["key-derivation"],
    spec=[spec.KEY_CHAIN, spec.HMAC_KEY],
)
def secret_60():
    """64 bytes are the block of HMAC-SHA-256: no padding, no hashing."""
    return Sign("/", secret_key=("EXAMPLESECRET" * 6)[:60])


@area.valid(
    "key",
    "a secret of 61 bytes: 'AWS4' crosses the block",
    flags=["key-derivation"],
    spec=[spec.KEY_CHAIN, spec.HMAC_KEY],
)
def secret_61():
    """65 bytes: the key is hashed first. A key block that is cut at 64 bytes signs with another
    key."""
    return Sign("/", secret_key=("EXAMPLESECRET" * 6)[:61])


@area.valid(
    "key", "a secret of 128 bytes", flags=["key-derivation"], spec=[spec.KEY_CHAIN, spec.HMAC_KEY]
)
def secret_128():
    """Longer than two blocks."""
    return Sign("/", secret_key=("EXAMPLESECRET" * 10)[:128])


@area.valid(
    "key",
    "a secret of one byte, near enough",
    flags=["key-derivation"],
    spec=[spec.KEY_CHAIN, spec.HMAC_KEY],
)
def secret_short():
    """Seven bytes: padded with zeros, not repeated."""
    return Sign("/", secret_key="EXAMPLE")


@area.valid("key", "a secret with marks", flags=["key-derivation"], spec=[spec.KEY_CHAIN])
def secret_marks():
    """'+', '/', '=' and '%' are bytes of the key: nothing is decoded."""
    return Sign("/", secret_key="EXAMPLE+/=%41&secret KEY ")


@area.valid("key", "an access key of 20 characters", flags=["scope"], spec=[spec.AUTH_FORM])
def access_key_usual():
    """As long as the example keys of AWS's documents."""
    return Sign("/", access_key="ASIAIOSFODNN7EXAMPLE")


@area.valid(
    "key", "an access key with marks", level="should", flags=["scope"], spec=[spec.AUTH_FORM]
)
def access_key_marks():
    """Servers other than AWS give names to keys. In the header nothing is escaped."""
    return Sign("/", access_key="test(user)+AKIDEXAMPLE=x")


BAD_DATES = [
    ("no_such_day", "20150229T000000Z", "29 February in a year without", "2015 has no leap day."),
    (
        "no_leap_century",
        "21000229T000000Z",
        "29 February 2100",
        "A century is a leap year only if 400 divides it.",
    ),
    ("month_13", "20151301T000000Z", "month 13", "Right length, all digits, no date."),
    (
        "month_0",
        "20150001T000000Z",
        "month 0",
        "struct tm counts months from 0: an easy confusion.",
    ),
    ("day_0", "20150800T000000Z", "day 0", "mktime() makes 31 July of it."),
    (
        "hour_24",
        "20150830T240000Z",
        "hour 24",
        "ISO 8601 once allowed it for midnight; the format here does not.",
    ),
    (
        "leap_second",
        "20150630T235960Z",
        "second 60",
        "No clock of a server shows it; comparing it needs a table.",
    ),
    ("lower_case_z", "20150830T123600z", "a lower-case z", "strptime of Python passes it over."),
    ("no_z", "20150830T123600", "the Z is missing", "A time without zone is local time."),
    (
        "extended",
        "2015-08-30T12:36:00Z",
        "ISO 8601 extended",
        "Dashes and colons: another format, another string to sign.",
    ),
    (
        "fraction",
        "20150830T123600.5Z",
        "a fraction of a second",
        "Some parsers read it under the pattern without one.",
    ),
    (
        "offset",
        "20150830T123600+0000",
        "an offset instead of Z",
        "The same instant, another string to sign.",
    ),
    (
        "short",
        "2015830T123600Z",
        "fifteen bytes",
        "Unpadded numbers are what lenient parsers take.",
    ),
    ("blank", " 20150830T123600Z", "a leading blank", "Signed with it, sent without it."),
    (
        "arabic_digits",
        "٢٠١٥٠٨٣٠T١٢٣٦٠٠Z",
        "Arabic-Indic digits",
        "\\d and isdigit() know all of Unicode's digits.",
    ),
    ("empty", "", "an empty time", "The second line of the string to sign would be empty."),
    ("year_0", "00000830T123600Z", "the year 0", "It is not in the calendar that HTTP uses."),
]


def bad_date(name: str, text: str, title: str, comment: str) -> None:
    def make() -> Sign:
        return Sign("/", params={"timestamp": text})

    make.__name__ = name
    make.__doc__ = comment
    area.invalid(
        "malformed",
        title,
        error="malformed-date",
        any_of=["argument"],
        flags=["date", "contract"],
        spec=[spec.DATE_FORMAT],
    )(make)


for entry in BAD_DATES:
    bad_date(*entry)


@area.invalid(
    "malformed",
    "a slash in the access key",
    error="malformed-credential",
    any_of=["argument"],
    level="should",
    flags=["scope", "contract"],
    spec=[spec.AUTH_FORM],
)
def slash_in_access_key():
    """Credential is cut at slashes: such a key would shift every part of the scope."""
    return Sign("/", access_key="AKIDEXAMPLE/20150830")


@area.invalid(
    "malformed",
    "a comma in the access key",
    error="malformed-credential",
    any_of=["argument"],
    level="should",
    flags=["scope", "injection"],
    spec=[spec.AUTH_FORM],
)
def comma_in_access_key():
    """A comma ends the field: what follows could be another SignedHeaders."""
    return Sign("/", access_key="AKIDEXAMPLE,SignedHeaders=host")


@area.invalid(
    "malformed",
    "a slash in the region",
    error="malformed-credential",
    any_of=["argument"],
    level="should",
    flags=["scope", "injection"],
    spec=[spec.SCOPE],
)
def slash_in_region():
    """'us-east-1/iam' with the service 'x' reads as the service 'iam'."""
    return Sign("/", params={"region": "us-east-1/iam", "service": "x"})


@area.invalid(
    "malformed",
    "a blank in the service",
    error="malformed-credential",
    any_of=["argument"],
    level="should",
    flags=["scope", "injection"],
    spec=[spec.SCOPE],
)
def blank_in_service():
    """A blank ends the word in the Authorization header."""
    return Sign("/", params={"service": "ser vice"})


@area.invalid(
    "malformed",
    "an empty region",
    error="argument",
    any_of=["malformed-credential"],
    level="should",
    flags=["scope", "contract"],
    spec=[spec.SCOPE],
)
def empty_region():
    """The scope would hold '//'. There is no default."""
    return Sign("/", params={"region": ""})


@area.invalid(
    "malformed",
    "a terminator of the caller's own",
    error="argument",
    any_of=["scope-terminator", "bad-algorithm"],
    level="should",
    flags=["contract"],
    spec=[spec.CALLER],
)
def own_terminator():
    """This dialect has its constants; an argument that is ignored is worse than one that is
    refused."""
    return Sign("/", params={"terminator": "dci2_request"})
