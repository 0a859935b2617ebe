# SPDX-License-Identifier: Apache-2.0
"""Makes the package importable from wherever pytest is started."""

import pathlib
import pickle
import sys

import pytest

TOOLS = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(TOOLS))

VECTORS = TOOLS.parent / "vectors"


@pytest.fixture(scope="session")
def committed():
    """The committed folder vectors/ without its sweeps, read once."""
    from vectorgen.tree import read_tree

    return read_tree(VECTORS, with_sweeps=False)


@pytest.fixture(scope="session")
def pickled(committed):
    return pickle.dumps(committed)


@pytest.fixture
def tree(pickled):
    """A copy of it, to be spoilt."""
    return pickle.loads(pickled)
