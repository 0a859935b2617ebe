# SPDX-License-Identifier: Apache-2.0
"""tags.py ROOT - the tags in the comments of C sources name things that exist.

`spec: SOURCE SECTION` names an id of vectors/sources.json and a section; `vector: ID` names one or
more vectors by id, separated by commas. A comment may hold several tags.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from source import comments, files, report

TAG = re.compile(r"\b(spec|vector): *(.*?)(?=\b(?:spec|vector):|$)")
VECTOR_ID = re.compile(r"[a-z0-9.-]+(?:/[a-z0-9._-]+){2,}")


def ids_in(document: Any) -> set[str]:
    """Every string under a key "id", at any depth; and the keys of an object of objects."""
    if isinstance(document, list):
        return set().union(*map(ids_in, document))
    if not isinstance(document, dict):
        return set()
    own = {document["id"]} if isinstance(document.get("id"), str) else set()
    return own.union(*map(ids_in, document.values()))


def source_ids(root: Path) -> set[str]:
    document = json.loads((root / "vectors/sources.json").read_text())
    return ids_in(document) or set(document)


def vector_ids(root: Path) -> set[str]:
    shards = (root / "vectors").glob("*/*.json")
    return set().union(*(ids_in(json.loads(shard.read_text())) for shard in shards))


def check(comment: str, sources: set[str], vectors: set[str]) -> tuple[list[str], int]:
    findings, tags = [], TAG.findall(comment)
    for kind, rest in tags:
        if kind == "spec":
            name, _, section = rest.partition(" ")
            if name.rstrip(",;") not in sources:
                findings.append(f"no source {name!r} in vectors/sources.json")
            elif not section.strip():
                findings.append(f"spec: {name} without a section")
            continue
        names = VECTOR_ID.findall(rest.split(". ")[0])
        findings += [f"no vector {n!r}" for n in names if n.rstrip(".") not in vectors]
        if not names:
            findings.append("vector: without an id")
    return findings, len(tags)


def main() -> None:
    root = Path(sys.argv[1])
    sources, vectors = source_ids(root), vector_ids(root)
    findings, count = [], 0
    for path in files(root, ".c", ".h"):
        for line, comment in comments(path.read_text()):
            found, tags = check(comment, sources, vectors)
            findings += [f"{path.relative_to(root)}:{line}: {finding}" for finding in found]
            count += tags
    report(findings, count, "tags")


main()
