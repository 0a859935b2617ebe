# SPDX-License-Identifier: Apache-2.0
"""dci2: which path is signed, where it is decoded before."""

from .. import spec, spec_dci
from ..families import path
from ..suite import Area

area = Area(
    "dci2",
    "verify-path",
    "verify",
    "The path that is signed, and the one that is used",
    [
        "Two paths that a router takes for one, or one that two parsers read as two: a hop",
        "decodes, normalises or cuts, and the signature must not follow it.",
    ],
    {},
)

path.family.into(area, only=path.DECODED, spec=[spec_dci.CLASS_PATH, spec.STRICT])
