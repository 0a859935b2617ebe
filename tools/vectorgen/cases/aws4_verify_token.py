# SPDX-License-Identifier: Apache-2.0
"""aws4: session tokens."""

from ..families import token
from ..suite import Area

area = Area(
    "aws4",
    "verify-token",
    "verify",
    "How a verifier judges session tokens",
    [
        "A temporary key is good with its own token, signed and once. Everything else that a token",
        "can be or lack is refused, whether the signature is right or not.",
    ],
    {},
)

# What aws4/verify has already is not here again.
token.family.into(
    area,
    leave={
        "no_token",
        "token_of_nobody",
        "token_unlisted",
        "token_shorter_kept",
        "token_beside_permanent_key",
    },
)
