# SPDX-License-Identifier: Apache-2.0
"""Where the processes are: those of the build that is tested."""

import os
import pathlib
import sys

TESTS = pathlib.Path(__file__).resolve().parent
TOOLS = TESTS.parent.parent
ROOT = TOOLS.parent
SHIM = pathlib.Path(os.environ.get("DCIAUTH_SHIM", ROOT / "build/default/bin/dciauth-shim"))
MUTANT = SHIM.parent / "dciauth-mutant-shim"


def bent(how: str) -> list[str]:
    """The verifier, bent in one way."""
    return [sys.executable, str(TESTS / "bend.py"), how, str(SHIM)]
