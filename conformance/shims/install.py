#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""install.py NAME... - installs shims: runs the `install` of the shim.json of each, in its folder.

Exit status: 0, all are installed; 1, one is not; 2, there is no such shim; 69, what one is built
with is missing or too old, as its last line says, and nothing else went wrong.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
FAILED, USAGE, UNAVAILABLE = 1, 2, 69


def find_shims() -> dict[str, tuple[Path, list[str]]]:
    """The folder and the command of each shim that has something to install, by name."""
    found = {}
    for path in sorted(HERE.glob("*/*/shim.json")):
        shim = json.loads(path.read_text(encoding="utf-8"))
        if shim["install"]:
            found[shim["name"]] = (path.parent, shim["install"])
    return found


def install(folder: Path, command: list[str]) -> int:
    """The exit status of the command; the program is looked for from the folder, if it has a /."""
    program = str(folder / command[0]) if "/" in command[0] else command[0]
    return subprocess.run([program, *command[1:]], cwd=folder, check=False).returncode


def main(names: list[str]) -> int:
    shims = find_shims()
    if not names or any(name not in shims for name in names):
        for name in sorted(set(names) - set(shims)):
            print(f"{sys.argv[0]}: no shim '{name}' has to be installed", file=sys.stderr)
        print(f"usage: {sys.argv[0]} NAME..., of: {' '.join(shims)}", file=sys.stderr)
        return USAGE
    results = {install(*shims[name]) for name in names}
    if results - {0, UNAVAILABLE}:
        return FAILED
    return UNAVAILABLE if UNAVAILABLE in results else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
