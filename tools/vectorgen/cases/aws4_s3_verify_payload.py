# SPDX-License-Identifier: Apache-2.0
"""aws4-s3: the body, and the header with its hash."""

from .. import spec
from ..families import payload
from ..suite import Area, Verify

area = Area(
    "aws4-s3",
    "verify-payload",
    "verify",
    "What a verifier makes of the body and of the header with its hash",
    [
        "The header is required; it is the hash of the body that came, or a word that the policy",
        "allows. Bodies are whole here: a stream is nothing that this suite has.",
    ],
    {},
)


@area.valid("accept", "PUT of an object", flags=["baseline"], spec=[spec.PAYLOAD_S3])
def put():
    """The twin of most of the others."""
    return Verify("/reports", method="PUT", body="hello")


payload.family.into(area)
