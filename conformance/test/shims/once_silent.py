# SPDX-License-Identifier: Apache-2.0
"""Reads a request and ends without a word."""

import speak

speak.serve(lambda message, _: None)
