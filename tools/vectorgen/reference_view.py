# SPDX-License-Identifier: Apache-2.0
"""What an application may use of a request that was accepted: that which the signature covers, and
nothing beside it. Where the canonical form keeps less than what arrived, it counts: of two
spellings with one signature none is the signed one."""

from __future__ import annotations

from dataclasses import dataclass

from .reference_rows import Row
from .reference_rules import HEX64, dci_params, percent_decode, split_target
from .reference_stages import Headers, Request, payload_line


@dataclass(frozen=True)
class View:
    """`path` is as it was sent, not decoded, without what the dialect takes out of it. Arguments
    are decoded, names of headers in lower case, their values canonical."""

    method: bytes
    path: bytes
    args: Headers
    headers: Headers
    body_covered: bool


def args_of(row: Row, query: bytes) -> Headers:
    """The decoded pairs of a query, in the order in which they were sent."""
    if not row.is_aws:
        return [(name.encode(), value.encode()) for name, value in dci_params(query)]
    pairs = (part.partition(b"=") for part in query.split(b"&") if part)
    return [(percent_decode(name), percent_decode(value)) for name, _, value in pairs]


def covered_headers(row: Row, request: Request, signed_headers: str) -> Headers:
    """One header for each name of the list that the request has."""
    out = []
    for name in dict.fromkeys(signed_headers.lower().encode().split(b";")):
        values = [row.canonical_value(value) for value in request.values(name)]
        if values:
            out.append((name, b",".join(values)))
    return out


def view(row: Row, request: Request, signed_headers: str) -> View:
    path, query = split_target(request.target)
    return View(
        row.canonical_method(request.method),
        row.kept_path(path),
        args_of(row, query),
        covered_headers(row, request, signed_headers),
        HEX64.fullmatch(payload_line(row, request).decode("latin-1").lower()) is not None,
    )
