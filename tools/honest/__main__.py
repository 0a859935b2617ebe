# SPDX-License-Identifier: Apache-2.0
"""Entry point: `python3 tools/honest` from the root of the repository, or `python3 -m honest`."""

import pathlib
import sys

if not __package__:
    sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from honest.cli import main  # noqa: E402  (the path has to be set first)

if __name__ == "__main__":
    sys.exit(main())
