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
