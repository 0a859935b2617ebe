# SPDX-License-Identifier: Apache-2.0
"""Answers with the number of another request."""

import speak


def answer(message: speak.Json, number: int) -> None:
    speak.say({**speak.accept(message), "id": message["id"] + 1})


speak.serve(answer)
