# SPDX-License-Identifier: Apache-2.0
"""Forgets the line feed: the answer is there, its end never comes."""

import json
import sys

import speak


def answer(message: speak.Json, number: int) -> None:
    sys.stdout.write(json.dumps(speak.accept(message)))
    sys.stdout.flush()


speak.serve(answer)
