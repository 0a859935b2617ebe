# SPDX-License-Identifier: Apache-2.0
"""aws4, scope: parameters that no signer should take."""

from ... import spec
from ...suite import Sign
from . import area

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
    ("minute_60", "20150830T126000Z", "minute 60", "timegm() makes 13:00 of it."),
    ("day_31", "20150431T000000Z", "31 April", "Parsers that allow 31 days in every month."),
    (
        "final_blank",
        "20150830T123600Z ",
        "a blank at the end",
        "Trimmed in the header and kept in the string to sign, or the other way round.",
    ),
    ("lower_case_t", "20150830t123600Z", "a lower-case t", "RFC 3339 allows it, this format not."),
    (
        "padded_with_blanks",
        "2015 830T 1 2 3Z",
        "numbers padded with blanks",
        "sscanf() and %d skip white space before each number.",
    ),
    (
        "signed_number",
        "20150830T12-600Z",
        "a sign among the digits",
        "strtol() and int() read '-6': the time is six minutes before noon.",
    ),
    (
        "http_date",
        "Sun, 30 Aug 2015 12:36:00 GMT",
        "the date of HTTP",
        "The value of Date where that of X-Amz-Date belongs.",
    ),
    (
        "epoch_seconds",
        "1440938160",
        "seconds since 1970",
        "Its first eight digits, 14409381, would be the day of the scope.",
    ),
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


@area.invalid(
    "malformed",
    "an empty secret",
    error="argument",
    any_of=["malformed-credential"],
    level="should",
    flags=["empty-secret", "contract"],
    spec=[spec.KEY_CHAIN],
)
def empty_secret():
    """A variable that is not set. Its signature is one that anybody can make, and a verifier that
    looks unknown keys up as '' accepts it."""
    return Sign("/", secret_key="")


@area.invalid(
    "malformed",
    "an empty service",
    error="argument",
    any_of=["malformed-credential"],
    level="should",
    flags=["scope", "contract"],
    spec=[spec.SCOPE],
)
def empty_service():
    """The scope would end in '//aws4_request'. There is no default."""
    return Sign("/", params={"service": ""})
