# SPDX-License-Identifier: Apache-2.0
"""The JSON Schemas of vectors/schema/, written here once so that registries and schemas cannot
drift apart."""

from __future__ import annotations

from .features import FEATURES
from .knobs import KNOBS
from .model import SCHEMA, Json
from .recipes import OPS

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SEMVER = r"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$"
ID = r"^[a-z0-9]+([._/-][a-z0-9]+)*$"
TEXT: Json = {"type": "string"}
HEX: Json = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
B64: Json = {
    "type": "string",
    "pattern": "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$",
}
WORD: Json = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
TIME: Json = {"type": "string", "pattern": "^[0-9]{8}T[0-9]{6}Z$"}
LINES: Json = {"type": "array", "items": TEXT}
# What a note may point to: public identifiers alone.
THREAD: Json = {
    "type": "string",
    "pattern": "^https://github\\.com/[^/]+/[^/]+/(issues|pull)/[0-9]+$",
}
CVE: Json = {"type": "string", "pattern": "^(CVE-[0-9]{4}-[0-9]{4,}|GHSA(-[0-9a-z]{4}){3})$"}
# An ECDSA signature in hex: DER, a sequence of two integers of P-256.
DER: Json = {"type": "string", "pattern": "^30([0-9a-f]{2}){7,71}$"}
# Where a vector is refused for its time stamp it may be any text; elsewhere it is TIME.
ANY_TIME: Json = {
    "type": "string",
    "description": "YYYYMMDDTHHMMSSZ in UTC; anything else in vectors whose result is not valid",
}


def closed(required: Json, optional: Json | None = None, **more: object) -> Json:
    """An object with these members and no other."""
    return {
        "type": "object",
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
        **more,
    }


def bytes_of(*names: str) -> tuple[Json, list[Json]]:
    """Members that are plain text or, beside that, base64: {n} or {n_b64}, exactly one of them."""
    properties = {n: TEXT for n in names} | {n + "_b64": B64 for n in names}
    rules = [{"oneOf": [{"required": [n]}, {"required": [n + "_b64"]}]} for n in names]
    return properties, rules


def object_of_bytes(names: tuple[str, ...], required: Json, overrides: Json | None = None) -> Json:
    properties, rules = bytes_of(*names)
    return closed(required, properties | (overrides or {}), allOf=rules)


def ref_to(name: str) -> Json:
    return {"$ref": f"#/$defs/{name}"}


def request() -> Json:
    repeat = closed({"repeat_b64": B64, "times": {"type": "integer", "minimum": 1}})
    headers: Json = {"type": "array", "items": object_of_bytes(("n", "v"), {})}
    return object_of_bytes(
        ("method", "target", "body"), {"headers": headers}, {"body": {"anyOf": [TEXT, repeat]}}
    )


def stages(required: Json) -> Json:
    properties, rules = bytes_of("canonical_request", "string_to_sign")
    for name in ("canonical_request", "string_to_sign"):
        properties[name] = LINES
    return closed(required, properties, allOf=rules)


SCOPE: Json = {"region": TEXT, "service": TEXT}


def params(required: Json, optional: Json) -> Json:
    return closed({"timestamp": ANY_TIME} | required, {"signed_headers": TEXT} | optional)


def one_of_many(form: Json) -> Json:
    """The result of a signer whose signatures are random: what comes before them is compared, a
    signature is verified. `form` is where the example stands in the signed request."""
    members = {"stages": ref_to("open_stages"), "public_key": ref_to("public_key")}
    return closed(members | {"example": form})


# The knobs of a policy with two sides, the strict one first.
POLICY_CHOICES = {
    "unsigned_payload": ("refuse", "allow"),
    "payload_absent": ("refuse", "hash"),
    "payload_hash_case": ("refuse", "accept"),
    "hex_case": ("refuse", "accept"),
    "auth_header_ws": ("strict", "lenient"),
    "duplicate_auth_param": ("refuse", "last"),
    "unknown_auth_param": ("refuse", "ignore"),
    "signed_headers_form": ("refuse", "canonicalise"),
    "coverage": ("required", "free"),
    "scope_date": ("strict", "signed"),
    "scope_region": ("expected", "any"),
    "scope_service": ("expected", "any"),
    "date_source": ("dialect", "http"),
    "token_unexpected": ("refuse", "ignore"),
    "view": ("wire", "wsgi"),
}
POLICY_LIMITS = (
    "method",
    "target",
    "args",
    "headers",
    "header_name",
    "header_value",
    "body",
    "access_key",
    "signed_headers",
)


def policy() -> Json:
    limit = {"type": "integer", "minimum": 1}
    members: Json = {
        "preset": {"enum": ["strict", "python-dciauth"]},
        "must_sign": {"type": "array", "items": TEXT},
        "guard": {"type": "array", "items": TEXT},
        "repeat": {"enum": ["row", "refuse", "first"]},
        "limits": closed({}, dict.fromkeys(POLICY_LIMITS, limit)),
    }
    choices = {name: {"enum": [*sides]} for name, sides in POLICY_CHOICES.items()}
    return closed({}, members | choices)


