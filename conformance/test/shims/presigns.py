# SPDX-License-Identifier: Apache-2.0
"""Declares that it presigns, and answers whatever it is asked with the same signature."""

import speak

HELLO = {**speak.HELLO, "ops": ["sign", "presign"]}


def answer(message: speak.Json, _: int) -> None:
    speak.say({"id": message["id"], "status": "ok", "out": {"signature": "0" * 64}})


speak.serve(answer, HELLO)
