# SPDX-License-Identifier: Apache-2.0
"""Prints a line for the developer on standard output before each answer."""

import speak


def answer(message: speak.Json, number: int) -> None:
    print("DEBUG: about to verify \x1b[31m", flush=True)
    speak.say(speak.accept(message))


speak.serve(answer)
