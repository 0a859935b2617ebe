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


@area.invalid(
    "malformed",
    "a line feed in metadata",
    error="malformed-header",
    flags=["injection"],
    spec=[spec.HEADER_VALUE],
)
def metadata_line_feed():
    """A file's description becomes a header of its own: signed, sent, and the object is public."""
    return Sign("/bucket/key", method="PUT", headers=[("x-amz-meta-a", "b\nx-amz-acl:public-read")])


@area.invalid(
    "malformed",
    "a blank in the name of metadata",
    error="malformed-header",
    flags=["injection"],
    spec=[spec.HEADER_TOKEN],
)
def metadata_name_with_blank():
    """Names of metadata are often chosen by people. A server reads another name, or none."""
    return Sign("/bucket/key", method="PUT", headers=[("x-amz-meta-my key", "b")])


@area.invalid(
    "malformed",
    "no Host header",
    error="host-not-signed",
    any_of=["argument", "malformed-header"],
    flags=["contract"],
    spec=[spec.HOST_SIGNED],
)
def no_host():
    """The bucket may be in it: without it the request is good for every bucket that the key may
    use."""
    return Sign("/key", host=None)


@area.invalid(
    "malformed",
    "two Host headers",
    error="duplicate-host",
    flags=["repeated-header"],
    spec=[spec.HOST_ONCE],
)
def two_hosts():
    """Two buckets."""
    return Sign(
        "/key",
        host="bucket.s3.amazonaws.com",
        headers=[("host", "other-bucket.s3.amazonaws.com")],
    )


@area.invalid(
    "malformed",
    "no leading slash",
    error="malformed-uri",
    flags=["contract"],
    spec=[spec.TARGET_FORM],
)
def no_leading_slash():
    """The key was put into the target as it is. Behind a host name it makes another host:
    'bucket.s3.amazonaws.com' + '.evil.example'."""
    return Sign(".evil.example/key")


@area.invalid(
    "malformed",
    "a '#' in a key",
    error="malformed-uri",
    flags=["contract"],
    spec=[spec.TARGET_FRAGMENT],
)
def fragment():
    """A key that was not encoded: what is sent ends at the '#', and is another object."""
    return Sign("/bucket/track#1.mp3")


@area.invalid(
    "malformed",
    "a time that is none",
    error="malformed-date",
    any_of=["argument"],
    flags=["date", "contract"],
    spec=[spec.DATE_FORMAT],
)
def http_date():
    """The Date header's format, which version 2 signed."""
    return Sign("/bucket/key", params={"timestamp": "Sun, 30 Aug 2015 12:36:00 GMT"})


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
    """Anonymous access is a request without a signature, and not one with an empty key."""
    return Sign("/bucket/key", secret_key="")
