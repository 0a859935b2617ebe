# SPDX-License-Identifier: Apache-2.0
"""dci1, sign: what no signer should sign."""

from ... import spec, spec_dci
from ...suite import Sign
from . import area


@area.invalid(
    "malformed",
    "a repeated query key",
    error="duplicate-query-param",
    flags=["repeated-key"],
    spec=[spec_dci.V1_DICT],
)
def repeated_key():
    """A dictionary cannot carry it."""
    return Sign("/api?a=1&%61=2")


@area.invalid(
    "malformed",
    "a repeated header",
    error="malformed-header",
    flags=["repeated-header"],
    spec=[spec_dci.V1_HEADERS],
)
def repeated_header():
    """A dictionary keeps one of them; all are signed, so none may be lost."""
    return Sign("/api", headers=[("X-A", "1"), ("x-a", "2")])


@area.invalid(
    "malformed",
    "a raw line feed in the endpoint",
    error="malformed-uri",
    flags=["injection"],
    spec=[spec.TARGET_CLEAN],
)
def raw_line_feed():
    """The package signs it: '/api' with a query, to a reader of lines."""
    return Sign(b"/api\na=1")


@area.invalid(
    "malformed",
    "a raw NUL in the query",
    error="malformed-query",
    any_of=["malformed-uri"],
    flags=["injection", "bytes"],
    spec=[spec.TARGET_CLEAN],
)
def query_nul():
    """The package escapes and signs it; no request line holds it."""
    return Sign(b"/api?a=\0")


@area.invalid(
    "malformed",
    "a line feed in a header value",
    error="malformed-header",
    flags=["injection"],
    spec=[spec.HEADER_VALUE],
)
def header_line_feed():
    """One header, two canonical lines: that of a header which the request does not hold."""
    return Sign("/api", headers=[("X-A", "1\nx-b:2")])


@area.invalid(
    "malformed",
    "a header name that is no token",
    error="malformed-header",
    flags=["injection"],
    spec=[spec.HEADER_TOKEN],
)
def name_no_token():
    """'a:1\\nb' as a name is two lines. The package signs it."""
    return Sign("/api", headers=[("a:1\nb", "2")])


@area.invalid(
    "malformed",
    "dci-datetime is there already",
    level="should",
    error="reserved-header",
    any_of=["argument", "malformed-header"],
    flags=["contract", "date"],
    spec=[spec.RESERVED],
)
def date_header_given():
    """The package overwrites it, the request on the wire has both."""
    return Sign("/api", headers=[("dci-datetime", "20200101T000000Z")])


@area.invalid(
    "malformed",
    "a region and a service",
    level="should",
    error="argument",
    any_of=["malformed-credential"],
    flags=["scope", "contract"],
    spec=[spec.CALLER],
)
def scope_given():
    """There is nowhere to put them, so they would bind nothing."""
    return Sign("/api", params={"region": "BHS3", "service": "api"})


@area.invalid(
    "malformed",
    "a scope date",
    level="should",
    error="argument",
    flags=["scope", "date", "contract"],
    spec=[spec.CALLER],
)
def datestamp():
    """The day is that of the time stamp."""
    return Sign("/api", params={"datestamp": "20240918"})


@area.invalid(
    "malformed",
    "an access key of three parts",
    error="malformed-credential",
    any_of=["argument"],
    flags=["auth-form", "contract"],
    spec=[spec_dci.V1_AUTH],
)
def access_key_three_parts():
    """Type and id: the parser of version 1 would drop the third."""
    return Sign("/api", access_key="team/remoteci/client_id")


@area.invalid(
    "malformed",
    "30 February",
    level="should",
    error="malformed-date",
    any_of=["argument"],
    flags=["date", "contract"],
    spec=[spec_dci.V1_TEXT],
)
def no_such_day():
    """The package takes a datetime, so there is no way to say it."""
    return Sign("/api", params={"timestamp": "20240230T000000Z"})


@area.invalid(
    "malformed",
    "UNSIGNED-PAYLOAD",
    level="should",
    error="payload-mode-not-allowed",
    any_of=["argument"],
    flags=["unsigned-payload", "contract"],
    spec=[spec_dci.V1_BODY],
)
def unsigned_payload():
    """The body is always hashed."""
    return Sign("/api", method="POST", body='{"a": 1}', payload="UNSIGNED-PAYLOAD")
