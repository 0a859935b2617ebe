# SPDX-License-Identifier: Apache-2.0
"""dci2: what a policy tolerates, and no more."""

from ..families import knobs
from ..suite import Area

area = Area(
    "dci2",
    "verify-policy",
    "verify",
    "What a verifier tolerates that is told to, and what it refuses all the same",
    [
        "A choice of the knobs that the row aws4 has: those of the Authorization header, which has",
        "separators of its own here, of the list of names, of coverage and of the region.",
    ],
    {},
)

GROUPS = ("knob-payload", "knob-token", "knob-query", "knob-date")
knobs.family.into(
    area,
    leave={n for n, m in knobs.family.members.items() if m.group in GROUPS}
    # No package signs these, so nobody but this suite would say that they are right.
    | {n for n in knobs.family.members if n.startswith(("must_sign", "coverage_free_must"))}
    # The rest is the same path of code as in aws4.
    | {n for n in knobs.family.members if n.startswith(("guard", "scope_service", "scope_date"))},
)
