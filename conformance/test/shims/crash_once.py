# SPDX-License-Identifier: Apache-2.0
"""Exits at the first request of its first process alone."""

import sys

import speak


def answer(message: speak.Json, number: int) -> None:
    if speak.is_first_process("crashed"):
        sys.stderr.write("the disk is on fire\n")
        sys.exit(7)
    speak.say(speak.accept(message))


speak.serve(answer)
