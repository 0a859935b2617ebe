# SPDX-License-Identifier: Apache-2.0
"""dci2-v2: which path is signed, where it is decoded before."""

from .. import spec, spec_dci
from ..families import path
from ..suite import Area

area = Area(
    "dci2-v2",
    "verify-path",
    "verify",
    "The path that is signed, and the one that is used",
    [
        "Two paths that a router takes for one, or one that two parsers read as two: a hop",
        "decodes, normalises or cuts, and the signature must not follow it. A choice of the cases",
        "that the row dci2 has: in this row they are another path of code, not another rule.",
    ],
    {},
)

path.family.into(area, only=path.DECODED_EVERYWHERE, spec=[spec_dci.V2_PATH, spec.STRICT])
