# SPDX-License-Identifier: Apache-2.0
"""instead.py METHOD OTHER SHIM... - the command SHIM, but for requests of one method.

Of these OTHER gives the answer; if it is `spoil`, it is the shim's own with another signature and
without stages.
"""

from __future__ import annotations

import json
import subprocess
import sys


class Process:
    def __init__(self, *command: str) -> None:
        self.running = subprocess.Popen(command, stdin=-1, stdout=-1, encoding="utf-8")

    def ask(self, line: str) -> str:
        self.running.stdin.write(line)
        self.running.stdin.flush()
        return self.running.stdout.readline()


def main() -> None:
    method, other, *command = sys.argv[1:]
    shim = Process(*command)
    substitute = None if other == "spoil" else Process(other)
    for line in sys.stdin:
        message = json.loads(line)
        chosen = message.get("input", {}).get("request", {}).get("method") == method
        answer = substitute.ask(line) if substitute and chosen else shim.ask(line)
        if chosen and not substitute:
            answer = answer_spoilt(answer)
        sys.stdout.write(answer)
        sys.stdout.flush()
        if message["op"] == "bye":
            break
    shim.running.communicate()
    if substitute:
        substitute.running.communicate()


def answer_spoilt(answer: str) -> str:
    message = json.loads(answer)
    if message["status"] == "ok":
        out = message["out"]
        out.update(signature="0" * 64, stages={**out["stages"], "signature": "0" * 64})
    return json.dumps(message) + "\n"


main()
