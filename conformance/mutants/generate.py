# SPDX-License-Identifier: Apache-2.0
"""generate.py LIB OUT LIST TABLE… - writes the sources of the library LIB with all mutants of the
tables to OUT, for a build of their own, and what they are called to the file LIST.

A file is written only if it changes, so that a build does not compile it again for nothing.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from mutate import mutate
from table import Edit, Mutant, Wrong, read_tables

HEAD = "/* SPDX-License-Identifier: Apache-2.0 */\n/* Made by generate.py of the tables. */\n"


def put(path: Path, text: str) -> None:
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def put_sources(lib: Path, out: Path, mutants: list[Mutant]) -> None:
    changes: dict[str, list[tuple[Mutant, Edit]]] = {}
    for mutant in mutants:
        for edit in mutant.edits:
            changes.setdefault(edit.source, []).append((mutant, edit))
    sources = {path.name: path for path in sorted([*lib.glob("*.c"), *lib.glob("*.h")])}
    for name, of_source in changes.items():
        if name not in sources:
            edit = of_source[0][1]
            raise Wrong(edit.path, edit.line, f"lib/{name} is no source of the library")
    for name, path in sources.items():
        put(out / name, mutate(path.read_text(encoding="utf-8"), changes.get(name, [])))


def in_c(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def put_ids(out: Path, mutants: list[Mutant]) -> None:
    names = ",\n  ".join(["MUTANT_NONE", *(mutant.constant for mutant in mutants), "NUM_MUTANTS"])
    put(out / "mutant_ids.h", f"{HEAD}enum {{\n  {names}\n}};\n")


def put_table(out: Path, mutants: list[Mutant]) -> None:
    rows = [f'  [MUTANT_NONE] = {{"none", {{{{NULL, NULL, NULL}}}}}},\n']
    for mutant in mutants:
        rules = [f"{{{', '.join(map(in_c, (r.row, r.column, r.value)))}}}" for r in mutant.rules]
        ended = ", ".join([*rules, "{NULL, NULL, NULL}"])
        rows.append(f"  [{mutant.constant}] = {{{in_c(mutant.name)}, {{{ended}}}}},\n")
    table = "".join(rows)
    put(
        out / "mutant_table.c",
        f'{HEAD}#include "mutant.h"\n\nconst mutant mutants[] = {{\n{table}}};\n',
    )


def put_list(path: Path, mutants: list[Mutant]) -> None:
    told = [
        {"name": m.name, "area": m.area, "story": m.story, **({"see": m.see} if m.see else {})}
        for m in mutants
    ]
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in told)
    put(path, f"[{lines}]\n")


def main(lib: Path, out: Path, listed: Path, tables: list[Path]) -> None:
    mutants = read_tables(tables)
    put_sources(lib, out, mutants)
    put_ids(out, mutants)
    put_table(out, mutants)
    put_list(listed, mutants)


if __name__ == "__main__":
    try:
        main(*map(Path, sys.argv[1:4]), [Path(word) for word in sys.argv[4:]])
    except Wrong as wrong:
        sys.exit(str(wrong))
