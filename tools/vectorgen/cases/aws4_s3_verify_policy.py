# SPDX-License-Identifier: Apache-2.0
"""aws4-s3: what a policy tolerates of a body and its hash, and no more."""

from ..families import knobs
from ..suite import Area

area = Area(
    "aws4-s3",
    "verify-policy",
    "verify",
    "What a verifier tolerates of a body and its hash, and what it refuses all the same",
    ["The knobs that the other rows of AWS do not have, each on its lenient side."],
    {},
)

knobs.family.into(
    area, only={n for n, m in knobs.family.members.items() if m.group == "knob-payload"}
)
