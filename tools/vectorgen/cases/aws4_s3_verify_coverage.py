# SPDX-License-Identifier: Apache-2.0
"""aws4-s3: commands to an object store that nobody signed."""

from ..families import coverage
from ..suite import Area

area = Area(
    "aws4-s3",
    "verify-coverage",
    "verify",
    "What is under the signature, and what only stands beside it",
    [
        "An x-amz-* header is a command to an object store: whoever adds one acts as the signer.",
        "The list of signed headers is judged as in the generic dialect.",
    ],
    {},
)

coverage.family.into(
    area,
    only=coverage.OF_OBJECTS
    | {
        "get",
        "two_names",
        "two_must_sign",
        "similar_names",
        "empty_name_first",
        "commas_between",
        "authorization_listed",
        "order_changed_kept",
        "absent_as_empty",
        "absent_as_nothing",
        "host_unlisted",
        "date_unlisted",
        "name_unlisted_kept",
        "own_added_empty",
        "own_in_front",
        "last_of_the_policy_unlisted",
    },
)
