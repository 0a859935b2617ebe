# SPDX-License-Identifier: Apache-2.0
"""Another scheme."""

from __future__ import annotations

from ... import spec
from ...model import Json
from ...suite import Base, after_sign
from . import family


def scheme(name: str, title: str, comment: str, value: object, **more: object) -> None:
    def recipe(base: Base) -> Json:
        text = value(base) if callable(value) else value
        return after_sign("set-header", "Authorization", text)

    options = {
        "error": "bad-algorithm",
        "any_of": ["no-auth", "malformed-auth-header"],
        "severity": "critical",
        "flags": ["auth-source", "algorithm"],
        "spec": [spec.ALGORITHM],
    }
    family.put("invalid", "scheme", name, title, comment, recipe, **options | more)


def fields_of(base: Base) -> str:
    return base.authorization.partition(" ")[2]


scheme(
    "version_2",
    "Signature Version 2",
    "'AWS key:signature'. A default branch for schemes of old lets it pass.",
    lambda base: f"AWS {base.claim.access_key}:frJIUN8DYpKDtOLCwo//yllqDzg=",
)
scheme(
    "basic",
    "Basic",
    "Another scheme is no reason to look no further.",
    "Basic QUtJREVYQU1QTEU6c2VjcmV0",
)
scheme(
    "bearer_with_fields",
    "Bearer, with the fields of this dialect",
    "Fields that are found wherever they stand.",
    lambda base: "Bearer EXAMPLE, " + fields_of(base),
)
scheme(
    "basic_with_fields",
    "Basic, and behind it the right value",
    "A search for the algorithm word finds it anywhere.",
    lambda base: "Basic QUtJREVYQU1QTEU6c2VjcmV0, " + base.authorization,
)
scheme(
    "anonymous",
    "the word 'anonymous'",
    "A value that some servers put there themselves, between their own parts.",
    "anonymous",
)
