# SPDX-License-Identifier: Apache-2.0
"""The cases: one module a file of vectors, or one package with a module a group."""
