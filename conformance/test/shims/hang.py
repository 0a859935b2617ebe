# SPDX-License-Identifier: Apache-2.0
"""Never answers, ignores SIGTERM and SIGQUIT, and has a child that would outlive it."""

import os
import signal
import subprocess
import time

import speak


def answer(message: speak.Json, number: int) -> None:
    if message["input"]["request"]["target"] == "/other":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        signal.signal(signal.SIGQUIT, signal.SIG_IGN)
        subprocess.Popen(["sleep", os.environ["BAD_SHIM_SLEEP"]])
        time.sleep(600)
    speak.say(speak.accept(message))


speak.serve(answer)
