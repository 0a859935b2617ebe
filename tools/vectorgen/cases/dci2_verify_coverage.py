# SPDX-License-Identifier: Apache-2.0
"""dci2: the list of signed headers, and what must be in it."""

from .. import spec, spec_dci
from ..families import coverage
from ..suite import Area

area = Area(
    "dci2",
    "verify-coverage",
    "verify",
    "What is under the signature, and what only stands beside it",
    [
        "The list of signed headers says what somebody has signed. It has one form, what it names",
        "is there, and what must be signed is in it.",
    ],
    {},
)

coverage.family.into(area, only=coverage.OF_DCI, spec=[spec_dci.CLASS_HEADERS, spec.STRICT])
