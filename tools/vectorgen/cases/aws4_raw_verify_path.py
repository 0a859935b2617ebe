# SPDX-License-Identifier: Apache-2.0
"""aws4-raw: which path is signed, where dots and slashes are names."""

from ..families import path
from ..suite import Area

area = Area(
    "aws4-raw",
    "verify-path",
    "verify",
    "The path that is signed, and the one that is used",
    [
        "Two paths that a router takes for one, or one that two parsers read as two: a hop",
        "decodes, normalises or cuts, and the signature must not follow it.",
    ],
    {},
)

path.family.into(area, only=path.CORE | {"signed_as_sent", "slashes_in_front", "parameter_added"})
