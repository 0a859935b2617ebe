# SPDX-License-Identifier: Apache-2.0
"""dciauth 4 behind the shim protocol: the functions of dciauth.v2 that it kept (../dciauthv2.py).
They decode the endpoint and sort the query after encoding, unlike those of 2.1.7."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from dciauthv2 import serve_v2

serve_v2("dci2-v2")
