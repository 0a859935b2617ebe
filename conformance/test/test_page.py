# SPDX-License-Identifier: Apache-2.0
"""The page in a browser: page/page_test.js, on a report of targets that go wrong in many ways, and
of some that are expected to. BIN_DIR is the folder of the programs, PAGE_DIR where the page and its
pictures are kept. Exit status 77: there is no browser, or page/install.sh has not been run."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
CONFORM = str(Path(os.environ["BIN_DIR"]) / "dciauth-conform")
LIBRARY = HERE.parents[1] / "build" / "browser" / "node_modules" / "playwright-core"
SKIPPED = 77


def shim(name: str) -> str:
    return f"exec:{sys.executable} {HERE}/shims/{name}.py"


def run(status: int, *words: str | Path) -> None:
    command = [CONFORM, "run", *words, "--vectors", HERE / "vectors"]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == status, done.stdout.decode() + done.stderr.decode()


def entry_of(name: str) -> dict[str, str]:
    return {"id": name, "status": "ok", "got": "accept", "reason": "as before"}


def main() -> int:
    chromium, node = shutil.which("chromium"), shutil.which("node")
    if chromium is None or node is None or not LIBRARY.is_dir():
        print("no browser: apt-get install chromium nodejs npm, then run test/page/install.sh")
        return SKIPPED
    folder = Path(os.environ["PAGE_DIR"])
    folder.mkdir(parents=True, exist_ok=True)
    page = folder / "report.html"
    shims = ("accept_all", "reject_all", "deviates", "hostile", "sweeps_wrong", "escapes")
    reports = [folder / f"{name}.jsonl" for name in ("all", "expected", "known", "stale")]
    known = folder / "known.json"
    known.unlink(missing_ok=True)
    expected = shim("accept_all"), shim("sweeps_wrong")
    run(3, "ref", *map(shim, shims), "--json", reports[0])  # the last of them does not start
    run(1, *expected, "--write-xfail", known)
    run(0, *expected, "--xfail", known, "--json", reports[1])
    run(0, shim("deviates"), "--baseline", reports[0], "--json", reports[2])
    listed = [entry["id"] for entry in json.loads(known.read_text())[:2]]
    known.write_text(json.dumps([entry_of(name) for name in listed]))
    words = ("--xfail", known, "--json", reports[3], "--fail-fast", "--blind", "--seed", "1")
    run(1, shim("deviates"), *words)
    subprocess.run([CONFORM, "report", *reports, "--html", page], check=True)
    script = HERE / "page" / "page_test.js"
    return subprocess.run([node, script, LIBRARY, chromium, page, folder], check=False).returncode


sys.exit(main())
