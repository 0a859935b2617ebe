# SPDX-License-Identifier: Apache-2.0
"""dci2: the Authorization header, as text."""

from .. import spec, spec_dci
from ..families import algorithm, fields, signature
from ..suite import Area, Verify

area = Area(
    "dci2",
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


@area.valid("accept", "GET", flags=["baseline"], spec=[spec_dci.CLASS_AUTH])
def get():
    """The twin of all the others."""
    return Verify("/api/v1/jobs?limit=10&where=a")


RULES = [spec_dci.CLASS_AUTH, spec.STRICT]
algorithm.family.into(area, spec=RULES, leave={"word_of_a_chunk", "word_of_a_chunk_signed"})
# The row has one blank behind a comma.
fields.family.into(
    area,
    spec=RULES,
    leave={"blanks_behind_comma", "tab_behind_comma", "names_with_the_prefix_of_a_query"},
)
signature.family.into(area, spec=RULES)
