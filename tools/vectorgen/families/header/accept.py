# SPDX-License-Identifier: Apache-2.0
"""Honest requests: the twins of the others."""

from __future__ import annotations

from ... import spec
from ...suite import Verify, after_sign
from . import HOST, family, honest

honest(
    "note",
    "a signed header",
    "The twin of most of the others.",
    [("X-Note", "two words")],
    ["baseline"],
)
honest(
    "quoted",
    "a signed value in quotes",
    "Quotes are characters like others.",
    [("X-Note", '"two words"')],
    ["white-space"],
)
honest(
    "empty",
    "a signed value that is empty",
    "There, and nothing in it: not the same as absent.",
    [("X-Note", "")],
    ["over-strict"],
)
honest(
    "colon",
    "a signed value with a colon",
    "The first colon of a line is the separator, the others are data.",
    [("X-Note", "a:b")],
    ["over-strict"],
)
honest(
    "listed",
    "a signed value with commas",
    "One line of three members.",
    [("X-Note", "a,b,c")],
    ["repeated-header"],
)
honest(
    "repeated",
    "a signed header on three lines",
    "Joined in the order received.",
    [("X-Note", "b"), ("X-Note", "a"), ("X-Note", "b")],
    ["repeated-header", "over-strict"],
)
honest(
    "utf8",
    "a signed value in UTF-8",
    "Octets beyond ASCII are opaque.",
    [("X-Note", "café")],
    ["bytes", "over-strict"],
)
honest(
    "long",
    "a signed value of 5,000 characters",
    "Longer than the buffers of many a server in C.",
    [("X-Note", "0123456789" * 499 + "0123456-no")],
    ["bytes", "over-strict"],
)
honest(
    "two_notes",
    "two signed headers, one of them empty",
    "The twin of what is moved from the one to the other.",
    [("X-Note", "read,write"), ("X-Note-Two", "")],
    ["baseline"],
)
honest("host", "another host", "Signed as sent.", [], ["baseline"], host=HOST)
honest(
    "host_with_port",
    "a host with a port",
    "Signed as sent.",
    [],
    ["host-port"],
    host=HOST + ":8443",
)
honest(
    "host_ipv6",
    "a host that is an address in brackets",
    "Signed as sent, brackets and port.",
    [],
    ["host-port", "over-strict"],
    host="[2001:db8::1]:8443",
)


@family.valid("accept", "an unsigned Forwarded", flags=["over-strict"], spec=[spec.UNSIGNED_OK])
def forwarded():
    """RFC 7239: what a proxy says of the request that it got. Nobody has signed it."""
    return Verify(
        "/reports", host=HOST, unsigned=[("Forwarded", f"for=192.0.2.1;host={HOST};proto=https")]
    )


@family.valid(
    "accept", "unsigned X-Forwarded-Port and -Proto", flags=["over-strict"], spec=[spec.UNSIGNED_OK]
)
def forwarded_port():
    """What a proxy was asked for."""
    return Verify(
        "/reports",
        host=HOST + ":8443",
        unsigned=[("X-Forwarded-Port", "8443"), ("X-Forwarded-Proto", "https")],
    )


@family.valid(
    "accept",
    "a signed name in other letters",
    base="note",
    flags=["header-order", "over-strict"],
    spec=[spec.HEADER_CASE],
)
def name_in_upper_case():
    """Names have no case: a hop may write them as it likes."""
    return after_sign("rename-header", "X-Note", "X-NOTE")


@family.valid(
    "accept",
    "blanks and tabs around a value",
    base="note",
    flags=["white-space", "over-strict"],
    spec=[spec.HEADER_OWS],
)
def padded():
    """No part of the value."""
    return after_sign("set-header", "X-Note", " \t two words\t ")
