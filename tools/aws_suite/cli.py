# SPDX-License-Identifier: Apache-2.0
"""The command import-aws-suite."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from contextlib import nullcontext
from pathlib import Path

from vectorgen.model import Json

from . import convert, crate, output, suite
from .problem import USAGE, Problem, shown

EPILOG = f"""\
OUT is then what the runner takes: dciauth-conform run ref --vectors OUT. It holds files of vectors
in the format of vectors/README.md, <profile>/aws-header.json (op sign) and
<profile>/aws-query.json (op presign), profiles.json with the names of the profiles, and
{output.MANIFEST}, which says where they come from. v4 becomes the profiles aws4 and aws4-raw
(normalize: false), v4a becomes aws4a and aws4a-raw.

A case that lacks files is named and left out. One whose files contradict each other is named and
disputed: a run shows it, and it gates nothing.

exit status:
  0  OUT is written
  2  usage, a suite that cannot be used, or a place that cannot be written: OUT is as it was
     (but for a full standard output, which is told)
  3  --crate: cargo is missing or could not fetch the crate
"""


def parse(argv: list[str] | None) -> argparse.Namespace:
    p = argparse.ArgumentParser(
        prog=output.TOOL,
        description=f"Turns AWS's own suite, {suite.NAME}, into test vectors.",
        usage="%(prog)s DIR OUT | --crate OUT",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    p.add_argument(
        "dir", metavar="DIR", nargs="?", type=Path, help="the suite: it holds v4 and v4a"
    )
    p.add_argument("out", metavar="OUT", type=Path, help="the folder to write")
    p.add_argument(
        "--crate",
        action="store_true",
        help=f"take the copy inside the {crate.name()}, with cargo",
    )
    args = p.parse_args(argv)
    if args.crate and args.dir:
        p.error("--crate takes OUT alone")
    if not args.crate and not args.dir:
        p.error("DIR and OUT are needed, or --crate and OUT")
    return args


def table(converted: convert.Converted) -> list[str]:
    """How many cases there are of each kind, and in all."""
    states = ("complete", "incomplete", "disputed")
    rows = {
        f"{collection} {placement}": [
            converted.counts.get((collection, placement, state), 0) for state in states
        ]
        for collection in suite.COLLECTIONS
        for placement in suite.PLACEMENTS
    }
    rows["all"] = [sum(column) for column in zip(*rows.values(), strict=True)]
    head = f"{'':12}" + "".join(f"{state:>12}" for state in states)
    return [head, *(f"{name:12}" + "".join(f"{n:12}" for n in row) for name, row in rows.items())]


def run(args: argparse.Namespace) -> list[str]:
    """Writes OUT and returns what there is to say about it."""
    place = output.check_place(args.out, args.dir)
    with crate.fetched_suite() if args.crate else nullcontext(args.dir) as root:
        cases = suite.read_suite(root)
    version = crate.name() if args.crate else suite.fingerprint(cases)
    converted = convert.convert(cases, version)
    about = {
        "source": {"name": suite.NAME, "version": version, "license": convert.LICENSE},
        "incomplete": converted.incomplete,
        "disputed": converted.disputed,
    }
    files: Json = {
        **convert.documents(converted, version),
        "profiles.json": convert.profiles(converted),
    }
    output.write_folder(place, files, about)
    return [
        f"{suite.NAME}, {version}",
        *(f"incomplete  {line}" for line in converted.incomplete),
        *(f"disputed    {line}" for line in converted.disputed),
        *table(converted),
        f"{sum(map(len, converted.tests.values()))} vectors in {shown(args.out)}",
    ]


def tell(lines: list[str]) -> int:
    """Prints, as the last thing that can fail."""
    try:
        print("\n".join(lines), flush=True)
    except OSError as e:
        print(
            f"{output.TOOL}: OUT is written, but not what there is to say: {e.strerror}",
            file=sys.stderr,
        )
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return USAGE
    return 0


def main(argv: list[str] | None = None) -> int:
    args = parse(argv)
    try:
        lines = run(args)
    except Problem as e:
        print(f"{output.TOOL}: {e}", file=sys.stderr)
        return e.status
    except (OSError, RuntimeError) as e:  # RuntimeError: a loop of symbolic links
        print(f"{output.TOOL}: {shown(e)}", file=sys.stderr)
        return USAGE
    return tell(lines)


def command() -> int:
    """main() as a process: a signal ends it, and what is under way cleans up after itself."""

    def end(number: int, _: object) -> None:
        sys.exit(128 + number)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
    return main()
