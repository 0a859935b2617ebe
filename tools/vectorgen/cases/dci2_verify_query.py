# SPDX-License-Identifier: Apache-2.0
"""dci2: which arguments are signed, where a query is a dictionary."""

from .. import spec, spec_dci
from ..families import query
from ..suite import Area

area = Area(
    "dci2",
    "verify-query",
    "verify",
    "The arguments that are signed, and those that are used",
    [
        "A query is a dictionary here, read as a form: '+' is a blank, a key stands in it once,",
        "and what is no UTF-8 becomes U+FFFD.",
    ],
    {},
)

query.family.into(
    area,
    only=query.DICTIONARY | {"letter", "escaped_letter", "percent", "percent_decoded"},
    leave={"overlong", "overlong_as_slash"},
    spec=[spec_dci.CLASS_QUERY, spec.STRICT],
)
