# SPDX-License-Identifier: Apache-2.0
"""Refuses what is to be refused, and always for the same reason: unknown-key, or wrong_reason.py
JSON, the `error` of its answers."""

import json
import sys

import speak


def answer(message: speak.Json, number: int) -> None:
    reply = speak.judge(message)
    if reply["out"]["decision"] == "reject":
        reply["out"]["error"] = json.loads(sys.argv[1]) if sys.argv[1:] else {"code": "unknown-key"}
    speak.say(reply)


speak.serve(answer)
