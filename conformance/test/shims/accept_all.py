# SPDX-License-Identifier: Apache-2.0
"""Accepts every request."""

import speak

speak.serve(lambda message, _: speak.say(speak.accept(message)))
