# SPDX-License-Identifier: Apache-2.0
"""Turns AWS's own suite, aws-signing-test-suite, into a folder of vectors for the runner.

`suite` reads the folders of a checkout, `crate` gets the copy inside the crate aws-sigv4 with
cargo. `context` parses a case's context.json, `request_text` its requests; `reading` is a case
with its files parsed, `agreement` finds files that contradict each other, `convert` makes the
vectors and `output` writes the folder. `cli` is the command; `problem` is what all of them say
when something is wrong. The suite is AWS's, under Apache-2.0: nothing of it is kept here.
"""
