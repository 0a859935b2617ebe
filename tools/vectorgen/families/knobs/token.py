# SPDX-License-Identifier: Apache-2.0
"""The knob that passes over a session token beside a permanent key."""

from __future__ import annotations

from ...suite import TOKEN, Verify, after_sign, before_sign
from . import PATH, Knob

HEADER = "X-Amz-Security-Token"
POLICY = {"token_unexpected": "ignore"}
permanent = Knob(
    "knob-token",
    "token_unexpected_ignore",
    POLICY,
    "a spare token is passed over",
    "A permanent key without one.",
    flag="session-token",
)
permanent.passes(
    "signed",
    "a token beside a permanent key, tolerated",
    "Signed so; it is not looked at.",
    before_sign("add-signed-header", HEADER, TOKEN),
)
permanent.passes(
    "empty",
    "an empty token beside a permanent key, tolerated",
    "SDKs have written a header for the token they did not have.",
    before_sign("add-signed-header", HEADER),
)
permanent.refuses(
    "unsigned",
    "a token added after signing",
    "Passed over, it is still a header of the dialect's own that nobody signed.",
    after_sign("add-header", HEADER, TOKEN),
    "header-not-signed",
    "signature-mismatch",
    "token-unexpected",
    severity="medium",
)
temporary = Knob(
    "knob-token",
    "token_unexpected_ignore_session",
    POLICY,
    "a temporary key, where spare tokens are passed over",
    "Its token is no spare one.",
    flag="session-token",
    request=Verify(PATH, token=TOKEN, access_key="ASIAIOSFODNN7EXAMPLE"),
)
temporary.refuses(
    "absent",
    "a temporary key without its token",
    "Signed so. What may be too much may not be too little.",
    before_sign("remove-header", HEADER),
    "token-missing",
    "signature-mismatch",
    severity="medium",
)
temporary.refuses(
    "other",
    "the token of somebody else",
    "Signed so. A temporary key has one token.",
    before_sign("set-header", HEADER, "FwoGZXIvYXdzEXAMPLEOTHERSESSION=="),
    "token-invalid",
    "signature-mismatch",
    severity="medium",
)
