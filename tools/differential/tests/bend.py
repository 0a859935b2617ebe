# SPDX-License-Identifier: Apache-2.0
"""bend.py HOW SHIM [ARGUMENT...] - the program SHIM but for one flaw. Arguments are passed over.

Some flaws are in what it does with a request: SHIM gets the request changed, so that its answer is
that of a signer with this bug. The others are in how it answers.
"""

from __future__ import annotations

import base64
import json
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

Json = dict[str, Any]


def octets(obj: Json, field: str) -> bytes:
    return base64.b64decode(obj[field + "_b64"]) if field + "_b64" in obj else obj[field].encode()


def change(obj: Json, field: str, function: Callable[[bytes], bytes]) -> None:
    data = function(octets(obj, field))
    obj.pop(field, None)
    obj[field + "_b64"] = base64.b64encode(data).decode()


def plus_is_a_blank(inp: Json) -> None:
    def bend(target: bytes) -> bytes:
        path, mark, query = target.partition(b"?")
        return path + mark + query.replace(b"+", b"%20")

    change(inp["request"], "target", bend)


def escaped_slash_is_a_slash(inp: Json) -> None:
    change(inp["request"], "target", lambda target: target.replace(b"%2F", b"/", 1))


def body_ends_at_nul(inp: Json) -> None:
    change(inp["request"], "body", lambda body: body.split(b"\0")[0])


def default_port_is_dropped(inp: Json) -> None:
    for header in inp["request"]["headers"]:
        if header["n"].lower() == "host":
            change(header, "v", lambda host: host.removesuffix(b":443"))


def header_is_latin1(inp: Json) -> None:
    for header in inp["request"]["headers"]:
        change(header, "v", lambda v: v.decode("utf-8", "replace").encode("latin-1", "replace"))


def leap_day_is_march(inp: Json) -> None:
    params = inp["params"]
    params["timestamp"] = params["timestamp"].replace("0229T", "0301T")


REQUESTS: dict[str, Callable[[Json], None]] = {
    function.__name__.replace("_", "-"): function
    for function in (
        *(plus_is_a_blank, escaped_slash_is_a_slash, body_ends_at_nul, default_port_is_dropped),
        *(header_is_latin1, leap_day_is_march),
    )
}


def flip(answer: Json) -> None:
    """Another last digit of the signature."""
    out = answer["out"]
    out["signature"] = out["signature"][:-1] + ("0" if out["signature"][-1] != "0" else "1")


def bend_answer(how: str, number: int, answer: Json) -> None:
    """One signature in 500 wrong, none at all, or another name in the greeting."""
    if number == 0:
        answer["impl"]["version"] = "2" if how == "version" else "1"
    elif how == "flip" and number % 500 == 0 and answer["status"] == "ok":
        flip(answer)
    elif how == "no-signature" and answer["status"] == "ok":
        del answer["out"]["signature"]
    elif how == "error":
        answer.update(status="error", message="bent")
    elif how == "all-unrepresentable":
        answer.update(status="unrepresentable")


def misbehave(how: str) -> None:
    """What a process does in the place of its third answer."""
    if how == "ends":
        sys.exit(7)
    if how == "hangs":
        time.sleep(60)
    if how == "chatters":
        print("hello there")


def main() -> None:
    how, shim = sys.argv[1:3]
    real = subprocess.Popen([shim], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert real.stdin and real.stdout
    for count, line in enumerate(sys.stdin):
        question = json.loads(line)
        if how in REQUESTS and question["op"] == "sign":
            REQUESTS[how](question["input"])
        if count == 3:
            misbehave(how)
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
