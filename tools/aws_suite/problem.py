# SPDX-License-Identifier: Apache-2.0
"""What is wrong with the input or the place of the output, in one line that says what to do."""

from __future__ import annotations

from vectorgen.model import NOT_PLAIN

USAGE, NO_CRATE = 2, 3  # exit statuses
MAX_SHOWN = 200


class Problem(Exception):
    def __init__(self, text: str, status: int = USAGE) -> None:
        super().__init__(text)
        self.status = status


def shown(text: object) -> str:
    """What a file says or a path holds, on one line that a terminal does not obey."""
    if isinstance(text, bytes):
        text = text.decode("utf-8", "backslashreplace")
    safe = str(text).encode("utf-8", "backslashreplace").decode("utf-8")
    return NOT_PLAIN.sub(lambda m: f"\\x{ord(m.group()):02x}", safe)[:MAX_SHOWN]
