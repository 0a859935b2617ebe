# SPDX-License-Identifier: Apache-2.0
"""Tests of install.py and of how tools/steps.sh tells what could not be installed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from shimtest import HERE

ROOT = HERE.parent.parent
# What the scripts themselves need; no go, no node, no curl.
TOOLS = "sh env python3 tail tr date mkdir cat sed cut sha256sum dirname sort head rm cp".split()
# Each with a version that is too old.
OLD = {
    "node": "#!/bin/sh\ncase $1 in -p) echo 16 ;; *) echo v16.20.2 ;; esac\n",
    "npm": "#!/bin/sh\nexit 9\n",
    "go": "#!/bin/sh\necho go1.19.8\n",
    "curl": "#!/bin/sh\necho 'curl 7.68.0 (x86_64-pc-linux-gnu) libcurl/7.68.0'\n",
}
NEEDS = {
    "smithy": "needs node 18 or newer and npm (Debian, Ubuntu: apt-get install nodejs npm), and ",
    "aws-sdk-go-v2": "needs Go 1.24 or newer (https://go.dev/dl/), and ",
    "curl": "needs curl 7.75 or newer (Debian, Ubuntu: apt-get install curl), and ",
}
MISSING = {name: f"there is no {what}" for name, what in zip(NEEDS, ("node", "go", "curl"))}
FOUND = dict(zip(NEEDS, ("node is v16.20.2", "this is go1.19.8", "this is 7.68.0")))


class Install(unittest.TestCase):
    def setUp(self) -> None:
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)
        self.bin = self.folder / "bin"
        self.bin.mkdir()
        for tool in TOOLS:
            path = sys.executable if tool == "python3" else shutil.which(tool)
            assert path, tool
            (self.bin / tool).symlink_to(path)

    def put_old(self, *names: str) -> None:
        for name in names:
            (self.bin / name).write_text(OLD[name])
            (self.bin / name).chmod(0o755)

    def run_it(self, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
        env = {"PATH": str(self.bin), "HOME": str(self.folder)}
        env |= {"DCIAUTH_SHIM_DIR": str(self.folder / "shims")} | more
        return subprocess.run(
            words, cwd=ROOT, env=env, capture_output=True, encoding="utf-8", timeout=60, check=False
        )

    def install(self, *names: str) -> subprocess.CompletedProcess[str]:
        return self.run_it(str(HERE / "install.py"), *names)

    def test_toolchain_missing(self) -> None:
        for name, needs in NEEDS.items():
            done = self.install(name)
            self.assertEqual(done.returncode, 69, done.stderr)
            self.assertEqual(done.stderr, needs + MISSING[name] + "\n")

    def test_toolchain_too_old(self) -> None:
        self.put_old(*OLD)
        for name, needs in NEEDS.items():
            done = self.install(name)
            self.assertEqual(done.returncode, 69, done.stderr)
            self.assertEqual(done.stderr, needs + FOUND[name] + "\n")

    def test_failure_outweighs_what_is_missing(self) -> None:
        """An npm that fails is another matter than none; nothing half-made can be started."""
        self.put_old("node", "npm")
        node = self.bin / "node"
        node.write_text(node.read_text().replace("16", "18"))
        done = self.install("curl", "smithy")
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn("package-lock.json could not be installed; they come from", done.stderr)
        self.assertFalse((self.folder / "shims/smithy").exists())
        done = self.run_it(str(HERE / "javascript/start.sh"), "smithy")
        self.assertEqual(done.returncode, 1)
        self.assertEqual(
            done.stderr, "shim smithy is not installed; run: conformance/shims/install.py smithy\n"
        )

    def test_modules_that_do_not_come(self) -> None:
        go = self.bin / "go"
        go.write_text("#!/bin/sh\n[ $1 = env ] && echo go1.24.1\n")
        go.chmod(0o755)
        done = self.install("aws-sdk-go-v2")
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn("come from a Go module proxy", done.stderr.splitlines()[-1])
        self.assertFalse((self.folder / "shims/aws-sdk-go-v2").exists())

    def test_python_too_old(self) -> None:
        done = self.run_it(str(HERE / "install.py"), "botocore", PYTHON="/no/such/python")
        self.assertEqual(done.returncode, 69, done.stderr)
        self.assertRegex(done.stderr, r"^needs Python 3.11 or newer with venv \(.*\), and /no/such")

    def test_relative_folder(self) -> None:
        """It would be one among the sources, since shims are installed in their own."""
        for name in ("botocore", "aws-sdk-go-v2"):
            done = self.run_it(str(HERE / "install.py"), name, DCIAUTH_SHIM_DIR="some/where")
            self.assertEqual(done.returncode, 1, done.stderr)
            self.assertIn("name a folder that begins with /", done.stderr)

    def test_usage(self) -> None:
        for names in ((), ("curl", "no-such-shim"), ("template",)):
            done = self.install(*names)
            self.assertEqual(done.returncode, 2)
            self.assertIn("aws-sdk-go-v2", done.stderr)
        self.assertIn("no shim 'template' has to be installed", done.stderr)

    def test_quickstart_names_what_it_leaves_out(self) -> None:
        script = 'set -eu; . tools/steps.sh; logs=$HOME/logs; install_shims "$@"; '
        script += 'echo "targets:$targets"; say_left_out'
        done = self.run_it("sh", "-c", script, "sh", "aws-sdk-go-v2", "curl")
        self.assertEqual(done.returncode, 0, done.stderr)
        lines = done.stdout.splitlines()
        self.assertRegex(lines[0], r"^ +\d+ s  shim aws-sdk-go-v2: not available$")
        self.assertEqual(lines[2], "targets:")
        left_out = [f"Left out {n}: {NEEDS[n]}{MISSING[n]}" for n in ("aws-sdk-go-v2", "curl")]
        self.assertEqual(lines[3:], left_out)

    def test_another_failure_is_not_passed_over(self) -> None:
        """In test.sh a shim that could be there and is not ends the run."""
        script = 'set -eu; . tools/steps.sh; logs=$HOME/logs; install_shims "$@"; echo fine'
        done = self.run_it("sh", "-c", script, "sh", "no-such-shim", "curl")
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assertIn("shim no-such-shim: FAILED", done.stdout)
        self.assertNotIn("fine", done.stdout)

    def test_the_scripts_use_them(self) -> None:
        for script in ("quickstart.sh", "test.sh"):
            text = (ROOT / "tools" / script).read_text(encoding="utf-8")
            self.assertIn("install_shims $SHIMS", text)
            self.assertIn("say_left_out", text)

    def test_every_shim_has_what_it_needs(self) -> None:
        names = []
        for path in HERE.glob("*/*/shim.json"):
            shim = json.loads(path.read_text(encoding="utf-8"))
            names.append(shim["name"])
            self.assertIn(shim.get("kind", "exec"), ("exec", "exec-once"))
            for command in (shim["install"], shim["start"]):
                if command and "/" in command[0]:
                    self.assertTrue(os.access(path.parent / command[0], os.X_OK), command)
        self.assertEqual(len(names), len(set(names)), "a name is used twice")


if __name__ == "__main__":
    unittest.main()
