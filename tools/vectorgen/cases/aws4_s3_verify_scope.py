# SPDX-License-Identifier: Apache-2.0
"""aws4-s3: the credential scope."""

from .. import spec
from ..families import scope, scope_parts
from ..suite import Area, before_sign

area = Area(
    "aws4-s3",
    "verify-scope",
    "verify",
    "How a verifier judges the credential scope",
    [
        "A scope that is of another day, region or service, or written otherwise: once signed so,",
        "with the key of that scope, and once with the signature kept.",
    ],
    {"disputed": "Where verifiers legitimately differ"},
)


def alias(name: str, title: str, region: str) -> None:
    """Names of us-east-1 that S3 itself has had."""

    def make():
        return before_sign("set-claim", "region", region)

    make.__name__ = name
    make.__doc__ = "Signed so. " + "Old clients know the first region of S3 by it."
    area.acceptable(
        "disputed",
        title,
        base="get",
        knob="region_alias",
        error="scope-region",
        any_of=["signature-mismatch"],
        flags=["scope"],
        spec=[spec.SCOPE],
    )(make)


alias("region_us", "the region 'US'", "US")
alias("region_aws_global", "the region 'aws-global'", "aws-global")

# S3 has been seen to take an older day that is signed so: aws4-s3/verify/scope-yesterday.
scope.family.into(
    area,
    leave={
        "scope_yesterday",
        "scope_a_year_ago",
        "day_of_the_verifier_before",
        "service_other",
    },
)
scope_parts.family.into(area)
