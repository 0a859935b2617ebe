# SPDX-License-Identifier: Apache-2.0
"""Right, but it does not end well."""

import speak

speak.serve(lambda message, _: speak.say(speak.judge(message)), end=23)
