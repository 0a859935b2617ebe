# SPDX-License-Identifier: Apache-2.0
"""The last word of the scope: the one of the dialect."""

from __future__ import annotations

from ...suite import before_sign
from . import EMPTY, both, negative

LAST = {
    "error": "scope-terminator",
    "any_of": ["signature-mismatch", "malformed-credential"],
    "severity": "low",
}
for name, title, value in (
    (
        "terminator_of_the_other_dialect",
        "the last word of the other dialect",
        lambda base: "aws4_request" if base.claim.terminator[:3] == "dci" else "dci2_request",
    ),
    (
        "terminator_longer",
        "the last word with a letter more",
        lambda base: base.claim.terminator + "_",
    ),
    (
        "terminator_shorter",
        "the last word without its end",
        lambda base: base.claim.terminator[:-1],
    ),
    (
        "terminator_upper_case",
        "the last word in upper case",
        lambda base: base.claim.terminator.upper(),
    ),
    (
        "terminator_hyphen",
        "a hyphen in the last word",
        lambda base: base.claim.terminator.replace("_", "-"),
    ),
    ("terminator_other", "another last word", lambda base: "x"),
):
    both(
        "terminator",
        "terminator",
        name,
        title,
        "It ends the scope, and nothing else does.",
        value,
        **LAST,
    )
both(
    "terminator",
    "terminator",
    "terminator_empty",
    "no last word",
    "Four parts, and a slash.",
    "",
    severity="low",
    any_of=["scope-terminator", "signature-mismatch"],
    **EMPTY,
)
negative(
    "terminator",
    "terminator_is_the_key",
    "the word stands at the front alone, signed so",
    "A search for the word finds it in the key.",
    before_sign("set-claim", "terminator", "x"),
    "scope-terminator",
    base="key_like_terminator",
    any_of=["signature-mismatch", "malformed-credential"],
    severity="low",
)
