# SPDX-License-Identifier: Apache-2.0
"""Right, but it does not end well, and a sanitizer says so in words that a terminal would obey."""

import atexit
import sys

import speak

atexit.register(sys.stderr.write, "ERROR: LeakSanitizer: 8 bytes \x1b[2J\x7f\x9b\n")
speak.serve(lambda message, _: speak.say(speak.judge(message)), end=23)
