# SPDX-License-Identifier: Apache-2.0
"""Generator, lint and oracle driver of the test vectors in vectors/.

A vector is a function in `cases/`, one module (or a package, by groups) for a file of vectors;
`suite` says what a case is made of, `recipes` holds the mutations that turn an honest request into
a negative, `spec`, `notes`, `features` and `knobs` the texts that cases refer to: rules, bug
classes, what an API must be able to express, legitimate differences. `build` runs the cases, takes
the expected values from `reference` (a signer of its own, written from the specifications), weighs
them against the votes of foreign signers, which `oracles` collects through the shims and keeps in
votes.json, and lays out the files. `model` says how documents and bytes are written, `schemas`
gives the JSON Schemas. `sweeps` are the vectors that nobody writes, every byte in four places of
every row, `sweep_votes` the votes on them. `lint` looks at the committed JSON alone, whoever wrote
it, as `tree` has read it; `history` and `releases` compare it with what was released. `flat`
exports it, `drift` follows a package's releases; `cli` is the command, `tests/` tests all of it.
"""
