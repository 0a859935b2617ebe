# SPDX-License-Identifier: Apache-2.0
"""aws4: values that are changed, repeated or folded, and the host."""

from ..families import header
from ..suite import Area

area = Area(
    "aws4",
    "verify-headers",
    "verify",
    "What headers say, and which of them",
    [
        "A value is bound as it is, a name is a token, and Host is there once. What a gateway",
        "makes of a line, of an underscore or of a second line must not be another request.",
    ],
    {},
)

# What aws4/verify has already, and what only a dictionary refuses, is not here.
header.family.into(
    area, leave={"second_signed", "host_changed", "second_host_behind", "no_break_space_is_blank"}
)
