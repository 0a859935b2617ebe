# SPDX-License-Identifier: Apache-2.0
"""Entry point: `python3 tools/vectorgen` from the root of the repository, or `python3 -m
vectorgen`."""

import pathlib
import sys

if not __package__:
    sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

try:
    from vectorgen.cli import main
except ModuleNotFoundError as e:
    sys.exit(
        f"vectorgen: the Python package {e.name} is missing: run `tools/venv.sh build/venv "
        "tools/requirements.lock`, and then `build/venv/bin/python tools/vectorgen`"
    )

sys.exit(main())
