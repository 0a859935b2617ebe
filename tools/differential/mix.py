# SPDX-License-Identifier: Apache-2.0
"""How often what occurs."""

from __future__ import annotations

from dataclasses import dataclass, field

from .texts import SPICE


@dataclass(frozen=True, kw_only=True)
class Mix:
    """How the draws of a package are made up: rows, and shares of the draws between 0 and 1."""

    rows: tuple[str, ...]
    repeated_name: float
    repeated_header: float
    selected: float
    # Of the arguments, not of the draws.
    blank_value: float = 0.12
    malformed: float = 0.0
    nbsp_in_header: float = SPICE
    blanks_in_host: float = 0.0
    spice_in_host: float = 0.0
    any_body: float = 1.0
    plus_is_blank: bool = False
    accidents: dict[str, float] = field(default_factory=dict)
