# SPDX-License-Identifier: Apache-2.0
"""aws4: the payload hash and the session token."""

from ...suite import Area

area = Area(
    "aws4",
    "payload",
    "sign",
    "The payload hash and the session token",
    [
        "The last line of the canonical request is the SHA-256 of the body, or a word that",
        "stands for it. A session token becomes the signed header x-amz-security-token.",
    ],
    {
        "body": "The hash of the body",
        "header": "x-amz-content-sha256 where it is optional",
        "token": "Session tokens",
    },
)
