# SPDX-License-Identifier: Apache-2.0
"""aws4-raw: the canonical URI that is encoded once more and not normalised."""

from ...suite import Area

area = Area(
    "aws4-raw",
    "path",
    "sign",
    "The canonical URI that is encoded once more and not normalised",
    [
        "As aws4 with the switch for path normalisation off: dots and slashes stay as they stand",
        "on the wire, and every '%' still becomes '%25'. The Go SDKs and version 2 of the one for",
        "JavaScript always sign so, so that their requests differ from others' for such paths.",
    ],
    {
        "kept": "Dots and slashes that stay",
        "encode": "The second encoding",
        "disputed": "Where programs of one vendor differ among themselves",
        "malformed": "Targets that no signer should sign",
    },
)
