# SPDX-License-Identifier: Apache-2.0
"""dci2-v2.1: the list of signed headers, and what must be in it."""

from .. import spec
from ..families import coverage
from ..suite import Area

area = Area(
    "dci2-v2.1",
    "verify-coverage",
    "verify",
    "What is under the signature, and what only stands beside it",
    [
        "The list of signed headers says what somebody has signed. It has one form, what it names",
        "is there, and what must be signed is in it.",
    ],
    {},
)

# What dci2-v2.1/verify has already is not here.
coverage.family.into(
    area,
    only=coverage.OF_DCI,
    leave={"host_unlisted", "date_unlisted", "absent_as_empty", "own_added"},
    spec=[spec.DCI_HEADERS, spec.STRICT],
)
