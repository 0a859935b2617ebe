# SPDX-License-Identifier: Apache-2.0
"""dci2-v2.1, verify: dates and the clock."""

from ... import spec
from ...suite import after_sign, before_sign
from . import area


@area.invalid(
    "date",
    "901 s old",
    base="get",
    error="skewed-past",
    severity="high",
    flags=["freshness"],
    spec=[spec.DCI_EXPIRED],
)
def skew_past():
    """One second beyond the edge."""
    return after_sign("set-clock", "now", "20240919T134040Z")


@area.invalid(
    "date",
    "901 s ahead",
    base="get",
    error="skewed-future",
    any_of=["skewed-past"],
    severity="medium",
    flags=["freshness"],
    spec=[spec.DCI_EXPIRED],
)
def skew_future():
    """One second beyond the other edge."""
    return after_sign("set-clock", "now", "20240919T131038Z")


@area.invalid(
    "date",
    "no date header",
    base="get",
    error="missing-date",
    any_of=["signed-header-missing", "malformed-auth-header"],
    severity="high",
    flags=["freshness"],
    spec=[spec.DCI_VERIFY],
)
def no_date():
    """Signed without one."""
    return before_sign("remove-header", "X-DCI-Date")


@area.invalid(
    "date",
    "two date headers, signed so",
    base="get",
    error="duplicate-date",
    any_of=["malformed-header", "malformed-date", "signature-mismatch"],
    severity="high",
    flags=["freshness", "repeated-header"],
    spec=[spec.STRICT],
)
def two_dates():
    """One is compared with the clock, the other stands in the string to sign."""
    return before_sign("add-header", "X-DCI-Date", "20200101T000000Z")