ERROR = closed({"class": WORD, "any_of": {"type": "array", "items": WORD}})

DEFS: Json = {
    "request": request(),
    "stages": stages({"signature": HEX}),
    "open_stages": stages({}),
    "public_key": closed({"x": HEX, "y": HEX}),
    "error": ERROR,
    "credentials": closed({"access_key": TEXT, "secret_key": TEXT}, {"session_token": TEXT}),
    # A scope is missing where the dialect has none.
    "sign_params": params({}, SCOPE | {"algorithm": TEXT, "terminator": TEXT, "datestamp": TEXT}),
    "presign_params": params(SCOPE | {"expires": {"type": "integer", "minimum": 0}}, {}),
    "payload": closed({"mode": {"enum": ["body", "literal"]}}, {"hash": TEXT}),
    "keyring": {"type": "array", "items": ref_to("credentials"), "minItems": 1},
    "expect": closed({"region": TEXT, "service": TEXT}),
    "clock": closed({"now": TIME, "max_skew_s": {"type": "integer", "minimum": 0}}),
    "policy": policy(),
    "signed": closed({"stages": ref_to("stages"), "authorization": TEXT}),
    "signed_example": one_of_many(closed({"signature": DER, "authorization": TEXT})),
    "presigned": object_of_bytes(("target",), {"stages": ref_to("stages")}),
    "presigned_example": one_of_many(object_of_bytes(("target",), {"signature": DER})),
    "alternative": {
        "oneOf": [
            closed({"stages": ref_to("stages"), "authorization": TEXT, "reason": TEXT}),
            closed({"error": ref_to("error"), "reason": TEXT}),
        ]
    },
    "pairs": {"type": "array", "items": object_of_bytes(("n", "v"), {})},
    "view": object_of_bytes(
        ("method", "path"),
        {"args": ref_to("pairs"), "headers": ref_to("pairs"), "body_covered": {"type": "boolean"}},
    ),
    "accept": closed(
        {"decision": {"const": "accept"}, "principal": TEXT}, {"view": ref_to("view")}
    ),
    "reject": closed({"decision": {"const": "reject"}, "error": ref_to("error")}),
    "knob": closed(
        {
            "name": {"enum": sorted(KNOBS)},
            "sides": {"type": "object", "minProperties": 2, "additionalProperties": TEXT},
        }
    ),
    "spec": {"type": "array", "items": closed({"doc": WORD, "section": TEXT, "rule": TEXT})},
    "recipe": object_of_bytes(
        ("value",),
        {
            "base": {"type": "string", "pattern": ID},
            "step": {"enum": ["before-sign", "after-sign"]},
            "op": {"enum": OPS},
        },
        {"at": TEXT, "value": TEXT},
    ),
    "provenance": closed(
        {
            "kind": {"enum": ["conformance", "compatibility"]},
            "origin": TEXT,
            "ref": TEXT,
            "oracles": {
                "type": "array",
                "items": closed(
                    {"name": TEXT, "version": TEXT, "agree": LINES}, {"disagree": TEXT}
                ),
            },
            "settled": {"type": "boolean"},
        }
    ),
    "note": closed(
        {
            "bug_type": WORD,
            "description": TEXT,
            "effect": TEXT,
            "links": {"type": "array", "items": THREAD},
            "cves": {"type": "array", "items": CVE},
        },
    ),
}

ALWAYS: Json = {
    "id": {"type": "string", "pattern": ID},
    "since": {"type": "string", "pattern": SEMVER},
    "title": {"type": "string", "minLength": 1, "maxLength": 60},
    "comment": {"type": "string", "minLength": 1},
    "level": {"enum": ["must", "should", "may"]},
    "severity": {"enum": ["none", "low", "medium", "high", "critical"]},
    "flags": {"type": "array", "items": WORD, "minItems": 1, "uniqueItems": True},
    "requires": {"type": "array", "items": {"enum": sorted(FEATURES)}, "uniqueItems": True},
    "result": {"enum": ["valid", "invalid", "acceptable"]},
    "spec": ref_to("spec"),
    "provenance": ref_to("provenance"),
    "digest": HEX,
}
SOMETIMES: Json = {
    "aliases": {"type": "array", "items": {"type": "string", "pattern": ID}},
    "changed": {"type": "array", "items": closed({"suite": TEXT, "what": TEXT})},
    "seen_in": {"type": "array", "items": closed({"impl": TEXT, "version": TEXT, "ref": TEXT})},
    "knob": ref_to("knob"),
    "conflicts_with": {"type": "array", "items": {"type": "string", "pattern": ID}},
}


