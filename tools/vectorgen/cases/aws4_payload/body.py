# SPDX-License-Identifier: Apache-2.0
"""aws4, payload: the hash of the body."""

from ... import spec
from ...suite import EMPTY_HASH, Sign
from . import area


@area.valid("body", "an empty body", flags=["payload-hash", "baseline"], spec=[spec.PAYLOAD_EMPTY])
def empty():
    """e3b0c442…: the hash of nothing, not an empty line, for POST as for GET."""
    return Sign("/", method="POST")


@area.valid("body", "a form", flags=["payload-hash"], spec=[spec.PAYLOAD_HASH])
def form():
    """The body is hashed as it is sent. It is not part of the query, whatever its type says."""
    return Sign(
        "/",
        method="POST",
        headers=[("Content-Type", "application/x-www-form-urlencoded")],
        body="Action=ListUsers&Version=2010-05-08",
    )


@area.valid("body", "UTF-8", flags=["payload-hash", "bytes"], spec=[spec.PAYLOAD_HASH])
def utf8():
    """Bytes are hashed, not characters: the length in characters is of no use."""
    return Sign("/", method="PUT", body='{"name":"ሴ 😀"}')


@area.valid(
    "body", "bytes with NUL in them", flags=["payload-hash", "bytes"], spec=[spec.PAYLOAD_HASH]
)
def binary():
    """strlen() ends at the first one."""
    return Sign("/", method="PUT", body=bytes(range(256)))


@area.valid("body", "line ends stay", flags=["payload-hash", "bytes"], spec=[spec.PAYLOAD_HASH])
def line_ends():
    """A file opened as text has its CR LF changed before it is hashed."""
    return Sign("/", method="PUT", body="a\r\nb\nc\r")


@area.valid("body", "one MiB", flags=["payload-hash"], spec=[spec.PAYLOAD_HASH])
def one_mebibyte():
    """Longer than a usual read buffer: a loop that forgets the last piece shows."""
    return Sign("/", method="PUT", body=b"a" * (1 << 20))


@area.valid("body", "a body with GET", flags=["payload-hash"], spec=[spec.PAYLOAD_HASH])
def get_with_body():
    """Unusual and signed all the same."""
    return Sign("/", body="query")


@area.valid(
    "body", "a hash computed by the caller", flags=["payload-hash"], spec=[spec.PAYLOAD_HASH]
)
def precomputed():
    """For bodies that are too large to be read twice."""
    return Sign(
        "/",
        method="PUT",
        body="hello",
        payload="2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
    )


@area.invalid(
    "body",
    "a literal that is neither hash nor word",
    error="payload-hash-invalid",
    any_of=["payload-mode-not-allowed", "argument"],
    level="should",
    flags=["contract", "payload-hash"],
    spec=[spec.PAYLOAD_HASH],
)
def literal_unknown():
    """A typing error here fails on the server, long after."""
    return Sign("/", method="PUT", body="hello", payload="unsigned-payload")


@area.invalid(
    "body",
    "an upper-case hash computed by the caller",
    error="payload-hash-invalid",
    any_of=["argument"],
    level="should",
    flags=["contract", "payload-hash"],
    spec=[spec.PAYLOAD_HASH],
)
def literal_upper_case():
    """The server compares it, or signs it, in lower case."""
    return Sign("/", method="PUT", payload=EMPTY_HASH.upper())
