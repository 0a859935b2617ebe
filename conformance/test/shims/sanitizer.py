# SPDX-License-Identifier: Apache-2.0
"""Answers, but a sanitizer has complained, in words that a terminal would obey."""

import sys

import speak


def answer(message: speak.Json, number: int) -> None:
    sys.stderr.write("shim.c:7:3: runtime error: signed integer overflow \x1b[2J\x7f\x9b\n")
    sys.stderr.flush()
    speak.say(speak.accept(message))


speak.serve(answer)
