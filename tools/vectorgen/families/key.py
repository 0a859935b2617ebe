# SPDX-License-Identifier: Apache-2.0
"""Whose key it is: unknown keys, empty secrets, keys that are nearly another one."""

from __future__ import annotations

from .. import spec
from ..model import Json
from ..suite import SHORT_KEY, Base, Verify, after_sign, before_sign
from . import Family

family = Family(
    {
        "keys": "Honest requests with other keys",
        "unknown": "Keys that nobody has",
        "similar": "Keys that are nearly another one",
        "secret": "The secret of another",
    }
)
STRANGER = "AKIDUNKNOWN0EXAMPLE"
LONGEST = "AKIDEXAMPLE" + "0" * 117


def unknown(
    name: str, title: str, comment: str, key: object, secret: object, **more: object
) -> None:
    """Signed with a key of one's own making."""

    def recipe(base: Base) -> Json:
        def text(of: object) -> str:
            return of(base) if callable(of) else str(of)

        return before_sign("sign-as", text(key), text(secret))

    options = {
        "error": "unknown-key",
        "severity": "critical",
        "flags": ["empty-secret"],
        "spec": [spec.UNKNOWN_KEY],
    }
    family.put("invalid", "unknown", name, title, comment, recipe, **options | more)


def stranger(base: Base) -> str:
    """In DCI a key has two parts."""
    return STRANGER if base.row.key_parts == 1 else "remoteci/" + STRANGER


for word, secret, comment in (
    ("empty", "", "A look-up that answers '' or nil for a key it does not know."),
    ("null", "null", "A look-up whose nothing is written as text, as JSON has it."),
    ("none", "None", "A look-up whose nothing is written as text, as Python has it."),
    ("undefined", "undefined", "A look-up whose nothing is written as text, as JavaScript has it."),
    ("nil", "<nil>", "A look-up whose nothing is written as text, as Go has it."),
):
    unknown(
        f"unknown_key_{word}_secret",
        f"an unknown key, with the {word} secret",
        f"{comment} Anybody can sign with that.",
        stranger,
        secret,
    )
unknown(
    "unknown_key_as_its_own_secret",
    "an unknown key that is its own secret",
    "A look-up that falls back to its argument.",
    stranger,
    stranger,
)
unknown(
    "access_key_empty",
    "an empty access key with an empty secret",
    "A look-up of '' must not find anything, least of all a default.",
    "",
    "",
    error="malformed-credential",
    any_of=["unknown-key"],
    flags=["empty-secret", "auth-syntax"],
    spec=[spec.AUTH_FORM],
)
unknown(
    "key_without_secret",
    "a key that has no secret",
    "It is in the ring with an empty one: no secret yet, or none any more. That is no key to sign "
    "with, and everybody knows it.",
    lambda base: base.input["keyring"][1]["access_key"],
    "",
    base="beside_empty",
)


@family.valid(
    "keys",
    "a key without secret in the ring",
    flags=["empty-secret", "over-strict"],
    spec=[spec.SIGNATURE],
)
def beside_empty():
    """Another key is presented, and that one is whole."""
    return Verify("/reports", keys=[{"access_key": "AKIDEXAMPLE0", "secret_key": ""}])


@family.invalid(
    "unknown",
    "an unknown key, the signature kept",
    error="unknown-key",
    any_of=["signature-mismatch"],
    severity="critical",
    flags=["auth-source"],
    spec=[spec.UNKNOWN_KEY],
)
def unknown_key_kept(base: Base):
    """The key takes no part in the string to sign: only the look-up finds out."""
    text = base.credential.replace(base.claim.access_key, stranger(base), 1)
    return after_sign("set-auth-param", "Credential", text)


