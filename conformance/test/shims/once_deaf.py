# SPDX-License-Identifier: Apache-2.0
"""Says hello whatever it is asked, without reading it."""

import json

import speak

print(json.dumps(speak.HELLO))
