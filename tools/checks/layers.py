# SPDX-License-Identifier: Apache-2.0
"""layers.py ROOT - the include order of lib/, and where foreign libraries may be named.

lib/layers.txt names the files of lib/ from bottom to top, one a line, without extension. A file may
include its own header and those of the lines before its own, no other. OpenSSL is named in
crypto*.c alone, cJSON and libxml2 in one file of conformance/ each.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from source import files, report

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)[">]', re.MULTILINE)


def check_lib(root: Path) -> tuple[list[str], int]:
    lib = root / "lib"
    order = (lib / "layers.txt").read_text().split()
    height = {name: i for i, name in enumerate(order)}
    sources = sorted([*lib.glob("*.c"), *lib.glob("*.h")])
    findings = [f"lib/layers.txt: {n} is named twice" for n in height if order.count(n) > 1]
    stems = {path.stem for path in [*sources, *lib.glob("include/*.h")]}
    findings += [f"lib/layers.txt: there is no file {name}" for name in order if name not in stems]
    findings += [f"lib/layers.txt: lib/{n} is missing" for n in sorted(stems - set(order))]
    for path in sources:
        for kind, target in INCLUDE.findall(path.read_text()):
            stem = Path(target).stem
            if path.stem not in height:
                continue
            if target.startswith("openssl/") and not re.fullmatch(r"crypto\w*\.c", path.name):
                findings.append(f"lib/{path.name}: only crypto*.c may include {target}")
            elif kind == '"' and stem not in height:
                findings.append(f"lib/{path.name}: {target} is not in lib/layers.txt")
            elif kind == '"' and height[stem] > height[path.stem]:
                findings.append(f"lib/{path.name}: {target} lies higher, in lib/layers.txt")
    return findings, len(sources)


def check_foreign(root: Path, library: str, header: str) -> list[str]:
    users = [
        path.relative_to(root).as_posix()
        for path in files(root, ".c", ".h")
        if any(header in target.lower() for _, target in INCLUDE.findall(path.read_text()))
    ]
    wrong = [f"{user}: {library} has no place here" for user in users if user.startswith("lib/")]
    conformance = [user for user in users if user.startswith("conformance/")]
    if len(conformance) > 1:
        wrong.append(f"{library} is for one file, but these name it: " + ", ".join(conformance))
    return wrong


def main() -> None:
    root = Path(sys.argv[1])
    findings, looked_at = check_lib(root)
    findings += check_foreign(root, "cJSON", "cjson") + check_foreign(root, "libxml2", "libxml/")
    report(findings, looked_at, "files of lib/")


main()
