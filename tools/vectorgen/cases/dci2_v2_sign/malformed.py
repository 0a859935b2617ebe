# SPDX-License-Identifier: Apache-2.0
"""dci2-v2, sign: what no signer should sign."""

from ... import spec, spec_dci
from ...suite import Sign
from . import area


@area.invalid(
    "malformed",
    "a repeated query key",
    error="duplicate-query-param",
    flags=["repeated-key"],
    spec=[spec_dci.V2_DICT],
)
def repeated_key():
    """A dictionary cannot carry it: which of the two values is signed, and which is used?"""
    return Sign("/api?a=1&%61=2")


@area.invalid(
    "malformed",
    "a raw line feed in the endpoint",
    error="malformed-uri",
    flags=["injection"],
    spec=[spec.TARGET_CLEAN],
)
def raw_line_feed():
    """The functions sign it: two different requests then have one canonical request."""
    return Sign(b"/api\nx=1")


@area.invalid(
    "malformed",
    "a raw carriage return in the query",
    error="malformed-query",
    any_of=["malformed-uri"],
    flags=["injection"],
    spec=[spec.TARGET_CLEAN],
)
def raw_carriage_return():
    """Never on the wire inside a request line."""
    return Sign(b"/api?a=1\r&b=2")


@area.invalid(
    "malformed",
    "a line feed in a header value",
    error="malformed-header",
    flags=["injection"],
    spec=[spec.HEADER_VALUE],
)
def header_line_feed():
    """Values are verbatim in this dialect, so the line feed would divide the canonical line."""
    return Sign("/api", host="dci.example.org\nx-dci-date:20300101T000000Z")


@area.invalid(
    "malformed",
    "two Host headers",
    error="duplicate-host",
    any_of=["malformed-header"],
    flags=["repeated-header"],
    spec=[spec.HOST_ONCE],
)
def two_hosts():
    """A dictionary keeps one of them, and nobody says which."""
    return Sign("/api", headers=[("host", "evil.example")])


@area.invalid(
    "malformed",
    "a header is named that is not there",
    error="signed-header-missing",
    any_of=["argument"],
    flags=["selection", "contract"],
    spec=[spec_dci.V2_HEADERS],
)
def selected_missing():
    """KeyError in Python."""
    return Sign("/api", params={"signed_headers": "host;x-dci-date;x-note"})


@area.invalid(
    "malformed",
    "a signed header in upper case",
    error="signed-headers-malformed",
    any_of=["signed-header-missing", "argument"],
    flags=["selection", "contract"],
    spec=[spec_dci.V2_HEADERS],
)
def selected_upper_case():
    """The dictionary has lower-case names: KeyError."""
    return Sign("/api", params={"signed_headers": "Host;x-dci-date"})


@area.invalid(
    "malformed",
    "an access key of one part",
    error="malformed-credential",
    any_of=["argument"],
    level="should",
    flags=["scope", "contract"],
    spec=[spec_dci.V2_AUTH],
)
def access_key_one_part():
    """Signed, it is refused by the parser: the credential has five parts instead of six."""
    return Sign("/api", access_key="remoteci")


@area.invalid(
    "malformed",
    "30 February",
    error="malformed-date",
    any_of=["argument"],
    flags=["date", "contract"],
    level="should",
    spec=[spec_dci.V2_TIME],
)
def no_such_day():
    """The functions sign any text, and the verifier raises on it."""
    return Sign("/api", params={"timestamp": "20240230T000000Z"})


@area.invalid(
    "malformed",
    "no method",
    error="malformed-method",
    any_of=["argument"],
    flags=["contract"],
    spec=[spec.METHOD_TOKEN],
)
def no_method():
    """'GET' is the default for a method that is not given, not for an empty one."""
    return Sign("/api", method="")


@area.invalid(
    "malformed",
    "an empty secret",
    error="argument",
    any_of=["malformed-credential"],
    flags=["empty-secret", "contract"],
    spec=[spec_dci.V2_AUTH],
)
def empty_secret():
    """A secret that was not found: generate_headers returns no headers for it."""
    return Sign("/api", secret_key="")
