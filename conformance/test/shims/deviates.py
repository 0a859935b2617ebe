# SPDX-License-Identifier: Apache-2.0
"""Signs, always with the same signature, and declares an op that the protocol does not have."""

import speak

HELLO = {**speak.HELLO, "ops": ["sign", "presign"], "features": [], "stages": []}


def answer(message: speak.Json, number: int) -> None:
    speak.say({"id": message["id"], "status": "ok", "out": {"signature": "0" * 64}})


speak.serve(answer, HELLO)
