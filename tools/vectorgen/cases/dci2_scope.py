# SPDX-License-Identifier: Apache-2.0
"""dci2: scope, dates, keys and the Authorization header."""

from .. import spec, spec_dci
from ..suite import Area, Sign

area = Area(
    "dci2",
    "scope",
    "sign",
    "Scope, dates and keys as HmacSignature of python-dciauth 4 signs them",
    [
        "The scope's date is the first eight characters of the time stamp; region and service",
        "are the caller's. The access key may have any number of parts.",
    ],
    {
        "date": "Time stamps and the day in the scope",
        "key": "The secret and the signing key",
        "scope": "Region, service, access key",
        "malformed": "What no signer should sign",
    },
)

# ---- date ----------------------------------------------------------------------------------------


@area.valid("date", "a leap day", flags=["date"], spec=[spec_dci.CLASS_SCOPE])
def leap_day():
    """The day of the scope is that of the time stamp, read, not computed."""
    return Sign("/api", time="20240229T120000Z")


@area.valid("date", "the last second of a year", flags=["date"], spec=[spec_dci.CLASS_SCOPE])
def year_end():
    """A signer that reads the clock a second time has tomorrow in its key."""
    return Sign("/api", time="20241231T235959Z")


@area.valid("date", "the first second of a year", flags=["date"], spec=[spec_dci.CLASS_SCOPE])
def new_year():
    """In the west it is still yesterday: the day is UTC's."""
    return Sign("/api", time="20250101T000000Z")


@area.valid("date", "a day of the week-based year", flags=["date"], spec=[spec_dci.CLASS_SCOPE])
def week_year():
    """30 December 2024 is in week 1 of 2025: '%G' or 'YYYY' writes the wrong year."""
    return Sign("/api", time="20241230T060708Z")


@area.valid("date", "one digit each", flags=["date"], spec=[spec_dci.CLASS_TIME])
def leading_zeros():
    """Month, day, hour, minute and second below ten keep their zeros."""
    return Sign("/api", time="20050102T030405Z")


@area.valid("date", "after 2038", flags=["date"], spec=[spec_dci.CLASS_TIME])
def after_2038():
    """Beyond 32 bits of seconds, and of an unsigned count as well."""
    return Sign("/api", time="21060208T000000Z")


@area.valid("date", "before 1970", flags=["date"], spec=[spec_dci.CLASS_TIME])
def before_1970():
    """A negative number of seconds is a date, too."""
    return Sign("/api", time="19691231T235959Z")


# ---- key -----------------------------------------------------------------------------------------


@area.valid(
    "key",
    "prefix and secret fill the block",
    flags=["key-derivation"],
    spec=[spec_dci.CLASS_KEY, spec.HMAC_KEY],
)
def secret_of_a_block():
    """'DCI2' and 60 bytes are 64: not hashed."""
    return Sign("/api", secret_key="secret" * 10)


@area.valid(
    "key",
    "one byte more than the block",
    flags=["key-derivation"],
    spec=[spec_dci.CLASS_KEY, spec.HMAC_KEY],
)
def secret_beyond_a_block():
    """65 bytes with the prefix: the key is hashed first."""
    return Sign("/api", secret_key="secret" * 10 + "s")


@area.valid(
    "key",
    "a secret of 64 bytes",
    flags=["key-derivation"],
    spec=[spec_dci.CLASS_KEY, spec.HMAC_KEY],
)
def secret_as_long_as_a_block():
    """A block by itself, more than one with the prefix."""
    return Sign("/api", secret_key="secret--" * 8)


@area.valid(
    "key",
    "64 characters, 65 bytes",
    flags=["key-derivation", "bytes"],
    spec=[spec_dci.CLASS_KEY, spec.HMAC_KEY],
)
def secret_utf8_across_a_block():
    """The length is counted in bytes of UTF-8: with 'DCI2' 64 characters, and one byte more."""
    return Sign("/api", secret_key="secret" * 9 + "secreé")


@area.valid(
    "key", "a secret beyond the BMP", flags=["key-derivation", "bytes"], spec=[spec_dci.CLASS_KEY]
)
def secret_astral():
    """Four bytes of UTF-8; modified UTF-8 has six."""
    return Sign("/api", secret_key="secret 😀")


@area.valid("key", "a secret with blanks", flags=["key-derivation"], spec=[spec_dci.CLASS_KEY])
def secret_blanks():
    """Nothing is trimmed."""
    return Sign("/api", secret_key=" secret ")


@area.valid("key", "a secret with the prefix", flags=["key-derivation"], spec=[spec_dci.CLASS_KEY])
def secret_with_prefix():
    """'DCI2secret' gets its prefix all the same."""
    return Sign("/api", secret_key="DCI2secret")


@area.valid("key", "a secret of 4096 bytes", flags=["key-derivation"], spec=[spec_dci.CLASS_KEY])
def secret_very_long():
    """Many blocks."""
    return Sign("/api", secret_key="secret--" * 512)


# ---- scope ---------------------------------------------------------------------------------------


@area.valid("scope", "region and service", flags=["scope", "baseline"], spec=[spec_dci.CLASS_SCOPE])
def region_and_service():
    """Both are the caller's, and stand in the scope and in the key."""
    return Sign("/api", params={"region": "RBX", "service": "control-server"})


