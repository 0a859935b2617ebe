# SPDX-License-Identifier: Apache-2.0
"""The files of vectors/schema/: the schemas of the files of vectors, and those of the registries
beside them."""

from __future__ import annotations

from .flat_schema import flat_schema
from .model import Json
from .schemas import DIALECT, ID, SEMVER, TEXT, WORD, closed, sweep_schema, vectors_schema


def list_of(title: str, item: Json) -> Json:
    return {"$schema": DIALECT, "title": title, "type": "array", "items": item}


def released() -> Json:
    """The record of the last release: each id, and each sweep, with what decides about it."""

    def entries(settled: Json) -> Json:
        digest: Json = {"type": "string", "pattern": "^[0-9a-f]{16}$"}
        semver: Json = {"type": "string", "pattern": SEMVER}
        entry = closed({"since": semver, "decides": digest, "settled": settled})
        return {
            "type": "object",
            "propertyNames": {"pattern": ID},
            "additionalProperties": entry,
        }

    return {
        "$schema": DIALECT,
        "title": "What the last release of the suite held",
        **closed(
            {
                "suite": {"type": "string", "pattern": SEMVER},
                "vectors": entries({"type": "boolean"}),
                "sweeps": entries({"type": "integer", "minimum": 0}),
                "retired": {"type": "array", "items": {"type": "string", "pattern": ID}},
            }
        ),
    }


def schemas() -> dict[str, Json]:
    """File name below vectors/ -> document."""
    rule_value: Json = {"type": ["string", "integer"]}
    return {
        "schema/vectors.schema.json": vectors_schema(),
        "schema/flat.schema.json": flat_schema(),
        "schema/generated.schema.json": sweep_schema(),
        "schema/features.schema.json": {
            "$schema": DIALECT,
            "title": "The feature registry",
            "type": "object",
            "propertyNames": {"pattern": r"^[a-z0-9]+([.-][a-z0-9]+)*$"},
            "additionalProperties": TEXT,
        },
        "schema/knobs.schema.json": {
            "$schema": DIALECT,
            "title": "The knob registry",
            "type": "object",
            "additionalProperties": {
                "type": "object",
                "minProperties": 2,
                "additionalProperties": TEXT,
            },
        },
        "schema/errors.schema.json": list_of(
            "Error classes in the order of checks",
            closed(
                {
                    "class": WORD,
                    "reason": {"type": "string", "pattern": "^[A-Z0-9_]+$"},
                    "text": TEXT,
                }
            ),
        ),
        "schema/profiles.schema.json": list_of(
            "Dialects, one object of rules each",
            {"type": "object", "required": ["name"], "additionalProperties": rule_value},
        ),
        "schema/sources.schema.json": list_of(
            "Documents that rules are taken from",
            closed({"id": WORD, "title": TEXT, "url": TEXT, "version": TEXT}),
        ),
        "schema/released.schema.json": released(),
        "schema/retired.schema.json": list_of(
            "Withdrawn vectors",
            closed({"id": {"type": "string", "pattern": ID}, "suite": TEXT, "why": TEXT}),
        ),
    }
