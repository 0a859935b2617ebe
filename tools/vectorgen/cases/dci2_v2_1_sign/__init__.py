# SPDX-License-Identifier: Apache-2.0
"""dci2-v2.1: what dciauth.v2 of release 2.1.7 signs."""

from ...suite import Area

area = Area(
    "dci2-v2.1",
    "sign",
    "sign",
    "What generate_headers of python-dciauth 2.1.7 signs",
    [
        "The dialect is defined by what the package does: these vectors record it, quirks",
        "included. A query on the wire becomes the package's params dictionary by",
        "parse_qsl(keep_blank_values=True).",
    ],
    {
        "plain": "Requests as clients make them",
        "path": "The endpoint, verbatim",
        "query": "params: sorted by raw key, then urlencode",
        "headers": "signed_headers, in the order given",
        "body": "The body",
        "constants": "Scope and constants of the caller's own",
        "malformed": "Requests that no signer should sign",
    },
)
