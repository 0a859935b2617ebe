# SPDX-License-Identifier: Apache-2.0
"""The rules of a verifier's policy: its knobs, and its limits."""

from __future__ import annotations

from .spec import rule

KNOB = rule("dciauth-policy", "knobs", "a knob lets pass what it names, and nothing else")
LIMIT = rule("dciauth-policy", "limits", "what is longer than its limit is refused, and never cut")
WHOLE = rule(
    "dciauth-policy", "limits", "what is within the limits is read to its end, however long it is"
)
