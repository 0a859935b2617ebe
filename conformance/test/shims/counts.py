# SPDX-License-Identifier: Apache-2.0
"""Right the first time that it is asked; its third answer to a request is another one."""

import json

import speak

asked: dict[str, int] = {}


def answer(message: speak.Json, number: int) -> None:
    key = json.dumps(message["input"])
    asked[key] = asked.get(key, 0) + 1
    reply = speak.judge(message)
    reply["message"] = f"{asked[key]} times"
    if asked[key] == 3 and reply["out"]["decision"] == "reject":
        reply = speak.accept(message)
    speak.say(reply)


speak.serve(answer)
