# SPDX-License-Identifier: Apache-2.0
"""What the bad shims have in common: a hello, and a loop that answers line by line."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from typing import Any

Json = dict[str, Any]

HELLO: Json = {
    "id": 0,
    "status": "ok",
    "protocol": 1,
    "impl": {"name": "bad", "version": "1"},
    "ops": ["verify"],
    "profiles": ["aws4"],
    "features": ["clock.injectable"],
    "stages": [],
}


def say(message: Json) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def accept(message: Json) -> Json:
    """A verifier that is right about good requests, and wrong about all others."""
    principal = message["input"]["keyring"][0]["access_key"]
    out = {"decision": "accept", "principal": principal}
    return {"id": message["id"], "status": "ok", "out": out}


def reject(message: Json) -> Json:
    return {"id": message["id"], "status": "ok", "out": {"decision": "reject"}}


def judge(message: Json) -> Json:
    """Right about the four requests of the test's vectors."""
    request, now = message["input"]["request"], message["input"]["clock"]["now"]
    good = request["target"] == "/" and len(request["headers"]) == 3 and now == "20150830T123600Z"
    return accept(message) if good else reject(message)


def is_first_process(mark: str) -> bool:
    """True once: the file `mark` in the folder that the test gives is made then."""
    path = os.path.join(os.environ["BAD_SHIM_DIR"], mark)
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return False
    return True


def serve(answer: Callable[[Json, int], None], hello: Json | None = None, end: int = 0) -> None:
    """Calls answer(message, number) for every request but hello and bye; number counts from 1."""
    number = 0
    for line in sys.stdin:
        message = json.loads(line)
        if message["op"] == "hello":
            say(HELLO if hello is None else hello)
        elif message["op"] == "bye":
            sys.exit(end)
        elif message["op"] not in ("sign", "presign", "verify"):
            say({"id": message["id"], "status": "unsupported"})
        else:
            number += 1
            answer(message, number)
