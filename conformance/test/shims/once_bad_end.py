# SPDX-License-Identifier: Apache-2.0
"""Answers rightly and ends with a status that says otherwise."""

import sys

import speak


def answer(message: speak.Json, number: int) -> None:
    speak.say(speak.judge(message))
    sys.exit(3)


speak.serve(answer)