@family.invalid(
    "unknown",
    "a key that was deleted",
    error="unknown-key",
    severity="medium",
    flags=["auth-source"],
    spec=[spec.UNKNOWN_KEY],
)
def key_deleted(base: Base):
    """The same request, right in everything, after its key has left the ring: no cache of keys that
    were right an hour ago."""
    return after_sign("set-key", "access_key", base.claim.access_key + "9")


@family.invalid(
    "unknown",
    "a key whose secret was changed",
    error="signature-mismatch",
    severity="medium",
    flags=["auth-source"],
    spec=[spec.SIGNATURE],
)
def secret_changed():
    """The same request, after its secret was replaced: no cache of derived keys that outlives
    it."""
    return after_sign("set-key", "secret_key", "rotated EXAMPLE secret")


# ---- Similar keys --------------------------------------------------------------------------------


def similar(name: str, title: str, comment: str, key: object, **more: object) -> None:
    """Signed with the right secret under a key that is not the ring's."""

    def recipe(base: Base) -> Json:
        return before_sign(
            "sign-as", key(base.claim.access_key), base.input["keyring"][0]["secret_key"]
        )

    options = {
        "error": "unknown-key",
        "severity": "low",
        "flags": ["auth-source"],
        "spec": [spec.UNKNOWN_KEY],
    }
    family.put("invalid", "similar", name, title, comment, recipe, **options | more)


similar(
    "key_in_other_case",
    "the key in another case",
    "A database compares without case unless it is told otherwise: then one key has many names in "
    "logs and quotas.",
    lambda key: key.lower() if key != key.lower() else key.upper(),
)
similar("key_prefix", "the key without its end", "LIKE 'AKID%', or a trie.", lambda key: key[:-5])
similar(
    "key_longer", "the key with a letter more", "A column cut to its width.", lambda key: key + "X"
)
similar(
    "key_wild_card",
    "the key with a '%' for its end",
    "A pattern in a query of a database, made of text.",
    lambda key: key[:-3] + "%",
)
similar(
    "key_star",
    "the key with a '*' for its end",
    "A pattern in the name of a file.",
    lambda key: key[:-3] + "*",
)
similar(
    "key_quote",
    "the key with a quotation mark in it",
    "Part of a statement, where text is put together.",
    lambda key: key + "'--",
)
similar(
    "key_dots",
    "a path to the key",
    "Keys kept as files: '..' is no name of one.",
    lambda key: "../" + key,
    error="malformed-credential",
    any_of=["unknown-key"],
    flags=["auth-syntax"],
)
similar(
    "key_blank_behind",
    "the key with a blank behind it",
    "Signed so. Trimmed on the way to the look-up, it is found.",
    lambda key: key + " ",
    error="malformed-credential",
    any_of=["unknown-key", "malformed-auth-header"],
    flags=["auth-syntax", "white-space"],
)
similar(
    "key_with_no_break_space",
    "the key with a no-break space behind it",
    "Signed so. Trimmed by the rules of Unicode, it is found.",
    lambda key: key + "\u00a0",
    error="malformed-credential",
    any_of=["unknown-key", "malformed-auth-header"],
    flags=["auth-syntax", "bytes"],
)


# ---- Length --------------------------------------------------------------------------------------


@family.valid(
    "keys",
    "an access key of 128 characters",
    flags=["over-strict", "auth-syntax"],
    spec=[spec.AUTH_FORM, spec.KEY_LENGTH],
)
def key_longest():
    """As long as a key may be by the documents of IAM."""
    return Verify("/reports", access_key=LONGEST)


@family.invalid(
    "similar",
    "an access key of 129 characters",
    base="key_longest",
    error="limit-exceeded",
    any_of=["unknown-key", "malformed-credential"],
    severity="low",
    flags=["auth-syntax"],
    spec=[spec.KEY_LENGTH],
)
def key_too_long(base: Base):
    """Signed so. Cut to 128 it would be the key of the ring."""
    return before_sign("sign-as", LONGEST + "X", base.input["keyring"][0]["secret_key"])


