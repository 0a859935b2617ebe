# SPDX-License-Identifier: Apache-2.0
"""The shim protocol for Python packages: everything but the package itself.

A shim gives `serve` one function per operation. A function takes a vector's `input` and returns the
answer's `out`. It raises `Unrepresentable` when the package's types cannot carry the input, and
`Refused` when the package rejected the input with an error that it declares. Any other exception is
told apart by where it came from: `raised` from inside the package, `error` from the shim itself.
"""

from __future__ import annotations

import base64
import datetime
import importlib.metadata
import json
import os
import platform
import re
import sys
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]
Header = tuple[str, str]

# What may stand in JSON as a plain string: control characters (but the LF between the lines of a
# stage), line separators, the BOM and bidi controls go as base64.
NOT_PLAIN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
)
TIMESTAMP = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z", re.ASCII)


class Unrepresentable(Exception):
    """The package's API has no way to say this; the argument says why."""


class Refused(Exception):
    """The package rejected the input with a declared error; the argument is its text."""


@dataclass
class Request:
    """A request as the vector gives it: method, target and header text decoded from UTF-8."""

    method: str
    path: str
    query: bytes
    headers: list[Header]
    body: bytes

    has_query: bool

    @property
    def target(self) -> str:
        """The path and the query, verbatim, for APIs that take both at once."""
        return self.path + ("?" + utf8(self.query, "query") if self.has_query else "")

    @property
    def names(self) -> list[str]:
        """The header names in order, in lower case."""
        return [name.lower() for name, _ in self.headers]


def octets(obj: Json, field: str, default: bytes = b"") -> bytes:
    """The bytes of `field`: a plain string, `field_b64`, or {"repeat_b64", "times"} in either."""
    if field + "_b64" in obj:
        return base64.b64decode(obj[field + "_b64"], validate=True)
    value = obj.get(field)
    if value is None:
        return default
    if isinstance(value, dict):
        return base64.b64decode(value["repeat_b64"], validate=True) * int(value["times"])
    return value.encode("utf-8")


