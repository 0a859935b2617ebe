# SPDX-License-Identifier: Apache-2.0
"""The verifier behind its shim: requests, and requests in which one bit is turned."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from differential.child import Child
from vectorgen.model import Json

from .flips import Part

# Of 256 questions that may be under way, as many are answered while the others are written.
AHEAD = 128
ACCEPT = "accept"
# How the answer of dciauth-shim begins, which need not be read further. Any other is parsed.
REJECTED = b'{"id":%d,"status":"ok","out":{"decision":"reject"'


def question(number: int, inp: Json) -> Json:
    return {"op": "verify", "id": number, "input": inp}


def verdict_of(answer: Json) -> str:
    """`accept`, the class of the refusal, or what else the shim says."""
    if answer["status"] != "ok":
        return f"{answer['status']}: {answer.get('message', '')}"
    out = answer["out"]
    if out["decision"] == ACCEPT:
        return ACCEPT
    return out.get("error", {}).get("code") or "reject"


def asked(inp: Json, part: Part) -> Iterator[tuple[int, bytes]]:
    for bit, line in part.lines(inp):
        yield bit, b'{"op":"verify","id":%d,"input":%s}\n' % (bit + 1, line.encode())


def not_refused(child: Child, inp: Json, part: Part) -> Iterator[tuple[int, Json]]:
    """Puts the request to the verifier once for each bit of the part; the bits and the answers of
    those that are not refused."""
    questions = asked(inp, part)
    due: list[int] = []
    while True:
        batch = list(islice(questions, AHEAD))
        child.send_lines(b"".join(line for _, line in batch))
        for bit in due:
            line = child.read_line()
            if line.startswith(REJECTED % (bit + 1)):
                continue
            answer = child.answer(bit + 1, line)
            if answer["status"] != "ok" or verdict_of(answer) == ACCEPT:
                yield bit, answer
        due = [bit for bit, _ in batch]
        if not due:
            return
