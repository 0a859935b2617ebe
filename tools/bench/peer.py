# SPDX-License-Identifier: Apache-2.0
"""peer.py NAME - one package behind the protocol of main.c, called in a loop.

A pass goes from what an application has in hand (strings, a dictionary of parameters) to the
headers or the verdict. The time is given to it: by a parameter, else by replacing its clock.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from peer_calls import PREPARE
from workload import Request

requests: dict[str, list[Request]] = {}
calls: dict[str, Callable[[], object]] = {}


def request(set_name: str, method: str, target: str, body: str, *words: str) -> str:
    pairs = tuple(zip(words[::2], words[1::2], strict=True))
    requests.setdefault(set_name, []).append(Request(method, target, pairs, int(body)))
    return ""


def call(name: str, operation: str, _row: str, set_name: str, _key: str, *rest: str) -> str:
    (one,) = requests[set_name]
    signature, calls[name] = PREPARE[sys.argv[1], operation](one, *rest)
    return f"0\t{signature}"


def timed(name: str, passes: str) -> str:
    one, num = calls[name], int(passes)
    for _ in range(1 + num // 4):
        one()
    start = time.perf_counter_ns()
    for _ in range(num):
        one()
    return str(time.perf_counter_ns() - start)


COMMANDS: dict[str, Callable[..., str]] = {
    "request": request,
    "call": call,
    "time": timed,
    "version": version,
}
for line in sys.stdin:
    command, *words = line.rstrip("\n").split("\t")
    try:
        print("ok", COMMANDS[command](*words), sep="\t", flush=True)
    except Exception as exc:  # whatever the package raises is the answer
        print("error", f"{type(exc).__name__}: {exc}", sep="\t", flush=True)
        sys.exit(1)
