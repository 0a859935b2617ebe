# SPDX-License-Identifier: Apache-2.0
"""dci1, sign: dates, the key of one step, Authorization."""

from ... import spec, spec_dci
from ...suite import Sign
from . import area


@area.valid(
    "key", "a leap day", flags=["date", "key-derivation"], spec=[spec_dci.V1_KEY, spec_dci.V1_TEXT]
)
def leap_day():
    """The day stands in the string to sign and is what the key is made of."""
    return Sign("/api", time="20240229T000000Z")


@area.valid("key", "the last second of a year", flags=["date"], spec=[spec_dci.V1_TEXT])
def year_end():
    """A key serves one day: this is its last second."""
    return Sign("/api", time="20241231T235959Z")


@area.valid("key", "the first second of a year", flags=["date"], spec=[spec_dci.V1_TEXT])
def new_year():
    """In the west it is still yesterday: the day is UTC's."""
    return Sign("/api", time="20250101T000000Z")


@area.valid(
    "key",
    "a secret of 64 bytes",
    flags=["key-derivation"],
    spec=[spec_dci.V1_KEY, spec.HMAC_KEY],
)
def secret_of_a_block():
    """A block, and not hashed: no prefix comes before it, as in the later dialects."""
    return Sign("/api", secret_key="secret" * 10 + "secr")


@area.valid(
    "key",
    "a secret of 65 bytes",
    flags=["key-derivation"],
    spec=[spec_dci.V1_KEY, spec.HMAC_KEY],
)
def secret_beyond_a_block():
    """One more: hashed first."""
    return Sign("/api", secret_key="secret" * 10 + "secre")


@area.valid(
    "key",
    "64 characters, 65 bytes",
    flags=["key-derivation", "bytes"],
    spec=[spec_dci.V1_KEY, spec.HMAC_KEY],
)
def secret_utf8_across_a_block():
    """Counted in bytes of UTF-8."""
    return Sign("/api", secret_key="secret" * 10 + "secé")


@area.valid("key", "the access key takes no part", flags=["key-derivation"], spec=[spec_dci.V1_KEY])
def access_key_takes_no_part():
    """Type and id are in the header alone: another client with this secret signs the same."""
    return Sign("/api", access_key="remoteci/example")


@area.valid(
    "key",
    "the algorithm named once more",
    flags=["algorithm"],
    level="should",
    spec=[spec_dci.V1_TEXT],
)
def algorithm_repeated():
    """The row's own may be given: it changes nothing."""
    return Sign("/api", params={"algorithm": "DCI-HMAC-SHA256"})
