# SPDX-License-Identifier: Apache-2.0
"""bend.py HOW SHIM - the verifier SHIM but for one flaw.

A verifier that does not look at a part of the request takes any for the one that was signed: it
remembers by its signature the request that came first, and puts that part back. The other flaws are
in how it answers.
"""

from __future__ import annotations

import base64
import copy
import json
import re
import subprocess
import sys
from typing import Any

Json = dict[str, Any]
FIRST: dict[bytes, Json] = {}


def octets(obj: Json, field: str) -> bytes:
    if field + "_b64" in obj:
        return base64.b64decode(obj[field + "_b64"])
    return str(obj[field]).encode()


def copy_field(source: Json, target: Json, field: str) -> None:
    for name in (field, field + "_b64"):
        target.pop(name, None)
        if name in source:
            target[name] = source[name]


def put_back(how: str, request: Json) -> None:
    """`how` is a field of the request, or `value` of its first header."""
    text = b"".join(octets(header, "v") for header in request["headers"])
    found = re.search(rb"Signature=([0-9a-f]{64})", text)
    if not found:
        return
    first = FIRST.setdefault(found.group(1), copy.deepcopy(request))
    if how == "value":
        copy_field(first["headers"][0], request["headers"][0], "v")
    elif how in ("method", "target", "body"):
        copy_field(first, request, how)


def bend_answer(how: str, number: int, answer: Json) -> None:
    out = answer.get("out", {})
    if how == "refuses" and out.get("decision") == "accept" and number % 7 == 0:
        error = {"native": "no", "code": "signature-mismatch"}
        answer["out"] = {"decision": "reject", "error": error}
    elif how == "principal" and "principal" in out:
        out["principal"] = "root"
    elif how == "reason" and "error" in out:
        out["error"]["code"] = "limit-exceeded"
    elif how == "error" and number > 3:
        answer.update(status="error", message="bent")
    elif how == "ends" and number > 3:
        sys.exit(7)


def main() -> None:
    how, shim = sys.argv[1:3]
    real = subprocess.Popen([shim], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert real.stdin and real.stdout
    for line in sys.stdin:
        question = json.loads(line)
        if question["op"] == "verify":
            put_back(how, question["input"]["request"])
        real.stdin.write(json.dumps(question) + "\n")
        real.stdin.flush()
        if question["op"] == "bye":
            break
        answer = json.loads(real.stdout.readline())
        bend_answer(how, question["id"], answer)
        print(json.dumps(answer), flush=True)
    real.stdin.close()
    real.wait()


main()
