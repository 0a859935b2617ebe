# SPDX-License-Identifier: Apache-2.0
"""The words of the command line, and which of them go together."""

from __future__ import annotations

import argparse
import pathlib

from . import __doc__ as PACKAGE_TEXT
from . import drift, flat

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def place_of_export(word: str) -> pathlib.Path:
    """A folder, or a file to be; what is there and is the other of the two, is left alone."""
    place = pathlib.Path(word)
    is_file = place.suffix == flat.SUFFIX
    if not word or (place.is_dir() if is_file else place.exists() and not place.is_dir()):
        what = "a folder" if is_file else "no folder"
        raise argparse.ArgumentTypeError(
            f"'{word}' is {what}: name a folder, or a file whose name ends in {flat.SUFFIX}"
        )
    return place


def add_modes(p: argparse.ArgumentParser) -> None:
    """What is done instead of writing the vectors; one of them at most."""
    modes = p.add_mutually_exclusive_group()
    modes.add_argument(
        "--check",
        action="store_true",
        help="change nothing; exit 1 if a file is not what it must be",
    )
    modes.add_argument(
        "--dividing",
        action="store_true",
        help="print the signing vectors on which the kept votes differ, and no more",
    )
    modes.add_argument(
        "--export",
        metavar="PLACE",
        type=place_of_export,
        help="write the committed vectors as flat JSON lines: PLACE/vectors.jsonl, or PLACE if "
        "that ends in .jsonl, and the sweeps beside it as …-generated.jsonl",
    )
    modes.add_argument(
        "--release",
        action="store_true",
        help="check, and then record the vectors as released, in vectors/released.json",
    )
    modes.add_argument(
        "--drift",
        metavar="SHIM[==VERSION]",
        nargs="*",
        help="ask the newest release of a package, or VERSION, from the package index in a "
        "throw-away environment, and print each answer that differs from the kept one; without "
        f"SHIM {' and '.join(drift.DEFAULT)}; exit 1 if one does, 3 if it cannot be asked",
    )


def parse(argv: list[str] | None) -> argparse.Namespace:
    p = argparse.ArgumentParser(
        prog="vectorgen",
        description="Writes the test vectors, or checks them.",
        epilog=PACKAGE_TEXT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_modes(p)
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
        "--authored",
        action="store_true",
        help="leave the sweeps alone, which are most of the work",
    )
    p.add_argument(
        "--list",
        action="store_true",
        help="print what is there, and the disputed vectors with their votes",
    )
    p.add_argument("--root", metavar="DIR", type=pathlib.Path, default=ROOT, help=argparse.SUPPRESS)
    args = p.parse_args(argv)
    check_together(p, args)
    return args


def check_together(p: argparse.ArgumentParser, args: argparse.Namespace) -> None:
    """An option that a mode would pass over in silence is refused."""
    if args.release and (args.authored or args.only != "*"):
        p.error("--release is of all vectors: without --authored and --only")
    for mode in ("dividing", "export", "drift"):
        if getattr(args, mode) in (None, False):
            continue
        for option in ("only", "list", "conform"):
            if getattr(args, option) != p.get_default(option):
                p.error(f"--{mode} does not know --{option}: leave it out")
