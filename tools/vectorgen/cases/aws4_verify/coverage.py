# SPDX-License-Identifier: Apache-2.0
"""aws4, verify: what is not under the signature."""

from ... import spec
from ...suite import Verify, after_sign, before_sign
from . import NOW, area


@area.invalid(
    "coverage",
    "host is not signed",
    base="get",
    error="host-not-signed",
    any_of=["signature-mismatch"],
    severity="high",
    flags=["coverage"],
    spec=[spec.HOST_SIGNED],
)
def host_not_signed():
    """Signed with the right key, and good on every host that knows it."""
    return before_sign("set-claim", "signed-headers", "x-amz-date")


@area.invalid(
    "coverage",
    "a name that ends in 'host' is signed instead",
    base="forwarded-signed",
    error="host-not-signed",
    any_of=["signature-mismatch"],
    severity="high",
    flags=["coverage"],
    spec=[spec.HOST_SIGNED],
)
def host_by_suffix():
    """A test for the substring 'host' in the list is content with x-forwarded-host."""
    return before_sign("set-claim", "signed-headers", "x-amz-date;x-forwarded-host")


@area.valid(
    "accept", "X-Forwarded-Host signed beside Host", flags=["coverage"], spec=[spec.SIGNED_LIST]
)
def forwarded_signed():
    """Unusual and harmless."""
    return Verify("/reports", headers=[("X-Forwarded-Host", "example.amazonaws.com")], now=NOW)


@area.invalid(
    "coverage",
    "the date header is not signed",
    base="get",
    error="header-not-signed",
    any_of=["signature-mismatch"],
    severity="low",
    flags=["coverage"],
    spec=[spec.DATE_SIGNED],
)
def date_not_signed():
    """The string to sign binds it anyway; the rule that every x-amz-* header is signed has no
    exception for it."""
    return before_sign("set-claim", "signed-headers", "host")


@area.invalid(
    "coverage",
    "an x-amz-* header added after signing",
    base="get",
    error="header-not-signed",
    any_of=["signature-mismatch"],
    severity="high",
    flags=["coverage"],
    spec=[spec.XAMZ_SIGNED],
)
def amz_header_added():
    """These headers are commands. Honouring an unsigned one gives a holder of the request the
    rights of its signer; the note of coverage lists public cases."""
    return after_sign("add-header", "x-amz-target", "DynamoDB_20120810.DeleteTable")


@area.invalid(
    "coverage",
    "the same, in upper case",
    base="get",
    error="header-not-signed",
    any_of=["signature-mismatch"],
    severity="high",
    flags=["coverage"],
    spec=[spec.XAMZ_SIGNED, spec.HEADER_CASE],
)
def amz_header_upper_case():
    """A guard that compares names as written lets it through."""
    return after_sign("add-header", "X-AMZ-TARGET", "DynamoDB_20120810.DeleteTable")


@area.invalid(
    "coverage",
    "a signed name that the request lacks",
    base="get",
    error="signed-header-missing",
    any_of=["signature-mismatch"],
    severity="high",
    flags=["coverage"],
    spec=[spec.SIGNED_LIST],
)
def absent_name_omitted():
    """Signed with its line left out. A later hop adds the header, under a signature that still
    holds."""
    return before_sign("list-absent-header", "x-amz-acl", "omit")


@area.invalid(
    "coverage",
    "a signed name that the request lacks, as empty",
    base="get",
    error="signed-header-missing",
    any_of=["signature-mismatch"],
    severity="high",
    flags=["coverage"],
    spec=[spec.SIGNED_LIST],
)
def absent_name_empty():
    """Signed with an empty value. A look-up that gives '' for what is not there finds the
    same."""
    return before_sign("list-absent-header", "x-amz-acl", "empty")


@area.invalid(
    "coverage",
    "the policy's own header is not signed",
    base="must-sign",
    error="header-not-signed",
    any_of=["signature-mismatch"],
    severity="high",
    flags=["coverage"],
    spec=[spec.STRICT],
)
def must_sign_unsigned():
    """Relayed identity requests are bound to their audience by such a header, if it is signed."""
    return before_sign("set-claim", "signed-headers", "host;x-amz-date")
