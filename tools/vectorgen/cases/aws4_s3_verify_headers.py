# SPDX-License-Identifier: Apache-2.0
"""aws4-s3: values that are changed, repeated or folded, and the host."""

from ..families import header
from ..suite import Area

area = Area(
    "aws4-s3",
    "verify-headers",
    "verify",
    "What headers say, and which of them",
    [
        "A choice of the cases that the generic dialect has: in this row they are another path of",
        "code, not another rule.",
    ],
    {},
)

header.family.into(
    area,
    only={
        "note",
        "empty",
        "host",
        "empty_value_filled",
        "second_behind",
        "second_empty",
        "line_feed_signed",
        "fold_kept",
        "blank_behind_name",
        "colon_in_name",
        "underscores_for_hyphens",
        "host_removed",
        "second_host_in_front",
        "default_port_added",
    },
)
