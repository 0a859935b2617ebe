# SPDX-License-Identifier: Apache-2.0
"""dci-aws4: what is the dialects' of DCI alone."""

from .. import spec, spec_dci
from ..families import dialect
from ..suite import Area

area = Area(
    "dci-aws4",
    "verify-dialect",
    "verify",
    "What a verifier makes of queries, paths, bodies and headers as DCI has them",
    [
        "Queries are dictionaries, paths are decoded, and a framework may have parsed the body.",
        "What the package lets pass there, a strict verifier refuses.",
    ],
    {},
)

# The row differs from dci2 in the names of its headers.
dialect.family.into(
    area,
    spec=[spec_dci.CLASS_VERIFY, spec.STRICT],
    only={
        "get",
        *(
            n
            for n, m in dialect.family.members.items()
            if m.group == "headers" or n.startswith(("two_clients", "client_type"))
        ),
        "letters",
        "path_decoded_twice",
        "path_line_feed",
        "key_appended",
        "key_twice_signed",
    },
)
