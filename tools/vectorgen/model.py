# SPDX-License-Identifier: Apache-2.0
"""How bytes and documents are written: plain text or base64, canonical JSON, digests, and the
way back."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from typing import Any

from . import reference as ref

Json = dict[str, Any]

SUITE = "0.2.0"
SCHEMA = "dciauth-vectors-1"
FLAT_SCHEMA = "dciauth-vectors-flat-1"
WIDTH = 120
# Files whose name ends like this hold sweeps: every byte in one place, written by no hand.
GENERATED = "-generated"

# Not plain text: controls, what breaks lines, the byte order mark, marks that reorder text.
NOT_PLAIN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)


def is_plain(data: bytes) -> bool:
    try:
        return NOT_PLAIN.search(data.decode("utf-8")) is None
    except UnicodeDecodeError:
        return False


def put_bytes(out: Json, key: str, data: bytes) -> None:
    """Writes `key`, or `key_b64` where the bytes are not plain text."""
    if is_plain(data):
        out[key] = data.decode("utf-8")
    else:
        out[key + "_b64"] = base64.b64encode(data).decode("ascii")


def get_bytes(obj: Json, key: str) -> bytes:
    if key + "_b64" in obj:
        return base64.b64decode(obj[key + "_b64"], validate=True)
    value = obj.get(key, "")
    if isinstance(value, dict):
        return base64.b64decode(value["repeat_b64"], validate=True) * value["times"]
    return value.encode("utf-8")


def put_lines(out: Json, key: str, data: bytes) -> None:
    """Writes a stage as an array of lines, or as `key_b64` where a line is not plain text."""
    lines = data.split(b"\n")
    if all(is_plain(line) for line in lines):
        out[key] = [line.decode("utf-8") for line in lines]
    else:
        out[key + "_b64"] = base64.b64encode(data).decode("ascii")


def get_lines(obj: Json, key: str) -> bytes | None:
    """A stage's bytes from a vector (array of lines) or from the wire (one string); None if it
    is not there."""
    if key + "_b64" in obj:
        return base64.b64decode(obj[key + "_b64"], validate=True)
    value = obj.get(key)
    if value is None:
        return None
    return ("\n".join(value) if isinstance(value, list) else value).encode("utf-8")


def put_body(out: Json, body: bytes) -> None:
    """A long body that repeats one byte is written as such."""
    if len(body) > 1024 and body == body[:1] * len(body):
        out["body"] = {"repeat_b64": base64.b64encode(body[:1]).decode("ascii"), "times": len(body)}
    else:
        put_bytes(out, "body", body)


def put_request(request: ref.Request) -> Json:
    out: Json = {}
    put_bytes(out, "method", request.method)
    put_bytes(out, "target", request.target)
    out["headers"] = []
    for name, value in request.headers:
        header: Json = {}
        put_bytes(header, "n", name)
        put_bytes(header, "v", value)
        out["headers"].append(header)
    put_body(out, request.body)
    return out


def get_request(obj: Json) -> ref.Request:
    headers = [(get_bytes(h, "n"), get_bytes(h, "v")) for h in obj["headers"]]
    return ref.Request(
        get_bytes(obj, "method"), get_bytes(obj, "target"), headers, get_bytes(obj, "body")
    )


def get_params(inp: Json) -> ref.Params:
    payload = inp.get("payload", {"mode": "body"})
    return ref.Params(**inp["credentials"], **inp["params"], payload=payload.get("hash", ""))


# ---- Canonical JSON ------------------------------------------------------------------------------


def compact(value: Any) -> str:
    """The form that digests are taken of: keys sorted, no blanks, UTF-8."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(value: Any) -> str:
    return hashlib.sha256(compact(value).encode("utf-8")).hexdigest()


def inline(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))


def layout(value: Any, indent: int = 0, used: int = 0) -> str:
    """Canonical formatting: what fits into a line of 120 is one line, all else is one member a
    line."""
    flat = inline(value)
    if not isinstance(value, (dict, list)) or not value or indent + used + len(flat) < WIDTH:
        return flat
    pad = " " * (indent + 1)
    if isinstance(value, list):
        rows = [pad + layout(item, indent + 1) for item in value]
        return "[\n" + ",\n".join(rows) + "\n" + " " * indent + "]"
    rows = []
    for key, item in value.items():
        head = inline(key) + ": "
        rows.append(pad + head + layout(item, indent + 1, len(head) + 1))
    return "{\n" + ",\n".join(rows) + "\n" + " " * indent + "}"


def layout_sweep(document: Json) -> str:
    """As any other document, but a test is one line, however long."""
    (group,) = document["groups"]
    rows = ",\n".join("    " + inline(test) for test in group["tests"])
    frame = layout({**document, "groups": [{**group, "tests": ["here"]}]})
    before, _, after = frame.rpartition('["here"]')
    return f"{before}[\n{rows}\n   ]{after}"


def dump(value: Any) -> str:
    is_sweep = isinstance(value, dict) and str(value.get("file", "")).endswith(GENERATED)
    return (layout_sweep(value) if is_sweep else layout(value)) + "\n"


def refuse_duplicates(pairs: list[tuple[str, Any]]) -> Json:
    out: Json = {}
    for key, value in pairs:
        if key in out:
            raise ValueError(f"the key {key!r} is there twice")
        out[key] = value
    return out


def load(text: str) -> Any:
    return json.loads(text, object_pairs_hook=refuse_duplicates)
