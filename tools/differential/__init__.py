# SPDX-License-Identifier: Apache-2.0
"""Compares the reference library with the packages that define or share its dialects, on random
requests.

A draw is a request as on the wire, with credentials, scope and time: the `input` of a signing
vector (`wire`). `grammar` draws it, of `texts` in any `spelling`, `signing` what it is signed with,
`accidents` what is rare or wrong, each as often as the `Mix` of the package says (`packages`). The
reference and the package answer it through their shims (`child`), `compare` finds the first stage
that differs, and `differences` is the one table of what may differ, and why (`predicates`).
`features` is what the draws must be made of. `campaign` counts over all draws, `report` prints and
judges the counts, `cli` is the command.
"""
