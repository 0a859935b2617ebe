# SPDX-License-Identifier: Apache-2.0
"""Keeps state between requests: what it has seen before, it rejects. DIES=1: it ends then."""

import json
import os

import speak

seen: set[str] = set()


def answer(message: speak.Json, number: int) -> None:
    given = json.dumps(message["input"], sort_keys=True)
    if given in seen and os.environ.get("DIES"):
        os._exit(7)
    speak.say(speak.reject(message) if given in seen else speak.judge(message))
    seen.add(given)


speak.serve(answer)
