# SPDX-License-Identifier: Apache-2.0
"""aws4, query: queries that no signer should sign."""

from ... import spec
from ...suite import Sign
from . import area


@area.invalid(
    "malformed",
    "a raw line feed",
    error="malformed-query",
    any_of=["malformed-uri"],
    flags=["injection"],
    spec=[spec.TARGET_CLEAN],
)
def raw_line_feed():
    """A line feed in a target is a second line of the HTTP request. A signer that signs it lends
    its signature to whatever the sender puts behind."""
    return Sign(b"/?a=1\nx-amz-acl:public-read")


@area.invalid(
    "malformed",
    "a raw carriage return",
    error="malformed-query",
    any_of=["malformed-uri"],
    flags=["injection"],
    spec=[spec.TARGET_CLEAN],
)
def raw_carriage_return():
    """A bare CR ends a line for lenient parsers."""
    return Sign(b"/?a=1\rb=2")


@area.invalid(
    "malformed",
    "a raw NUL",
    error="malformed-query",
    any_of=["malformed-uri"],
    flags=["injection", "bytes"],
    spec=[spec.TARGET_CLEAN],
)
def raw_nul():
    """In C the query ends here; what follows would be sent and not signed."""
    return Sign(b"/?a=1\0&b=2")


@area.invalid(
    "malformed",
    "a fragment in the target",
    error="malformed-query",
    any_of=["malformed-uri"],
    flags=["contract"],
    spec=[spec.TARGET_FRAGMENT],
)
def fragment():
    """A '#' is never sent: a signer that sees one was handed a URL from a browser and must say
    so."""
    return Sign("/?a=1#top")
