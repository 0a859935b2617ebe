# SPDX-License-Identifier: Apache-2.0
"""Leaves a child with its pipes open and ends without an answer."""

import os
import subprocess

import speak


def answer(message: speak.Json, number: int) -> None:
    subprocess.Popen(["sleep", os.environ["BAD_SHIM_SLEEP"]])
    os._exit(0)


speak.serve(answer)
