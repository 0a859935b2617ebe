# SPDX-License-Identifier: Apache-2.0
"""Knobs of the scope: any day, any region, any service, signed so."""

from __future__ import annotations

from ...suite import before_sign, after_sign
from ...suite import Base
from . import Knob


def in_scope(base: Base, **parts: str) -> str:
    """The credential with other parts of its scope."""
    c = base.claim
    scope = {
        "date": c.date,
        "region": c.region,
        "service": c.service,
        "terminator": c.terminator,
        **parts,
    }
    return "/".join([c.access_key, *scope.values()])


day = Knob(
    "knob-scope",
    "scope_date_signed",
    {"scope_date": "signed"},
    "a scope may have another day",
    "It has the request's.",
    flag="scope",
)
day.passes(
    "years_ago",
    "a scope of years ago, tolerated",
    "Signed so: with the key of that day.",
    before_sign("set-claim", "date", "20100101"),
)
day.passes(
    "tomorrow",
    "a scope of the year 2030, tolerated",
    "A key that was handed out before its day.",
    before_sign("set-claim", "date", "20300101"),
)
day.refuses(
    "kept",
    "another day under the old signature",
    "Any day that was signed, and none that was not.",
    lambda base: after_sign("set-auth-param", "Credential", in_scope(base, date="20100101")),
    "signature-mismatch",
    severity="medium",
)
day.refuses(
    "no_day",
    "eight letters for a day",
    "Any day is a day all the same.",
    before_sign("set-claim", "date", "YYYYMMDD"),
    "malformed-credential",
    "scope-date-mismatch",
)
day.refuses(
    "request_too_old",
    "a request that is too old",
    "The scope may be of any day, the request may not.",
    after_sign("set-clock", "now", "20300101T000000Z"),
    "skewed-past",
    severity="high",
)
for part, value, other, other_value in (
    ("region", "eu-west-3", "service", "iam"),
    ("service", "iam", "region", "eu-west-3"),
):
    knob = Knob(
        "knob-scope",
        f"scope_{part}_any",
        {f"scope_{part}": "any"},
        f"a scope may have another {part}",
        "It has the verifier's.",
        flag="scope",
    )
    knob.passes(
        "other",
        f"another {part}, tolerated",
        "Signed so.",
        before_sign("set-claim", part, value),
    )
    knob.refuses(
        "kept",
        f"another {part} under the old signature",
        "Any that was signed, and none that was not.",
        lambda base, part=part, value=value: after_sign(
            "set-auth-param", "Credential", in_scope(base, **{part: value})
        ),
        "signature-mismatch",
        severity="medium",
    )
    knob.refuses(
        f"other_{other}",
        f"another {other}, signed so",
        f"The {part} may be any; the {other} is the verifier's.",
        before_sign("set-claim", other, other_value),
        f"scope-{other}",
        severity="medium",
    )
    knob.refuses(
        "terminator",
        "another terminator, signed so",
        "What ends a scope is the dialect's, whatever else may be any.",
        before_sign("set-claim", "terminator", "example_request"),
        "scope-terminator",
        severity="medium",
    )
    knob.refuses(
        "empty",
        f"an empty {part}, signed so",
        "Any, but one.",
        before_sign("set-claim", part),
        "malformed-credential",
        f"scope-{part}",
        severity="medium",
    )
