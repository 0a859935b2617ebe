# SPDX-License-Identifier: Apache-2.0
"""The packages of tools/package.sh: the same bytes each time, no error of lintian, and in a system
with nothing else they install, work and go without a trace. Run by tools/test-full.sh.

What is packed is HEAD. The system is made by debootstrap, which needs root and a mirror of Debian.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tarfile
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("libdciauth0", "libdciauth-dev", "dciauth-tools", "dciauth-vectors")
PROGRAM = """#include <dciauth.h>
#include <stdio.h>
int main(void) { return puts(dciauth_version()) < 0 || dciauth_profile_at(0) == NULL; }
"""


def run(*command: str | Path, **more) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False, **more)


def well(*command: str | Path, **more) -> str:
    done = run(*command, **more)
    assert done.returncode == 0, f"{command}: {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout


class Packages(unittest.TestCase):
    """What one call makes, for all tests."""

    @classmethod
    def setUpClass(cls) -> None:
        holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(holder.cleanup)
        cls.folder = Path(holder.name)
        cls.out = cls.folder / "made here"
        well(ROOT / "tools/package.sh", cls.out)
        cls.debs = sorted(cls.out.glob("*.deb"))
        cls.version = re.findall(r"-([0-9.]+)[.]tar", next(cls.out.glob("*.tar.gz")).name)[0]


class Made(Packages):
    def test_files(self) -> None:
        arch = well("dpkg", "--print-architecture").strip()
        archs = {name: "all" if name == "dciauth-vectors" else arch for name in PACKAGES}
        wanted = {f"{name}_{self.version}_{archs[name]}.deb" for name in PACKAGES}
        wanted |= {f"dciauth-conformance-{self.version}.tar.gz", "SHA256SUMS"}
        self.assertEqual({path.name for path in self.out.iterdir()}, wanted)
        well("sha256sum", "--check", "--strict", "SHA256SUMS", cwd=self.out)
        sums = (self.out / "SHA256SUMS").read_text().splitlines()
        self.assertEqual({line.split("  ")[1] for line in sums}, wanted - {"SHA256SUMS"})

    def test_tarball_is_the_commit(self) -> None:
        kept = well("git", "ls-tree", "-r", "--name-only", "HEAD", cwd=ROOT).splitlines()
        time = int(well("git", "log", "-1", "--format=%ct", cwd=ROOT))
        with tarfile.open(next(self.out.glob("*.tar.gz"))) as tarball:
            members = [member for member in tarball if not member.isdir()]
        top = f"dciauth-conformance-{self.version}/"
        self.assertEqual([member.name for member in members], [top + name for name in sorted(kept)])
        self.assertEqual({member.mtime for member in members}, {time})

    def test_the_same_bytes_elsewhere(self) -> None:
        """In another folder, under another umask and time zone."""
        clone = self.folder / "clone"
        well("git", "clone", "-q", ROOT, clone)
        well("git", "checkout", "-q", well("git", "rev-parse", "HEAD", cwd=ROOT).strip(), cwd=clone)
        env = {**os.environ, "TZ": "Asia/Kolkata", "LC_ALL": "C"}
        well(clone / "tools/package.sh", "sub/folder", env=env, umask=0o077)
        sums = (clone / "sub/folder/SHA256SUMS").read_text()
        self.assertEqual(sums, (self.out / "SHA256SUMS").read_text())

    def test_what_is_no_clone(self) -> None:
        """The tarball has the script, but no commit to pack; also inside another's clone."""
        clone = self.folder / "outer"
        well("git", "init", "-q", clone)
        with tarfile.open(next(self.out.glob("*.tar.gz"))) as tarball:
            tarball.extractall(clone)
        top = clone / f"dciauth-conformance-{self.version}"
        done = run(top / "tools/package.sh", self.folder / "none")
        self.assertEqual(done.returncode, 1)
        self.assertIn("no clone: packages are made of a commit", done.stderr)
        self.assertFalse((self.folder / "none").exists())

    def test_versions_must_agree(self) -> None:
        clone, out = self.folder / "newer", self.folder / "nothing"
        well("git", "clone", "-q", ROOT, clone)
        header = clone / "lib/include/dciauth.h"
        header.write_text(header.read_text().replace(f'"{self.version}"', '"9.8.7"'))
        name = ("-c", "user.name=a", "-c", "user.email=a@b.c")
        well("git", *name, "commit", "-q", "-a", "-m", "newer", cwd=clone)
        done = run(clone / "tools/package.sh", out)
        self.assertEqual(done.returncode, 1)
        self.assertIn("write an entry for 9.8.7", done.stderr)
        self.assertFalse(out.exists())

    def test_lintian(self) -> None:
        if not shutil.which("lintian"):
            self.skipTest("there is no lintian")
        done = run("lintian", "--allow-root", "--fail-on", "error,warning", *self.debs)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)


class Clean(Packages):
    """A system with the packages and what they depend on."""

    @classmethod
    def setUpClass(cls) -> None:
        if os.geteuid() != 0 or not shutil.which("debootstrap"):
            raise unittest.SkipTest("no clean system: that needs root and debootstrap")
        super().setUpClass()
        cls.system = cls.folder / "system"
        release = re.findall(r"(?m)^VERSION_CODENAME=(\w+)", Path("/etc/os-release").read_text())[0]
        done = run("debootstrap", "--variant=minbase", release, cls.system)
        if done.returncode != 0:
            raise unittest.SkipTest(f"no clean system: {done.stdout.splitlines()[-1:]}")
        shutil.copy("/etc/resolv.conf", cls.system / "etc/resolv.conf")
        shutil.copytree(cls.out, cls.system / "made")

    def inside(self, script: str) -> str:
        env = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive"}
        return well("chroot", self.system, "sh", "-euc", script, env=env)

    def test_installs_works_and_goes(self) -> None:
        self.inside("apt-get -q update; apt-get -qy --no-install-recommends install /made/*.deb")
        said = self.inside("dciauth-conform --version; dciauth-conform run --no-sweeps >&2")
        self.assertIn(f"dciauth-conform {self.version}\n", said)
        self.assertIn("vectors in /usr/share/dciauth/vectors\n", said)
        self.inside("dciauth-conform doctor exec:dciauth-shim")
        self.inside(f"dpkg --verify {' '.join(PACKAGES)}")
        self.inside("apt-get -qy --no-install-recommends install gcc libc6-dev pkg-config")
        (self.system / "program.c").write_text(PROGRAM)
        link = "gcc -o /program /program.c $(pkg-config --cflags --libs dciauth)"
        self.assertEqual(self.inside(f"{link}; /program").strip(), self.version)
        self.inside(f"dpkg --purge {' '.join(PACKAGES)}")
        self.assertEqual(self.inside("find / -name '*dciauth*' -not -path '/made/*'"), "")


if __name__ == "__main__":
    unittest.main()
