# SPDX-License-Identifier: Apache-2.0
"""The page in a browser: page/page_test.js, on a report of targets that go wrong in many ways.
BIN_DIR is the folder of the programs, PAGE_DIR where the page and its pictures are kept. Exit
status 77: there is no browser, or page/install.sh has not been run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
CONFORM = str(Path(os.environ["BIN_DIR"]) / "dciauth-conform")
LIBRARY = HERE.parents[1] / "build" / "browser" / "node_modules" / "playwright-core"
SKIPPED = 77


def main() -> int:
    chromium, node = shutil.which("chromium"), shutil.which("node")
    if chromium is None or node is None or not LIBRARY.is_dir():
        print("no browser: apt-get install chromium nodejs npm, then run test/page/install.sh")
        return SKIPPED
    folder = Path(os.environ["PAGE_DIR"])
    folder.mkdir(parents=True, exist_ok=True)
    page = folder / "report.html"
    shims = ("accept_all", "reject_all", "deviates", "hostile", "sweeps_wrong", "escapes")
    targets = [f"exec:{sys.executable} {HERE}/shims/{name}.py" for name in shims]
    command = [CONFORM, "run", "ref", *targets, "--vectors", str(HERE / "vectors")]
    done = subprocess.run([*command, "--html", str(page)], capture_output=True, check=False)
    if done.returncode != 3:  # the last of them does not start
        print(done.stderr.decode())
        return 1
    script = HERE / "page" / "page_test.js"
    return subprocess.run([node, script, LIBRARY, chromium, page, folder], check=False).returncode


sys.exit(main())
