# SPDX-License-Identifier: Apache-2.0
"""dci2-v2, sign: scope and constants of the caller's own."""

from ... import spec, spec_dci
from ...suite import Sign
from . import area


@area.valid(
    "constants",
    "AWS's algorithm and terminator",
    flags=["scope", "key-derivation"],
    spec=[spec_dci.V2_KEY, spec_dci.V2_DATE_HEADER],
)
def aws_constants():
    """The first key is 'AWS4' and the secret. The header is X-DCI-Date all the same, and is signed
    as x-dci-date: the class with this service key has X-Amz-Date."""
    return Sign(
        "/api",
        params={
            "algorithm": "AWS4-HMAC-SHA256",
            "terminator": "aws4_request",
            "region": "us-east-1",
        },
    )


@area.valid("constants", "AWS's terminator alone", flags=["scope"], spec=[spec_dci.V2_SCOPE])
def aws_terminator():
    """The constants do not hang together: the key still begins with 'DCI2'."""
    return Sign("/api", params={"terminator": "aws4_request"})


@area.valid("constants", "a terminator nobody defined", flags=["scope"], spec=[spec_dci.V2_SCOPE])
def own_terminator():
    """Signed; the parser of this release then finds no date header for it and refuses."""
    return Sign("/api", params={"terminator": "dci3_request"})


@area.valid(
    "constants",
    "an algorithm nobody defined",
    flags=["algorithm", "key-derivation"],
    spec=[spec_dci.V2_KEY],
)
def own_algorithm():
    """The word without '-HMAC-SHA256' is the prefix of the key, whatever it is."""
    return Sign("/api", params={"algorithm": "XYZ9-HMAC-SHA256"})


@area.valid(
    "constants", "a scope date of its own", flags=["scope", "date"], spec=[spec_dci.V2_SCOPE]
)
def own_datestamp():
    """datestamp and timestamp are two arguments, and nothing makes them agree. The class has only
    one."""
    return Sign("/api", params={"datestamp": "20240918"})


@area.valid("constants", "region and service", flags=["scope"], spec=[spec_dci.V2_SCOPE])
def region_and_service():
    """Both are the caller's, and stand in the scope and in the key."""
    return Sign("/api", params={"region": "RBX", "service": "control-server"})


@area.valid(
    "constants",
    "prefix and secret fill the block",
    flags=["key-derivation"],
    spec=[spec_dci.V2_KEY, spec.HMAC_KEY],
)
def secret_of_a_block():
    """'DCI2' and 60 bytes are 64: not hashed."""
    return Sign("/api", secret_key="secret" * 10)


@area.valid(
    "constants",
    "64 characters, 65 bytes",
    flags=["key-derivation", "bytes"],
    spec=[spec_dci.V2_KEY, spec.HMAC_KEY],
)
def secret_utf8_across_a_block():
    """The length is counted in bytes, prefix included: this one is hashed first."""
    return Sign("/api", secret_key="secret" * 9 + "secreé")


@area.valid("constants", "a leap day", flags=["date"], spec=[spec_dci.V2_SCOPE])
def leap_day():
    """datestamp is the day of the timestamp where it is not given."""
    return Sign("/api", time="20240229T235959Z")
