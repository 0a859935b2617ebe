# SPDX-License-Identifier: Apache-2.0
"""aws4, payload: session tokens."""

from ... import spec
from ...suite import TOKEN, Alternative, Sign
from . import area


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


@area.valid(
    "token",
    "an empty token is no token",
    level="should",
    flags=["session-token"],
    spec=[spec.TOKEN_SIGNED],
)
def token_empty():
    """What an environment variable without value gives. The header with nothing in it is signed by
    some, and a server then looks for a session."""
    return Sign("/", token="")


@area.valid(
    "token",
    "blanks in and around a token",
    flags=["session-token", "white-space"],
    spec=[spec.TOKEN_SIGNED, spec.HEADER_TRIM],
)
def token_with_blanks():
    """Cut out of a file with its indentation. The header is sent as it is and canonicalised like
    any other: aws-sigv4 1.6.4 of Rust neither trims nor collapses this one."""
    return Sign("/", token="  AQoDEXAMPLE  token ")


@area.valid(
    "token",
    "escapes in a token",
    flags=["session-token", "escape-set"],
    spec=[spec.TOKEN_SIGNED],
)
def token_with_escapes():
    """In a header nothing is decoded and nothing encoded: '%2B' stays, and '+' is not '%2B' or a
    blank. Code that was written for the token in a query does both."""
    return Sign("/", token='EXAMPLE%2Btoken+%3D/;,"x"=')


@area.valid(
    "token", "a token of four thousand bytes", flags=["session-token"], spec=[spec.TOKEN_SIGNED]
)
def token_long():
    """Tokens have no fixed length and grow with what they grant. A fixed buffer cuts them."""
    return Sign("/", token="EXAMPLE/" * 500)


@area.valid(
    "token",
    "a token that is not ASCII",
    level="should",
    flags=["session-token", "bytes"],
    spec=[spec.TOKEN_SIGNED],
)
def token_utf8():
    """Servers other than AWS make tokens of their own. The header is its bytes."""
    return Sign("/", token="EXAMPLE-tökén")


@area.valid(
    "token",
    "names that are nearly the token's",
    flags=["session-token", "header-order"],
    spec=[spec.TOKEN_SIGNED, spec.HEADER_SORT],
)
def token_neighbours():
    """A filter by prefix that keeps a second token out takes these with it; x-amz-s3session-token,
    the token of directory buckets, is a header like any other here."""
    return Sign(
        "/",
        token=TOKEN,
        headers=[
            ("X-Amz-Security-Token-2", "b"),
            ("x-amz-security", "a"),
            ("x-amz-s3session-token", "c"),
        ],
    )


@area.valid(
    "token",
    "a token and a choice of headers",
    flags=["session-token", "selection"],
    spec=[spec.TOKEN_SIGNED, spec.SIGNED_LIST],
)
def token_selected():
    """The caller's list names what the signer adds. One that adds the name itself lists it
    twice."""
    return Sign(
        "/",
        token=TOKEN,
        headers=[("Accept", "*/*")],
        params={"signed_headers": "host;x-amz-date;x-amz-security-token"},
    )
