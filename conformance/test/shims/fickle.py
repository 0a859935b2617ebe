# SPDX-License-Identifier: Apache-2.0
"""Declares something else after a restart."""

import os

import speak

hello = {**speak.HELLO, "impl": {"name": "bad", "version": str(os.getpid())}}


def answer(message: speak.Json, number: int) -> None:
    os.abort()


speak.serve(answer, hello)
