# SPDX-License-Identifier: Apache-2.0
"""aws4: time stamp, credential scope and key derivation."""

from ...suite import Area

area = Area(
    "aws4",
    "scope",
    "sign",
    "Time stamp, credential scope and key derivation",
    [
        "The scope binds a signature to a day, a region and a service; the signing key is",
        "derived along the same path. Secrets of 61 bytes and more cross the block of",
        "HMAC-SHA-256 once 'AWS4' stands before them.",
    ],
    {
        "dates": "Days and times",
        "key": "Secrets and scopes of unusual length",
        "malformed": "Parameters that no signer should take",
    },
)
