# SPDX-License-Identifier: Apache-2.0
"""Greets on standard output before it shakes hands."""

import os

import speak

with open(os.path.join(os.environ["BAD_SHIM_DIR"], "asked"), "a", encoding="ascii") as file:
    file.write("x")
print("Welcome to the shim", flush=True)
speak.serve(lambda message, _: speak.say(speak.accept(message)))
