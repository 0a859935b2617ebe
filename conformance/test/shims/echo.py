# SPDX-License-Identifier: Apache-2.0
"""Sends back each line as it came."""

import sys

for line in sys.stdin:
    sys.stdout.write(line)
    sys.stdout.flush()
