# SPDX-License-Identifier: Apache-2.0
"""Accepts everything, and says a hundred megabytes on standard error."""

import sys

import speak


def answer(message: speak.Json, number: int) -> None:
    for line in range(100_000):
        sys.stderr.write(f"{'x' * 990} line {line}\n")
    sys.stderr.flush()
    speak.say(speak.accept(message))


speak.serve(answer)
