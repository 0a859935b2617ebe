# SPDX-License-Identifier: Apache-2.0
"""Makes the packages importable from wherever pytest is started."""

import json
import subprocess
import sys

import pytest
from places import SHIM, TOOLS

sys.path.insert(0, str(TOOLS))


@pytest.fixture
def command(tmp_path):
    """Runs the command; its replay files go into the test's own folder."""
    if not SHIM.exists():
        pytest.skip(f"{SHIM} is not built")

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        start = [sys.executable, "-B", str(TOOLS / "honest"), "--verifier", str(SHIM)]
        options = ["--jobs", "1", "--seed", "1", "--replay", str(tmp_path / "replay")]
        return subprocess.run(
            [*start, *options, *arguments], capture_output=True, text=True, check=False
        )

    return run


@pytest.fixture
def signer(tmp_path):
    """The arguments that make the reference the one signer, under the name of smithy, whose flaws
    it has as far as they are listed."""
    hello = '{"op":"hello","id":0,"protocol":[1]}\n'
    done = subprocess.run([SHIM], input=hello, capture_output=True, text=True, check=True)
    version = json.loads(done.stdout)["impl"]["version"]
    folder = tmp_path / "shims/javascript/smithy"
    folder.mkdir(parents=True)
    manifest = {"package": "reference", "version": version, "start": [str(SHIM)]}
    (folder / "shim.json").write_text(json.dumps(manifest))
    return ["--signer", "smithy", "--shims", str(tmp_path / "shims")]
