# SPDX-License-Identifier: Apache-2.0
"""Right, and notes at the start, and with a request for itself and for a thread that it had before,
on how many processors it may run."""

import os
import threading

import speak


def note(who: int) -> None:
    path = os.path.join(os.environ["BAD_SHIM_DIR"], "processors")
    with open(path, "a", encoding="ascii") as file:
        file.write(f"{len(os.sched_getaffinity(who))} ")


def answer(message: speak.Json, number: int) -> None:
    note(0)
    note(helper.native_id or 0)
    speak.say(speak.judge(message))


helper = threading.Thread(target=threading.Event().wait, daemon=True)
helper.start()
note(0)
speak.serve(answer)
