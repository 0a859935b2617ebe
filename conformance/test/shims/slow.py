# SPDX-License-Identifier: Apache-2.0
"""Right, but one byte at a time, and of one answer the end never comes."""

import json
import sys
import time

import speak


def answer(message: speak.Json, number: int) -> None:
    text = json.dumps(speak.judge(message)) + "\n"
    if message["input"]["request"]["target"] == "/other":
        text = "{" + " " * 1_000_000 + text[1:]
    for character in text:
        sys.stdout.write(character)
        sys.stdout.flush()
        time.sleep(0.002)


speak.serve(answer)
