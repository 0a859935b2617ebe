# SPDX-License-Identifier: Apache-2.0
"""Answers and then does not end, though its input has; and it has a child that would outlive it."""

import os
import subprocess
import time

import speak


def answer(message: speak.Json, number: int) -> None:
    speak.say(speak.judge(message))
    subprocess.Popen(["sleep", os.environ["BAD_SHIM_SLEEP"]])
    time.sleep(600)


speak.serve(answer)