def utf8(data: bytes, what: str) -> str:
    """`data` as the str that a Python API takes."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as exc:
        raise Unrepresentable(f"the API takes str, and the {what} is not UTF-8") from exc


def text(obj: Json, field: str, default: str = "") -> str:
    what = {"n": "header name", "v": "header value"}.get(field, field.replace("_", " "))
    return utf8(octets(obj, field, default.encode()), what)


def request_of(inp: Json) -> Request:
    req = inp["request"]
    path, has_query, query = octets(req, "target").partition(b"?")
    headers = [(text(h, "n"), text(h, "v")) for h in req.get("headers", [])]
    return Request(
        method=text(req, "method"),
        path=utf8(path, "path"),
        query=query,
        headers=headers,
        body=octets(req, "body"),
        has_query=bool(has_query),
    )


def literal_of(inp: Json) -> str | None:
    """The literal that stands for the hash of the body, or None."""
    payload = inp.get("payload", {})
    mode = payload.get("mode", "body")
    if mode not in ("body", "literal"):
        raise Unrepresentable(f"payload mode {mode!r}")
    return text(payload, "hash") if mode == "literal" else None


def datetime_of(timestamp: str) -> datetime.datetime:
    """YYYYMMDDTHHMMSSZ as an aware datetime, for APIs that take one or read the clock."""
    match = TIMESTAMP.fullmatch(timestamp)
    try:
        if match:
            numbers = [int(group) for group in match.groups()]
            return datetime.datetime(*numbers, tzinfo=datetime.timezone.utc)
    except ValueError:
        pass
    raise Unrepresentable("the API takes a datetime, and the vector's time is none")


def need_header_placement(inp: Json) -> None:
    if inp.get("params", {}).get("placement", "header") != "header":
        raise Unrepresentable("this shim drives the header signer alone")


def put(out: Json, field: str, value: str) -> None:
    """Sets `field`, or `field_b64` if the value is not plain text."""
    if NOT_PLAIN.search(value):
        out[field + "_b64"] = base64.b64encode(value.encode("utf-8")).decode("ascii")
    else:
        out[field] = value


def signed(
    authorization: str, stages: dict[str, str], after: Iterable[Header], before: list[Header]
) -> Json:
    """The answer of a sign operation; `headers` are those `after` that were not there `before`."""
    out: Json = {"stages": {}}
    put(out, "signature", authorization.rpartition("Signature=")[2])
    put(out, "authorization", authorization)
    for name, value in stages.items():
        put(out["stages"], name, value)
    given = {name.lower() for name, _ in before}
    out["headers"] = []
    for name, value in after:
        if name.lower() not in given:
            out["headers"].append({})
            put(out["headers"][-1], "n", name)
            put(out["headers"][-1], "v", value)
    return out


def from_package(exc: BaseException, packages: Iterable[str]) -> bool:
    frames = traceback.walk_tb(exc.__traceback__)
    return any(f.f_globals.get("__name__", "").split(".")[0] in packages for f, _ in frames)


def accepted(principal: str, stages: dict[str, str]) -> Json:
    """The answer of a verifier that has authenticated this access key."""
    out: Json = {"decision": "accept", "stages": {}}
    put(out, "principal", principal)
    for name, value in stages.items():
        put(out["stages"], name, value)
    return out


def rejected(native: str, message: str, stages: dict[str, str]) -> Json:
    """The answer of a verifier that has refused; `native` is the error as the package names it."""
    out: Json = {"decision": "reject", "stages": {}, "error": {}}
    put(out["error"], "native", native)
    put(out["error"], "message", message)
    for name, value in stages.items():
        put(out["stages"], name, value)
    return out


def serve(
    package: str,
    name: str,
    ops: dict[str, Callable[[Json], Json]],
    profiles: list[str],
    features: str,
    stages: str,
    homepage: str,
    issues: str,
    under: Iterable[str] = (),
) -> None:
    """Answers requests until `bye` or the end of the input; features and stages are words. `under`
    are modules that the package is used with: an error that escapes them is no bug of the shim."""
    # stdout is the protocol's alone: whatever the package prints goes to stderr.
    wire = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    hello: Json = {
        "status": "ok",
        "protocol": 1,
        "impl": {
            "name": name,
            "version": importlib.metadata.version(package),
            "language": "python",
            "language_version": platform.python_version(),
            "homepage": homepage,
            "issues": issues,
        },
        "ops": list(ops),
        "profiles": profiles,
        "features": features.split(),
        "stages": stages.split(),
    }
    for line in sys.stdin.buffer:
        message = json.loads(line)
        if message["op"] == "bye":
            break
        reply = hello if message["op"] == "hello" else answer(ops, (package, *under), message)
        reply = {"id": message["id"], **reply}
        wire.write(json.dumps(reply, ensure_ascii=True).encode("ascii") + b"\n")
        wire.flush()


def answer(ops: dict[str, Callable[[Json], Json]], packages: Iterable[str], message: Json) -> Json:
    handler = ops.get(message["op"])
    if handler is None:
        return {"status": "unsupported", "message": f"no operation {message['op']!r}"}
    try:
        return {"status": "ok", "out": handler(message["input"])}
    except Unrepresentable as exc:
        return {"status": "unrepresentable", "message": spoken(str(exc))}
    except Refused as exc:
        return {"status": "refused", "message": spoken(str(exc))}
    except Exception as exc:
        traceback.print_exc()
        status = "raised" if from_package(exc, packages) else "error"
        return {"status": status, "message": spoken(f"{type(exc).__name__}: {exc}")}


def spoken(message: str) -> str:
    """A message that quotes its input, in a line of the protocol, which holds no NUL."""
    return message.replace("\0", "\\0")
