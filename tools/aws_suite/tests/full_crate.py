# SPDX-License-Identifier: Apache-2.0
"""AWS's real suite, out of the crate that carries it: for tools/test-full.sh, since it needs cargo
and the way to crates.io. Without them the test is skipped and says why."""

import os
import subprocess

import pytest
from test_import import run_tool
from test_run import conform


def test_crate(tmp_path):
    out, temporary = tmp_path / "out", tmp_path / "tmp"
    temporary.mkdir()
    env = {**os.environ, "TMPDIR": str(temporary)}
    done = run_tool("--crate", out, env=env, stdout=subprocess.PIPE)
    if done.returncode == 3:
        pytest.skip(done.stderr.strip())
    assert done.returncode == 0, done.stderr
    assert list(temporary.iterdir()) == []
    assert {" ".join(line.split()) for line in done.stdout.splitlines() if line[-1:].isdigit()} >= {
        "v4 header 37 2 1",
        "v4 query 37 2 1",
        "v4a header 38 0 0",
        "v4a query 38 0 0",
    }
    status, events = conform(out, tmp_path / "report")
    assert status == 0
    summary = events.pop("")
    assert (summary["passed"], summary["disputed"], summary["not_applicable"]) == (37, 1, 114)
    assert events["aws4/aws-header/get-space-normalized"]["status"] == "disputed"
    assert events["aws4/aws-header/get-header-value-multiline"]["status"] == "pass"
    assert events["aws4-raw/aws-header/get-slashes-unnormalized"]["status"] == "pass"
