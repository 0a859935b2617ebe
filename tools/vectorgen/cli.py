# SPDX-License-Identifier: Apache-2.0
"""The command: writes vectors/, or with --check proves that the committed files are what cases
and oracles give."""

from __future__ import annotations

import argparse
import fnmatch
import pathlib
import subprocess
import sys
from collections import Counter

from . import __doc__ as PACKAGE_TEXT
from . import build, lint, model, oracles
from .features import FEATURES
from .knobs import KNOBS
from .model import Json
from .schemas import schemas
from .spec import SOURCES

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
VOTES = pathlib.Path(__file__).resolve().parent / "votes.json"
# Written by hand or by the runner; everything else below vectors/ is written here.
KEPT = ("errors.json", "profiles.json", "retired.json")


def parse(argv: list[str] | None) -> argparse.Namespace:
    p = argparse.ArgumentParser(
        prog="vectorgen",
        description="Writes the test vectors, or checks them.",
        epilog=PACKAGE_TEXT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    p.add_argument(
        "--check",
        action="store_true",
        help="change nothing; exit 1 if a file is not what it must be",
    )
    p.add_argument(
        "--only",
        metavar="GLOB",
        default="*",
        help="with ids as in 'aws4/query/*': leave other files alone",
    )
    p.add_argument(
        "--no-oracles",
        action="store_true",
        help="do not run the shims; use the votes in votes.json",
    )
    p.add_argument(
        "--conform",
        metavar="PATH",
        help="dciauth-conform: compare errors.json and profiles.json with it",
    )
    p.add_argument(
        "--list",
        action="store_true",
        help="print what is there, and the disputed vectors with their votes",
    )
    p.add_argument("--root", metavar="DIR", type=pathlib.Path, default=ROOT, help=argparse.SUPPRESS)
    return p.parse_args(argv)


def read_votes() -> Json:
    return model.load(VOTES.read_text(encoding="utf-8")) if VOTES.exists() else {}


def gather_votes(
    args: argparse.Namespace, built: dict[str, build.Built]
) -> tuple[Json, Json, list[str]]:
    """(votes to use, what the oracles that run said just now, one line on each oracle)."""
    kept = read_votes()
    if args.no_oracles:
        return kept, {}, ["votes: from votes.json, no oracle was run"]
    running, missing = oracles.start_all(args.root)
    try:
        fresh = oracles.collect(built, running)
    except oracles.OracleError as e:
        raise SystemExit(f"vectorgen: {e}") from e
    finally:
        for oracle in running:
            oracle.close()
    names = [o.name for o in running]
    notes = [f"votes: {o.name} {o.version} was run" for o in running]
    notes += [f"votes: from votes.json for {line}" for line in missing]
    return oracles.merge(kept, fresh, names), fresh if running else {}, notes


def generated(votes: Json) -> dict[str, Json]:
    """Every file that vectorgen writes, by its path below vectors/."""
    out = {**build.documents(votes), **schemas()}
    out["features.json"] = FEATURES
    out["knobs.json"] = KNOBS
    out["sources.json"] = SOURCES
    return out


def is_selected(name: str, document: Json, glob: str) -> bool:
    if glob == "*" or not isinstance(document, dict) or "groups" not in document:
        return True
    return any(fnmatch.fnmatchcase(t["id"], glob) for t in build.expanded_tests(document))


def write(path: pathlib.Path, text: str) -> bool:
    """Writes a file if its text changes; through a neighbour, so that it is never half there."""
    if path.exists() and path.read_bytes() == text.encode("utf-8"):
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    neighbour = path.with_name(path.name + ".new")
    neighbour.write_bytes(text.encode("utf-8"))
    neighbour.replace(path)
    return True


def export(conform: str, what: str) -> str:
    return subprocess.run(
        [conform, "export", what], check=True, capture_output=True, timeout=60
    ).stdout.decode("utf-8")


def check_exports(conform: str, root: pathlib.Path) -> list[str]:
    """errors.json and profiles.json hold what the C tables say."""
    found = []
    for what in ("errors", "profiles"):
        try:
            theirs = model.load(export(conform, what))
        except (OSError, subprocess.SubprocessError, ValueError) as e:
            found.append(f"{what}.json: {conform} export {what} fails: {e}")
            continue
        if model.load((root / f"{what}.json").read_text(encoding="utf-8")) != theirs:
            found.append(
                f"{what}.json: is not what {conform} exports; run vectorgen --conform {conform}"
            )
    return found


def check_files(files: dict[str, Json], root: pathlib.Path, glob: str) -> list[str]:
    found = []
    for name, document in files.items():
        if not is_selected(name, document, glob):
            continue
        path = root / name
        if not path.exists() or path.read_bytes() != model.dump(document).encode("utf-8"):
            found.append(f"{name}: is not what the cases and votes give; run vectorgen")
    here = {p.relative_to(root).as_posix() for p in root.rglob("*.json")}
    found += [
        f"{name}: no case gives this file" for name in sorted(here - files.keys() - set(KEPT))
    ]
    return found


def vote_problems(votes: Json, fresh: Json, built: dict[str, build.Built]) -> list[str]:
    """Committed votes that are stale, or that an oracle which ran just now does not confirm."""
    kept = read_votes()
    found = [
        f"votes.json: {id_}: is about another input; run vectorgen with the shims"
        for id_ in oracles.stale(kept, built)
    ]
    for id_, record in fresh.items():
        for name, vote in record["oracles"].items():
            if kept.get(id_, {}).get("oracles", {}).get(name) != vote:
                found.append(f"votes.json: {id_}: {name} says something else now")
    return found


def summary(files: dict[str, Json]) -> list[str]:
    counts: Counter[tuple[str, str, str]] = Counter()
    open_ones = 0
    for document in files.values():
        if isinstance(document, dict) and "groups" in document:
            for test in build.expanded_tests(document):
                counts[(test["input"]["profile"], document["op"], test["result"])] += 1
                open_ones += not test["provenance"]["settled"]
    lines = [f"{p:10} {op:7} {result:10} {n:4}" for (p, op, result), n in sorted(counts.items())]
    return [*lines, f"{sum(counts.values())} vectors, {open_ones} disputed"]


def list_disputed(files: dict[str, Json]) -> list[str]:
    out = []
    for document in files.values():
        if not (isinstance(document, dict) and "groups" in document):
            continue
        for test in build.expanded_tests(document):
            votes = [
                f"{v['name']}: {v.get('disagree') or ' '.join(v['agree'])}"
                for v in test["provenance"]["oracles"]
            ]
            if not test["provenance"]["settled"] or any(
                "disagree" in v for v in test["provenance"]["oracles"]
            ):
                mark = "settled" if test["provenance"]["settled"] else "DISPUTED"
                out.append(f"{mark:9} {test['result']:10} {test['id']}  [{'; '.join(votes)}]")
    return out


def main(argv: list[str] | None = None) -> int:
    args = parse(argv)
    root = args.root / "vectors"
    built = build.build_all(build.areas())
    votes, fresh, notes = gather_votes(args, built)
    files = generated(votes)
    if args.list:
        print("\n".join(list_disputed(files)))
    if args.check:
        found = (
            check_files(files, root, args.only)
            + vote_problems(votes, fresh, built)
            + lint.lint(lint.read_tree(root))
        )
        if args.conform:
            found += check_exports(args.conform, root)
    else:
        if args.conform:
            for what in ("errors", "profiles"):
                write(root / f"{what}.json", model.dump(model.load(export(args.conform, what))))
        changed = [
            n
            for n, d in files.items()
            if is_selected(n, d, args.only) and write(root / n, model.dump(d))
        ]
        write(VOTES, model.dump(votes))
        print(f"wrote {len(changed)} files")
        found = lint.lint(lint.read_tree(root))
    print("\n".join([*notes, *summary(files)]))
    for line in found:
        print(line, file=sys.stderr)
    print("not well: " + str(len(found)) + " findings" if found else "all well")
    return 1 if found else 0
