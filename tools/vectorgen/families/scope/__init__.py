# SPDX-License-Identifier: Apache-2.0
"""The credential scope: for what day, region and service a key was made. It is compared with the
verifier's own and with the day of the request, byte for byte, whatever was signed."""

from __future__ import annotations

from collections.abc import Callable

from ... import spec
from ...model import Json
from ...suite import Base, after_sign, before_sign
from .. import Family

family = Family(
    {
        "accept": "Honest requests",
        "day": "The day of the scope",
        "region": "The region",
        "service": "The service",
        "terminator": "The last word",
    }
)
# What is refused before it is compared: a credential has no empty parts.
EMPTY = {
    "error": "malformed-credential",
    "flags": ["scope", "auth-syntax"],
}


def negative(
    group: str,
    name: str,
    title: str,
    comment: str,
    recipe: Json | Callable[[Base], Json],
    error: str,
    **more: object,
) -> None:
    options = {
        "any_of": ["signature-mismatch"],
        "severity": "medium",
        "flags": ["scope"],
        "spec": [spec.SCOPE],
    }
    family.put("invalid", group, name, title, comment, recipe, error=error, **options | more)


def credential(base: Base, **parts: str) -> str:
    """The credential of the base with other parts."""
    c = base.claim
    names = ("access_key", "date", "region", "service", "terminator")
    return "/".join(parts.get(name, getattr(c, name)) for name in names)


def both(
    group: str,
    part: str,
    name: str,
    title: str,
    comment: str,
    value: object,
    error: str,
    **more: object,
) -> None:
    """Two cases: signed so, with the key of the other scope; and written over under the old
    signature, which a verifier does not see that takes the scope from its own configuration."""

    def text(base: Base) -> str:
        return value(base) if callable(value) else str(value)

    def signed(base: Base) -> Json:
        return before_sign("set-claim", part, text(base))

    def kept(base: Base) -> Json:
        return after_sign("set-auth-param", "Credential", credential(base, **{part: text(base)}))

    negative(group, name, f"{title}, signed so", comment, signed, error, **more)
    flags = [*more.get("flags", ["scope"]), "binding"]
    more = {**more, "flags": flags}
    comment = f"The signature kept: the key is still that of the right scope. {comment}"
    negative(group, name + "_kept", f"{title}, the signature kept", comment, kept, error, **more)


# At the end: each of them puts its cases into the family.
from . import accept, day, place, terminator  # noqa: E402, F401
