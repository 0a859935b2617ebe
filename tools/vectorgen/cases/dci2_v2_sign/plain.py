# SPDX-License-Identifier: Apache-2.0
"""dci2-v2, sign: requests as clients make them."""

from ... import spec_dci
from ...suite import Sign
from . import area


@area.valid(
    "plain",
    "GET with the defaults",
    flags=["dci-defaults", "baseline"],
    spec=[spec_dci.V2_AUTH, spec_dci.V2_SCOPE],
)
def get():
    """Region BHS3, service api, terminator dci2_request, headers host and x-dci-date."""
    return Sign("/api/v1/jobs")


@area.valid(
    "plain", "POST with JSON", flags=["dci-defaults", "payload-hash"], spec=[spec_dci.V2_BODY]
)
def post_json():
    """The argument `payload` goes through json.dumps: a blank after ':' and ','."""
    return Sign(
        "/api/v1/jobs", method="POST", body='{"topic_id": "t1", "components": ["c1", "c2"]}'
    )


@area.valid(
    "plain", "GET with a query", flags=["dci-defaults", "sort-order"], spec=[spec_dci.V2_QUERY]
)
def get_with_query():
    """As the DCI clients page through jobs."""
    return Sign("/api/v1/jobs?limit=100&offset=0&sort=-created_at&where=status:failure")


@area.valid("plain", "no Host: the default", flags=["dci-defaults"], spec=[spec_dci.V2_HOST])
def default_host():
    """Without a host the functions sign api.distributed-ci.io; the class does not."""
    return Sign("/api/v1/topics", host=None)


@area.valid(
    "plain", "no region, no service", flags=["dci-defaults", "scope"], spec=[spec_dci.V2_SCOPE]
)
def default_scope():
    """BHS3 and api, where they are not given."""
    return Sign("/api/v1/topics", params={"region": "", "service": ""})


@area.valid("plain", "another host, with a port", flags=["host-port"], spec=[spec_dci.V2_HEADERS])
def other_host():
    """Verbatim, port included."""
    return Sign("/api/v1/topics", host="dci.example.org:8443")


@area.valid("plain", "a feeder's key", flags=["dci-defaults"], spec=[spec_dci.V2_AUTH])
def feeder():
    """The access key is 'type/id'; its slash makes six parts of the credential."""
    return Sign("/api/v1/components", access_key="feeder/client_id")
