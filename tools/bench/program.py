# SPDX-License-Identifier: Apache-2.0
"""A program that is measured: dciauth-bench, or peer.py in the environment of a package.

Both speak the protocol of main.c. They run on one processor, one at a time, so that they are
measured under the same conditions.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from workload import Request


class BenchError(Exception):
    """The benchmark itself failed; the text says what to do."""


class Missing(Exception):
    """Something to measure with or against is not there; the text says how to get it."""


class Program:
    def __init__(self, name: str, command: Sequence[str | Path]) -> None:
        self.name = name
        processor = max(os.sched_getaffinity(0))
        try:
            self.process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                preexec_fn=lambda: os.sched_setaffinity(0, {processor}),
            )
        except OSError as exc:
            raise BenchError(f"{name} does not start: {exc}") from exc

    def ask(self, *words: str) -> list[str]:
        assert self.process.stdin and self.process.stdout
        try:
            print(*words, sep="\t", file=self.process.stdin, flush=True)
            answer = self.process.stdout.readline().rstrip("\n").split("\t")
        except BrokenPipeError:
            answer = [""]
        if answer[0] != "ok":
            said = ": ".join(word for word in answer[1:] or answer if word)
            raise BenchError(
                f"{self.name} failed at '{' '.join(words)[:60]}': {said or 'it ended'}"
            )
        return answer[1:]

    def give(self, name: str, requests: Sequence[Request]) -> None:
        """Hands over a set of requests."""
        for request in requests:
            self.ask(request.line(name))

    def close(self) -> None:
        assert self.process.stdin and self.process.stdout
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.close()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()

    def __enter__(self) -> Program:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
