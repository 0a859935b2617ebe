#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""test_seeds.py SEEDS VECTORS - the build has the seeds of the vectors, named by their
hash, and not few."""

import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path

TARGETS = ("auth_header", "path", "query")
FLOOR = 30


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def problems(seeds: Path, again: Path, vectors: Path) -> list[str]:
    """What is wrong with the seeds of the build, and with those made once more."""
    found = [] if files_of(seeds) == files_of(again) else ["two runs differ: build again"]
    for name, content in files_of(seeds).items():
        if Path(name).name != hashlib.sha256(content).hexdigest():
            found.append(f"{name} is not named by its hash")
    has_vectors = any("groups" in json.loads(p.read_bytes()) for p in vectors.glob("*/*.json"))
    for target in TARGETS:
        count = len(list((seeds / target).iterdir()))
        if has_vectors and count < FLOOR:
            found.append(f"{count} seeds for {target}, expected at least {FLOOR}")
    return found


def main() -> int:
    seeds, vectors = map(Path, sys.argv[1:])
    script = Path(__file__).resolve().parent.parent / "seeds.py"
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, script, folder, vectors], check=True)
        found = problems(seeds, Path(folder), vectors)
    print("\n".join(found) or "all well")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
