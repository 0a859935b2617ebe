# SPDX-License-Identifier: Apache-2.0
"""dci2-v2.1, sign: requests as clients make them."""

from ... import spec
from ...suite import Sign
from . import area


@area.valid(
    "plain",
    "GET with the defaults",
    flags=["dci-defaults", "baseline"],
    spec=[spec.DCI_AUTH, spec.DCI_SCOPE],
)
def get():
    """Region BHS3, service api, terminator dci2_request, headers host and x-dci-date."""
    return Sign("/api/v1/jobs")


@area.valid("plain", "POST with JSON", flags=["dci-defaults", "payload-hash"], spec=[spec.DCI_BODY])
def post_json():
    """The bytes as json.dumps writes them, with a blank after ':' and ','. Content-Type is not
    signed."""
    return Sign(
        "/api/v1/jobs",
        method="POST",
        body='{"topic_id": "t1", "components": ["c1", "c2"]}',
        headers=[("Content-Type", "application/json")],
    )


@area.valid(
    "plain", "GET with a query", flags=["dci-defaults", "sort-order"], spec=[spec.DCI_QUERY]
)
def get_with_query():
    """As the DCI clients page through jobs."""
    return Sign("/api/v1/jobs?limit=100&offset=0&sort=-created_at&where=status:failure")


@area.valid(
    "plain", "no Host: the package's default", flags=["dci-defaults"], spec=[spec.DCI_HEADERS]
)
def default_host():
    """Without a host the package signs api.distributed-ci.io."""
    return Sign("/api/v1/topics", host=None)


@area.valid(
    "plain", "no region and no service", flags=["dci-defaults", "scope"], spec=[spec.DCI_SCOPE]
)
def default_scope():
    """Empty stands for not given here: BHS3 and api."""
    return Sign("/api/v1/topics", params={"region": "", "service": ""})


@area.valid("plain", "another host, with a port", flags=["host-port"], spec=[spec.DCI_HEADERS])
def other_host():
    """Verbatim, port included."""
    return Sign("/api/v1/topics", host="dci.example.org:8443")


@area.valid("plain", "a feeder's key", flags=["dci-defaults"], spec=[spec.DCI_AUTH])
def feeder():
    """The access key is 'type/id'; its slash makes six parts of the credential."""
    return Sign("/api/v1/components", access_key="feeder/client_id")