def params_in_time(op: str) -> Json:
    """The parameters of a request that can be signed: the time stamp has its form."""
    return {**ref_to(op + "_params"), "properties": {"timestamp": TIME}}


def valid_has_time(op: str) -> Json:
    """A rule of signing tests: what is valid was signed at a time."""
    return {
        "if": {"properties": {"result": {"const": "valid"}}},
        "then": {"properties": {"input": {"properties": {"params": params_in_time(op)}}}},
    }


# What the input of an op holds beside the profile and the request, and which of it a group may
# have as a default.
INPUTS: Json = {
    "sign": ("payload", "credentials", "params"),
    "presign": ("payload", "credentials", "params"),
    "verify": ("keyring", "expect", "clock", "policy"),
}
HOISTED = ("credentials", "keyring", "expect", "clock")


def input_members(op: str) -> Json:
    names = {"params": op + "_params"}
    return {"profile": TEXT} | {n: ref_to(names.get(n, n)) for n in INPUTS[op]}


def signing_results(op: str) -> tuple[Json, Json]:
    """(what is expected of a signer, the members of a test beside)."""
    done = {"sign": "signed", "presign": "presigned"}[op]
    results = [ref_to(done), ref_to(done + "_example"), closed({"error": ref_to("error")})]
    more: Json = {"alternatives": {"type": "array", "items": ref_to("alternative"), "minItems": 1}}
    return {"oneOf": results}, more if op == "sign" else {}


def verify_results() -> tuple[Json, Json]:
    verdict = closed({"verify": {"oneOf": [ref_to("accept"), ref_to("reject")]}})
    return verdict, {"twin": {"type": "string", "pattern": ID}, "recipe": ref_to("recipe")}


def test_schema(op: str) -> Json:
    """A test of one kind; `input` may lack what its group's defaults give."""
    expected, extra = verify_results() if op == "verify" else signing_results(op)
    rules = {} if op == "verify" else valid_has_time(op)
    inp = closed({"request": ref_to("request")}, input_members(op))
    members = {**ALWAYS, "input": inp, "expected": expected}
    return closed(members, {**SOMETIMES, **extra}, **rules)


def group_schema(op: str) -> Json:
    members = input_members(op)
    defaults = {n: m for n, m in members.items() if n == "profile" or n in HOISTED}
    if "params" in members:
        defaults["params"] = params_in_time(op)
    return closed(
        {
            "id": {"type": "string", "pattern": ID},
            "title": TEXT,
            "source": closed({"name": TEXT, "version": TEXT, "license": TEXT}),
            "defaults": closed({}, defaults),
            "tests": {"type": "array", "items": ref_to(op + "_test"), "minItems": 1},
        }
    )


def file_schema(op: str, groups: Json) -> Json:
    return closed(
        {
            "schema": {"const": SCHEMA},
            "suite": {"type": "string", "pattern": SEMVER},
            "file": {"type": "string", "pattern": ID},
            "op": {"const": op},
            "license": {"enum": ["CC0-1.0", "Apache-2.0"]},
            "header": LINES,
            "count": {"type": "integer", "minimum": 1},
            "notes": {"type": "object", "additionalProperties": ref_to("note")},
            "groups": groups,
        }
    )


def vectors_schema() -> Json:
    def with_op(op: str) -> Json:
        return file_schema(op, {"type": "array", "items": group_schema(op), "minItems": 1})

    return {
        "$schema": DIALECT,
        "title": "A file of test vectors",
        "$defs": {**DEFS, **{op + "_test": test_schema(op) for op in INPUTS}},
        "oneOf": [with_op(op) for op in INPUTS],
    }


def sweep_schema() -> Json:
    """A file of sweeps: one group, and tests of the members that differ from byte to byte."""
    stages_only = closed({"stages": ref_to("stages")})
    refused = closed({"error": ref_to("error")})
    other = [
        closed({"stages": ref_to("stages"), "reason": TEXT}),
        closed({"error": ref_to("error"), "reason": TEXT}),
    ]
    names = ("id", "since", "title", "requires", "result", "provenance")
    test = closed(
        {
            **{name: ALWAYS[name] for name in names},
            "input": closed({"request": ref_to("request")}, {"params": ref_to("sign_params")}),
            "expected": {"oneOf": [stages_only, refused]},
        },
        {
            "knob": ref_to("knob"),
            "alternatives": {"type": "array", "items": {"oneOf": other}, "minItems": 1},
        },
    )
    group = group_schema("sign")
    group["properties"]["tests"] = {"type": "array", "items": test, "minItems": 1}
    file = file_schema("sign", {"type": "array", "items": group, "minItems": 1, "maxItems": 1})
    used = (
        "request",
        "stages",
        "error",
        "credentials",
        "sign_params",
        "knob",
        "provenance",
        "note",
    )
    return {
        "$schema": DIALECT,
        "title": "A file of sweeps: all 256 bytes in one place",
        "$defs": {name: DEFS[name] for name in used},
        **file,
    }
