# SPDX-License-Identifier: Apache-2.0
"""Makes the package importable from wherever pytest is started."""

import json
import subprocess
import sys

import pytest
from places import SHIM, TOOLS, bent

sys.path.insert(0, str(TOOLS))


@pytest.fixture
def command(tmp_path):
    """Runs the command; its replay files go into the test's own folder."""
    if not SHIM.exists():
        pytest.skip(f"{SHIM} is not built")

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        start = [sys.executable, "-B", str(TOOLS / "differential")]
        options = ["--jobs", "1", "--replay", str(tmp_path / "replay")]
        return subprocess.run(
            [*start, *options, *arguments], capture_output=True, text=True, check=False
        )

    return run


@pytest.fixture
def package(tmp_path):
    """A folder of shims with botocore's name on the reference itself, bent in one way."""

    def make(how: str = "nothing") -> str:
        folder = tmp_path / "shims/botocore"
        folder.mkdir(parents=True)
        manifest = {"package": "botocore", "version": "1", "start": bent(how)}
        (folder / "shim.json").write_text(json.dumps(manifest))
        return str(folder.parent)

    return make
