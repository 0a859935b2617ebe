# SPDX-License-Identifier: Apache-2.0
"""aws4: what a verifier must accept and what it must refuse."""

from ... import spec
from ...suite import Area

area = Area(
    "aws4",
    "verify",
    "verify",
    "What a verifier of the generic dialect must accept and refuse",
    [
        "Every negative differs from its twin by one mutation. With after-sign the signature is",
        "the twin's (does it bind this?), with before-sign the request was signed again with",
        "the right secret (is it refused all the same?). A verifier that refuses everything",
        "passes no negative: its twins fail.",
    ],
    {
        "accept": "Honest requests",
        "binding": "Changed after signing",
        "coverage": "What is not under the signature",
        "date": "Dates and the clock",
        "scope": "The credential scope",
        "identity": "Keys and tokens",
        "syntax": "The Authorization header",
        "payload": "The body",
        "disputed": "Where verifiers legitimately differ",
    },
)

NOW = "20150830T123700Z"
SEEN = [spec.SIGNATURE]
