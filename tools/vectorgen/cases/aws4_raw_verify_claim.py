# SPDX-License-Identifier: Apache-2.0
"""aws4-raw: what a request claims: the Authorization header, the scope, the time, the key."""

from .. import spec
from ..families import claim
from ..suite import Area, Verify

area = Area(
    "aws4-raw",
    "verify-claim",
    "verify",
    "How a verifier judges what a request claims",
    [
        "A choice of the cases that the generic dialect has in areas of their own: in this row",
        "they are another path of code, not another rule.",
    ],
    {"accept": "Honest requests"},
)


@area.valid("accept", "GET", flags=["baseline"], spec=[spec.SIGNATURE])
def get():
    """The twin of most of the others."""
    return Verify("/reports//2015?page=1")


claim.into(
    area,
    more=frozenset({"both_right", "credential_in_query", "credential_in_query_appended"}),
)
