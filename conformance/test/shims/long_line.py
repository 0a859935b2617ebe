# SPDX-License-Identifier: Apache-2.0
"""Answers with a line of nine million bytes."""

import speak


def answer(message: speak.Json, number: int) -> None:
    speak.say({**speak.accept(message), "message": "x" * (9 << 20)})


speak.serve(answer)
