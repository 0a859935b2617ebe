# SPDX-License-Identifier: Apache-2.0
"""dci2-v2.1, sign: signed_headers, in the order given."""

from ... import spec
from ...suite import Sign
from . import area


@area.valid("headers", "the order is the caller's", flags=["selection"], spec=[spec.DCI_HEADERS])
def order_as_given():
    """Not sorted: lines and list stand as signed_headers has them."""
    return Sign("/api", params={"signed_headers": "x-dci-date;host"})


@area.valid("headers", "one more header", flags=["selection"], spec=[spec.DCI_HEADERS])
def one_more():
    """Content-Type can be signed if it is named."""
    return Sign(
        "/api",
        method="POST",
        body="{}",
        headers=[("Content-Type", "application/json")],
        params={"signed_headers": "content-type;host;x-dci-date"},
    )


@area.valid("headers", "values are verbatim", flags=["white-space"], spec=[spec.DCI_HEADERS])
def verbatim():
    """No trimming, no collapsing: the blanks that a server strips make the signature wrong."""
    return Sign(
        "/api",
        headers=[("X-Note", "  two  words\t")],
        params={"signed_headers": "host;x-dci-date;x-note"},
    )


@area.valid("headers", "UTF-8 in a value", flags=["bytes"], spec=[spec.DCI_HEADERS])
def utf8_value():
    """A Python string, signed as UTF-8; WSGI hands it to a server as Latin-1."""
    return Sign(
        "/api", headers=[("X-Name", "équipe")], params={"signed_headers": "host;x-dci-date;x-name"}
    )


@area.valid(
    "headers", "only the date is signed", flags=["selection", "coverage"], spec=[spec.DCI_HEADERS]
)
def host_not_signed():
    """The package signs whatever it is told. A strict verifier refuses the request."""
    return Sign("/api", params={"signed_headers": "x-dci-date"})


@area.valid("headers", "Host is verbatim", flags=["white-space"], spec=[spec.DCI_HEADERS])
def host_verbatim():
    """Blanks around it are signed; the class of release 4 drops them."""
    return Sign("/api", host=" dci.example.org  ")


@area.valid("headers", "a name twice in the list", flags=["selection"], spec=[spec.DCI_HEADERS])
def name_twice():
    """Its line stands twice as well: the list is walked through, and that is all."""
    return Sign("/api", params={"signed_headers": "host;x-dci-date;host"})


@area.valid("headers", "an empty value", flags=["white-space"], spec=[spec.DCI_HEADERS])
def empty_value():
    """'x-note:' and nothing behind it: the header is there."""
    return Sign(
        "/api", headers=[("X-Note", "")], params={"signed_headers": "host;x-dci-date;x-note"}
    )


@area.valid("headers", "a comma in a value", flags=["repeated-header"], spec=[spec.DCI_HEADERS])
def comma_in_value():
    """One value, not two."""
    return Sign(
        "/api",
        headers=[("X-Note", "a, b,c")],
        params={"signed_headers": "x-note;host;x-dci-date"},
    )
