# SPDX-License-Identifier: Apache-2.0
"""The header with the time of a request: it is there, once, signed, and has one spelling. A
signature without a time is good for ever."""

from __future__ import annotations

from .. import Family

family = Family(
    {
        "accept": "Honest requests",
        "spelling": "Another spelling of a date",
        "absent": "No date header, or another one",
        "twice": "Two dates",
        "bound": "Changed after signing",
    }
)
FORM = "%Y%m%dT%H%M%SZ"


# At the end: each of them puts its cases into the family.
from . import absent, accept, bound, spelling, twice  # noqa: E402, F401
