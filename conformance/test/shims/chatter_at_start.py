# SPDX-License-Identifier: Apache-2.0
"""Greets on standard output before it shakes hands."""

import speak

print("Welcome to the shim", flush=True)
speak.serve(lambda message, _: speak.say(speak.accept(message)))
