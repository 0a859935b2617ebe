# SPDX-License-Identifier: Apache-2.0
"""Honest requests pass, and a changed one does not.

Random requests are drawn (`differential`), signed by the packages (`signers`) as a client would
have it (`intent`), and put to a verifier as they would arrive (`arrival`). The strict policy of the
row must accept each, but for what `client_bugs` knows of the package. Of some of those that were
accepted every bit of every signed part is turned (`flips`): the verifier must refuse all of these,
but for the requests of which the reference says that they are the same one, in one of the few ways
that `collisions` lists. `campaign` runs and counts it, `report` prints and judges the counts, `cli`
is the command.
"""
