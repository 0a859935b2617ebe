# SPDX-License-Identifier: Apache-2.0
"""Greets with words that a terminal would obey."""

import speak

MESSAGE = "go away \x1b[2J\x7f\x9b"
speak.serve(lambda message, _: None, {"id": 0, "status": "error", "message": MESSAGE})
