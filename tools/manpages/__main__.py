# SPDX-License-Identifier: Apache-2.0
"""python3 -m manpages [--check] [--conform PROGRAM] - writes the manual pages; run it in tools/.

Section 3 is made from lib/include/dciauth.h, with its example from README.md. In section 1 prose is
by hand, in conformance/man/; the lists between the marks come from the program, which must be
built. With --check nothing is written, and what is not in step is named, conformance/README.md
included: exit status 1.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from . import library, program

ROOT = Path(__file__).resolve().parents[2]
LIBRARY, PROGRAMS = Path("lib/man"), Path("conformance/man")


def wanted(conform: Path) -> dict[Path, str]:
    """Every page, as it must be."""
    made = {LIBRARY / name: text for name, text in library.pages(ROOT).items()}
    name = PROGRAMS / "dciauth-conform.1"
    made[name] = program.page((ROOT / name).read_text(encoding="utf-8"), conform)
    return made


def stale(pages: dict[Path, str]) -> list[Path]:
    """Pages that are not what they must be, and those that nothing makes any more."""
    found = [p for p, t in pages.items() if not (ROOT / p).exists() or (ROOT / p).read_text() != t]
    return found + [
        path.relative_to(ROOT)
        for path in sorted((ROOT / LIBRARY).glob("*.3"))
        if path.relative_to(ROOT) not in pages
    ]


def write(pages: dict[Path, str]) -> None:
    for path in stale(pages):
        print(path)
        if path in pages:
            (ROOT / path).write_text(pages[path], encoding="utf-8")
        else:
            (ROOT / path).unlink()


def check(pages: dict[Path, str], conform: Path) -> list[str]:
    findings = [f"{p}: not in step: run python3 -m manpages in tools/" for p in stale(pages)]
    shim = conform.with_name("dciauth-shim")
    help_text = subprocess.check_output([shim, "--help"], text=True)
    page = PROGRAMS / "dciauth-shim.1"
    missing = program.untold((ROOT / page).read_text(), help_text)
    findings += [f"{page}: does not tell --{option}" for option in missing]
    readme = Path("conformance/README.md")
    missing = program.untold_in_readme((ROOT / readme).read_text(encoding="utf-8"), conform)
    return findings + [f"{readme}: does not tell {what}" for what in missing]


def main() -> int:
    parser = argparse.ArgumentParser(prog="manpages", description=__doc__.partition("\n\n")[2])
    parser.add_argument("--check", action="store_true", help="write nothing")
    parser.add_argument("--conform", type=Path, help="default: build/default/bin/dciauth-conform")
    arguments = parser.parse_args()
    conform = arguments.conform or ROOT / "build/default/bin/dciauth-conform"
    try:
        pages = wanted(conform)
    except (OSError, ValueError, library.UnknownFamily) as error:
        print(f"manpages: {error}", file=sys.stderr)
        return 2
    if not arguments.check:
        write(pages)
        return 0
    findings = check(pages, conform)
    print("\n".join(findings) or f"{len(pages) + 1} pages: in step")
    return 1 if findings else 0


sys.exit(main())
