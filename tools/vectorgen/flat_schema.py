# SPDX-License-Identifier: Apache-2.0
"""The JSON Schema of a line that `flat` writes: a test of schema/vectors.schema.json or of
schema/generated.schema.json, whose input lacks nothing, and what its file and group say of it."""

from __future__ import annotations

from .model import FLAT_SCHEMA, Json
from .schemas import (
    DIALECT,
    DEFS,
    ID,
    INPUTS,
    SEMVER,
    TEXT,
    closed,
    input_members,
    ref_to,
    sweep_schema,
    test_schema,
)

OPTIONAL = ("payload", "policy")


def context(op: str) -> Json:
    """What a line has from its file and its group."""
    return {
        "schema": {"const": FLAT_SCHEMA},
        "suite": {"type": "string", "pattern": SEMVER},
        "file": {"type": "string", "pattern": ID},
        "op": {"const": op},
        "profile": TEXT,
        "group": closed(
            {
                "id": {"type": "string", "pattern": ID},
                "title": TEXT,
                "source": closed({"name": TEXT, "version": TEXT, "license": TEXT}),
            }
        ),
    }


def whole_input(op: str) -> Json:
    """An input to which no default is to be added."""
    members = {"request": ref_to("request"), **input_members(op)}
    optional = {name: members.pop(name) for name in OPTIONAL if name in members}
    return closed(members, optional)


def line_of(test: Json, op: str, more: Json) -> Json:
    """The schema of a test made that of a line."""
    known: Json = dict(test["properties"]) | {"input": whole_input(op)} | context(op) | more
    required = [*test["required"], *context(op), *more]
    return {**test, "properties": known, "required": required}


def flat_schema() -> Json:
    notes = {"notes": {"type": "object", "additionalProperties": ref_to("note")}}
    sweep = sweep_schema()["properties"]["groups"]["items"]["properties"]["tests"]["items"]
    forms = {op + "_line": line_of(test_schema(op), op, notes) for op in INPUTS}
    forms["sweep_line"] = line_of(sweep, "sign", {})
    return {
        "$schema": DIALECT,
        "title": "A line of the flat export",
        "$defs": {**DEFS, **forms},
        "oneOf": [ref_to(name) for name in forms],
    }
