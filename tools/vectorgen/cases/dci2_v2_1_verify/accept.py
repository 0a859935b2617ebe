# SPDX-License-Identifier: Apache-2.0
"""dci2-v2.1, verify: honest requests."""

from ... import spec
from ...suite import Verify, after_sign
from . import NOW, area


@area.valid("accept", "GET with a query", flags=["baseline"], spec=[spec.DCI_VERIFY])
def get():
    """The twin of most negatives below."""
    return Verify("/api/v1/jobs?limit=10&where=a", now=NOW)


@area.valid(
    "accept",
    "POST with JSON",
    flags=["baseline", "payload-hash"],
    spec=[spec.DCI_VERIFY, spec.DCI_BODY],
)
def post():
    """Content-Type is not signed in this dialect."""
    return Verify(
        "/api/v1/jobs",
        method="POST",
        body='{"topic_id": "t1"}',
        now=NOW,
        unsigned=[("Content-Type", "application/json")],
    )


@area.valid(
    "accept", "an escaped slash in the path", flags=["single-encoding"], spec=[spec.DCI_PATH]
)
def escaped_slash():
    """Verbatim: '/a%2Fb' is not '/a/b'."""
    return Verify("/api/v1/files/a%2Fb", now=NOW)


@area.valid(
    "accept", "UTF-8, raw, in path and query", flags=["bytes"], spec=[spec.DCI_PATH, spec.DCI_QSL]
)
def raw_utf8():
    """As Python clients may send it."""
    return Verify("/api/v1/équipes?name=é", now=NOW)


@area.valid("accept", "escapes that are no UTF-8", flags=["bytes"], spec=[spec.DCI_QSL])
def not_utf8():
    """U+FFFD in the canonical query, by the package's own decoding."""
    return Verify("/api/v1/jobs?name=%FF", now=NOW)


@area.valid(
    "accept",
    "900 s old: the edge is inside",
    flags=["freshness"],
    base="get",
    spec=[spec.DCI_EXPIRED],
)
def skew_past_edge():
    """'More than fifteen minutes' is expired: 900 s is not."""
    return after_sign("set-clock", "now", "20240919T134039Z")


@area.valid(
    "accept",
    "900 s ahead: the edge is inside",
    flags=["freshness"],
    base="get",
    spec=[spec.DCI_EXPIRED],
)
def skew_future_edge():
    """abs() of the difference: the same on both sides."""
    return after_sign("set-clock", "now", "20240919T131039Z")


@area.valid(
    "accept",
    "'+' for '%20' in the query",
    flags=["plus-sign"],
    base="blank-in-query",
    spec=[spec.DCI_QSL],
)
def plus_for_blank():
    """Both are a blank to parse_qsl, here and in the application."""
    return after_sign("set-target", value="/api/v1/jobs?where=a+b")


@area.valid("accept", "a blank in the query", flags=["plus-sign"], spec=[spec.DCI_QUERY])
def blank_in_query():
    """Signed as '+'."""
    return Verify("/api/v1/jobs?where=a%20b", now=NOW)


@area.valid(
    "accept",
    "a User-Agent beside the signature",
    flags=["over-strict"],
    base="get",
    spec=[spec.DCI_HEADERS],
)
def user_agent_unsigned():
    """Only host and the date are signed by default."""
    return after_sign("add-header", "User-Agent", "python-dciclient/3.0")


@area.valid(
    "accept",
    "signed before midnight, verified after",
    flags=["freshness"],
    spec=[spec.DCI_EXPIRED, spec.DCI_SCOPE],
)
def over_midnight():
    """The scope date is the request's day."""
    return Verify("/api/v1/jobs", time="20241231T235959Z", now="20250101T001000Z")
