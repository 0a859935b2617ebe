# SPDX-License-Identifier: Apache-2.0
"""Fields of Authorization, which the packages split at blanks, and two clients with one secret."""

from __future__ import annotations

from collections.abc import Callable

from ... import spec
from ...suite import DCI_SECRET, Base, Verify, after_sign
from . import PATH, family, negative


def edited(name: str, title: str, comment: str, edit: Callable[[str, Base], str], *any_of: str):
    negative(
        "fields",
        name,
        title,
        comment,
        lambda base: after_sign("set-header", "Authorization", edit(base.authorization, base)),
        "malformed-auth-header",
        "missing-auth-param",
        "malformed-credential",
        *any_of,
        severity="low",
        flags=("dci-lenient", "auth-syntax"),
    )


edited(
    "comma_in_key",
    "a comma in the key",
    "'remo,teci/client_id' is 'remoteci/client_id' where commas are taken out.",
    lambda text, base: text.replace("remoteci", "remo,teci"),
)
edited(
    "comma_and_blank_in_key",
    "a comma and a blank in the key",
    "Split there, the rest of it has no name.",
    lambda text, base: text.replace("remoteci", "remo, teci"),
)
edited(
    "fourth_word",
    "a word more at the end",
    "Split at blanks there are five words.",
    lambda text, base: text + " more",
    "signature-malformed",
)
edited(
    "three_words",
    "no blank behind the first comma",
    "Split at blanks there are three words.",
    lambda text, base: text.replace(", ", ",", 1),
)
edited(
    "blank_in_front",
    "two blanks behind the algorithm",
    "Split at blanks there is an empty word.",
    lambda text, base: text.replace(" ", "  ", 1),
)
negative(
    "fields",
    "signature_named_twice",
    "'Signature=Signature='",
    "Taken out wherever it stands, more than one text is the same signature.",
    lambda base: after_sign("set-auth-param", "Signature", "Signature=" + base.signature),
    "signature-malformed",
    "malformed-auth-header",
    "signature-mismatch",
    severity="low",
    flags=("dci-lenient", "auth-syntax"),
)


@family.valid("accept", "two clients in the ring", flags=["baseline"], spec=[spec.STRICT])
def two_clients():
    """With one secret."""
    return Verify(PATH, keys=[{"access_key": "feeder/client_id", "secret_key": DCI_SECRET}])


@family.acceptable(
    "fields",
    "another type of client with the same secret",
    base="two-clients",
    knob="identity_swap",
    flags=["auth-source"],
    spec=[spec.STRICT],
)
def client_type_swapped(base: Base):
    """The key is not in the string to sign: the verifier must report the client presented."""
    text = base.credential.replace("remoteci/", "feeder/", 1)
    return after_sign("set-auth-param", "Credential", text)
