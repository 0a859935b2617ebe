# SPDX-License-Identifier: Apache-2.0
"""tools/bench/run - how fast libdciauth signs and verifies, as ratios that hold on other machines,
and how many vectors a second the conformance runner asks.

Exit status: 0 measured; 1 with --gate, a "must" was missed; 2 usage; 3 something to measure with
or against is missing, and the rest was measured; 5 the benchmark itself failed.
"""

from __future__ import annotations

import argparse
import json
import platform
import re
import subprocess
import sys
from pathlib import Path

from figures import Figure, markdown_table, text_table
from modes import MODES, library
from peers import peers
from program import BenchError, Missing
from runner import PROGRAMS, runner

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
README = HERE / "README.md"
TABLE = re.compile(r"(?<=<!-- table -->\n).*?(?=<!-- end of the table -->)", re.DOTALL)
ALL = (*MODES, "runner", "peers")


def arguments(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="tools/bench/run", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument(
        "modes", nargs="*", metavar="MODE", help=f"{', '.join(ALL)}; all by default"
    )
    parser.add_argument(
        "--rounds", type=int, default=1000, help="batches of each thing; 1000 by default"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="the figures as JSON")
    parser.add_argument("--gate", action="store_true", help='exit status 1 if a "must" is missed')
    parser.add_argument("--update-readme", action="store_true", help="the table in README.md anew")
    parser.add_argument("--program", type=Path, help="a dciauth-bench that is built already")
    args = parser.parse_args(words)
    if unknown := [mode for mode in args.modes if mode not in ALL]:
        parser.error(f"no mode '{unknown[0]}', but: {', '.join(ALL)}")
    if args.rounds < 1:
        parser.error("--rounds must be at least 1")
    if args.update_readme and args.modes:
        parser.error("--update-readme takes all modes: name none")
    args.modes = args.modes or list(ALL)
    return args


def build(modes: list[str]) -> Path:
    targets = ["dciauth-bench", *(PROGRAMS if "runner" in modes else ())]
    for command in (
        ["--preset", "bench"],
        ["--build", "--preset", "bench", "--target", *targets],
    ):
        try:
            done = subprocess.run(
                ["cmake", *command], cwd=ROOT, capture_output=True, text=True, check=False
            )
        except OSError as exc:
            raise BenchError(f"no cmake ({exc}); tools/quickstart.sh installs it") from exc
        if done.returncode != 0:
            raise BenchError(
                f"cmake {' '.join(command)} failed:\n{(done.stdout + done.stderr)[-2000:]}"
            )
    return ROOT / "build/bench/bin/dciauth-bench"


def processor() -> str:
    """The model, and whether it has instructions for SHA-256, which decide the figures."""
    try:
        info = Path("/proc/cpuinfo").read_text()
    except OSError:
        return platform.processor() or "unknown processor"
    found = dict(re.findall(r"^([^\n:]+?)\s*: (.*)$", info, re.MULTILINE))
    model = f"{found.get('model name', platform.machine())}"
    if "cpu family" in found:
        model += f" (family {found['cpu family']}, model {found['model']})"
    return f"{model}, {'with' if 'sha_ni' in info else 'without'} SHA-NI"


def machine(program: Path) -> str:
    with library(program) as bench:
        (openssl,) = bench.ask("version")
    return f"{processor()}; OpenSSL {openssl}; {platform.system()}"


def run_modes(args: argparse.Namespace, program: Path) -> tuple[list[Figure], list[str]]:
    figures: list[Figure] = []
    missing: list[str] = []
    for mode in args.modes:
        try:
            if mode == "peers":
                found, absent = peers(program, args.rounds)
                figures += found
                missing += absent
            elif mode == "runner":
                figures += runner(program, args.rounds)
            else:
                figures += MODES[mode](program, args.rounds)
        except Missing as exc:
            missing.append(str(exc))
    return figures, missing


def write(path: Path, text: str) -> None:
    try:
        path.write_text(text)
    except OSError as exc:
        raise BenchError(f"{path} cannot be written: {exc.strerror}") from exc


def main(words: list[str]) -> int:
    args = arguments(words)
    program = args.program or build(args.modes)
    where = machine(program)
    print(where)
    figures, missing = run_modes(args, program)
    print(text_table(figures))
    for text in missing:
        print(f"missing: {text}", file=sys.stderr)
    if args.json:
        report = {"machine": where, "figures": [f.as_json() for f in figures], "missing": missing}
        write(args.json, json.dumps(report, indent=1, ensure_ascii=False) + "\n")
    if args.update_readme:
        if missing:
            raise BenchError("README.md stays as it is: its table needs all figures")
        table = f"{where}\n\n{markdown_table(figures)}\n"
        write(README, TABLE.sub(lambda _: table, README.read_text()))
    missed = [f for f in figures if f.verdict == "MISSED"]
    if missed:
        print(f"{len(missed)} below a must")
    return 3 if missing else 1 if missed and args.gate else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except BenchError as exc:
        print(f"tools/bench/run: {exc}", file=sys.stderr)
        sys.exit(5)
    except KeyboardInterrupt:
        sys.exit(130)
