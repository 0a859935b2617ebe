# SPDX-License-Identifier: Apache-2.0
"""Region and service: those of the verifier."""

from __future__ import annotations

from ...suite import after_sign
from . import EMPTY, both, credential, negative

REGION = {"error": "scope-region"}
both(
    "region",
    "region",
    "region_other",
    "another region",
    "The key was handed out for one region only.",
    "eu-west-1",
    **REGION,
)
both(
    "region",
    "region",
    "region_upper_case",
    "the region in another case",
    "Compared without case, two keys would be one.",
    lambda base: base.claim.region.swapcase(),
    severity="low",
    **REGION,
)
both(
    "region",
    "region",
    "region_longer",
    "a region with a digit more",
    "A comparison of the first characters.",
    lambda base: base.claim.region + "0",
    **REGION,
)
both(
    "region",
    "region",
    "region_shorter",
    "a region without its last digit",
    "A comparison over the shorter length.",
    lambda base: base.claim.region[:-1],
    **REGION,
)
both(
    "region",
    "region",
    "region_with_letter_before",
    "a letter before the region",
    "A test for its end.",
    lambda base: "x" + base.claim.region,
    **REGION,
)
both(
    "region",
    "region",
    "region_star",
    "'*' for the region",
    "Sets of regions belong to another kind of signature.",
    "*",
    **REGION,
)
both(
    "region",
    "region",
    "region_empty",
    "no region",
    "Empty is no default.",
    "",
    any_of=["scope-region", "signature-mismatch"],
    **EMPTY,
)
both(
    "region",
    "region",
    "region_blank_behind",
    "a blank behind the region",
    "Trimmed, it is right.",
    lambda base: base.claim.region + " ",
    any_of=["scope-region", "signature-mismatch", "malformed-auth-header"],
    severity="low",
    **EMPTY,
)

SERVICE = {"error": "scope-service"}
both(
    "service",
    "service",
    "service_other",
    "another service",
    "A request captured at one service is replayed at another.",
    "iam",
    **SERVICE,
)
both(
    "service",
    "service",
    "service_sts",
    "the service that tells who somebody is",
    "Requests to it are handed on to others, as a proof: they are good nowhere else.",
    "sts",
    **SERVICE,
)
both(
    "service",
    "service",
    "service_longer",
    "a service of a longer name",
    "'s3express' and 's3-outposts' begin with 's3', and have keys of their own.",
    lambda base: base.claim.service + "express",
    **SERVICE,
)
both(
    "service",
    "service",
    "service_upper_case",
    "the service in upper case",
    "Compared without case, two keys would be one.",
    lambda base: base.claim.service.upper(),
    severity="low",
    **SERVICE,
)
both(
    "service",
    "service",
    "service_empty",
    "no service",
    "Empty is no default.",
    "",
    any_of=["scope-service", "signature-mismatch"],
    **EMPTY,
)
negative(
    "service",
    "region_and_service_exchanged",
    "region and service exchanged, the signature kept",
    "Parts have places.",
    lambda base: after_sign(
        "set-auth-param",
        "Credential",
        credential(base, region=base.claim.service, service=base.claim.region),
    ),
    "scope-region",
    any_of=["scope-service", "signature-mismatch"],
    flags=["scope", "binding"],
)
