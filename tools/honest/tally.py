# SPDX-License-Identifier: Apache-2.0
"""What is counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from vectorgen.model import Json

KEPT_FAILURES = 3


@dataclass(frozen=True)
class Failure:
    """`question` is the one that was answered wrongly, whole."""

    signer: str
    number: int
    text: str
    question: Json


@dataclass
class Tally:
    drawn: int = 0
    passed_over: int = 0
    signed: int = 0
    accepted: int = 0
    # Refused, as client_bugs.py has it.
    known: int = 0
    failed: int = 0
    failures: list[Failure] = field(default_factory=list)
    # By what the signer's shim said; by bug; by row, of those accepted.
    statuses: Counter[str] = field(default_factory=Counter)
    bugs: Counter[str] = field(default_factory=Counter)
    rows: Counter[str] = field(default_factory=Counter)
    # Requests that were changed; changes by part, and those of them by kind that collide.
    flipped: int = 0
    turned: Counter[str] = field(default_factory=Counter)
    collisions: Counter[str] = field(default_factory=Counter)

    def fail(self, failure: Failure) -> None:
        self.failed += 1
        self.failures = [*self.failures, failure][:KEPT_FAILURES]

    def add(self, other: Tally) -> None:
        for name, value in vars(other).items():
            if isinstance(value, Counter):
                getattr(self, name).update(value)
            elif isinstance(value, int):
                setattr(self, name, getattr(self, name) + value)
        self.failures = (self.failures + other.failures)[:KEPT_FAILURES]
