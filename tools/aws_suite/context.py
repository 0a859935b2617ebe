# SPDX-License-Identifier: Apache-2.0
"""context.json of a case: with which key, for whom, when, and by which rules it is signed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from vectorgen import model
from vectorgen.reference import is_timestamp

from .problem import Problem, shown

MAX_EXPIRES = (1 << 53) - 1  # what JSON numbers hold everywhere
TIME = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z")

NEEDED = {
    "credentials": dict,
    "expiration_in_seconds": int,
    "normalize": bool,
    "region": str,
    "service": str,
    "sign_body": bool,
    "timestamp": str,
}
OPTIONAL = {"omit_session_token": bool}
KEY_NEEDED = {"access_key_id": str, "secret_access_key": str}
KEY_OPTIONAL = {"token": str}
KINDS = {dict: "an object", int: "a whole number", bool: "true or false", str: "plain text"}


@dataclass(frozen=True)
class Context:
    credentials: dict[str, str]  # as a vector has them
    expires: int
    normalize: bool
    region: str
    service: str
    sign_body: bool
    timestamp: str  # YYYYMMDDTHHMMSSZ
    omit_session_token: bool


def is_of_kind(value: object, kind: type) -> bool:
    """No bool is an int here, and text is what a vector can hold as it is."""
    if type(value) is not kind:
        return False
    return kind is not str or model.is_plain(str(value).encode("utf-8", "surrogatepass"))


def check_fields(obj: dict[str, Any], needed: dict, optional: dict, where: str) -> None:
    """A field that is not known may change what the case means."""
    kinds = needed | optional
    for name, value in obj.items():
        if name not in kinds:
            raise Problem(f"{where}: this tool does not know what {shown(name)!r} means")
        if not is_of_kind(value, kinds[name]):
            raise Problem(f"{where}: {name}: {KINDS[kinds[name]]} belongs there")
    for name in sorted(needed.keys() - obj.keys()):
        raise Problem(f"{where}: {name} is missing")


def parse_time(text: str, where: str) -> str:
    match = TIME.fullmatch(text)
    stamp = "{}{}{}T{}{}{}Z".format(*match.groups()) if match else ""
    if not is_timestamp(stamp):
        raise Problem(f"{where}: timestamp: {shown(text)!r} is no time as in 2015-08-30T12:36:00Z")
    return stamp


def load(data: bytes, where: str) -> dict[str, Any]:
    """The JSON object in a file."""
    try:
        document = model.load(data.decode("utf-8"))
    except (ValueError, RecursionError) as e:
        raise Problem(f"{where}: no JSON: {shown(e)}") from e
    if not isinstance(document, dict):
        raise Problem(f"{where}: an object belongs there")
    return document


def parse_context(data: bytes, where: str) -> Context:
    raw = load(data, where)
    check_fields(raw, NEEDED, OPTIONAL, where)
    key = raw["credentials"]
    check_fields(key, KEY_NEEDED, KEY_OPTIONAL, f"{where}: credentials")
    expires = raw["expiration_in_seconds"]
    if not 0 <= expires <= MAX_EXPIRES:
        raise Problem(f"{where}: expiration_in_seconds: from 0 to {MAX_EXPIRES} belongs there")
    credentials = {"access_key": key["access_key_id"], "secret_key": key["secret_access_key"]}
    if "token" in key:
        credentials["session_token"] = key["token"]
    return Context(
        credentials,
        expires,
        raw["normalize"],
        raw["region"],
        raw["service"],
        raw["sign_body"],
        parse_time(raw["timestamp"], where),
        raw.get("omit_session_token", False),
    )
