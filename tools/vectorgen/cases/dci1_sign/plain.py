# SPDX-License-Identifier: Apache-2.0
"""dci1, sign: requests as clients make them."""

from ... import spec_dci
from ...suite import Sign
from . import area


@area.valid(
    "plain",
    "GET, no header but the date",
    flags=["baseline", "auth-form", "dci-defaults"],
    spec=[spec_dci.V1_AUTH, spec_dci.V1_TEXT, spec_dci.V1_DATE_HEADER],
)
def get():
    """dci-datetime is the only header signed. The credential has no scope, and a comma ends the
    value: the parser of version 1 looks for it."""
    return Sign("/api/v1/jobs")


@area.valid(
    "plain",
    "POST with JSON",
    flags=["payload-hash", "dci-defaults"],
    spec=[spec_dci.V1_BODY, spec_dci.V1_HEADERS],
)
def post_json():
    """Content-Type is a header like any other, and signed."""
    return Sign(
        "/api/v1/jobs",
        method="POST",
        body='{"components": ["c1", "c2"], "topic_id": "t1"}',
        headers=[("Content-Type", "application/json")],
    )


@area.valid(
    "plain", "GET with a query", flags=["sort-order", "dci-defaults"], spec=[spec_dci.V1_QUERY]
)
def get_with_query():
    """As the DCI clients page through jobs."""
    return Sign("/api/v1/jobs?limit=100&offset=0&sort=-created_at&where=status:failure")


@area.valid("plain", "a feeder's key", flags=["auth-form"], spec=[spec_dci.V1_AUTH])
def feeder():
    """Type and id, two arguments of the package."""
    return Sign("/api/v1/components", access_key="feeder/client_id")
