# SPDX-License-Identifier: Apache-2.0
"""aws4: how much of a request a verifier takes."""

from ..families import bounds, limits
from ..suite import Area

area = Area(
    "aws4",
    "verify-limits",
    "verify",
    "How much of a request a verifier takes, and that it reads all of that",
    [
        "Every limit of the policy at one less, at the limit and at one more; the limits of this",
        "suite where no policy sets them; and long requests, which differ only at their end.",
    ],
    {},
)

limits.family.into(area)
bounds.family.into(area)
