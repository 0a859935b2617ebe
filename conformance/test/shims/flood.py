# SPDX-License-Identifier: Apache-2.0
"""Right on standard output, and a megabyte on standard error with each answer."""

import sys

import speak


def answer(message: speak.Json, number: int) -> None:
    for _ in range(1024):
        sys.stderr.write("x" * 1023 + "\n")
    speak.say(speak.judge(message))


speak.serve(answer)
