# SPDX-License-Identifier: Apache-2.0
"""Puts a byte into its answer that is no UTF-8."""

import sys

import speak


def answer(message: speak.Json, number: int) -> None:
    sys.stdout.buffer.write(b'{"id":%d,"status":"ok","message":"\xff"}\n' % message["id"])
    sys.stdout.buffer.flush()


speak.serve(answer)
