# SPDX-License-Identifier: Apache-2.0
"""aws4: what a policy tolerates, and no more."""

from ..families import knobs
from ..suite import Area

area = Area(
    "aws4",
    "verify-policy",
    "verify",
    "What a verifier tolerates that is told to, and what it refuses all the same",
    [
        "Each knob of the policy on its lenient side: what is right then, and its neighbours that",
        "are not. The strict sides of the knobs are in the other areas.",
    ],
    {},
)

knobs.family.into(
    area, leave={n for n, m in knobs.family.members.items() if m.group == "knob-payload"}
)
