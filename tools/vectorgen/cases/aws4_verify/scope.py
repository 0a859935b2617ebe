# SPDX-License-Identifier: Apache-2.0
"""aws4, verify: the credential scope."""

from ... import spec
from ...suite import after_sign, before_sign
from . import area


@area.invalid(
    "scope",
    "yesterday's scope",
    base="get",
    error="scope-date-mismatch",
    any_of=["signature-mismatch"],
    severity="medium",
    flags=["scope"],
    spec=[spec.SCOPE_DATE],
)
def scope_yesterday():
    """Signed with yesterday's key: a day key that leaked would sign for ever."""
    return before_sign("set-claim", "date", "20150829")


@area.invalid(
    "scope",
    "another region, signed so",
    base="get",
    error="scope-region",
    any_of=["signature-mismatch"],
    severity="medium",
    flags=["scope"],
    spec=[spec.SCOPE],
)
def scope_region():
    """The key was handed out for one region only."""
    return before_sign("set-claim", "region", "eu-west-1")


@area.invalid(
    "scope",
    "the region in upper case, signed so",
    base="get",
    error="scope-region",
    any_of=["signature-mismatch"],
    severity="low",
    flags=["scope"],
    spec=[spec.SCOPE],
)
def scope_region_case():
    """Regions are compared byte by byte: the key is another one."""
    return before_sign("set-claim", "region", "US-EAST-1")


@area.invalid(
    "scope",
    "another service, signed so",
    base="get",
    error="scope-service",
    any_of=["signature-mismatch"],
    severity="medium",
    flags=["scope"],
    spec=[spec.SCOPE],
)
def scope_service():
    """A request captured at one service is replayed at another."""
    return before_sign("set-claim", "service", "iam")


@area.invalid(
    "scope",
    "another terminator, signed so",
    base="get",
    error="scope-terminator",
    any_of=["signature-mismatch", "malformed-credential"],
    severity="low",
    flags=["scope"],
    spec=[spec.SCOPE],
)
def scope_terminator():
    """The DCI dialect's word in an AWS scope."""
    return before_sign("set-claim", "terminator", "dci2_request")


@area.invalid(
    "scope",
    "the region changed, the signature kept",
    base="get",
    error="scope-region",
    any_of=["signature-mismatch"],
    severity="medium",
    flags=["scope", "binding"],
    spec=[spec.SCOPE],
)
def scope_region_kept():
    """A verifier that takes the scope from its own configuration never looks at the one
    presented."""
    return after_sign(
        "set-auth-param", "Credential", "AKIDEXAMPLE/20150830/eu-west-1/service/aws4_request"
    )
