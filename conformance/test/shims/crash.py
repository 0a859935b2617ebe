# SPDX-License-Identifier: Apache-2.0
"""Is killed by a signal whenever it meets one of the requests."""

import os
import signal

import speak


def answer(message: speak.Json, number: int) -> None:
    if message["input"]["request"]["target"] == "/other":
        with open(os.path.join(os.environ["BAD_SHIM_DIR"], "asked"), "a", encoding="ascii") as file:
            file.write("x")
        os.kill(os.getpid(), signal.SIGSEGV)
    speak.say(speak.accept(message))


speak.serve(answer)
