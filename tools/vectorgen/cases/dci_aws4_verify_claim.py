# SPDX-License-Identifier: Apache-2.0
"""dci-aws4: what a request claims: the Authorization header, the scope, the time, the key."""

from .. import spec, spec_dci
from ..families import claim
from ..suite import Area, Verify

area = Area(
    "dci-aws4",
    "verify-claim",
    "verify",
    "How a verifier judges what a request claims",
    [
        "A choice of the cases that the row dci2 has in areas of their own: in this row",
        "they are another path of code, not another rule.",
    ],
    {"accept": "Honest requests"},
)


@area.valid("accept", "GET", flags=["baseline"], spec=[spec_dci.CLASS_AUTH])
def get():
    """The twin of most of the others."""
    return Verify("/api/v1/jobs?limit=10&where=a")


claim.into(area, [spec_dci.CLASS_VERIFY, spec.STRICT])
