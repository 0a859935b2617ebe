# SPDX-License-Identifier: Apache-2.0
"""aws4-s3: what a verifier in front of an object store must accept and refuse."""

from ...reference import sha256_hex
from ...suite import Area

area = Area(
    "aws4-s3",
    "verify",
    "verify",
    "What a verifier of S3 requests must accept and refuse",
    [
        "Keys are taken as sent, x-amz-content-sha256 decides how the body is checked, and",
        "every other x-amz-* header is a command that must be under the signature.",
    ],
    {
        "accept": "Honest requests",
        "coverage": "Commands added to a signed request",
        "payload": "The body and its hash",
        "path": "The key",
        "scope": "The credential scope",
        "disputed": "Where verifiers legitimately differ",
    },
)

HELLO = sha256_hex(b"hello")
