# SPDX-License-Identifier: Apache-2.0
"""aws4-s3: arguments are commands to an object store."""

from ..families import query
from ..suite import Area

area = Area(
    "aws4-s3",
    "verify-query",
    "verify",
    "The arguments that are signed, and those that are used",
    [
        "A key without a value makes another command of a request. A choice of the cases that the",
        "generic dialect has, with those that are of an object store.",
    ],
    {},
)

query.family.into(
    area,
    only={
        "no_query",
        "two_arguments",
        "repeated_thrice",
        "no_values",
        "equals_added",
        "command_policy",
        "command_uploads",
        "command_exchanged",
        "empty_argument_added",
        "repeated_in_front",
        "one_of_three_dropped",
        "signed_without_equals",
        "signed_without_empty_values",
        "signed_first_value",
        "escape_in_key",
    },
)
