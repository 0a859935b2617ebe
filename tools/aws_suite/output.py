# SPDX-License-Identifier: Apache-2.0
"""The output folder. It is made beside its place and renamed, so it is never half there; one that
is there already is replaced only if everything in it was written by this tool."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from vectorgen import model
from vectorgen.model import Json

from .problem import Problem, shown

MANIFEST = "imported.json"
TOOL = "import-aws-suite"


def files_in(folder: Path) -> set[str]:
    """All but folders; a folder without files is nothing that could be lost."""
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if not p.is_dir()}


def written_before(folder: Path) -> set[str]:
    """The files that the folder's manifest says this tool has written."""
    try:
        manifest = model.load((folder / MANIFEST).read_text(encoding="utf-8"))
        return {*manifest["files"], MANIFEST} if manifest["tool"] == TOOL else set()
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def check_place(out: Path, root: Path | None) -> Path:
    """Where `out` really is, if a folder may be written there. `root` is the suite's folder."""
    place = out.resolve()
    if root is not None and root.resolve() in (place, *place.parents):
        raise Problem(f"{shown(out)}: is inside the suite; name another folder")
    if not place.parent.is_dir():
        raise Problem(f"{shown(out)}: there is no folder {shown(place.parent)}; make it first")
    if not place.exists():
        return place
    if not place.is_dir():
        raise Problem(f"{shown(out)}: is a file; name another place")
    strangers = sorted(files_in(place) - written_before(place))
    if strangers:
        raise Problem(
            f"{shown(out)}: holds {shown(strangers[0])}, which this tool did not write; "
            "move it away, or name another folder"
        )
    return place


def manifest_of(files: dict[str, Json], about: Json) -> Json:
    return {"tool": TOOL, **about, "files": sorted(files)}


def fill(folder: Path, files: dict[str, Json]) -> None:
    for name, document in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(model.dump(document), encoding="utf-8")


def swap(fresh: Path, place: Path, old: Path) -> None:
    if place.exists():
        place.rename(old)
    try:
        fresh.rename(place)
    except OSError:
        if old.exists():
            old.rename(place)
        raise


def write_folder(place: Path, files: dict[str, Json], about: Json) -> None:
    """Writes `files` and a manifest that says where they come from, all or nothing."""
    try:
        with tempfile.TemporaryDirectory(
            prefix=f".{place.name}.", dir=place.parent, ignore_cleanup_errors=True
        ) as name:
            fresh = Path(name) / "new"
            fresh.mkdir()
            fill(fresh, {**files, MANIFEST: manifest_of(files, about)})
            swap(fresh, place, Path(name) / "old")
    except OSError as e:
        raise Problem(
            f"{shown(place)}: cannot be written: {e.strerror}; nothing was changed"
        ) from e
