# SPDX-License-Identifier: Apache-2.0
"""dci2-v2: what dciauth.v2 of release 4 signs."""

from ...suite import Area

area = Area(
    "dci2-v2",
    "sign",
    "sign",
    "What generate_headers of python-dciauth 4 signs",
    [
        "The dialect is defined by what the package does: these vectors record it, quirks",
        "included. Endpoint and query are those of the class (dci2), headers and constants",
        "those of the functions of 2.1.7 (dci2-v2.1). A query on the wire becomes the params",
        "dictionary by parse_qsl(keep_blank_values=True).",
    ],
    {
        "plain": "Requests as clients make them",
        "path": "The endpoint, decoded once",
        "query": "params: quoted, then sorted",
        "headers": "signed_headers, in the order given",
        "body": "Method and body",
        "constants": "Scope and constants of the caller's own",
        "malformed": "Requests that no signer should sign",
    },
)
