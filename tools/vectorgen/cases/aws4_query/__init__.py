# SPDX-License-Identifier: Apache-2.0
"""aws4: the canonical query string."""

from ...suite import Area

area = Area(
    "aws4",
    "query",
    "sign",
    "The canonical query string",
    [
        "Each name and value is decoded once, encoded again, and the encoded pairs are sorted",
        "byte by byte. An error in one of these steps shows for some queries only, so each step",
        "has vectors of its own.",
    ],
    {
        "order": "The order of the pairs",
        "encoding": "What is escaped, and how",
        "shape": "Keys without '=', empty pairs, a second '?'",
        "disputed": "Where programs of one vendor differ among themselves",
        "malformed": "Queries that no signer should sign",
    },
)