@area.valid("scope", "region and service exchanged", flags=["scope"], spec=[spec_dci.CLASS_SCOPE])
def region_before_service():
    """Region first: the default names the other way round."""
    return Sign("/api", params={"region": "api", "service": "BHS3"})


@area.valid("scope", "lower case is another region", flags=["scope"], spec=[spec_dci.CLASS_SCOPE])
def region_case():
    """'bhs3' is not 'BHS3'."""
    return Sign("/api", params={"region": "bhs3"})


@area.valid("scope", "an access key of one part", flags=["scope"], spec=[spec_dci.CLASS_AUTH])
def access_key_one_part():
    """The class takes any; the functions of dciauth.v2 want two parts."""
    return Sign("/api", access_key="remoteci")


@area.valid("scope", "an access key of three parts", flags=["scope"], spec=[spec_dci.CLASS_AUTH])
def access_key_three_parts():
    """All but the last four parts of the credential are the access key."""
    return Sign("/api", access_key="team/remoteci/client_id")


@area.valid("scope", "an access key like a scope", flags=["scope"], spec=[spec_dci.CLASS_AUTH])
def access_key_like_a_scope():
    """Read from the left, date and region are in the wrong place."""
    return Sign("/api", access_key="remoteci/20200101/RBX/api/dci2_request")


@area.valid("scope", "the access key is not signed", flags=["scope"], spec=[spec_dci.CLASS_KEY])
def access_key_takes_no_part():
    """Another key with the same secret has the same signature: the id is in the header alone."""
    return Sign("/api", access_key="feeder/client_id")


# ---- malformed -----------------------------------------------------------------------------------


@area.invalid(
    "malformed",
    "a scope date of its own",
    level="should",
    error="argument",
    any_of=["scope-date-mismatch"],
    flags=["scope", "contract"],
    spec=[spec.CALLER],
)
def datestamp():
    """The class has no such argument; the functions have."""
    return Sign("/api", params={"datestamp": "20240918"})


@area.invalid(
    "malformed",
    "a terminator that nobody knows",
    error="scope-terminator",
    any_of=["argument"],
    flags=["scope", "contract"],
    spec=[spec_dci.CLASS_DATE_HEADER],
)
def unknown_terminator():
    """The service key is looked up for its date header: KeyError."""
    return Sign("/api", params={"terminator": "dci3_request"})


@area.invalid(
    "malformed",
    "30 February",
    level="should",
    error="malformed-date",
    any_of=["argument"],
    flags=["date", "contract"],
    spec=[spec_dci.CLASS_TIME],
)
def no_such_day():
    """The class takes a datetime, so there is no way to say it."""
    return Sign("/api", params={"timestamp": "20240230T000000Z"})


@area.invalid(
    "malformed",
    "a leap second",
    level="should",
    error="malformed-date",
    any_of=["argument"],
    flags=["date", "contract"],
    spec=[spec_dci.CLASS_TIME],
)
def leap_second():
    """strftime of C would write it; the server's strptime reads 60 as the next minute or not at
    all."""
    return Sign("/api", params={"timestamp": "20161231T235960Z"})


@area.invalid(
    "malformed",
    "a time without 'Z'",
    level="should",
    error="malformed-date",
    any_of=["argument"],
    flags=["date", "contract"],
    spec=[spec_dci.CLASS_TIME],
)
def time_without_zone():
    """Whose time would it be?"""
    return Sign("/api", params={"timestamp": "20240919T132539"})


@area.invalid(
    "malformed",
    "no region",
    level="should",
    error="argument",
    any_of=["malformed-credential"],
    flags=["scope", "contract"],
    spec=[spec.CALLER],
)
def no_region():
    """The class signs '20240919//api/dci2_request'; the default BHS3 is one of the functions."""
    return Sign("/api", params={"region": ""})


@area.invalid(
    "malformed",
    "an empty part of the access key",
    level="should",
    error="malformed-credential",
    any_of=["argument"],
    flags=["scope", "contract"],
    spec=[spec_dci.CLASS_AUTH],
)
def access_key_empty_part():
    """A server that splits at '/' finds an id of nothing."""
    return Sign("/api", access_key="remoteci//client_id")


@area.invalid(
    "malformed",
    "a comma in the access key",
    level="should",
    error="malformed-credential",
    any_of=["argument"],
    flags=["auth-syntax", "contract"],
    spec=[spec_dci.CLASS_AUTH],
)
def access_key_comma():
    """The class for servers drops commas, so it looks up another key."""
    return Sign("/api", access_key="remoteci/client,id")


@area.invalid(
    "malformed",
    "a slash in the region",
    level="should",
    error="malformed-credential",
    any_of=["argument"],
    flags=["scope", "contract"],
    spec=[spec_dci.CLASS_SCOPE],
)
def region_slash():
    """The credential has a part too many: its beginning goes to the access key."""
    return Sign("/api", params={"region": "eu/BHS3"})


@area.invalid(
    "malformed",
    "another algorithm",
    level="should",
    error="bad-algorithm",
    any_of=["argument"],
    flags=["algorithm", "contract"],
    spec=[spec.CALLER],
)
def algorithm():
    """The row is DCI2-HMAC-SHA256. With AWS4-HMAC-SHA256 and aws4_request it is dci-aws4."""
    return Sign("/api", params={"algorithm": "AWS4-HMAC-SHA256"})
