# SPDX-License-Identifier: Apache-2.0
"""Declares no profile, so that nothing applies."""

import speak

speak.serve(lambda message, _: None, {**speak.HELLO, "profiles": []})
