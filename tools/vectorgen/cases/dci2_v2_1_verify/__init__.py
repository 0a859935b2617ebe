# SPDX-License-Identifier: Apache-2.0
"""dci2-v2.1: strict verdicts, and beside them those of python-dciauth 2.1.7."""

from ...suite import Area

area = Area(
    "dci2-v2.1",
    "verify",
    "verify",
    "What a verifier of DCI requests must accept and refuse",
    [
        "python-dciauth 2.1.7 accepts much that a strict verifier must not. Each such behaviour",
        "is two vectors: a negative under the strict policy, and a valid one under",
        "policy.preset python-dciauth (group compat).",
    ],
    {
        "accept": "Honest requests",
        "lenient": "Refused by the strict policy, accepted by python-dciauth 2.1.7",
        "compat": "The same under the policy python-dciauth",
        "binding": "Changed after signing",
        "date": "Dates and the clock",
        "syntax": "Keys and the Authorization header",
        "disputed": "Where verifiers legitimately differ",
    },
)

NOW = "20240919T132639Z"
