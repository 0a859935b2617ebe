# SPDX-License-Identifier: Apache-2.0
"""Entry point: `python3 tools/vectorgen` from the root of the repository, or `python3 -m
vectorgen`."""

import pathlib
import sys

if not __package__:
    sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from vectorgen.cli import main  # noqa: E402  (the path has to be set first)

sys.exit(main())
