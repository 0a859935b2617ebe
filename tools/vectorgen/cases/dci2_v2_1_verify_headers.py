# SPDX-License-Identifier: Apache-2.0
"""dci2-v2.1: values that are signed verbatim, and the host."""

from .. import spec
from ..families import header
from ..suite import Area

area = Area(
    "dci2-v2.1",
    "verify-headers",
    "verify",
    "What headers say, and which of them",
    ["Values are signed as they are here, and a dictionary has each name once."],
    {},
)

header.family.into(area, only=header.DICTIONARY, spec=[spec.DCI_HEADERS, spec.STRICT])
