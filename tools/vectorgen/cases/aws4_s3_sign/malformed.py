# SPDX-License-Identifier: Apache-2.0
"""aws4-s3, sign: requests that no signer should sign."""

from ... import spec
from ...suite import Sign
from . import area


@area.invalid(
    "malformed",
    "a raw line feed in a key",
    error="malformed-uri",
    flags=["injection"],
    spec=[spec.TARGET_CLEAN],
)
def raw_line_feed():
    """Copied verbatim it is a new line of the canonical request, and of the HTTP request."""
    return Sign(b"/bucket/a\nx-amz-acl:public-read")


@area.invalid(
    "malformed",
    "a raw NUL in the query",
    error="malformed-query",
    any_of=["malformed-uri"],
    flags=["injection", "bytes"],
    spec=[spec.TARGET_CLEAN],
)
def raw_nul():
    """In C the version id ends here."""
    return Sign(b"/bucket/key?versionId=1\0&acl")


@area.invalid(
    "malformed",
    "the payload hash is not among the headers named",
    error="header-not-signed",
    any_of=["argument"],
    flags=["selection", "contract"],
    spec=[spec.PAYLOAD_S3],
)
def hash_not_selected():
    """The signer adds it, and S3 wants it signed."""
    return Sign("/bucket/key", params={"signed_headers": "host;x-amz-date"})


@area.invalid(
    "malformed",
    "a payload word of no meaning",
    error="payload-hash-invalid",
    any_of=["payload-mode-not-allowed", "argument"],
    level="should",
    flags=["contract", "payload-hash"],
    spec=[spec.PAYLOAD_S3],
)
def literal_unknown():
    """A server compares words exactly: lower case is none of them."""
    return Sign("/bucket/key", method="PUT", payload="unsigned-payload")
