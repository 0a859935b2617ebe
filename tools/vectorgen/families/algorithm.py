# SPDX-License-Identifier: Apache-2.0
"""The algorithm word. A verifier has one; it is never the client's choice, and none is no word."""

from __future__ import annotations

from .. import spec
from ..model import Json
from ..suite import Base, after_sign, before_sign
from . import Family

family = Family({"algorithm": "The algorithm word"})
KEPT = ["malformed-auth-header", "no-auth", "signature-mismatch"]
SIGNED = ["malformed-auth-header", "no-auth", "signature-mismatch", "signature-malformed"]


def no_word(name: str, title: str, comment: str, word: object, severity: str = "low") -> None:
    """Two cases: the word changed under the old signature, and put into the string to sign. `word`
    is the text, or makes it of the row's own."""

    def text(base: Base) -> str:
        return word(base.row.algorithm) if callable(word) else str(word)

    def kept(base: Base) -> Json:
        return after_sign("set-auth-param", "algorithm", text(base))

    def signed(base: Base) -> Json:
        return before_sign("set-algorithm", "sha256", text(base))

    shared = {
        "error": "bad-algorithm",
        "severity": severity,
        "flags": ["algorithm"],
        "spec": [spec.ALGORITHM],
    }
    family.put("invalid", "algorithm", name, title, comment, kept, any_of=KEPT, **shared)
    comment = "Signed so, with the key of the dialect: it is in the string to sign. " + comment
    title += ", signed so"
    name += "_signed"
    family.put("invalid", "algorithm", name, title, comment, signed, any_of=SIGNED, **shared)


no_word(
    "word_longer",
    "the word with a letter more",
    "A comparison over the length of the word that is expected.",
    lambda word: word + "X",
)
no_word(
    "word_digit_more",
    "the word with a digit more",
    "'SHA2567' begins with 'SHA256'.",
    lambda word: word + "7",
)
no_word(
    "word_shorter",
    "the word without '256'",
    "A comparison over the length of the word that came.",
    lambda word: word.removesuffix("256"),
)
no_word(
    "word_lower_case",
    "the word in lower case",
    "The word is a constant: it is compared as bytes.",
    str.lower,
)
no_word(
    "word_none",
    "the word 'NONE'",
    "A default branch that lets pass what it does not know.",
    "NONE",
)
no_word(
    "word_of_the_other_dialect",
    "the word of DCI for AWS, or the reverse",
    "A server that speaks both must not mix them: the key has the prefix of one.",
    lambda word: "DCI2-HMAC-SHA256" if word.startswith("AWS4") else "AWS4-HMAC-SHA256",
)
no_word(
    "word_of_signature_4a",
    "the word of asymmetric signatures",
    "Under that word an HMAC is no signature; whoever has only the public key must not make one.",
    "AWS4-ECDSA-P256-SHA256",
    "critical",
)
no_word(
    "word_of_a_chunk",
    "the word of a chunk's string to sign",
    "'-PAYLOAD' belongs to the chunks of a stream. One kind of signature is not another.",
    lambda word: word + "-PAYLOAD",
    "high",
)


def weaker(name: str, digest: str, title: str, comment: str) -> None:
    def signed(base: Base) -> Json:
        prefix = base.row.algorithm.rpartition("-")[0]
        return before_sign("set-algorithm", digest, f"{prefix}-{digest.upper()}")

    family.put(
        "invalid",
        "algorithm",
        name,
        title,
        comment,
        signed,
        error="bad-algorithm",
        any_of=SIGNED,
        severity="medium",
        flags=["algorithm"],
        spec=[spec.ALGORITHM],
    )


weaker("downgrade_sha1", "sha1", "everything by SHA-1", "Signed so throughout, with 40 digits.")
weaker("downgrade_md5", "md5", "everything by MD5", "Signed so throughout, with 32 digits.")
weaker(
    "other_strength_sha512",
    "sha512",
    "everything by SHA-512",
    "Signed so throughout, with 128 digits. Stronger is no better: the choice is not the client's.",
)


@family.invalid(
    "algorithm",
    "no algorithm word",
    error="bad-algorithm",
    any_of=["malformed-auth-header", "no-auth"],
    severity="low",
    flags=["algorithm", "auth-syntax"],
    spec=[spec.AUTH_FORM],
)
def word_missing(base: Base):
    """The fields alone. What follows the first blank is another text then."""
    return after_sign("set-header", "Authorization", base.authorization.partition(" ")[2])


@family.invalid(
    "algorithm",
    "the algorithm word alone",
    error="missing-auth-param",
    any_of=["malformed-auth-header", "no-auth"],
    severity="critical",
    flags=["algorithm", "auth-syntax"],
    spec=[spec.AUTH_FORM],
)
def word_alone(base: Base):
    """Nothing is claimed, so nobody is there."""
    return after_sign("set-header", "Authorization", base.row.algorithm)


@family.invalid(
    "algorithm",
    "the algorithm word twice",
    error="malformed-auth-header",
    any_of=["bad-algorithm", "missing-auth-param", "duplicate-auth-param"],
    severity="low",
    flags=["algorithm", "auth-syntax"],
    spec=[spec.AUTH_FORM],
)
def word_twice(base: Base):
    """The second one stands where Credential belongs."""
    return after_sign("set-header", "Authorization", f"{base.row.algorithm} {base.authorization}")


@family.acceptable(
    "algorithm",
    "two blanks behind the word",
    base="get",
    knob="auth_header_ws",
    error="malformed-auth-header",
    any_of=["missing-auth-param"],
    flags=["auth-syntax", "white-space"],
    spec=[spec.AUTH_FORM],
)
def blanks_behind_word(base: Base):
    """RFC 9110 asks for one or more, the examples have one."""
    return after_sign("set-header", "Authorization", base.authorization.replace(" ", "  ", 1))


@family.acceptable(
    "algorithm",
    "a tab behind the word",
    base="get",
    knob="auth_header_ws",
    error="bad-algorithm",
    any_of=["malformed-auth-header"],
    flags=["auth-syntax", "white-space"],
    spec=[spec.AUTH_FORM],
)
def tab_behind_word(base: Base):
    """White space to who splits at any, part of the word to who splits at a blank."""
    return after_sign("set-header", "Authorization", base.authorization.replace(" ", "\t", 1))
