# SPDX-License-Identifier: Apache-2.0
"""Answers with a line of a hundred million bytes."""

import json
import sys

import speak


def answer(message: speak.Json, number: int) -> None:
    text = json.dumps({**speak.accept(message), "message": ""})
    sys.stdout.write(text[:-2])
    for _ in range(100):
        sys.stdout.write("x" * 1_000_000)
    sys.stdout.write('"}\n')
    sys.stdout.flush()


speak.serve(answer)
