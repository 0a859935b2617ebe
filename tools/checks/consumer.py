# SPDX-License-Identifier: Apache-2.0
"""consumer.py CMAKE BUILD SOURCE WORK SEALED CC [FLAG...] - an installed libdciauth can be used.

BUILD is installed below WORK; the program in SOURCE is built against it outside of this project,
with find_package and with pkg-config, shared and static, and each build of it is run. SEALED is 1
where the static library shows no internal names: then the program has functions of these names.
"""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

from staged import run, stage


class Compiler:
    def __init__(self, cc: str, flags: list[str], sealed: bool) -> None:
        self.cc = cc
        self.flags = [*flags, "-DOWN_NAMES"] if sealed else flags

    def cmake_options(self) -> list[str]:
        return [f"-DCMAKE_C_COMPILER={self.cc}", f"-DCMAKE_C_FLAGS={' '.join(self.flags)}"]


def configure(
    cmake: str, prefix: Path, source: Path, build: Path, *options: str
) -> tuple[int, str]:
    """Exit status and messages of a configuration that finds the installed library."""
    command = [cmake, "-G", "Ninja", "-S", source, "-B", build, f"-DCMAKE_PREFIX_PATH={prefix}"]
    done = subprocess.run([*command, *options], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def with_cmake(cmake: str, prefix: Path, source: Path, work: Path, compiler: Compiler) -> None:
    """Without components, and with each: the shared library alone needs no OpenSSL."""
    no_openssl = "-DCMAKE_DISABLE_FIND_PACKAGE_OpenSSL=ON"
    for components, options, programs in (
        ("", (), ["consumer", "consumer_static"]),
        ("", (no_openssl,), ["consumer"]),
        ("shared", (no_openssl,), ["consumer"]),
        ("static", (), ["consumer", "consumer_static"]),
    ):
        build = work / f"cmake {components} {len(options)}"
        options = (*options, f"-DCOMPONENTS={components}", *compiler.cmake_options())
        status, messages = configure(cmake, prefix, source, build, *options)
        if status != 0:
            sys.exit(messages)
        run(cmake, "--build", build)
        found = [name for name in ("consumer", "consumer_static") if (build / name).exists()]
        if found != programs:
            sys.exit(f"components '{components}' {options}: built {found}, not {programs}")
        for program in programs:
            run(build / program)


def with_cmake_refused(cmake: str, prefix: Path, source: Path, work: Path, cc: Compiler) -> None:
    """What cannot be had is refused, in words."""
    for options, says in (
        (["-DCOMPONENTS=dynamic"], "the components shared and static, not dynamic"),
        (["-DCOMPONENTS=static", "-DCMAKE_DISABLE_FIND_PACKAGE_OpenSSL=ON"], "OpenSSL"),
        (["-DVERSION=0.0"], 'compatible with requested version "0.0"'),
        (["-DVERSION=99"], 'compatible with requested version "99"'),
    ):
        build = work / " ".join(["refused", *options])
        status, messages = configure(cmake, prefix, source, build, *options, *cc.cmake_options())
        if status == 0 or says not in " ".join(messages.split()):
            sys.exit(f"{options}: not refused with '{says}', but {status}: {messages}")
        print(f"{' '.join(options)}: refused")


def with_pkg_config(prefix: Path, source: Path, work: Path, compiler: Compiler) -> None:
    """The static program needs nothing of the installed tree when it runs."""
    found = next(prefix.rglob("dciauth.pc"))
    libraries = found.parent.parent
    query = ("pkg-config", "--cflags", "--libs", "dciauth")
    for program, more in (("shared", []), ("static", ["--static"])):
        words = shlex.split(run(*query, *more, PKG_CONFIG_PATH=str(found.parent)))
        if more:
            words = [str(libraries / "libdciauth.a") if w == "-ldciauth" else w for w in words]
        run(compiler.cc, *compiler.flags, "-o", work / program, source / "consumer.c", *words)
    run(work / "shared", LD_LIBRARY_PATH=str(libraries))
    run(work / "static")


def main() -> None:
    cmake, build, source, work, sealed, cc, *flags = sys.argv[1:]
    compiler = Compiler(cc, flags, sealed == "1")
    prefix = stage(cmake, build, Path(work))
    with_cmake(cmake, prefix, Path(source), Path(work), compiler)
    with_cmake_refused(cmake, prefix, Path(source), Path(work), compiler)
    with_pkg_config(prefix, Path(source), Path(work), compiler)


main()
