# SPDX-License-Identifier: Apache-2.0
"""aws4-s3, verify: commands added to a signed request."""

from ... import spec
from ...suite import TOKEN, after_sign, before_sign
from . import area

COMMANDS = [
    (
        "copy_source_added",
        "x-amz-copy-source",
        "/secret/payroll.csv",
        "a source to copy from",
        "high",
        "An upload becomes a copy with the signer's rights: the holder reads any object.",
    ),
    (
        "copy_source_upper_case",
        "X-AMZ-Copy-Source",
        "/secret/payroll.csv",
        "the same, in mixed case",
        "high",
        "A guard that compares names as written lets it through.",
    ),
    (
        "acl_added",
        "x-amz-acl",
        "public-read",
        "an ACL",
        "high",
        "The object is published with the signer's rights.",
    ),
    (
        "grant_added",
        "x-amz-grant-full-control",
        'id="EXAMPLE"',
        "a grant",
        "high",
        "The object is given away.",
    ),
    (
        "metadata_added",
        "x-amz-meta-reviewed",
        "yes",
        "metadata",
        "high",
        "Applications trust what they have stored beside an object.",
    ),
    (
        "tagging_added",
        "x-amz-tagging",
        "retain=no",
        "tags",
        "high",
        "Life-cycle rules and policies act on tags.",
    ),
    (
        "storage_class_added",
        "x-amz-storage-class",
        "GLACIER",
        "a storage class",
        "high",
        "It costs, or takes the object away.",
    ),
    (
        "redirect_added",
        "x-amz-website-redirect-location",
        "https://evil.example/",
        "a redirect",
        "high",
        "The site sends its visitors elsewhere.",
    ),
    (
        "sse_customer_added",
        "x-amz-server-side-encryption-customer-algorithm",
        "AES256",
        "an encryption key of the sender's",
        "high",
        "The object is stored so that its owner cannot read it.",
    ),
    (
        "governance_bypass_added",
        "x-amz-bypass-governance-retention",
        "true",
        "a bypass of retention",
        "high",
        "What was locked can be deleted.",
    ),
    (
        "checksum_added",
        "x-amz-checksum-sha256",
        "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=",
        "a checksum",
        "high",
        "A check that is not signed proves nothing, and is stored as if it did.",
    ),
]


def command(name: str, header: str, value: str, title: str, severity: str, comment: str) -> None:
    def make():
        return after_sign("add-header", header, value)

    make.__name__ = name
    make.__doc__ = comment
    area.invalid(
        "coverage",
        f"added after signing: {title}",
        base="put-object",
        error="header-not-signed",
        any_of=["signature-mismatch"],
        severity=severity,
        flags=["coverage"],
        spec=[spec.XAMZ_SIGNED],
    )(make)


for entry in COMMANDS:
    command(*entry)


@area.invalid(
    "coverage",
    "a source to copy from, unsigned from the start",
    base="copy-object",
    error="header-not-signed",
    any_of=["signature-mismatch"],
    severity="high",
    flags=["coverage"],
    spec=[spec.XAMZ_SIGNED],
)
def copy_source_unlisted():
    """Signed again without it: the header was there when the request was signed, and nobody
    signed it."""
    return before_sign("set-claim", "signed-headers", "host;x-amz-content-sha256;x-amz-date")


@area.invalid(
    "coverage",
    "another source to copy from",
    base="copy-object",
    error="signature-mismatch",
    severity="high",
    flags=["coverage", "binding"],
    spec=[spec.SIGNATURE],
)
def copy_source_changed():
    """The signed command, with another argument."""
    return after_sign("set-header", "x-amz-copy-source", "/secret/payroll.csv")


@area.invalid(
    "coverage",
    "a second source to copy from",
    base="copy-object",
    error="signature-mismatch",
    severity="high",
    flags=["coverage", "repeated-header"],
    spec=[spec.HEADER_JOIN],
)
def copy_source_repeated():
    """Verified over the first one, carried out with the last."""
    return after_sign("add-header", "x-amz-copy-source", "/secret/payroll.csv")


@area.invalid(
    "coverage",
    "an unsigned session token",
    base="put-object",
    error="header-not-signed",
    any_of=["token-unexpected", "signature-mismatch"],
    severity="medium",
    flags=["coverage", "session-token"],
    spec=[spec.TOKEN_SIGNED],
)
def token_added():
    """The session of another is put beside a permanent key's signature."""
    return after_sign("add-header", "x-amz-security-token", TOKEN)


@area.invalid(
    "coverage",
    "a sub-resource appended",
    base="put-object",
    error="signature-mismatch",
    severity="high",
    flags=["binding"],
    spec=[spec.SIGNATURE],
)
def acl_subresource():
    """PUT of an object becomes PUT of its ACL."""
    return after_sign("set-target", value="/bucket/key?acl")
