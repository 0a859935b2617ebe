# SPDX-License-Identifier: Apache-2.0
"""aws4, scope: secrets and scopes of unusual length."""

from ... import spec
from ...suite import Sign
from . import area


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
