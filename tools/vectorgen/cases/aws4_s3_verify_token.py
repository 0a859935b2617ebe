# SPDX-License-Identifier: Apache-2.0
"""aws4-s3: session tokens."""

from ..families import token
from ..suite import Area

area = Area(
    "aws4-s3",
    "verify-token",
    "verify",
    "How a verifier judges session tokens",
    [
        "A temporary key is good with its own token, signed and once. Everything else that a token",
        "can be or lack is refused, whether the signature is right or not.",
    ],
    {},
)

token.family.into(area)
