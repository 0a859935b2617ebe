# SPDX-License-Identifier: Apache-2.0
"""Writes half an answer and ends."""

import json
import sys

import speak


def answer(message: speak.Json, number: int) -> None:
    text = json.dumps(speak.accept(message))
    sys.stdout.write(text[: len(text) // 2])
    sys.stdout.flush()
    sys.exit(0)


speak.serve(answer)
