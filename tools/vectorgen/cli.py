# SPDX-License-Identifier: Apache-2.0
"""The command: writes vectors/, or with --check proves that the committed files are what cases
and oracles give."""

from __future__ import annotations

import argparse
import contextlib
import fnmatch
import pathlib
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, field

from . import build, dividing, drift, flat, history, lint, model, oracles, releases, sweep_votes
from .arguments import ROOT, parse
from .features import FEATURES
from .knobs import KNOBS
from .model import Json
from .schema_files import schemas
from .spec import SOURCES
from .tree import is_sweep, read_tree

HERE = pathlib.Path(__file__).resolve().parent
VOTES = HERE / "votes.json"
SWEEP_VOTES = HERE / "votes-generated.json"
# Written by hand or by the runner; everything else below vectors/ is written here.
KEPT = ("errors.json", "profiles.json", "retired.json", history.NAME)


@dataclass
class Work:
    """Everything that is built, and the votes on it: those to use, and of the oracles that run
    what they said just now."""

    built: dict[str, build.Built]
    sweeps: dict[str, list[build.Built]]
    votes: Json = field(default_factory=dict)
    fresh: Json = field(default_factory=dict)
    sweep_votes: Json = field(default_factory=dict)
    sweep_fresh: Json = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def read_votes(path: pathlib.Path) -> Json:
    return model.load(path.read_text(encoding="utf-8")) if path.exists() else {}


def ask_oracles(work: Work, running: list[oracles.Oracle]) -> None:
    try:
        work.fresh = oracles.collect(work.built, running)
        work.sweep_fresh = sweep_votes.collect(work.sweeps, running)
    except oracles.OracleError as e:
        raise SystemExit(f"vectorgen: {e}") from e
    finally:
        for oracle in running:
            oracle.close()
    names = [o.name for o in running]
    work.votes = oracles.merge(work.votes, work.fresh, names)
    work.sweep_votes = oracles.merge(work.sweep_votes, work.sweep_fresh, names)


def gather(args: argparse.Namespace) -> Work:
    work = Work(build.build_all(build.areas()), {} if args.authored else sweep_votes.build_all())
    work.votes, work.sweep_votes = read_votes(VOTES), read_votes(SWEEP_VOTES)
    if args.no_oracles or args.dividing:
        work.notes = ["votes: from votes.json, no oracle was run"]
        return work
    running, missing = oracles.start_all(args.root)
    if running:
        ask_oracles(work, running)
    work.notes = [f"votes: {o.name} {o.version} was run" for o in running]
    work.notes += [f"votes: from votes.json for {line}" for line in missing]
    return work


def generated(work: Work) -> dict[str, Json]:
    """Every file that vectorgen writes, by its path below vectors/."""
    out = {**build.documents(work.votes), **schemas()}
    out |= sweep_votes.documents(work.sweep_votes, work.sweeps)
    out["features.json"] = FEATURES
    out["knobs.json"] = KNOBS
    out["sources.json"] = SOURCES
    return out


def holds_vectors(document: Json) -> bool:
    return isinstance(document, dict) and "groups" in document


def has_selected(document: Json, glob: str) -> bool:
    return holds_vectors(document) and any(
        fnmatch.fnmatchcase(t["id"], glob) for t in build.expanded_tests(document)
    )


def is_selected(document: Json, glob: str) -> bool:
    return glob == "*" or not holds_vectors(document) or has_selected(document, glob)


def write(path: pathlib.Path, text: str) -> bool:
    """Writes a file if its text changes; through a neighbour, so that it is never half there."""
    if path.exists() and path.read_bytes() == text.encode("utf-8"):
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    neighbour = path.with_name(path.name + ".new")
    try:
        neighbour.write_bytes(text.encode("utf-8"))
        neighbour.replace(path)
    except OSError as e:
        with contextlib.suppress(OSError):
            neighbour.unlink()
        raise OSError(e.errno, e.strerror, str(path)) from e
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


def check_files(
    files: dict[str, Json], root: pathlib.Path, glob: str, with_sweeps: bool
) -> list[str]:
    found = []
    for name, document in files.items():
        if not is_selected(document, glob):
            continue
        path = root / name
        if not path.exists() or path.read_bytes() != model.dump(document).encode("utf-8"):
            found.append(f"{name}: is not what the cases and votes give; run vectorgen")
    here = {p.relative_to(root).as_posix() for p in root.rglob("*.json")}
    strange = sorted(name for name in here - files.keys() if with_sweeps or not is_sweep(name))
    return found + [f"{name}: no case gives this file" for name in strange if name not in KEPT]


def vote_problems(work: Work) -> list[str]:
    """Committed votes that are stale, or that an oracle which ran just now does not confirm."""
    kept = read_votes(VOTES)
    found = [
        f"votes.json: {id_}: is about another input; run vectorgen with the shims"
        for id_ in oracles.stale(kept, work.built)
    ]
    for id_, record in work.fresh.items():
        for name, vote in record["oracles"].items():
            if kept.get(id_, {}).get("oracles", {}).get(name) != vote:
                found.append(f"votes.json: {id_}: {name} says something else now")
    if not work.sweeps:
        return found
    return found + sweep_votes.problems(read_votes(SWEEP_VOTES), work.sweep_fresh, work.sweeps)


