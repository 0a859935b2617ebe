# SPDX-License-Identifier: Apache-2.0
"""A shim as a process: questions are written ahead by a thread, answers are read in order."""

from __future__ import annotations

import json
import os
import pathlib
import queue
import select
import subprocess
import threading
import time

from vectorgen.model import Json

HELLO_TIMEOUT = 30.0
HELLO: Json = {"op": "hello", "id": 0, "protocol": [1]}


class ChildError(Exception):
    """The process does not start, does not answer, or does not keep to the protocol."""


def environment(extra: dict[str, str]) -> dict[str, str]:
    env = {k: v for k, v in os.environ.items() if "proxy" not in k.lower()}
    return env | {"TZ": "UTC", "LC_ALL": "C.UTF-8", **extra}


class Child:
    """`timeout` is the seconds that an answer may take, after the greeting."""

    def __init__(
        self, command: list[str], folder: pathlib.Path, extra: dict[str, str], timeout: float
    ) -> None:
        self.timeout = HELLO_TIMEOUT
        try:
            self.process = subprocess.Popen(
                command,
                cwd=folder,
                env=environment(extra),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError as e:
            raise ChildError(f"does not start: {e}") from e
        self.buffer = b""
        self.lines: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self.writer = threading.Thread(target=self.write, daemon=True)
        self.writer.start()
        self.hello = self.ask(HELLO)
        self.timeout = timeout

    def write(self) -> None:
        """Only this thread may wait for a full pipe: the one that reads never does."""
        assert self.process.stdin is not None
        try:
            while (line := self.lines.get()) is not None:
                self.process.stdin.write(line)
                if self.lines.empty():
                    self.process.stdin.flush()
            self.process.stdin.close()
        except OSError:
            pass  # the process is gone, which the reader notices

    def send(self, message: Json) -> None:
        self.lines.put(json.dumps(message).encode() + b"\n")

    def send_lines(self, lines: bytes) -> None:
        """Questions that are written already, each a line."""
        self.lines.put(lines)

    def ask(self, message: Json) -> Json:
        self.send(message)
        return self.read(message["id"])

    def read(self, number: int) -> Json:
        """The answer to the question of this number, which is the next one due."""
        return self.answer(number, self.read_line())

    def answer(self, number: int, line: bytes) -> Json:
        """What a line that was read says."""
        try:
            answer = json.loads(line)
        except ValueError as e:
            raise ChildError(f"no JSON: {line[:80]!r}") from e
        if not isinstance(answer, dict) or answer.get("id") != number or "status" not in answer:
            raise ChildError(f"no answer to question {number}: {line[:80]!r}")
        return answer

    def read_line(self) -> bytes:
        assert self.process.stdout is not None
        deadline = time.monotonic() + self.timeout
        parts = [self.buffer]
        while b"\n" not in parts[-1]:
            left = max(0.0, deadline - time.monotonic())
            ready, _, _ = select.select([self.process.stdout], [], [], left)
            if not ready:
                self.process.kill()
                raise ChildError(f"no answer in {self.timeout:g} s")
            parts.append(os.read(self.process.stdout.fileno(), 1 << 16))
            if not parts[-1]:
                raise ChildError(f"ended with exit status {self.process.wait()}")
        line, _, self.buffer = b"".join(parts).partition(b"\n")
        return line

    def close(self) -> None:
        """Ends the process, whatever it is doing."""
        self.lines.put(b'{"op":"bye","id":1}\n')
        self.lines.put(None)
        try:
            self.process.wait(2)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.writer.join(2)
        assert self.process.stdout is not None
        self.process.stdout.close()
