# SPDX-License-Identifier: Apache-2.0
"""dci2-v2, sign: signed_headers, in the order given."""

from ... import spec_dci
from ...suite import Sign
from . import area


@area.valid("headers", "the order is the caller's", flags=["selection"], spec=[spec_dci.V2_HEADERS])
def order_as_given():
    """Not sorted, unlike in the class: lines and list stand as signed_headers has them."""
    return Sign("/api", params={"signed_headers": "x-dci-date;host"})


@area.valid("headers", "one more header", flags=["selection"], spec=[spec_dci.V2_HEADERS])
def one_more():
    """Content-Type can be signed if it is named."""
    return Sign(
        "/api",
        method="POST",
        body="{}",
        headers=[("Content-Type", "application/json")],
        params={"signed_headers": "content-type;host;x-dci-date"},
    )


@area.valid("headers", "values are verbatim", flags=["white-space"], spec=[spec_dci.V2_HEADERS])
def verbatim():
    """No trimming, no collapsing: the class does both."""
    return Sign(
        "/api",
        headers=[("X-Note", "  two  words\t")],
        params={"signed_headers": "host;x-dci-date;x-note"},
    )


@area.valid("headers", "Host is verbatim", flags=["white-space"], spec=[spec_dci.V2_HEADERS])
def host_verbatim():
    """Blanks around it are signed."""
    return Sign("/api", host=" dci.example.org  ")


@area.valid("headers", "UTF-8 in a value", flags=["bytes"], spec=[spec_dci.V2_HEADERS])
def utf8_value():
    """A Python string, signed as UTF-8; U+00A0 is no white space here."""
    return Sign(
        "/api",
        headers=[("X-Name", "\u00a0équipe")],
        params={"signed_headers": "host;x-dci-date;x-name"},
    )


@area.valid("headers", "a name twice in the list", flags=["selection"], spec=[spec_dci.V2_HEADERS])
def name_twice():
    """Its line stands twice as well."""
    return Sign("/api", params={"signed_headers": "host;host;x-dci-date"})


@area.valid(
    "headers",
    "only the date is signed",
    flags=["selection", "coverage"],
    spec=[spec_dci.V2_HEADERS],
)
def host_not_signed():
    """The functions sign whatever they are told. A strict verifier refuses the request."""
    return Sign("/api", params={"signed_headers": "x-dci-date"})


@area.valid("headers", "an empty value", flags=["white-space"], spec=[spec_dci.V2_HEADERS])
def empty_value():
    """'x-note:' and nothing behind it."""
    return Sign(
        "/api", headers=[("X-Note", "")], params={"signed_headers": "host;x-dci-date;x-note"}
    )
