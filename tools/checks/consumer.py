# SPDX-License-Identifier: Apache-2.0
"""consumer.py CMAKE BUILD SOURCE WORK CC [FLAG...] - an installed libdciauth can be used by others.

BUILD is installed below WORK; the program in SOURCE is built against it with find_package (shared
and static library) and with pkg-config, outside of this project, and each build of it is run.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path


def run(*command: str | Path, **environment: str) -> str:
    print("+", *command, flush=True)
    done = subprocess.run(
        command, env=os.environ | environment, stdout=subprocess.PIPE, text=True, check=False
    )
    print(done.stdout, end="", flush=True)
    if done.returncode != 0:
        sys.exit(f"exit status {done.returncode}")
    return done.stdout


def with_cmake(cmake: str, prefix: Path, source: Path, work: Path, cc: str, flags: str) -> None:
    build = work / "cmake"
    compiler = [f"-DCMAKE_C_COMPILER={cc}", f"-DCMAKE_C_FLAGS={flags}"]
    prefix_path = f"-DCMAKE_PREFIX_PATH={prefix}"
    run(cmake, "-G", "Ninja", "-S", source, "-B", build, prefix_path, *compiler)
    run(cmake, "--build", build)
    for program in ("consumer", "consumer_static"):
        run(build / program)


def with_pkg_config(prefix: Path, source: Path, work: Path, cc: str, flags: str) -> None:
    found = next(prefix.rglob("dciauth.pc"))
    query = ("pkg-config", "--cflags", "--libs", "dciauth")
    words = run(*query, PKG_CONFIG_PATH=str(found.parent)).split()
    program = work / "consumer-pkg-config"
    run(cc, *flags.split(), "-o", program, source / "consumer.c", *words)
    run(program, LD_LIBRARY_PATH=str(found.parent.parent))


def main() -> None:
    cmake, build, source, work, cc, *flags = sys.argv[1:]
    shutil.rmtree(work, ignore_errors=True)
    prefix = Path(work) / "prefix"
    run(cmake, "--install", build, "--prefix", prefix)
    with_cmake(cmake, prefix, Path(source), Path(work), cc, " ".join(flags))
    with_pkg_config(prefix, Path(source), Path(work), cc, " ".join(flags))


main()
