# SPDX-License-Identifier: Apache-2.0
"""aws4-s3: requests of honest clients, which a verifier must not refuse."""

from ..families import honest_s3
from ..suite import Area

area = Area(
    "aws4-s3",
    "verify-honest",
    "verify",
    "Requests of honest clients of an object store",
    [
        "Keys with everything in them, arguments that name an operation, headers that describe an",
        "object; beside some of them stands what must not pass for it.",
    ],
    {},
)

honest_s3.family.into(area)
