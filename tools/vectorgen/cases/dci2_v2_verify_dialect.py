# SPDX-License-Identifier: Apache-2.0
"""dci2-v2: what is the dialects' of DCI alone."""

from .. import spec, spec_dci
from ..families import dialect
from ..suite import Area

area = Area(
    "dci2-v2",
    "verify-dialect",
    "verify",
    "What a verifier makes of queries, paths, bodies and headers as DCI has them",
    [
        "Queries are dictionaries, paths are decoded, and a framework may have parsed the body.",
        "What the package lets pass there, a strict verifier refuses.",
    ],
    {},
)

# What is the same path of code as in dci2 is not here again.
dialect.family.into(
    area,
    spec=[spec_dci.V2_VERIFY, spec.STRICT],
    leave={
        n
        for n, m in dialect.family.members.items()
        if m.group == "form" or n.endswith("_empty") or n.startswith(("path_no", "path_over"))
    },
)
