# SPDX-License-Identifier: Apache-2.0
"""aws4-s3: which key is signed, and what is no key."""

from ..families import path
from ..suite import Area

area = Area(
    "aws4-s3",
    "verify-path",
    "verify",
    "The path that is signed, and the one that is used",
    [
        "Two paths that a router takes for one, or one that two parsers read as two: a hop",
        "decodes, normalises or cuts, and the signature must not follow it.",
    ],
    {},
)

# What aws4-s3/verify has already is not here.
path.family.into(
    area,
    only=path.CORE
    | {
        "escaped_letter",
        "escaped_line_feed",
        "lower_case_hex",
        "plus",
        "letter_unescaped",
        "hex_in_upper_case",
        "plus_as_blank",
        "slashes_in_front",
        "signed_encoded_again",
        "raw_blank_appended",
        "raw_utf8_signed",
        "escape_letters",
        "target_empty_signed",
    },
    leave={"slash_unescaped", "segments_merged", "raw_nul_appended"},
)