@family.valid(
    "keys",
    "an access key of three characters",
    level="should",
    flags=["over-strict", "auth-syntax"],
    spec=[spec.AUTH_FORM],
)
def key_shortest():
    """Servers of one's own have such keys. No rule of the dialect forbids them."""
    return Verify("/reports", access_key=SHORT_KEY)


@family.valid(
    "keys",
    "a secret with '+', '/' and '='",
    flags=["over-strict", "key-derivation"],
    spec=[spec.KEY_CHAIN],
)
def secret_with_marks():
    """A secret is text: nothing in it is decoded."""
    return Verify("/reports", secret_key="+EXAMPLE/secret+with/marks==")


@family.valid(
    "keys",
    "a secret longer than a block of SHA-256",
    flags=["over-strict", "key-derivation"],
    spec=[spec.HMAC_KEY],
)
def secret_long():
    """With its prefix it is hashed first: 80 characters."""
    return Verify("/reports", secret_key="EXAMPLE0" * 10)


# ---- The secret of another -----------------------------------------------------------------------


@family.valid(
    "keys",
    "two keys, each with its own secret",
    flags=["baseline"],
    spec=[spec.SIGNATURE],
)
def two_secrets():
    """The secret of the key that is presented, and of no other."""
    other = {"access_key": "AKIDEXAMPLE2", "secret_key": "second EXAMPLE secret"}
    return Verify("/reports", keys=[other])


@family.invalid(
    "secret",
    "the key of A, the secret of B",
    base="two_secrets",
    error="signature-mismatch",
    severity="critical",
    flags=["auth-source"],
    spec=[spec.SIGNATURE],
)
def secret_of_another():
    """Both are known. A verifier that tries every secret it has lets B sign as A."""
    return before_sign("set-secret", value="second EXAMPLE secret")


@family.invalid(
    "secret",
    "signed by A, presented as B",
    base="two_secrets",
    error="signature-mismatch",
    severity="critical",
    flags=["auth-source"],
    spec=[spec.SIGNATURE],
)
def presented_as_another(base: Base):
    """The signature of A, under the name of B: a verifier that tries every secret takes it."""
    text = base.credential.replace(base.claim.access_key, "AKIDEXAMPLE2", 1)
    return after_sign("set-auth-param", "Credential", text)


@family.invalid(
    "secret",
    "a wrong secret",
    error="signature-mismatch",
    severity="critical",
    flags=["comparison"],
    spec=[spec.SIGNATURE],
)
def wrong_secret():
    """The least that a verifier must find out."""
    return before_sign("set-secret", value="another EXAMPLE secret")


@family.valid(
    "keys",
    "two keys with the same secret",
    flags=["baseline", "auth-source"],
    spec=[spec.SIGNATURE],
)
def one_secret():
    """They are two keys all the same, and the first is presented."""
    home = Verify().input("aws4")["keyring"][0]
    return Verify("/reports", keys=[{**home, "access_key": "AKIDEXAMPLE2"}])


@family.acceptable(
    "secret",
    "another key with the same secret",
    base="one_secret",
    knob="identity_swap",
    flags=["auth-source"],
    spec=[spec.AUTH_FORM],
)
def key_swapped(base: Base):
    """The key is not in the string to sign. The verifier must report the one presented, not one it
    remembers."""
    text = base.credential.replace(base.claim.access_key, "AKIDEXAMPLE2", 1)
    return after_sign("set-auth-param", "Credential", text)


@family.acceptable(
    "keys",
    "an access key with a slash in it",
    knob="credential_slash",
    error="malformed-credential",
    any_of=["unknown-key", "scope-date-mismatch"],
    flags=["auth-syntax"],
    spec=[spec.SCOPE],
)
def key_with_slash():
    """Keys of federated servers have one. Counted from the left, the scope then begins in the
    key."""
    return Verify("/reports", access_key="team/AKIDEXAMPLE")
