# SPDX-License-Identifier: Apache-2.0
"""The feature registry, and which features a vector needs: computed from its input, never
written by hand."""

from __future__ import annotations

import re
import urllib.parse

from . import model, reference_limits
from . import reference as ref
from .model import Json

FEATURES = {
    "payload.unsigned": "The signer can sign UNSIGNED-PAYLOAD instead of the hash of the body.",
    "payload.literal": "The signer takes a payload hash computed by the caller.",
    "header.custom": "The request can carry headers beside Host and those that the signer adds.",
    "header.repeated": "The request can carry the same header name more than once, in an order.",
    "header.content-sha256-optional": (
        "In aws4 and aws4-raw the caller can set x-amz-content-sha256, not obligatory there."
    ),
    "query.duplicate-keys": "The query can hold the same key more than once.",
    "path.raw-bytes": "The path is taken as bytes, also what no URI holds: 80-FF, a bare %.",
    "query.raw-bytes": "The query is taken as bytes, also what no URI holds: 80-FF, a bare %.",
    "header.raw-bytes": "Headers are taken as bytes: controls, 80-FF, names that are no token.",
    "token.session": "A session token can go with the credentials.",
    "clock.injectable": "The verifier can be told what time it is.",
    "signed-headers.select": "The caller can choose which headers are signed.",
    "params.constants": "The caller can set the algorithm, the terminator or the scope date.",
    "policy.python-dciauth": (
        "The verifier can be set to the verdicts of python-dciauth, of the generation of the row."
    ),
    "policy.knobs": "The verifier's policy can be set: must_sign, repeat, unsigned_payload.",
    "policy.coverage": "The policy says what need not be signed, and what must be if there: guard.",
    "policy.date": "The policy can take a Date header for the dialect's own.",
    "policy.limits": "The policy can set limits to what a request holds.",
    "policy.payload": "The policy can take a payload hash header that is absent or in upper case.",
    "policy.scope": "The policy can take another scope date, region or service.",
    "policy.syntax": "The policy can tolerate other forms of Authorization.",
    "policy.token": "The policy can pass over a session token beside a permanent key.",
    "limits.suite": (
        "The verifier has the limits of this suite where the dialect has none: a method of 32"
        " bytes, a header name of 1,024, 64 of a scope part, 4,096 of a secret."
    ),
    "view.wire": "Asked for policy.view wire, the verifier is shown what crosses the wire.",
    "view.wsgi": "Asked for policy.view wsgi, it is shown what Werkzeug and Flask make of that.",
}

# The feature that a knob needs. Of `preset` and those that are not here see of_verify.
KNOB_FEATURES = {
    "guard": "policy.coverage",
    "coverage": "policy.coverage",
    "date_source": "policy.date",
    "limits": "policy.limits",
    "payload_absent": "policy.payload",
    "payload_hash_case": "policy.payload",
    "scope_date": "policy.scope",
    "scope_region": "policy.scope",
    "scope_service": "policy.scope",
    "auth_header_ws": "policy.syntax",
    "duplicate_auth_param": "policy.syntax",
    "hex_case": "policy.syntax",
    "signed_headers_form": "policy.syntax",
    "unknown_auth_param": "policy.syntax",
    "token_unexpected": "policy.token",
}

ADDED = {
    b"host",
    b"x-amz-date",
    b"x-dci-date",
    b"dci-datetime",
    b"x-amz-security-token",
    b"authorization",
}
PATH_BYTES = re.compile(rb"(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*")
QUERY_BYTES = re.compile(rb"(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*")


def is_aws(profile: str) -> bool:
    """A row of AWS's; an imported vector may be of one that reference.py does not have."""
    return profile not in ref.ROWS or ref.ROWS[profile].is_aws


def has_raw_header(request: ref.Request) -> bool:
    for name, value in request.headers:
        if not ref.is_token(name) or any(b >= 0x7F or (b < 0x20 and b != 9) for b in value):
            return True
    return False


def has_duplicate_keys(query: bytes) -> bool:
    names = [
        n for n, _ in urllib.parse.parse_qsl(query.decode("latin-1"), True, encoding="latin-1")
    ]
    return len(set(names)) != len(names)


def of_request(profile: str, request: ref.Request) -> set[str]:
    out = set()
    path, query = ref.split_target(request.target)
    names = [n.lower() for n, _ in request.headers]
    needed = ADDED | ({b"x-amz-content-sha256"} if is_aws(profile) else set())
    if any(n not in needed for n in names):
        out.add("header.custom")
    if len(set(names)) != len(names):
        out.add("header.repeated")
    if has_raw_header(request):
        out.add("header.raw-bytes")
    if not PATH_BYTES.fullmatch(path):
        out.add("path.raw-bytes")
    if not QUERY_BYTES.fullmatch(query):
        out.add("query.raw-bytes")
    if has_duplicate_keys(query):
        out.add("query.duplicate-keys")
    return out


def of_sign(inp: Json, request: ref.Request) -> set[str]:
    out = set()
    literal = inp.get("payload", {}).get("hash")
    if literal is not None:
        out.add("payload.unsigned" if literal == ref.UNSIGNED_PAYLOAD else "payload.literal")
    hash_is_optional = is_aws(inp["profile"]) and inp["profile"] != "aws4-s3"
    if hash_is_optional and request.values(ref.HASH_HEADER.encode()):
        out.add("header.content-sha256-optional")
    if "session_token" in inp["credentials"]:
        out.add("token.session")
    if "signed_headers" in inp["params"]:
        out.add("signed-headers.select")
    if {"algorithm", "terminator", "datestamp"} & inp["params"].keys():
        out.add("params.constants")
    return out


def of_verify(inp: Json) -> set[str]:
    out = {"clock.injectable"}
    policy = inp.get("policy", {})
    if "preset" in policy:
        out.add("policy.python-dciauth")
    if "view" in policy:
        out.add(f"view.{policy['view']}")
    others = policy.keys() - {"preset", "view"}
    out |= {KNOB_FEATURES.get(knob, "policy.knobs") for knob in others}
    if any("session_token" in key for key in inp["keyring"]):
        out.add("token.session")
    return out


def of_limits(inp: Json, request: ref.Request) -> set[str]:
    """Beyond a limit that is this suite's own another verifier may well accept."""
    text = b",".join(request.values(b"authorization")).decode("latin-1")
    found = re.findall(r"Credential=([^,;&\s]*)", text)
    parts = [part for credential in found for part in credential.split("/")[1:]]
    secrets = [key["secret_key"] for key in inp["keyring"]]
    return {"limits.suite"} if reference_limits.exceeds(request, parts, secrets) else set()


def needed(op: str, inp: Json) -> list[str]:
    """The features without which this input cannot be expressed, sorted."""
    request = model.get_request(inp["request"])
    out = of_request(inp["profile"], request)
    out |= of_sign(inp, request) if op == "sign" else of_verify(inp) | of_limits(inp, request)
    return sorted(out)
