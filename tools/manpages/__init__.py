# SPDX-License-Identifier: Apache-2.0
"""Writes the manual pages: those of section 3 from dciauth.h, the lists in those of section 1 from
what the programs say of themselves."""
