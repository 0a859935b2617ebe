# SPDX-License-Identifier: Apache-2.0
"""aws4: requests of honest clients, which a verifier must not refuse."""

from ..families import honest
from ..suite import Area

area = Area(
    "aws4",
    "verify-honest",
    "verify",
    "Requests of honest clients, as they send them and as hops hand them on",
    [
        "What is refused here for no reason, locks somebody out. Each is something that clients",
        "do; beside some of them stands what must not pass for it.",
    ],
    {},
)

honest.family.into(area)
