# SPDX-License-Identifier: Apache-2.0
"""Right about every request, but it raises where it should refuse; RAISES=all: always."""

import os

import speak


def answer(message: speak.Json, number: int) -> None:
    reply = speak.judge(message)
    if os.environ.get("RAISES") == "all" or reply["out"]["decision"] == "reject":
        reply = {"id": message["id"], "status": "raised", "message": "KeyError: 'host'"}
    speak.say(reply)


speak.serve(answer)
