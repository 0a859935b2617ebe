# SPDX-License-Identifier: Apache-2.0
"""aws4: the time of a request."""

from ..families import date, window
from ..suite import Area

area = Area(
    "aws4",
    "verify-date",
    "verify",
    "How a verifier judges the time of a request",
    [
        "Requests outside the window, dates that are none or are written otherwise, no date at",
        "all, two of them; and what a fresh HTTP Date beside the dialect's own header is worth.",
    ],
    {},
)

# What aws4/verify has already is not here again.
window.family.into(
    area,
    leave={
        "year_old_by_clock",
        "last_year",
        "before_epoch",
        "all_letters",
    },
)
date.family.into(
    area,
    leave={
        "lower_case_z",
        "no_date",
        "date_in_query",
        "two_dates_right_first",
        "two_dates_right_last",
        "date_not_signed",
    },
)
