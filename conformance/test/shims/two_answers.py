# SPDX-License-Identifier: Apache-2.0
"""Answers every request twice."""

import sys
import json

import speak


def answer(message: speak.Json, number: int) -> None:
    text = json.dumps(speak.accept(message)) + "\n"
    sys.stdout.write(text + text)
    sys.stdout.flush()


speak.serve(answer)
