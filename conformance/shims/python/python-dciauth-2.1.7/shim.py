# SPDX-License-Identifier: Apache-2.0
"""dciauth 2.1.7 behind the shim protocol: the three functions of its page (../dciauthv2.py)."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from dciauthv2 import serve_v2

serve_v2("dci2-v2.1")
