# SPDX-License-Identifier: Apache-2.0
"""Honest requests with an HTTP Date beside the dialect's own header."""

from __future__ import annotations

from ... import spec
from ...suite import Verify
from . import family


@family.valid(
    "accept",
    "a Date header beside it, unsigned and old",
    flags=["freshness", "over-strict"],
    spec=[spec.UNSIGNED_OK],
)
def date_beside_old():
    """A hop sets Date, or a client does long before it signs. The dialect's own header rules."""
    return Verify("/reports", unsigned=[("Date", "Sun, 30 Aug 2009 12:36:00 GMT")])


@family.valid(
    "accept",
    "a Date header beside it, signed",
    flags=["freshness", "over-strict"],
    spec=[spec.SIGNED_LIST],
)
def date_beside_signed():
    """The twin of what becomes of it where only Date is looked at."""
    return Verify("/reports", headers=[("Date", "Sun, 30 Aug 2015 12:36:00 GMT")])
