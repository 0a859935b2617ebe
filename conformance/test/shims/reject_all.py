# SPDX-License-Identifier: Apache-2.0
"""Rejects every request: a negative that it passes proves nothing."""

import speak

speak.serve(lambda message, _: speak.say(speak.reject(message)))
