# SPDX-License-Identifier: Apache-2.0
"""aws4, verify: honest requests."""

from ... import spec
from ...suite import TOKEN, Verify, after_sign
from . import NOW, area


@area.valid("accept", "GET with a query", flags=["baseline"], spec=[spec.SIGNATURE, spec.AUTH_FORM])
def get():
    """The twin of most negatives below: an honest request, one minute old."""
    return Verify("/reports/2015?page=1&size=50", now=NOW)


@area.valid(
    "accept",
    "POST with a signed content type",
    flags=["baseline", "payload-hash"],
    spec=[spec.SIGNATURE],
)
def post():
    """Body and type are both under the signature."""
    return Verify(
        "/reports",
        method="POST",
        body='{"name":"q3"}',
        now=NOW,
        headers=[("Content-Type", "application/json")],
    )


@area.valid("accept", "temporary credentials", flags=["session-token"], spec=[spec.TOKEN_SIGNED])
def token():
    """The token is signed and is the one that belongs to the key."""
    return Verify("/reports", token=TOKEN, access_key="ASIAIOSFODNN7EXAMPLE", now=NOW)


@area.valid("accept", "repeated header, signed", flags=["repeated-header"], spec=[spec.HEADER_JOIN])
def repeated_header():
    """Two values of one name, joined in the order received."""
    return Verify("/reports", headers=[("X-Tag", "b"), ("X-Tag", "a")], now=NOW)


@area.valid(
    "accept",
    "repeated query key, every value signed",
    flags=["repeated-key", "over-strict"],
    spec=[spec.QUERY_SORT_VALUES],
)
def repeated_key():
    """All values are covered, so nothing is unsigned: the row keeps them."""
    return Verify("/reports?tag=b&tag=a&page=1", now=NOW)


@area.valid(
    "accept",
    "a header value that is no UTF-8",
    flags=["bytes", "over-strict"],
    spec=[spec.HEADER_TRIM],
)
def latin1_header():
    """RFC 9110 lets 80-FF through as opaque bytes. The vector carries the value in base64."""
    return Verify("/reports", headers=[("X-Name", b"caf\xe9")], now=NOW)


@area.valid(
    "accept",
    "escapes that are no UTF-8",
    flags=["bytes", "double-encoding"],
    spec=[spec.PATH_TWICE],
)
def escaped_bytes():
    """Path and query are octets for the verifier; what the application makes of them is its own
    affair."""
    return Verify("/reports/a%2Fb%FF?q=%FF", now=NOW)


@area.valid("accept", "Host with a port", flags=["host-port", "over-strict"], spec=[spec.HOST_PORT])
def host_port():
    """Signed as sent."""
    return Verify("/reports", host="example.amazonaws.com:8443", now=NOW)


@area.valid(
    "accept",
    "signed before midnight, verified after",
    flags=["freshness", "over-strict"],
    spec=[spec.SCOPE_DATE, spec.SKEW],
)
def over_midnight():
    """The scope date is the request's day, not the verifier's: comparing it with today breaks at
    00:00 UTC."""
    return Verify("/reports", time="20151231T235959Z", now="20160101T000059Z")


@area.valid(
    "accept", "900 s old: the edge is inside", flags=["freshness"], base="get", spec=[spec.SKEW]
)
def skew_past_edge():
    """15 minutes, inclusive."""
    return after_sign("set-clock", "now", "20150830T125100Z")


@area.valid(
    "accept", "900 s ahead: the edge is inside", flags=["freshness"], base="get", spec=[spec.SKEW]
)
def skew_future_edge():
    """A client's clock may be fast as well as slow."""
    return after_sign("set-clock", "now", "20150830T122100Z")


@area.valid(
    "accept",
    "a User-Agent beside the signature",
    flags=["over-strict"],
    base="get",
    spec=[spec.UNSIGNED_OK],
)
def user_agent_unsigned():
    """SDKs leave it unsigned because proxies rewrite it."""
    return after_sign("add-header", "User-Agent", "curl/8.5.0")


@area.valid(
    "accept",
    "a Content-Type beside the signature",
    flags=["over-strict"],
    base="get",
    spec=[spec.UNSIGNED_OK],
)
def content_type_unsigned():
    """The dialect lets it stay unsigned. A verifier that demands it refuses an honest client; the
    note of over-strict links a public example."""
    return after_sign("add-header", "Content-Type", "application/json")


@area.valid(
    "accept",
    "a trace id that a hop has added",
    flags=["over-strict"],
    base="get",
    spec=[spec.UNSIGNED_OK],
)
def trace_id_added():
    """'x-amzn-' is not 'x-amz-': load balancers add this header to every request."""
    return after_sign("add-header", "X-Amzn-Trace-Id", "Root=1-67891233-abcdef012345678912345678")


@area.valid(
    "accept",
    "an escape that says the same",
    flags=["escape-set", "over-strict"],
    base="get",
    spec=[spec.QUERY_ENCODE],
)
def equal_escape():
    """'%31' is '1' in a query: the canonical request is the same, so is the request's meaning."""
    return after_sign("set-target", value="/reports/2015?size=%350&&page=%31")


@area.valid(
    "accept",
    "an unsigned x-amz-content-sha256 that is right",
    flags=["over-strict", "payload-hash"],
    base="post",
    spec=[spec.UNSIGNED_OK],
)
def hash_unsigned():
    """Its value is bound by the last line. Refusing it locks out clients that add it
    after signing."""
    return after_sign(
        "add-header",
        "X-Amz-Content-Sha256",
        "c9c7cb4adc0ffb35f2eb1a3786b4ebd0729ecce667eb50656645c3a7ff6202c3",
    )


@area.valid("accept", "a policy's own header is signed", flags=["coverage"], spec=[spec.STRICT])
def must_sign():
    """A verifier that binds requests to a cluster, an audience or a tenant names the header in
    its policy."""
    return Verify(
        "/identity",
        headers=[("X-Audience", "cluster-a")],
        policy={"must_sign": ["x-audience"]},
        now=NOW,
    )
