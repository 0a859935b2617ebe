# SPDX-License-Identifier: Apache-2.0
"""Generator, lint and oracle driver of the test vectors in vectors/."""
