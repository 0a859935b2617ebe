# SPDX-License-Identifier: Apache-2.0
"""aws4-raw: session tokens."""

from ..families import token
from ..suite import Area

area = Area(
    "aws4-raw",
    "verify-token",
    "verify",
    "How a verifier judges session tokens",
    [
        "A temporary key is good with its own token, signed and once. Everything else that a token",
        "can be or lack is refused, whether the signature is right or not.",
    ],
    {},
)

# The path has no part in it: a few are enough here.
token.family.into(
    area,
    only={
        "session",
        "sessions",
        "no_token",
        "no_token_kept",
        "token_empty",
        "token_unlisted",
        "token_of_another_session",
        "key_of_another_session",
        "token_shorter",
        "token_shorter_kept",
        "token_blank_for_plus",
        "two_tokens_right_first",
        "other_token_in_query",
    },
)
