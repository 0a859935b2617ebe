# SPDX-License-Identifier: Apache-2.0
"""aws4: the credential scope."""

from ..families import scope, scope_parts
from ..suite import Area

area = Area(
    "aws4",
    "verify-scope",
    "verify",
    "How a verifier judges the credential scope",
    [
        "A scope that is of another day, region or service, or written otherwise: once signed so,",
        "with the key of that scope, and once with the signature kept.",
    ],
    {},
)

# What aws4/verify has already is not here again.
scope.family.into(
    area,
    leave={
        "over_new_year",
        "scope_yesterday",
        "region_other",
        "region_other_kept",
        "region_upper_case",
        "service_other",
        "terminator_of_the_other_dialect",
    },
)
scope_parts.family.into(area, leave={"no_region_part", "slashes_escaped"})
