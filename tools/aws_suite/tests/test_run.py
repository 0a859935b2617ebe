# SPDX-License-Identifier: Apache-2.0
"""The runner takes what was imported. CONFORM is the program dciauth-conform."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest
import synthetic
from aws_suite import cli

BUILT = Path(cli.__file__).resolve().parents[2] / "build/default/bin/dciauth-conform"
CONFORM = Path(os.environ.get("CONFORM", BUILT))
pytestmark = pytest.mark.skipif(
    "CONFORM" not in os.environ and not BUILT.exists(), reason=f"there is no {BUILT}"
)


def conform(folder: Path, report: Path) -> tuple[int, dict[str, dict]]:
    """(exit status, event of each vector by its id, the summary under "")."""
    command = [CONFORM, "run", "ref", "--vectors", folder, "--json", report]
    done = subprocess.run(command, capture_output=True, timeout=60, check=False)
    events = [json.loads(line) for line in report.read_text().splitlines()]
    return done.returncode, {e.get("id", ""): e for e in events[1:]}


def test_reference_passes_in_the_header_and_counts_the_rest(suite_folder, tmp_path):
    assert cli.main([str(suite_folder), str(tmp_path / "out")]) == 0
    status, events = conform(tmp_path / "out", tmp_path / "report")
    assert status == 0
    number = len(synthetic.SAMPLES)
    assert (events[""]["passed"], events[""]["not_applicable"]) == (number, 3 * number)
    for name, event in events.items():
        right = re.match(r"aws4(-raw)?/aws-header/", name)
        assert not name or event["status"] == ("pass" if right else "n/a")


def test_the_folder_is_valid(suite_folder, tmp_path):
    """Every stage of AWS's is made of the one before it."""
    assert cli.main([str(suite_folder), str(tmp_path / "out")]) == 0
    command = [CONFORM, "validate", tmp_path / "out"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout
    assert f"{4 * len(synthetic.SAMPLES)} vectors and 0 in sweeps: nothing is wrong" in done.stdout


def test_a_wrong_expectation_fails(tmp_path):
    """A suite that is sound but for the path it expects: the first line that differs is named."""
    plain = synthetic.SAMPLES[0]
    wrong = synthetic.Sample("wrong", plain.text, plain.request, b"/wrong")
    synthetic.write_suite(tmp_path / "suite", [plain, wrong])
    assert cli.main([str(tmp_path / "suite"), str(tmp_path / "out")]) == 0
    status, events = conform(tmp_path / "out", tmp_path / "report")
    assert status == 1
    event = events["aws4/aws-header/wrong"]
    assert (event["status"], event["stage"], event["line"]) == ("fail", "canonical_request", 2)
    assert events["aws4/aws-header/plain"]["status"] == "pass"


def test_a_contradiction_gates_nothing(suite_folder, tmp_path):
    text = synthetic.LINE % b"/elsewhere"
    (suite_folder / "v4/plain/request.txt").write_bytes(text)
    assert cli.main([str(suite_folder), str(tmp_path / "out")]) == 0
    status, events = conform(tmp_path / "out", tmp_path / "report")
    assert status == 0
    assert events["aws4/aws-header/plain"]["status"] == "disputed"
    assert events[""]["disputed"] == 1
