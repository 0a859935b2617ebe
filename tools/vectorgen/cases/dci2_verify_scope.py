# SPDX-License-Identifier: Apache-2.0
"""dci2: the credential scope."""

from .. import spec, spec_dci
from ..families import scope, scope_parts
from ..suite import Area

area = Area(
    "dci2",
    "verify-scope",
    "verify",
    "How a verifier judges the credential scope",
    [
        "A scope that is of another day, region or service, or written otherwise: once signed so,",
        "with the key of that scope, and once with the signature kept.",
    ],
    {},
)
RULES = [spec_dci.CLASS_SCOPE, spec.STRICT]

scope.family.into(area, spec=RULES, leave={"key_like_terminator", "terminator_is_the_key"})
scope_parts.family.into(area, spec=RULES)
