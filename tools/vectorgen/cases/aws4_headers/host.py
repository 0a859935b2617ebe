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
