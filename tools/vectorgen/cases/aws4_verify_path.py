# SPDX-License-Identifier: Apache-2.0
"""aws4: which path is signed, and what is no path."""

from ..families import path
from ..suite import Area

area = Area(
    "aws4",
    "verify-path",
    "verify",
    "The path that is signed, and the one that is used",
    [
        "Two paths that a router takes for one, or one that two parsers read as two: a hop",
        "decodes, normalises or cuts, and the signature must not follow it.",
    ],
    {},
)

# What aws4/verify has already, what is the same path once normalised, and what is of other rows.
path.family.into(
    area,
    leave=path.DECODED_ALONE
    | {
        "slash_unescaped",
        "dot_segment_added",
        "step_up_added",
        "slash_doubled",
        "slashes_in_front",
        "segments_merged",
        "above_root_added",
        "signed_with_segments_merged",
        "signed_encoded_again",
        "letter_escaped_twice",
        "above_root_signed",
        "signed_with_letter_escaped",
        "signed_with_letter_escaped_twice",
        "escape_letters",
        "absolute_form_other_host",
        "absolute_form_as_text",
        "asterisk_signed",
    },
)
