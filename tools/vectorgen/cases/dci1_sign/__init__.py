# SPDX-License-Identifier: Apache-2.0
"""dci1: version 1 of the protocol, as release 2.1.7 still signs it."""

from ...suite import Area

area = Area(
    "dci1",
    "sign",
    "sign",
    "What Signature over AuthRequest of python-dciauth 2.1.7 signs",
    [
        "The dialect is defined by what the package does: these vectors record it, quirks",
        "included. There is no scope and no chain of keys; every header of the request is",
        "signed, and Host is one like any other. The body is a dictionary in JSON, or none; of",
        "another body these vectors say that it is hashed, but they are disputed.",
    ],
    {
        "plain": "Requests as clients make them",
        "method": "The method, in upper case",
        "path": "The endpoint, verbatim",
        "query": "params: sorted by raw key, then urlencode",
        "headers": "Every header, sorted by name",
        "body": "The body",
        "key": "Dates, the key of one step, Authorization",
        "malformed": "Requests that no signer should sign",
    },
)
