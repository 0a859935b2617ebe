#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""test_seeds.py SEEDS VECTORS - the build has the seeds of the vectors, named by their
hash, not few, and some for every row."""

import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from rows import ROWS

TARGETS = ("auth_header", "path", "query")
FLOOR = 30


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def problems(seeds: Path, again: Path, vectors: Path) -> list[str]:
    """What is wrong with the seeds of the build, and with those made once more."""
    built = files_of(seeds)
    found = [] if built == files_of(again) else ["two runs differ: build again"]
    for name, content in built.items():
        if Path(name).name != hashlib.sha256(content).hexdigest():
            found.append(f"{name} is not named by its hash")
    if not any("groups" in json.loads(p.read_bytes()) for p in vectors.glob("*/*.json")):
        return found
    for target in TARGETS:
        own = [content for name, content in built.items() if Path(name).parent.name == target]
        if len(own) < FLOOR:
            found.append(f"{len(own)} seeds for {target}, expected at least {FLOOR}")
        rows = {content[0] for content in own}
        if rows != set(range(len(ROWS))):
            found.append(f"seeds for {target} of the rows {sorted(rows)}, not of all {len(ROWS)}")
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
