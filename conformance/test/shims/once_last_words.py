# SPDX-License-Identifier: Apache-2.0
"""Right, but it says on standard output that it is done."""

import speak


def answer(message: speak.Json, number: int) -> None:
    speak.say(speak.judge(message))
    print("done", flush=True)


speak.serve(answer)
