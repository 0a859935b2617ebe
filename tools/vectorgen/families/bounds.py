# SPDX-License-Identifier: Apache-2.0
"""Limits of this suite, where the dialect has none or one that nobody reaches: at the limit, and
one beyond. No policy sets them, and a verifier with others lacks the feature limits.suite."""

from __future__ import annotations

from .. import spec, spec_policy
from ..model import Json
from ..suite import AWS_SECRET, Base, Verify, before_sign
from . import Family

family = Family({"suite": "Limits of the suite", "secrets": "Secrets of every length"})
AT: Json = {"level": "should", "flags": ["limits", "over-strict"], "spec": [spec_policy.LIMIT]}
OVER: Json = {
    "level": "should",
    "error": "limit-exceeded",
    "severity": "low",
    "flags": ["limits"],
    "spec": [spec_policy.LIMIT],
}


@family.valid("suite", "a method of 31 bytes", **AT)
def method_of_31():
    """Longer ones than HTTP has; a token all the same."""
    return Verify("/reports", method="EXAMPLE-METHOD-OF-31-CHARACTERS")


@family.valid("suite", "a method of 32 bytes", **AT)
def method_of_32():
    """At the limit."""
    return Verify("/reports", method="EXAMPLE-METHOD-OF-32-CHARACTERS-")


@family.invalid("suite", "a method of 33 bytes", base="method_of_32", **OVER)
def method_of_33():
    """Signed so."""
    return before_sign("set-method", value="EXAMPLE-METHOD-OF-33-CHARACTERS--")


def header(size: int) -> tuple[str, str]:
    return "X-" + "a" * (size - 2), "1"


@family.valid("suite", "a header name of 1,023 bytes", **AT)
def header_name_of_1023():
    """Signed, as any header may be."""
    return Verify("/reports", headers=[header(1023)])


@family.valid("suite", "a header name of 1,024 bytes", **AT)
def header_name_of_1024():
    """At the limit."""
    return Verify("/reports", headers=[header(1024)])


@family.invalid(
    "suite",
    "a header name of 1,025 bytes",
    base="header_name_of_1024",
    any_of=["malformed-header"],
    **OVER,
)
def header_name_of_1025():
    """Signed so."""
    return before_sign("add-signed-header", *header(1025))


KEYS = {size: "AKIDEXAMPLE" + "0" * (size - 11) for size in (127, 128, 129)}


@family.valid("suite", "an access key of 127 characters", **AT)
def key_of_127():
    """One less than the documents of IAM have."""
    return Verify("/reports", access_key=KEYS[127])


@family.valid("suite", "a key of 128 characters beside a longer one", **AT)
def key_of_128():
    """The longer one is in the ring, and not presented."""
    longer = {"access_key": KEYS[129], "secret_key": AWS_SECRET}
    return Verify("/reports", access_key=KEYS[128], keys=[longer])


@family.invalid(
    "suite",
    "an access key of 129 characters that is known",
    base="key_of_128",
    any_of=["malformed-credential", "malformed-auth-header", "unknown-key"],
    **OVER | {"spec": [spec.KEY_LENGTH, spec_policy.LIMIT]},
)
def key_of_129():
    """Signed so, with its secret. It is in the ring by a mistake, and too long for a key."""
    return before_sign("sign-as", KEYS[129], AWS_SECRET)


def scope_part(part: str) -> None:
    """The verifier takes any region, any service: what bounds them is their length alone."""

    def at(size: int):
        def make() -> Verify:
            return Verify("/reports", claim={part: "a" * size}, policy={f"scope_{part}": "any"})

        make.__name__, make.__doc__ = f"{part}_of_{size}", f"The policy takes any {part}."
        return make

    def over():
        return before_sign("set-claim", part, "a" * 65)

    over.__name__, over.__doc__ = f"{part}_of_65", "Signed so."
    for size in (63, 64):
        family.valid("suite", f"a {part} of {size} characters", **AT)(at(size))
    family.invalid(
        "suite",
        f"a {part} of 65 characters",
        base=f"{part}_of_64",
        any_of=["malformed-credential", f"scope-{part}"],
        **OVER,
    )(over)


scope_part("region")
scope_part("service")


def secret(size: int) -> str:
    return ("EXAMPLE0" * (size // 8 + 1))[:size]


for size, comment in (
    (60, "With 'AWS4' or 'DCI2' before it a block of SHA-256 to the byte."),
    (61, "With 'AWS4' or 'DCI2' before it one more than a block: the key is hashed first."),
    (64, "A block of SHA-256 by itself."),
    (256, "As many as a byte cannot count."),
    (4095, "One less than the limit."),
):

    def make(size: int = size) -> Verify:
        return Verify("/reports", secret_key=secret(size))

    make.__name__, make.__doc__ = f"secret_of_{size}", comment
    family.valid(
        "secrets",
        f"a secret of {size} bytes",
        level="must" if size < 100 else "should",
        flags=["key-derivation", "over-strict"],
        spec=[spec.HMAC_KEY],
    )(make)
    if size in (60, 61, 64, 256):

        def cut(base: Base, size: int = size) -> Json:
            return before_sign("set-secret", value=secret(size)[:-1])

        cut.__name__, cut.__doc__ = f"secret_of_{size}_cut", "Of a buffer with a NUL at its end."
        family.invalid(
            "secrets",
            f"signed with all but the last of {size} bytes",
            base=f"secret_of_{size}",
            error="signature-mismatch",
            severity="high",
            flags=["key-derivation", "limits"],
            spec=[spec.HMAC_KEY],
        )(cut)


@family.valid("suite", "a secret of 4,096 bytes", **AT)
def secret_of_4096():
    """At the limit. Another key of the ring has a longer one."""
    longer = {"access_key": "AKIDEXAMPLE2", "secret_key": secret(4097)}
    return Verify("/reports", secret_key=secret(4096), keys=[longer])


@family.invalid("suite", "a secret of 4,097 bytes", base="secret_of_4096", **OVER)
def secret_of_4097():
    """Signed so: not cut, and not hashed in the place of another."""
    return before_sign("sign-as", "AKIDEXAMPLE2", secret(4097))
