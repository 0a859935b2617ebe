# SPDX-License-Identifier: Apache-2.0
"""aws4: the canonical URI."""

from ...suite import Area

area = Area(
    "aws4",
    "path",
    "sign",
    "The canonical URI of services other than S3",
    [
        "The path on the wire is normalised by RFC 3986 and then encoded once more: '%' becomes",
        "'%25'. No request of AWS's own suite has a '%' in its path, so signers that decode",
        "first pass it.",
    ],
    {
        "normalise": "Dot segments and empty segments",
        "encode": "The second encoding",
        "disputed": "Where programs of one vendor differ among themselves",
        "malformed": "Targets that no signer should sign",
    },
)
