# SPDX-License-Identifier: Apache-2.0
"""Signs everything alike: whole sweeps are wrong."""

import speak

FEATURES = ["clock.injectable", "header.custom", "path.raw-bytes", "query.raw-bytes"]
HELLO = {**speak.HELLO, "ops": ["sign"], "features": FEATURES}


def answer(message: speak.Json, number: int) -> None:
    out = {"signature": "0" * 64, "stages": {"canonical_request": "GET\n/\n\n"}}
    speak.say({"id": message["id"], "status": "ok", "out": out})


speak.serve(answer, HELLO)
