# SPDX-License-Identifier: Apache-2.0
"""Right, but neither a signal that asks for it, nor bye, nor the end of its input makes it end."""

import contextlib
import signal
import time

import speak

for number in (signal.SIGTERM, signal.SIGQUIT, signal.SIGHUP, signal.SIGINT):
    signal.signal(number, signal.SIG_IGN)
with contextlib.suppress(SystemExit):
    speak.serve(lambda message, _: speak.say(speak.judge(message)))
time.sleep(600)
