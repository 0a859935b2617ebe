# SPDX-License-Identifier: Apache-2.0
"""Says that its library raised, or that itself has failed."""

import speak


def answer(message: speak.Json, number: int) -> None:
    status = "raised" if number % 2 == 1 else "error"
    speak.say({"id": message["id"], "status": status, "message": "KeyError: 'host'"})


speak.serve(answer)
