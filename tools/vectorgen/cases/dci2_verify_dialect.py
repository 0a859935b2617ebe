# SPDX-License-Identifier: Apache-2.0
"""dci2: what is the dialects' of DCI alone."""

from .. import spec, spec_dci
from ..families import dialect
from ..suite import Area

area = Area(
    "dci2",
    "verify-dialect",
    "verify",
    "What a verifier makes of queries, paths, bodies and headers as DCI has them",
    [
        "Queries are dictionaries, paths are decoded, and a framework may have parsed the body.",
        "What the package lets pass there, a strict verifier refuses.",
    ],
    {},
)

dialect.family.into(area, spec=[spec_dci.CLASS_VERIFY, spec.STRICT])
