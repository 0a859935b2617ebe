# SPDX-License-Identifier: Apache-2.0
"""Hands an application what nobody signed: other_view.py [JSON], members of the view to replace;
with `null` nothing at all, though its hello declares a view."""

import json
import sys

import speak

SIGNED = [
    {"n": "Host", "v": "example.amazonaws.com"},
    {"n": "X-Amz-Date", "v": "20150830T123600Z"},
]
VIEW = {"method": "GET", "path": "/", "args": [], "headers": SIGNED, "body_covered": True}
FORWARDED = {"headers": [*SIGNED, {"n": "x-forwarded-host", "v": "evil.example.com"}]}
OTHER = json.loads(sys.argv[1]) if sys.argv[1:] else FORWARDED


def answer(message: speak.Json, number: int) -> None:
    reply = speak.judge(message)
    if reply["out"]["decision"] == "accept" and OTHER is not None:
        reply["out"]["view"] = {**VIEW, **OTHER}
    speak.say(reply)


speak.serve(answer, {**speak.HELLO, "stages": ["view"]})
