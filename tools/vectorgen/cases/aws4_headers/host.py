# SPDX-License-Identifier: Apache-2.0
"""aws4, headers: Host."""

from ... import spec
from ...suite import AWS_HOST, Alternative, Sign
from . import area


@area.valid(
    "host",
    "a port that is not the default",
    flags=["host-port"],
    spec=[spec.HOST_PORT, spec.HOST_SIGNED],
)
def host_with_port():
    """It is on the wire and it is signed. AWS's own suite has no port at all."""
    return Sign("/", host="example.amazonaws.com:8443")


@area.valid(
    "host",
    "an IPv6 literal with a port",
    flags=["host-port"],
    spec=[spec.HOST_PORT, spec.HOST_SIGNED],
)
def host_ipv6():
    """Cutting at the first or at the last ':' are both wrong without a look at the brackets."""
    return Sign("/", host="[2001:db8::1]:8443")


@area.valid(
    "host",
    "Host is signed as given, case and dot too",
    level="should",
    flags=["host-port"],
    spec=[spec.HOST_SIGNED],
)
def host_case_kept():
    """A server sees what was sent. Lower-casing is harmless only if the same happens to the
    request on the wire."""
    return Sign("/", host="Example.AmazonAWS.com.")


@area.acceptable(
    "host",
    "the default port in Host",
    knob="default_port",
    flags=["host-port"],
    spec=[spec.HOST_PORT],
    alternatives=[
        Alternative(
            "the port is left out",
            {"headers": b"host:example.amazonaws.com\nx-amz-date:20150830T123600Z\n"},
        )
    ],
)
def host_default_port():
    """Signed as given it verifies if it is also sent so; a client may take ':443' off, if it
    does so in both places."""
    return Sign("/", host=AWS_HOST + ":443")


@area.acceptable(
    "host",
    "port 80 in Host",
    knob="default_port",
    flags=["host-port"],
    spec=[spec.HOST_PORT],
    alternatives=[
        Alternative(
            "the port is left out",
            {"headers": b"host:example.amazonaws.com\nx-amz-date:20150830T123600Z\n"},
        )
    ],
)
def host_port_80():
    """The default of http, and of https not: a signer that knows no scheme has no reason to take it
    off, and one that takes ':80' off in https sends to another port than it signed."""
    return Sign("/", host=AWS_HOST + ":80")


@area.acceptable(
    "host",
    "an IPv6 literal with the default port",
    knob="default_port",
    flags=["host-port"],
    spec=[spec.HOST_PORT],
    alternatives=[
        Alternative(
            "the port is left out",
            {"headers": b"host:[2001:db8::1]\nx-amz-date:20150830T123600Z\n"},
        )
    ],
)
def host_ipv6_default_port():
    """With the port off, the brackets must stay: stripPort() of the Go SDKs leaves '2001:db8::1',
    which is no Host."""
    return Sign("/", host="[2001:db8::1]:443")


@area.valid("host", "an IPv6 literal without a port", flags=["host-port"], spec=[spec.HOST_SIGNED])
def host_ipv6_bare():
    """Cut at the last ':' it is '[2001:db8:', and the port is ':1]'."""
    return Sign("/", host="[2001:db8::1]")


@area.valid(
    "host",
    "an IPv6 literal that is not in its shortest form",
    level="should",
    flags=["host-port"],
    spec=[spec.HOST_SIGNED],
)
def host_ipv6_long_form():
    """URL classes after the WHATWG standard make '[2001:db8::1]' of it: harmless only if that is
    what is sent."""
    return Sign("/", host="[2001:DB8:0:0:0:0:0:1]:8443")


@area.valid(
    "host",
    "an IPv6 literal with a zone",
    level="should",
    flags=["host-port"],
    spec=[spec.HOST_SIGNED],
)
def host_ipv6_zone():
    """'%25' stays: decoded, the value is another; and no client knows the zones of its server."""
    return Sign("/", host="[fe80::1%25eth0]:8443")


@area.valid(
    "host",
    "an IPv4 address in a short form",
    level="should",
    flags=["host-port"],
    spec=[spec.HOST_SIGNED],
)
def host_ipv4_short_form():
    """inet_aton() and browsers' URL classes read 127.0.0.1 in it, and write that."""
    return Sign("/", host="127.1:9000")


@area.valid("host", "an underscore in the host", flags=["host-port"], spec=[spec.HOST_SIGNED])
def host_underscore():
    """getHost() of Java's URI is null for it: 'null' is signed, or the signer raises. Containers
    and buckets have such names."""
    return Sign("/", host="my_service.example:8080")


@area.valid(
    "host",
    "a name in Punycode",
    level="should",
    flags=["host-port"],
    spec=[spec.HOST_SIGNED],
)
def host_punycode():
    """Shown to people it is 'bücher.example'. On the wire and in the signature it is ASCII."""
    return Sign("/", host="xn--bcher-kva.example")


@area.valid(
    "host",
    "a final dot before the port",
    level="should",
    flags=["host-port"],
    spec=[spec.HOST_SIGNED],
)
def host_final_dot_and_port():
    """The absolute form of a name. Clients that take the dot off for TLS must not sign another Host
    than they send."""
    return Sign("/", host="example.amazonaws.com.:8443")


@area.valid(
    "host",
    "a port with leading zeros",
    level="should",
    flags=["host-port"],
    spec=[spec.HOST_SIGNED, spec.HOST_PORT],
)
def host_port_zeros():
    """Read as a number it is 443 and is stripped as the default; the server sees ':0443'."""
    return Sign("/", host=AWS_HOST + ":0443")


@area.valid(
    "host",
    "a colon and no port",
    level="should",
    flags=["host-port"],
    spec=[spec.HOST_SIGNED],
)
def host_port_empty():
    """RFC 3986 allows the empty port. A split at ':' finds '' and raises, or makes ':0' of it."""
    return Sign("/", host=AWS_HOST + ":")


@area.valid(
    "host", "blanks around Host", flags=["host-port", "white-space"], spec=[spec.HEADER_TRIM]
)
def host_trimmed():
    """Its value is trimmed like every other. Signers that set 'host:' by a line of its own
    forget."""
    return Sign("/", host=f"  {AWS_HOST}  ")


@area.valid(
    "host",
    "a host that names another region and service",
    flags=["host-port", "scope"],
    spec=[spec.HOST_SIGNED, spec.SCOPE],
)
def host_of_another_region():
    """Region and service are the caller's. Signers that read them from the host name (aws4 of Node
    where they are not given, AWS::Signature4 of Perl always) sign another scope."""
    return Sign("/", host="dynamodb.eu-west-1.amazonaws.com")
