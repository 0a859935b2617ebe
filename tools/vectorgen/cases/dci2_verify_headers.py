# SPDX-License-Identifier: Apache-2.0
"""dci2: values that are signed with their white space collapsed, and the host."""

from .. import spec, spec_dci
from ..families import header
from ..suite import Area

area = Area(
    "dci2",
    "verify-headers",
    "verify",
    "What headers say, and which of them",
    ["White space is all that Python calls so here, and a dictionary has each name once."],
    {},
)

header.family.into(
    area,
    only=header.DICTIONARY | {"padded", "no_break_space_is_blank"},
    leave={"vertical_tab_for_blank"},
    spec=[spec_dci.CLASS_VALUE, spec.STRICT],
)
