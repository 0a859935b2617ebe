# SPDX-License-Identifier: Apache-2.0
"""The dialect's own headers, and those of the other dialect: what is listed and what is not."""

from __future__ import annotations

from ...suite import Base, after_sign, before_sign
from . import negative


def listed(
    name: str,
    title: str,
    comment: str,
    names: str,
    error: str,
    *any_of: str,
    severity: str = "high",
) -> None:
    """Signed so. `{date}` is the row's own date header."""
    negative(
        "headers",
        name,
        title,
        f"Signed so. {comment}",
        lambda base: before_sign(
            "set-claim", "signed-headers", names.format(date=base.row.date_header.lower())
        ),
        error,
        "signature-mismatch",
        *any_of,
        severity=severity,
        flags=("dci-lenient", "coverage" if severity == "high" else "selection"),
    )


listed(
    "host_not_listed",
    "host is not signed",
    "Good on every server that knows the secret.",
    "{date}",
    "host-not-signed",
)
listed(
    "date_not_listed",
    "the date header is not signed",
    "Nothing else says that it must be.",
    "host",
    "header-not-signed",
)
listed(
    "names_reversed",
    "names in reverse",
    "Sorted again, they are in order.",
    "{date};host",
    "signed-headers-malformed",
    severity="low",
)
listed(
    "name_twice",
    "a name twice",
    "A set of names holds it once.",
    "host;host;{date}",
    "signed-headers-malformed",
    severity="low",
)
listed(
    "name_in_upper_case",
    "a name in upper case",
    "Put into lower case, it is in order.",
    "Host;{date}",
    "signed-headers-malformed",
    "host-not-signed",
    severity="low",
)
listed(
    "name_empty",
    "an empty name",
    "Dropped, it is in order.",
    "host;;{date}",
    "signed-headers-malformed",
    severity="low",
)


def own(base: Base) -> str:
    return base.row.date_header.rpartition("-")[0]


for name, word, title in (
    ("own_header_added", "{own}-Team", "a header of the dialect's own"),
    ("own_header_in_capitals", "{OWN}-TEAM", "the same in capitals"),
    ("own_header_underscore", "{own_}_Team", "the same, with '_'"),
):
    negative(
        "headers",
        name,
        f"added after signing: {title}",
        "It is a command to a server of this dialect, and nobody has signed it.",
        lambda base, word=word: after_sign(
            "add-header",
            word.format(own=own(base), OWN=own(base).upper(), own_=own(base).replace("-", "_")),
            "admin",
        ),
        "header-not-signed",
        "signature-mismatch",
        "malformed-header",
        flags=("dci-lenient", "coverage"),
    )
for name, title, comment, op, time in (
    ("other_date_equal", "the other dialect's date header, equal", "Two clocks.", "add-header", ""),
    (
        "other_date_stale",
        "the other dialect's date header, stale",
        "One of them is looked at.",
        "add-header",
        "20100101T000000Z",
    ),
    (
        "other_date_first",
        "the other dialect's date header, before it",
        "The other order.",
        "prepend-header",
        "20300101T000000Z",
    ),
    (
        "other_date_malformed",
        "the other dialect's date header, no date",
        "It is there.",
        "add-header",
        "now",
    ),
):
    negative(
        "headers",
        name,
        title,
        f"Added after signing. {comment}",
        lambda base, op=op, time=time: after_sign(
            op, base.row.other_date_header, time or base.time
        ),
        "duplicate-date",
        "header-not-signed",
        "signature-mismatch",
        "malformed-date",
        flags=("dci-lenient", "freshness"),
    )
negative(
    "headers",
    "other_date_signed",
    "both date headers, signed",
    "Both are under the signature, and there are two all the same.",
    lambda base: before_sign("add-signed-header", base.row.other_date_header, base.time),
    "duplicate-date",
    "signature-mismatch",
    flags=("dci-lenient", "freshness"),
)
negative(
    "headers",
    "other_date_alone",
    "the other dialect's date header in its place",
    "The signature kept. It has the right time, and another name.",
    lambda base: after_sign("rename-header", base.row.date_header, base.row.other_date_header),
    "signed-header-missing",
    "missing-date",
    "duplicate-date",
    "signature-mismatch",
)
