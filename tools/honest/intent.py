# SPDX-License-Identifier: Apache-2.0
"""What a client signs that wants its request accepted by the strict policy: the constants of the
row, Host, the date, and the headers of the dialect's own."""

from __future__ import annotations

from dataclasses import replace

from differential.wire import Draw
from vectorgen import reference as ref
from vectorgen.reference_verify import guarded_prefix

CONSTANTS = ("algorithm", "terminator", "datestamp")


def names_to_sign(row: ref.Row, draw: Draw) -> str:
    """The caller's choice, in order and each once, with all that strict wants to be there."""
    chosen = set(draw.params["signed_headers"].lower().encode().split(b";"))
    guarded = {n for n in draw.names if n.replace(b"_", b"-").startswith(guarded_prefix(row))}
    wanted = {b"host", row.date_header.lower().encode()}
    return b";".join(sorted(chosen | guarded | wanted)).decode()


def intended(draw: Draw) -> Draw:
    row = ref.ROWS[draw.row]
    params = {name: value for name, value in draw.params.items() if name not in CONSTANTS}
    out = replace(draw, params=params)
    if row.default_host and b"host" not in draw.names:
        # The package signs the host of the API, to which the client then speaks.
        out.headers = [*draw.headers, (b"Host", row.default_host)]
    if "signed_headers" in params:
        params["signed_headers"] = names_to_sign(row, out)
    return out
