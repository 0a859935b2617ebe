# SPDX-License-Identifier: Apache-2.0
"""Never answers, and shows where it is when it gets SIGQUIT."""

import faulthandler
import signal
import time

import speak

faulthandler.register(signal.SIGQUIT)
speak.serve(lambda message, _: time.sleep(600))
