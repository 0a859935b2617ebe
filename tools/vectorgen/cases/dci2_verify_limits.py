# SPDX-License-Identifier: Apache-2.0
"""dci2: how much of a request a verifier takes."""

from ..families import bounds, limits
from ..suite import Area

area = Area(
    "dci2",
    "verify-limits",
    "verify",
    "How much of a request a verifier takes, and that it reads all of that",
    [
        "A choice of the cases that the row aws4 has: limits are the same, but queries, keys and",
        "secrets are read by other rules here.",
    ],
    {},
)

limits.family.into(
    area,
    only={
        "target_less",
        "target_full",
        "target_over",
        "args_less",
        "args_full",
        "args_over",
        "args_over_kept",
        "args_empty",
        "body_full",
        "body_over",
        "access_key_less",
        "access_key_full",
        "access_key_over",
        "path_of_1024",
        "path_of_1024_changed",
        "query_of_1024",
        "query_of_1024_changed",
        "args_of_600",
        "args_of_600_changed",
    },
)
bounds.family.into(
    area,
    only={
        "method_of_32",
        "method_of_33",
        "key_of_128",
        "key_of_129",
        "region_of_64",
        "region_of_65",
        "service_of_64",
        "service_of_65",
        "secret_of_60",
        "secret_of_60_cut",
        "secret_of_61",
        "secret_of_61_cut",
        "secret_of_4096",
        "secret_of_4097",
    },
)
