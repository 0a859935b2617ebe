# SPDX-License-Identifier: Apache-2.0
"""dci2: the time of a request."""

from .. import spec, spec_dci
from ..families import date, window
from ..suite import Area

area = Area(
    "dci2",
    "verify-date",
    "verify",
    "How a verifier judges the time of a request",
    [
        "Requests outside the window, dates that are none or are written otherwise, no date at",
        "all, two of them; and what a fresh HTTP Date beside the dialect's own header is worth.",
    ],
    {},
)
RULES = [spec_dci.CLASS_TIME, spec.STRICT]

window.family.into(area, spec=[spec_dci.CLASS_EXPIRED, *RULES])
# A signer of this row signs no Date; and Python's white space is the row's own.
date.family.into(
    area,
    spec=RULES,
    leave={
        "date_beside_signed",
        "date_left_alone",
        "date_in_query_beside",
        "date_in_query",
        "stale_header_fresh_query",
        "stale_beside_fresh_date",
        "no_break_space_before_date",
        "no_break_space_before_date_read",
    },
)
