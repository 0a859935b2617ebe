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
    only={
        "get",
        "letters",
        "path_decoded_twice",
        "path_line_feed",
        "path_escaped_slash",
        "path_recoded",
        "escaped_utf8",
        "query_blank_as_plus",
        "query_utf8",
        "json_signed",
        "json_order_changed",
        "json_empty",
        "json_added",
        *(
            n
            for n, m in dialect.family.members.items()
            if m.group in ("headers", "fields") or n.startswith(("key_", "two_clients"))
        ),
    },
)
