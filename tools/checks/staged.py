# SPDX-License-Identifier: Apache-2.0
"""What the checks of an installation share: a build installed below DESTDIR, names with blanks."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path


def run(*command: str | Path, expect: int = 0, **environment: str) -> str:
    """Standard output of a command, which must end with the expected status."""
    print("+", *command, flush=True)
    done = subprocess.run(
        command, env=os.environ | environment, stdout=subprocess.PIPE, text=True, check=False
    )
    print(done.stdout, end="", flush=True)
    if done.returncode != expect:
        sys.exit(f"exit status {done.returncode}, {expect} expected")
    return done.stdout


def stage(cmake: str, build: str, work: Path) -> Path:
    """Installs the build below an empty folder and returns the prefix there."""
    shutil.rmtree(work, ignore_errors=True)
    root, prefix = work / "staging root", "/opt/dci auth"
    command = (cmake, "--install", build, "--prefix", prefix)
    subprocess.run(
        command, env=os.environ | {"DESTDIR": str(root)}, stdout=subprocess.DEVNULL, check=True
    )
    return root / prefix.lstrip("/")
