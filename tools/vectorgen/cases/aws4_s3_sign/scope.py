# SPDX-License-Identifier: Apache-2.0
"""aws4-s3, sign: days, regions and secrets."""

from ... import spec
from ...suite import Sign
from . import area


@area.valid("scope", "the last second of a leap day", flags=["date"], spec=[spec.SCOPE_DATE])
def leap_day():
    """The day of the scope is that of x-amz-date, in UTC, and of no local clock."""
    return Sign("/bucket/key", time="20160229T235959Z")


@area.valid("scope", "the first second of a year", flags=["date"], spec=[spec.SCOPE_DATE])
def new_year():
    """%G, the year of the week, is 2020; a day taken before the time, by a second look at the
    clock, is of the old year."""
    return Sign("/bucket/key", time="20210101T000000Z")


@area.valid(
    "scope",
    "the day after that of most vectors",
    flags=["date", "key-derivation"],
    spec=[spec.SCOPE_DATE, spec.KEY_CHAIN],
)
def next_day():
    """A signing key that was kept over midnight. cl-zs3 1.3.1 makes it for today, whatever the day
    of the request."""
    return Sign("/bucket/key", time="20150831T000000Z")


@area.valid("scope", "the region 'auto'", flags=["scope"], spec=[spec.SCOPE, spec.KEY_CHAIN])
def region_auto():
    """Servers other than AWS's have one region and a name for it. Signers that cut the region out
    of the host name cannot sign for them."""
    return Sign("/bucket/key", host="storage.example:9000", params={"region": "auto"})


@area.valid(
    "scope",
    "the host says another region",
    flags=["scope", "host-port"],
    spec=[spec.SCOPE, spec.HOST_SIGNED],
)
def host_of_another_region():
    """The parameter counts: a bucket is reached through endpoints of other regions too, and signed
    for its own."""
    return Sign("/key", host="bucket.s3.eu-west-1.amazonaws.com")


@area.valid(
    "scope",
    "a service that is nearly 's3'",
    flags=["scope"],
    spec=[spec.SCOPE, spec.KEY_CHAIN],
)
def service_object_lambda():
    """S3's rules under another name. Signers that write 's3' into the scope themselves sign for the
    wrong service, those that look for 's3' take the path twice."""
    return Sign("/key%20a//b", params={"service": "s3-object-lambda"})


@area.valid(
    "scope",
    "a secret of 61 bytes: 'AWS4' crosses the block",
    flags=["key-derivation"],
    spec=[spec.KEY_CHAIN, spec.HMAC_KEY],
)
def secret_61():
    """Scripts that call openssl and programs with an HMAC of their own stop at 64 bytes."""
    return Sign("/bucket/key", secret_key=("EXAMPLESECRET" * 6)[:61])


@area.valid(
    "scope",
    "a secret that is not ASCII",
    level="should",
    flags=["key-derivation", "bytes"],
    spec=[spec.KEY_CHAIN],
)
def secret_utf8():
    """Servers other than AWS's let people choose it. Its bytes are those of UTF-8."""
    return Sign("/bucket/key", secret_key="EXAMPLE-sécret-ключ")
