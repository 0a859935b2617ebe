# SPDX-License-Identifier: Apache-2.0
"""Accepts everything, and says more on standard error than anybody keeps."""

import sys

import speak


def answer(message: speak.Json, number: int) -> None:
    for line in range(20_000):
        sys.stderr.write(f"line {line}\n")
    sys.stderr.flush()
    speak.say(speak.accept(message))


speak.serve(answer)
