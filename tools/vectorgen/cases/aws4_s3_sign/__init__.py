# SPDX-License-Identifier: Apache-2.0
"""aws4-s3: what S3 does otherwise than the other services."""

from ...suite import Area

area = Area(
    "aws4-s3",
    "sign",
    "sign",
    "What S3 does otherwise than the other services",
    [
        "The path is signed as it stands on the wire, and x-amz-content-sha256 is added and",
        "signed. Object keys may be any text: '..', '//' and '%2F' in a path are parts of a",
        "name. Signers for S3 alone never see the vectors of aws4: what they get wrong in queries,",
        "headers and scopes stands here as well.",
    ],
    {
        "path": "The path as sent",
        "query": "Sub-resources and queries",
        "payload": "x-amz-content-sha256",
        "headers": "Metadata",
        "scope": "Days, regions and secrets",
        "disputed": "Copied, or decoded and encoded again",
        "malformed": "Requests that no signer should sign",
    },
)
