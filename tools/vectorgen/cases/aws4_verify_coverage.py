# SPDX-License-Identifier: Apache-2.0
"""aws4: the list of signed headers, and what must be in it."""

from ..families import coverage
from ..suite import Area

area = Area(
    "aws4",
    "verify-coverage",
    "verify",
    "What is under the signature, and what only stands beside it",
    [
        "The list of signed headers says what somebody has signed. It has one form, what it names",
        "is there, and what must be signed is in it.",
    ],
    {},
)

# What aws4/verify has already, and what is of an object store, is not here.
coverage.family.into(
    area,
    leave=coverage.OF_OBJECTS
    | {
        "order_changed",
        "authorization_listed",
        "semicolons_doubled",
        "signed_header_removed",
        "name_unlisted_kept",
        "host_unlisted",
        "date_unlisted",
        "own_added",
    },
)
