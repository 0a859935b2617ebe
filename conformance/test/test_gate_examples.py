# SPDX-License-Identifier: Apache-2.0
"""The gates in conformance/README.md, run as they are written: the script, the run steps of the
workflow, and the comparison of two branches. Needs the Python packages of tools/requirements.lock;
BIN_DIR as in conform.py."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

import yaml
from conform import BIN, HERE, Done, InFolder, Json, bad, events

ROOT = HERE.parents[1]
EXAMPLE = re.compile(r"^```(sh|yaml)\n(# example: ([a-z]+)\n.*?)^```$", re.MULTILINE | re.DOTALL)
MUTANT = f"{sys.executable} -B {HERE}/mutants/mutant_signer.py 'query not sorted'"
# What the workflow installs must be what is needed: this does without the rest.
SUDO = """#!/bin/sh
[ "$1" = apt-get ] || exit 1
shift 2
for word; do
  case $word in -*) ;; *) dpkg-query -W "$word" || exit 1 ;; esac
done
"""


def examples() -> dict[str, str]:
    readme = (HERE.parent / "README.md").read_text(encoding="utf-8")
    return {name: text for _, text, name in EXAMPLE.findall(readme)}


def program(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


def shell(script: str, folder: Path, **env: str) -> Done:
    path = env.pop("PATH", f"{BIN}:{os.environ['PATH']}")
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script],
        cwd=folder,
        env={**os.environ, "PATH": path, **env},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


class Project(InFolder):
    """Somebody's project: a shim, and a list of its known failures."""

    def setUp(self) -> None:
        super().setUp()
        (self.folder / "tests").mkdir()
        self.known = self.folder / "tests" / "known.json"
        self.known.write_text("[]\n", encoding="ascii")
        self.shim(f"{BIN}/dciauth-shim")

    def shim(self, command: str, folder: str = ".") -> None:
        program(self.folder / folder / "my-shim", f"#!/bin/sh\nexec {command}\n")

    def gives(self, status: int, script: str, **env: str) -> Done:
        done = shell(script, self.folder, **env)
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        return done


class Gate(Project):
    def setUp(self) -> None:
        super().setUp()
        self.gate = examples()["gate"]

    def test_green_and_red(self) -> None:
        self.gives(0, self.gate)
        report = self.folder / "conformance" / "report.jsonl"
        self.assertGreater(events(report)[-1]["passed"], 100)
        for name in ("report.html", "junit.xml", "summary.md"):
            self.assertGreater((self.folder / "conformance" / name).stat().st_size, 300)
        self.shim(MUTANT)
        self.assertIn("FAIL aws4/", self.gives(1, self.gate).stdout)
        self.assertTrue(list((self.folder / "conformance" / "replay").iterdir()))
        self.shim(bad("accept_all").removeprefix("exec:"))
        self.assertIn("--require token.session", self.gives(4, self.gate).stdout)

    def test_list_of_known_failures(self) -> None:
        """The two lines that begin the section, with the gate's selection."""
        self.shim(MUTANT)
        self.known.unlink()
        self.gives(1, self.gate.replace("--xfail", "--write-xfail"))
        self.gives(0, self.gate)
        self.shim(f"{BIN}/dciauth-shim")
        self.assertIn("passes: remove the entry", self.gives(1, self.gate).stdout)

    def test_baseline(self) -> None:
        script = examples()["baseline"]
        (self.folder / "main").mkdir()
        for main, change, status in (
            (MUTANT, MUTANT, 0),
            (MUTANT, f"{BIN}/dciauth-shim", 0),
            (f"{BIN}/dciauth-shim", MUTANT, 1),
        ):
            self.shim(main, "main")
            self.shim(change)
            done = self.gives(status, script)
            self.assertIn(" since main.jsonl:", done.stdout)
        self.shim("false", "main")
        self.gives(1, script)


class Workflow(Project):
    def steps(self) -> list[Json]:
        workflow = yaml.safe_load(examples()["workflow"])
        self.assertEqual(list(workflow["jobs"]), ["conformance"])
        return workflow["jobs"]["conformance"]["steps"]

    def suite(self) -> str:
        """A checkout of this suite, where the workflow puts it."""
        checkout = [s["with"] for s in self.steps() if "repository" in s.get("with", {})]
        self.assertEqual(len(checkout), 1)
        skip = shutil.ignore_patterns("build", ".git", "__pycache__")
        shutil.copytree(ROOT, self.folder / checkout[0]["path"], ignore=skip)
        return checkout[0]["path"]

    def test_run_steps(self) -> None:
        self.suite()
        bin_dir = self.folder / "bin"
        bin_dir.mkdir()
        program(bin_dir / "sudo", SUDO if shutil.which("dpkg-query") else "#!/bin/sh\n")
        script = self.folder / "tests" / "conformance.sh"
        script.write_text(examples()["gate"], encoding="utf-8")
        added = self.folder / "path"
        path = f"{bin_dir}:{os.environ['PATH']}"
        ran = 0
        for step in self.steps():
            if "run" in step:
                folder = self.folder / step.get("working-directory", ".")
                done = shell(step["run"], folder, PATH=path, GITHUB_PATH=str(added))
                self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
                for line in added.read_text().splitlines() if added.exists() else []:
                    path = f"{line}:{path}"
                ran += 1
        self.assertEqual(ran, 2)
        self.assertNotEqual(shutil.which("dciauth-conform", path=path), str(BIN))
        kept = [s["with"]["path"] for s in self.steps() if "upload" in s.get("uses", "")]
        self.assertTrue((self.folder / kept[0] / "report.jsonl").exists())


    def test_packages_are_those_of_the_build(self) -> None:
        """Those that are installed here anyway would not be missed above."""
        steps = (ROOT / "tools" / "steps.sh").read_text(encoding="utf-8")
        needed = re.search(r'^BUILD_PACKAGES="(.*)"$', steps, re.MULTILINE)
        install = next(s["run"] for s in self.steps() if "apt-get install" in s.get("run", ""))
        self.assertEqual(set(needed[1].split()) - set(install.split()), set())


class Examples(unittest.TestCase):
    def test_all_are_run_here(self) -> None:
        self.assertEqual(set(examples()), {"gate", "workflow", "baseline"})


if __name__ == "__main__":
    unittest.main()
