# SPDX-License-Identifier: Apache-2.0
"""aws4-s3: the time of a request."""

from ..families import date, window
from ..suite import Area

area = Area(
    "aws4-s3",
    "verify-date",
    "verify",
    "How a verifier judges the time of a request",
    [
        "Requests outside the window, dates that are none or are written otherwise, no date at",
        "all, two of them; and what a fresh HTTP Date beside the dialect's own header is worth.",
    ],
    {},
)

for family in (window.family, date.family):
    family.into(area)
