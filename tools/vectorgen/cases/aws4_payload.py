# SPDX-License-Identifier: Apache-2.0
"""aws4: the payload hash and the session token."""

from .. import spec
from ..suite import EMPTY_HASH, TOKEN, Alternative, Area, Sign

area = Area(
    "aws4",
    "payload",
    "sign",
    "The payload hash and the session token",
    [
        "The last line of the canonical request is the SHA-256 of the body, or a word that",
        "stands for it. A session token becomes the signed header x-amz-security-token.",
    ],
    {
        "body": "The hash of the body",
        "header": "x-amz-content-sha256 where it is optional",
        "token": "Session tokens",
    },
)


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


@area.valid(
    "header",
    "the header is there and right",
    level="should",
    flags=["payload-hash"],
    spec=[spec.PAYLOAD_HASH],
)
def header_preset():
    """Outside S3 x-amz-content-sha256 is an ordinary x-amz-* header: signed if it is there."""
    return Sign("/", headers=[("X-Amz-Content-Sha256", EMPTY_HASH)])


@area.acceptable(
    "header",
    "the header is there and wrong",
    knob="preset_hash",
    error="payload-hash-mismatch",
    any_of=["argument"],
    flags=["payload-hash", "contract"],
    spec=[spec.RESERVED],
    alternatives=[Alternative("the header's value becomes the last line", payload=EMPTY_HASH)],
)
def header_preset_wrong():
    """The server compares body and header: the request is lost. A signer may believe the
    header instead."""
    return Sign("/", method="PUT", body="hello", headers=[("X-Amz-Content-Sha256", EMPTY_HASH)])


@area.valid(
    "header",
    "UNSIGNED-PAYLOAD in header and last line",
    level="should",
    flags=["unsigned-payload"],
    spec=[spec.PAYLOAD_UNSIGNED],
)
def header_unsigned():
    """The word takes the place of the hash in both."""
    return Sign(
        "/",
        method="PUT",
        body="hello",
        payload="UNSIGNED-PAYLOAD",
        headers=[("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD")],
    )


@area.valid(
    "header",
    "UNSIGNED-PAYLOAD in the last line alone",
    level="should",
    flags=["unsigned-payload"],
    spec=[spec.PAYLOAD_UNSIGNED],
)
def unsigned_without_header():
    """Services that take it without the header find out by the signature."""
    return Sign("/", method="PUT", body="hello", payload="UNSIGNED-PAYLOAD")


@area.valid(
    "token", "a session token is a signed header", flags=["session-token"], spec=[spec.TOKEN_SIGNED]
)
def token():
    """It is added before signing: it stands in the canonical headers and in the list of signed
    headers."""
    return Sign("/", token=TOKEN)


@area.valid("token", "a token with a POST form", flags=["session-token"], spec=[spec.TOKEN_SIGNED])
def token_with_body():
    """'+', '/' and '=' of the token are copied, not escaped."""
    return Sign(
        "/",
        method="POST",
        body="Param1=value1",
        token=TOKEN,
        headers=[("Content-Type", "application/x-www-form-urlencoded")],
    )


@area.valid(
    "token",
    "the token stands before and after other headers",
    flags=["session-token", "header-order"],
    spec=[spec.TOKEN_SIGNED, spec.HEADER_SORT],
)
def token_sorted():
    """Appended at the end of a list that was sorted before, it stands in the wrong place."""
    return Sign("/", token=TOKEN, headers=[("x-amz-target", "a"), ("x-amz-zone", "z")])


@area.acceptable(
    "token",
    "the token header is there already",
    knob="reserved_header",
    error="reserved-header",
    any_of=["argument", "malformed-header"],
    flags=["session-token", "contract"],
    spec=[spec.RESERVED],
    alternatives=[Alternative("the signer puts its own in its place", drop="x-amz-security-token")],
)
def token_preset():
    """Two tokens on one request: of which session?"""
    return Sign("/", token=TOKEN, headers=[("X-Amz-Security-Token", TOKEN)])


@area.invalid(
    "token",
    "the token header is not among those named",
    error="header-not-signed",
    any_of=["argument"],
    flags=["session-token", "selection", "contract"],
    spec=[spec.TOKEN_SIGNED],
)
def token_not_selected():
    """An unsigned token can be exchanged on the way."""
    return Sign("/", token=TOKEN, params={"signed_headers": "host;x-amz-date"})
