# SPDX-License-Identifier: Apache-2.0
"""Right, but it answers only once two processes were there at the same time."""

import os
import time
from pathlib import Path

import speak

HERE = Path(os.environ["BAD_SHIM_DIR"])


def have_met() -> bool:
    if len(list(HERE.glob("here-*"))) > 1:
        (HERE / "met").touch()
    return (HERE / "met").exists()


def answer(message: speak.Json, number: int) -> None:
    me = HERE / f"here-{time.monotonic_ns()}"
    me.touch()
    while not have_met():
        time.sleep(0.01)
    me.unlink()
    speak.say(speak.judge(message))


speak.serve(answer)
