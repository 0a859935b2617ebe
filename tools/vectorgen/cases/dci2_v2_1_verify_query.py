# SPDX-License-Identifier: Apache-2.0
"""dci2-v2.1: which arguments are signed, where a query is a dictionary."""

from .. import spec
from ..families import query
from ..suite import Area

area = Area(
    "dci2-v2.1",
    "verify-query",
    "verify",
    "The arguments that are signed, and those that are used",
    [
        "A query is a dictionary here, read as a form: '+' is a blank, a key stands in it once,",
        "and what is no UTF-8 becomes U+FFFD.",
    ],
    {},
)

# What dci2-v2.1/verify has already is not here.
query.family.into(
    area, only=query.DICTIONARY, leave={"value_changed"}, spec=[spec.DCI_QUERY, spec.STRICT]
)
