# SPDX-License-Identifier: Apache-2.0
"""aws4-s3: the Authorization header, as text."""

from .. import spec
from ..families import algorithm, fields, signature
from ..suite import Area, Verify

area = Area(
    "aws4-s3",
    "verify-authorization",
    "verify",
    "How a verifier reads the Authorization header",
    [
        "One honest request, and what becomes of it when its Authorization header is written",
        "otherwise: another algorithm, fields that are missing or twice, a signature that is no",
        "64 hex digits or not these.",
    ],
    {"accept": "Honest requests"},
)


@area.valid("accept", "GET", flags=["baseline"], spec=[spec.SIGNATURE, spec.AUTH_FORM])
def get():
    """The twin of all the others."""
    return Verify("/reports/2015?page=1&size=50")


for family in (algorithm.family, fields.family, signature.family):
    family.into(area)
