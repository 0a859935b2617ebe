# SPDX-License-Identifier: Apache-2.0
"""header.py ROOT CC -- FLAG... -- C-FLAG... - the public header compiles alone, as C11 and C++17.

It is included first and twice, with all of the project's warnings as errors.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROGRAM = """#include "dciauth.h"
#include "dciauth.h"
int main(void) { return dciauth_str("").len == 0 ? 0 : 1; }
"""


def main() -> None:
    root, cc = Path(sys.argv[1]), sys.argv[2]
    separator = len(sys.argv) - 1 - sys.argv[::-1].index("--")
    common, c_only = sys.argv[4:separator], sys.argv[separator + 1 :]
    command = [cc, "-fsyntax-only", "-Werror", *common, f"-I{root / 'lib/include'}"]
    failed = False
    for language, standard, extra in (("c", "c11", c_only), ("c++", "c++17", [])):
        arguments = [*command, *extra, f"-std={standard}", "-x", language, "-"]
        done = subprocess.run(arguments, input=PROGRAM, text=True, check=False)
        print(f"{standard}: {'ok' if done.returncode == 0 else 'FAILED'}")
        failed |= done.returncode != 0
    sys.exit(failed)


main()
