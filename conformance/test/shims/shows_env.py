# SPDX-License-Identifier: Apache-2.0
"""Names two variables of its environment in its version."""

import os

import speak

version = f"{os.environ.get('BAD_WORD')} {os.environ['TZ']}"
HELLO = {**speak.HELLO, "impl": {"name": "bad", "version": version}}
speak.serve(lambda message, _: speak.say(speak.judge(message)), HELLO)
