# SPDX-License-Identifier: Apache-2.0
"""aws4-s3, verify: the credential scope, the secret, the clock."""

from ... import spec
from ...suite import after_sign, before_sign
from . import area


@area.invalid(
    "scope",
    "a signature for another service",
    base="put-object",
    error="scope-service",
    any_of=["signature-mismatch"],
    severity="medium",
    flags=["scope"],
    spec=[spec.SCOPE],
)
def scope_service():
    """Signed with the same secret, for 'iam'."""
    return before_sign("set-claim", "service", "iam")


@area.invalid(
    "scope",
    "the region left empty",
    base="put-object",
    error="malformed-credential",
    any_of=["scope-region", "signature-mismatch"],
    severity="medium",
    flags=["scope"],
    spec=[spec.SCOPE],
)
def scope_region_empty():
    """Signed so. An empty region is no default."""
    return before_sign("set-claim", "region", "")


@area.invalid(
    "scope",
    "a wrong secret",
    base="put-object",
    error="signature-mismatch",
    severity="critical",
    flags=["comparison"],
    spec=[spec.SIGNATURE],
)
def wrong_secret():
    """The least that a verifier must find out."""
    return before_sign("set-secret", value="another EXAMPLE secret")


@area.invalid(
    "scope",
    "901 s old",
    base="put-object",
    error="skewed-past",
    severity="high",
    flags=["freshness"],
    spec=[spec.SKEW],
)
def skew_past():
    """One second beyond the edge."""
    return after_sign("set-clock", "now", "20150830T125101Z")


@area.invalid(
    "scope",
    "stale, with an unsigned body",
    base="unsigned-payload-allowed",
    error="skewed-past",
    severity="high",
    flags=["freshness", "unsigned-payload"],
    spec=[spec.SKEW],
)
def skew_past_unsigned_payload():
    """Each mode of the body has its own path of code; each must look at the clock."""
    return after_sign("set-clock", "now", "20150831T123600Z")
