# SPDX-License-Identifier: Apache-2.0
"""Finds nothing representable."""

import speak


def answer(message: speak.Json, number: int) -> None:
    speak.say({"id": message["id"], "status": "unrepresentable", "message": "too much work"})


speak.serve(answer)
