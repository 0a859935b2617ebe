# SPDX-License-Identifier: Apache-2.0
"""installed.py CMAKE BUILD ROOT WORK - what is installed is all there, finds itself, and runs.

BUILD is installed below WORK with DESTDIR and a prefix with blanks; ROOT is the project.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import unittest
from collections.abc import Callable
from pathlib import Path

from staged import run, stage

CMAKE, BUILD, ROOT, WORK = sys.argv[1], sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4])
# Everything but the vectors, the shims and the pages of section 3.
FILES = """
bin/dciauth-conform
bin/dciauth-shim
include/dciauth.h
lib/cmake/dciauth/dciauthConfig.cmake
lib/cmake/dciauth/dciauthConfigVersion.cmake
lib/cmake/dciauth/dciauthSharedTargets-CONFIG.cmake
lib/cmake/dciauth/dciauthSharedTargets.cmake
lib/cmake/dciauth/dciauthStaticTargets-CONFIG.cmake
lib/cmake/dciauth/dciauthStaticTargets.cmake
lib/libdciauth.a
lib/libdciauth.so
lib/libdciauth.so.MAJOR
lib/libdciauth.so.VERSION
lib/pkgconfig/dciauth.pc
share/bash-completion/completions/dciauth-conform
share/dciauth/conformance/README.md
share/dciauth/tools/venv.sh
share/fish/vendor_completions.d/dciauth-conform.fish
share/man/man1/dciauth-conform.1
share/man/man1/dciauth-shim.1
share/zsh/site-functions/_dciauth-conform
""".split()
ELSEWHERE = ("share/dciauth/vectors/", "share/dciauth/conformance/shims/", "share/man/man3/")


def version() -> str:
    text = (ROOT / "lib/include/dciauth.h").read_text()
    return re.findall(r'define DCIAUTH_VERSION "(.*)"', text)[0]


def fill(parts: dict[str, str]) -> Callable[[re.Match[str]], str]:
    return lambda found: found[0][0] + parts[found[1]]


class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.prefix = stage(CMAKE, BUILD, WORK)
        cls.conform = cls.prefix / "bin/dciauth-conform"
        cls.share = cls.prefix / "share/dciauth"

    def names(self) -> list[str]:
        found = [p for p in self.prefix.rglob("*") if not p.is_dir()]
        return sorted(str(p.relative_to(self.prefix)) for p in found)

    def pages(self) -> list[Path]:
        return sorted((self.prefix / "share/man").rglob("*.[13]"))

    def test_files(self) -> None:
        found = [name for name in self.names() if not name.startswith(ELSEWHERE)]
        config = next(n for n in found if "SharedTargets-" in n).split("-")[1].split(".")[0]
        parts = {"MAJOR": version().split(".")[0], "VERSION": version(), "CONFIG": config}
        wanted = [re.sub("[.-](MAJOR|VERSION|CONFIG)", fill(parts), name) for name in FILES]
        self.assertEqual(found, sorted(wanted))

    def test_vectors_are_those_of_the_sources(self) -> None:
        def below(folder: Path) -> dict[str, bytes]:
            files = (p for p in folder.rglob("*") if p.is_file())
            return {str(p.relative_to(folder)): p.read_bytes() for p in files}

        self.assertEqual(below(self.share / "vectors"), below(ROOT / "vectors"))

    def test_shims_come_without_tests(self) -> None:
        shims = self.share / "conformance/shims"
        for path in (ROOT / "conformance/shims").glob("*/*/shim.json"):
            self.assertTrue((shims / path.relative_to(ROOT / "conformance/shims")).exists())
        tests = [name for name in self.names() if "/shims/" in name and "test" in name]
        self.assertEqual(tests, [])
        self.assertTrue(os.access(shims / "python/start.sh", os.X_OK))

    def test_finds_its_vectors(self) -> None:
        said = run(self.conform, "--version")
        self.assertIn(f"dciauth-conform {version()}\n", said)
        self.assertIn(f" vectors in {self.share}/vectors\n", said)
        self.assertRegex(said, r"(?m)^protocol  1$")
        self.assertRegex(said, r"(?m)^OpenSSL   3\.\S+, built with 3\.")
        suite = json.loads((ROOT / "vectors/aws4/query.json").read_text())["suite"]
        self.assertIn(f"suite     {suite}, ", said)
        run(self.conform, "run", "--no-sweeps")

    def test_without_vectors(self) -> None:
        """No folder at all is no reason not to tell the version."""
        said = run(self.conform, "--version", "--vectors", "/nowhere/at/all")
        self.assertIn("suite     /nowhere/at/all: no such folder", said)

    def test_shim_behind_the_protocol(self) -> None:
        shim = self.prefix / "bin/dciauth-shim"
        self.assertIn(f"dciauth-shim {version()}\nprotocol  1\n", run(shim, "--version"))
        run(self.conform, "run", "--select", "aws4/headers/*", f"exec:'{shim}'")

    def test_installed_shims(self) -> None:
        self.assertIn("botocore", run(self.conform, "list", "targets"))
        run(self.conform, "doctor", "template")
        cache = WORK / "no cache"
        environment = {"XDG_CACHE_HOME": str(cache), "DCIAUTH_SHIM_DIR": ""}
        said = run(self.conform, "run", "smithy", expect=3, **environment)
        self.assertIn(f"run: {self.share}/conformance/shims/install.py smithy", said)

    def test_pages(self) -> None:
        """Each function has a page or a link to one; no page is there that says nothing of it."""
        symbols = (ROOT / "lib/exported_symbols.txt").read_text().split()
        pages = self.prefix / "share/man/man3"
        for symbol in symbols:
            self.assertIn(f".Fo {symbol}\n", (pages / f"{symbol}.3").read_text())

    def test_references(self) -> None:
        for path in self.pages():
            for name, section in re.findall(r"(?m)^\.Xr (\S+) (\d)", path.read_text()):
                page = path.parent.parent / f"man{section}/{name}.{section}"
                self.assertTrue(page.exists(), f"{path.name} refers to {name}({section})")

    def test_lint(self) -> None:
        """Mandoc looks for referenced pages in the system's folders alone: see above."""
        if not shutil.which("mandoc"):
            self.skipTest("there is no mandoc")
        for path in self.pages():
            command = ["mandoc", "-T", "lint", path]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            lines = (done.stdout + done.stderr).splitlines()
            self.assertEqual([x for x in lines if "referenced manual not found" not in x], [])

    def test_man_shows_them(self) -> None:
        if not shutil.which("man"):
            self.skipTest("there is no man")
        shows = {"dciauth-conform.1": "--sweeps-only", "dciauth_verify.3": "max_skew"}
        for name, says in shows.items():
            page = self.prefix / f"share/man/man{name[-1]}" / name
            shown = run("man", "-l", page, MANWIDTH="80", MANROFFOPT="-c", MAN_KEEP_FORMATTING="")
            self.assertIn(says, re.sub(".\b", "", shown))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