def vector_files(files: dict[str, Json], sweeps: bool) -> list[Json]:
    """The documents that hold vectors: the sweeps, or the others."""
    return [
        document
        for name, document in files.items()
        if holds_vectors(document) and is_sweep(name) == sweeps
    ]


def count_open(documents: list[Json]) -> tuple[int, int]:
    tests = [t for d in documents for group in d["groups"] for t in group["tests"]]
    return len(tests), sum(not t["provenance"]["settled"] for t in tests)


def summary(files: dict[str, Json]) -> list[str]:
    counts: Counter[tuple[str, str, str]] = Counter()
    for document in vector_files(files, sweeps=False):
        for test in build.expanded_tests(document):
            counts[(test["input"]["profile"], document["op"], test["result"])] += 1
    lines = [f"{p:10} {op:7} {result:10} {n:4}" for (p, op, result), n in sorted(counts.items())]
    total, open_ones = count_open(vector_files(files, sweeps=False))
    lines.append(f"{total} vectors, {open_ones} disputed")
    total, open_ones = count_open(vector_files(files, sweeps=True))
    return [*lines, f"{total} generated beside them, {open_ones} disputed"] if total else lines


def list_disputed(files: dict[str, Json]) -> list[str]:
    out = []
    for document in vector_files(files, sweeps=False):
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


def write_all(args: argparse.Namespace, work: Work, files: dict[str, Json]) -> None:
    root = args.root / "vectors"
    if args.conform:
        for what in ("errors", "profiles"):
            write(root / f"{what}.json", model.dump(model.load(export(args.conform, what))))
    changed = [
        n
        for n, d in files.items()
        if is_selected(d, args.only) and write(root / n, model.dump(d))
    ]
    write(VOTES, model.dump(work.votes))
    if work.sweeps:
        write(SWEEP_VOTES, model.dump(work.sweep_votes))
    print(f"wrote {len(changed)} files")


def export_all(args: argparse.Namespace) -> int:
    """The committed files alone are read, so no case is run and no oracle asked."""
    tree = read_tree(args.root / "vectors", with_sweeps=not args.authored)
    found = tree.problems or ([] if tree.shards else [f"{args.root}/vectors: no vectors there"])
    for line in found:
        print(line, file=sys.stderr)
    if found:
        return 1
    for path, text in flat.export(tree, args.export).items():
        write(path, text)
        print(f"{path}: {text.count(chr(10))} vectors")
    return 0


def check_all(args: argparse.Namespace, work: Work, files: dict[str, Json]) -> list[str]:
    root = args.root / "vectors"
    found = check_files(files, root, args.only, not args.authored) + vote_problems(work)
    return found + (check_exports(args.conform, root) if args.conform else [])


def release(root: pathlib.Path) -> list[str]:
    """Records the vectors as released; returns why it did not."""
    tree = read_tree(root)
    tree.documents.setdefault(history.NAME, history.NOTHING)
    found = lint.lint(tree) or releases.not_again(tree)
    if not found:
        record = releases.record_of(tree)
        write(root / history.NAME, model.dump(record))
        print(f"recorded as released: {record['suite']}, {len(record['vectors'])} vectors")
    return found


def build_all(args: argparse.Namespace) -> int:
    """Writes the files, or checks them, and records a release of what is well."""
    root = args.root / "vectors"
    work = gather(args)
    files = generated(work)
    if not any(has_selected(document, args.only) for document in files.values()):
        print(f"vectorgen: no id is like --only '{args.only}'", file=sys.stderr)
        return 2
    if args.list:
        print("\n".join(list_disputed(files)))
    found: list[str] = []
    if args.check or args.release:
        found = check_all(args, work, files)
    else:
        write_all(args, work, files)
    if args.release:
        found = found or release(root)
    else:
        found += lint.lint(read_tree(root, with_sweeps=not args.authored))
    print("\n".join([*work.notes, *summary(files)]))
    for line in found:
        print(line, file=sys.stderr)
    print("not well: " + str(len(found)) + " findings" if found else "all well")
    return 1 if found else 0


def print_dividing(args: argparse.Namespace) -> int:
    work = gather(args)
    print("\n".join(dividing.lines(dividing.dividing(work.votes, work.built))))
    return 0


def main(argv: list[str] | None = None) -> int:
    args = parse(argv)
    try:
        if args.export is not None:
            return export_all(args)
        if args.drift is not None:
            return drift.main(args.drift, args.root, with_sweeps=not args.authored)
        return print_dividing(args) if args.dividing else build_all(args)
    except OSError as e:
        print(f"vectorgen: {e.filename}: {e.strerror}", file=sys.stderr)
    except subprocess.CalledProcessError as e:
        said = e.stderr.decode("utf-8", "replace").strip()
        print(f"vectorgen: {' '.join(e.cmd)}: exit status {e.returncode}: {said}", file=sys.stderr)
    return 2
