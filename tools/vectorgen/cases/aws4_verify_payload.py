# SPDX-License-Identifier: Apache-2.0
"""aws4: the body, and the header with its hash."""

from .. import spec
from ..families import payload
from ..suite import Area, Verify

area = Area(
    "aws4",
    "verify-payload",
    "verify",
    "What a verifier makes of the body and of the header with its hash",
    [
        "The header is not required here; where it is, it must be the hash of the body that came.",
        "A choice of the cases that aws4-s3 has.",
    ],
    {},
)


@area.valid("accept", "PUT with the hash in a header", flags=["baseline"], spec=[spec.PAYLOAD_HASH])
def put():
    """The twin of most of the others."""
    return Verify("/reports", method="PUT", body="hello", hashed=True)


payload.family.into(
    area,
    only={
        "body_first_bit",
        "body_gone",
        "body_line_feed",
        "put_empty",
        "body_added",
        "body_and_hash",
        "hash_65",
        "hash_not_hex",
        "hash_base64",
        "hash_of_text",
        "hash_of_something",
        "hash_mixed_case",
        "hash_between_blanks",
        "word_unsigned_trailer",
        "word_chunks",
        "word_longer",
        "word_in_mixed_case",
        "hash_taken_away",
        "hashes_right_last",
        "hash_added",
        "hash_in_query",
        "hash_in_query_body",
        "line_unsigned",
        "line_of_nothing",
    },
)
