# SPDX-License-Identifier: Apache-2.0
"""Knows good requests from bad ones, but not whose they are."""

import speak


def answer(message: speak.Json, number: int) -> None:
    reply = speak.judge(message)
    if reply["out"]["decision"] == "accept":
        reply["out"]["principal"] = "root"
    speak.say(reply)


speak.serve(answer)
