# SPDX-License-Identifier: Apache-2.0
"""Accepts without saying whose request it was, or names somebody else."""

import speak


def answer(message: speak.Json, number: int) -> None:
    reply = speak.accept(message)
    if number % 2 == 1:
        del reply["out"]["principal"]
    else:
        reply["out"]["principal"] = "root"
    speak.say(reply)


speak.serve(answer)
