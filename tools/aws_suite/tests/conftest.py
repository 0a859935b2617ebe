# SPDX-License-Identifier: Apache-2.0
"""Makes the packages importable from wherever pytest is started, and a suite to be imported."""

import pathlib
import sys

import pytest

TOOLS = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(TOOLS), str(TOOLS / "aws_suite/tests")]


@pytest.fixture
def suite_folder(tmp_path):
    """A small suite of our own: see synthetic.SAMPLES."""
    import synthetic

    return synthetic.write_suite(tmp_path / "suite")
