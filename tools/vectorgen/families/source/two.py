# SPDX-License-Identifier: Apache-2.0
"""Two Authorization headers, or two values in one."""

from __future__ import annotations

from ... import spec
from ...model import Json
from ...suite import Base, after_sign
from . import ZEROS, family, victim


def spoilt(base: Base) -> str:
    return base.authorization.replace(base.signature, ZEROS)


def another(base: Base) -> str:
    return base.authorization.replace(base.credential, victim(base))


def two(name: str, title: str, comment: str, other: object, severity: str) -> None:
    """The right one first and last."""
    options = {
        "error": "duplicate-authorization",
        "any_of": [
            "malformed-auth-header",
            "malformed-header",
            "signature-mismatch",
            "unknown-key",
        ],
        "severity": severity,
        "flags": ["auth-source", "repeated-header"],
        "spec": [spec.ONE_AUTH],
    }
    for word, op in (("first", "add-header"), ("last", "prepend-header")):
        family.put(
            "invalid",
            "two",
            f"{name}_right_{word}",
            f"{title}, the right one {word}",
            comment,
            lambda base, op=op: after_sign(op, "Authorization", other(base)),
            **options,
        )


two(
    "junk_beside",
    "one with zeros for its signature",
    "Proxy and server choose differently.",
    spoilt,
    "low",
)
two(
    "another_beside",
    "one that names another key",
    "Checked for the one, carried out as the other.",
    another,
    "critical",
)
two(
    "bearer_beside",
    "a bearer token beside",
    "Two schemes, two middlewares: whoever comes first decides.",
    lambda base: "Bearer EXAMPLE",
    "low",
)


def joined(name: str, title: str, comment: str, right_first: bool) -> None:
    """What a hop makes of two header lines: one value with a comma in it."""

    def text(base: Base) -> Json:
        pair = [base.authorization, another(base)]
        value = ", ".join(pair if right_first else reversed(pair))
        return after_sign("set-header", "Authorization", value)

    family.put(
        "invalid",
        "two",
        name,
        title,
        comment,
        text,
        error="malformed-auth-header",
        any_of=[
            "duplicate-auth-param",
            "malformed-credential",
            "signature-malformed",
            "signature-mismatch",
            "unknown-key",
        ],
        severity="critical",
        flags=["auth-source", "auth-syntax"],
        spec=[spec.ONE_AUTH],
    )


joined(
    "joined_right_first",
    "two values joined, the right one first",
    "A hop may join two lines of one name. Where the fields go into a map, the last ones count.",
    True,
)
joined(
    "joined_right_last",
    "two values joined, the right one last",
    "Where the fields go into a map, the right ones count, and the log has the other key.",
    False,
)
