# SPDX-License-Identifier: Apache-2.0
"""dci2-v2.1, sign: scope and constants of the caller."""

from ... import spec
from ...suite import Sign
from . import area


@area.valid(
    "constants",
    "the AWS constants under DCI rules",
    flags=["scope", "key-derivation"],
    spec=[spec.DCI_KEY],
)
def aws_constants():
    """The first key is 'AWS4' and the secret, because the algorithm says so; the header is
    X-DCI-Date all the same."""
    return Sign(
        "/api",
        params={
            "algorithm": "AWS4-HMAC-SHA256",
            "terminator": "aws4_request",
            "region": "us-east-1",
        },
    )


@area.valid(
    "constants",
    "an algorithm nobody defined",
    flags=["algorithm", "key-derivation"],
    spec=[spec.DCI_KEY],
)
def own_algorithm():
    """The word before '-HMAC-SHA256' is the prefix of the key, whatever it is; without that
    ending all of it is."""
    return Sign("/api", params={"algorithm": "XYZ9-HMAC-SHA256", "terminator": "xyz9_request"})


@area.valid("constants", "a scope date of its own", flags=["scope", "date"], spec=[spec.DCI_SCOPE])
def own_datestamp():
    """datestamp and timestamp are two arguments; nothing makes them agree. A strict verifier
    refuses the request."""
    return Sign("/api", params={"datestamp": "20240918"})


@area.valid("constants", "region and service", flags=["scope"], spec=[spec.DCI_SCOPE])
def region_and_service():
    """Both are the caller's, and stand in the scope and in the key."""
    return Sign("/api", params={"region": "RBX", "service": "control-server"})


@area.valid(
    "constants",
    "a secret longer than the block",
    flags=["key-derivation"],
    spec=[spec.DCI_KEY, spec.HMAC_KEY],
)
def long_secret():
    """'DCI2' and 64 bytes: the key is hashed first."""
    return Sign("/api", secret_key="secret--" * 8)


@area.valid(
    "constants", "a secret in UTF-8", flags=["key-derivation", "bytes"], spec=[spec.DCI_KEY]
)
def utf8_secret():
    """Encoded as UTF-8."""
    return Sign("/api", secret_key="secret é")


@area.valid("constants", "the last second of a year", flags=["date"], spec=[spec.DCI_SCOPE])
def year_end():
    """datestamp is the day of the timestamp, not the day of the machine."""
    return Sign("/api", time="20241231T235959Z")


@area.valid(
    "constants",
    "prefix and secret fill the block",
    flags=["key-derivation"],
    spec=[spec.DCI_KEY, spec.HMAC_KEY],
)
def secret_of_a_block():
    """'DCI2' and 60 bytes are 64: not hashed."""
    return Sign("/api", secret_key="secret" * 10)


@area.valid(
    "constants",
    "64 characters, 65 bytes",
    flags=["key-derivation", "bytes"],
    spec=[spec.DCI_KEY, spec.HMAC_KEY],
)
def secret_utf8_across_a_block():
    """The length is counted in bytes, prefix included: this one is hashed first."""
    return Sign("/api", secret_key="secret" * 9 + "secreé")


@area.valid(
    "constants",
    "an algorithm of another hash",
    flags=["algorithm", "key-derivation"],
    spec=[spec.DCI_KEY],
)
def algorithm_without_the_ending():
    """Only '-HMAC-SHA256' is taken off: here the whole word is the prefix. The hash is SHA-256 all
    the same."""
    return Sign("/api", params={"algorithm": "DCI2-HMAC-SHA512"})


@area.valid("constants", "a leap day", flags=["date"], spec=[spec.DCI_SCOPE])
def leap_day():
    """Read from the time stamp, not computed."""
    return Sign("/api", time="20240229T000000Z")


@area.valid(
    "constants", "a scope date in the future", flags=["scope", "date"], spec=[spec.DCI_SCOPE]
)
def datestamp_in_the_future():
    """It is in the scope and in the key, not in the time stamp."""
    return Sign("/api", params={"datestamp": "99991231"})


@area.valid(
    "constants",
    "the ending inside the algorithm",
    flags=["algorithm", "key-derivation"],
    spec=[spec.DCI_KEY],
)
def algorithm_with_the_ending_inside():
    """replace() takes it out wherever it is: the prefix is 'DCI2-X'."""
    return Sign("/api", params={"algorithm": "DCI2-HMAC-SHA256-X"})
