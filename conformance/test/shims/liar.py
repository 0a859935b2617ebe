# SPDX-License-Identifier: Apache-2.0
"""Declares signing, stages and a feature that it does not have."""

import speak

HELLO = {
    **speak.HELLO,
    "ops": ["sign", "verify"],
    "features": ["clock.injectable", "path.raw-bytes", "time.travel"],
    "stages": ["canonical_request"],
}


def answer(message: speak.Json, number: int) -> None:
    if message["op"] == "verify":
        speak.say({"id": message["id"], "status": "unsupported", "message": "not today"})
    else:
        speak.say({"id": message["id"], "status": "ok", "out": {"signature": "0" * 64}})


speak.serve(answer, HELLO)
