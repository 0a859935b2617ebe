# SPDX-License-Identifier: Apache-2.0
"""Right, but it leaves a child behind that holds its pipes open."""

import os
import subprocess

import speak


def answer(message: speak.Json, number: int) -> None:
    subprocess.Popen(["sleep", os.environ["BAD_SHIM_SLEEP"]])
    speak.say(speak.judge(message))


speak.serve(answer)
