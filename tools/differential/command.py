# SPDX-License-Identifier: Apache-2.0
"""What the commands over random requests have in common, this one and tools/honest: options, and
how a run ends."""

from __future__ import annotations

import argparse
import os
import pathlib
import signal
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import BrokenExecutor

from .campaign import Missing

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def add_options(
    p: argparse.ArgumentParser, one: str, names: Sequence[str], ours: str, folders: tuple[str, str]
) -> None:
    """`one` of `names` may be chosen; `ours` is the library's side; the folders, below ROOT, are
    those of shims and of replay files."""
    shims, replay = folders
    p.add_argument("--seed", type=int, metavar="S", help="a new one if it is not given; printed")
    p.add_argument("--first", type=int, default=0, metavar="N", help="the number of the first draw")
    p.add_argument(
        f"--{one}",
        action="append",
        choices=names,
        metavar="NAME",
        help="only this one; may be repeated: " + ", ".join(names),
    )
    p.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N")
    p.add_argument(
        f"--{ours}",
        default="build/default/bin/dciauth-shim",
        metavar="CMD",
        help=f"the {ours}'s shim",
    )
    p.add_argument("--timeout", type=float, default=20.0, metavar="SECONDS", help="for an answer")
    p.add_argument("--shims", type=pathlib.Path, default=ROOT / shims)
    p.add_argument("--replay", type=pathlib.Path, default=ROOT / replay)


def seed_of(args: argparse.Namespace) -> int:
    return args.seed if args.seed is not None else int.from_bytes(os.urandom(4), "big")


def interrupt(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt


def finish(run: Callable[[argparse.Namespace], int], args: argparse.Namespace, name: str) -> int:
    """Runs, and returns the exit status: that of the run, or 3, 5 and 130 as --help has it."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, interrupt)
    try:
        return run(args)
    except Missing as e:
        print(e, file=sys.stderr)
        return 3
    except (OSError, BrokenExecutor) as e:
        print(f"{name}: {e}", file=sys.stderr)
        return 5
    except KeyboardInterrupt:
        return 130
