# SPDX-License-Identifier: Apache-2.0
"""Cases that are a target each, beside one that was signed: what the families of paths and queries
have in common."""

from __future__ import annotations

from dataclasses import dataclass

from .. import spec
from ..model import Json
from ..suite import Text, Verify, after_sign
from . import Family


@dataclass(frozen=True)
class Targets:
    family: Family
    flag: str  # of those that are bound to another text
    same_group: str
    same_rule: Json  # by which two texts are one

    def honest(self, name: str, title: str, comment: str, target: Text, flags: list[str]) -> None:
        """An honest request for `target`."""
        self.family.put(
            "valid",
            "accept",
            name,
            title,
            comment,
            Verify(target),  # type: ignore[arg-type]
            flags=flags,
            spec=[spec.SIGNATURE],
        )

    def same(
        self, name: str, base: str, title: str, comment: str, target: Text, flags: list[str]
    ) -> None:
        """Another text of the same target under the signature of `base`."""
        self.family.put(
            "valid",
            self.same_group,
            name,
            title,
            comment,
            after_sign("set-target", value=target),
            base=base,
            flags=flags,
            spec=[self.same_rule],
        )

    def changed(
        self, name: str, base: str, title: str, comment: str, target: Text, **more: object
    ) -> None:
        """Another target under the signature of `base`."""
        shared = {
            "error": "signature-mismatch",
            "severity": "high",
            "flags": ["binding", self.flag],
            "spec": [spec.SIGNATURE],
        }
        self.family.put(
            "invalid",
            str(more.pop("group", "changed")),
            name,
            title,
            comment,
            after_sign("set-target", value=target),
            base=base,
            **shared | more,
        )
