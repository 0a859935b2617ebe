# SPDX-License-Identifier: Apache-2.0
"""The signature as text: 64 lower-case hex digits, all of them compared, and none made of what is
no digit."""

from __future__ import annotations

import base64
from collections.abc import Callable

from .. import spec
from ..reference import sha256_hex
from ..suite import Base, after_sign, before_sign
from . import Family

family = Family(
    {
        "length": "A signature of another length",
        "digits": "What is no hex digit",
        "compared": "Wrong in some place, or of something else",
        "text": "The same number, another text",
    }
)
MALFORMED = ["signature-mismatch", "malformed-auth-header"]


def signature(edit: Callable[[str], str | bytes]) -> Callable[[Base], dict]:
    return lambda base: after_sign("set-auth-param", "Signature", edit(base.signature))


def other(digit: str) -> str:
    """Another hex digit, which is never the one that was there."""
    return "0" if digit != "0" else "1"


def wrong_from(at: int) -> Callable[[str], str]:
    return lambda text: text[:at] + "".join(other(d) for d in text[at:])


def row(
    group: str, name: str, title: str, comment: str, recipe: object, error: str, **options: object
) -> None:
    options = {"severity": "critical", "flags": ["comparison"], "spec": [spec.AUTH_FORM]} | options
    family.put("invalid", group, name, title, comment, recipe, error=error, **options)


def malformed(
    group: str, name: str, title: str, comment: str, edit: object, severity: str = "critical"
) -> None:
    row(
        group,
        name,
        title,
        comment,
        signature(edit),
        "signature-malformed",
        any_of=MALFORMED,
        severity=severity,
    )


def mismatch(name: str, title: str, comment: str, recipe: object, **options: object) -> None:
    options = {"spec": [spec.SIGNATURE]} | options
    row("compared", name, title, comment, recipe, "signature-mismatch", **options)


# ---- Length --------------------------------------------------------------------------------------

for digits in (1, 8, 16, 32, 62, 63):
    malformed(
        "length",
        "first_digit_alone" if digits == 1 else f"first_{digits}_digits_alone",
        f"the first {'digit' if digits == 1 else f'{digits} digits'}, and no more",
        "A comparison over the shorter length is content with it"
        + (": sixteen guesses." if digits == 1 else "."),
        lambda text, n=digits: text[:n],
    )
malformed(
    "length",
    "digit_more",
    "a digit behind the signature",
    "A comparison over 64 characters does not see it.",
    lambda text: text + "0",
    "low",
)
malformed(
    "length",
    "byte_more",
    "two digits behind the signature",
    "Decoded it is longer than 32 bytes: a buffer of 32 is overrun, or the rest is dropped.",
    lambda text: text + "00",
    "low",
)
malformed(
    "length",
    "signature_doubled",
    "the right signature twice over",
    "128 digits: a decoder that fills its buffer again has the right one in it.",
    lambda text: text + text,
    "low",
)
malformed(
    "length",
    "zeros_before_signature",
    "zeros before the signature",
    "As a number it is the same.",
    lambda text: "00" + text,
    "low",
)
malformed(
    "length",
    "signature_very_long",
    "a thousand zeros behind the signature",
    "A length that is not looked at before it is copied.",
    lambda text: text + "0" * 1000,
    "low",
)

# ---- Digits --------------------------------------------------------------------------------------

malformed(
    "digits",
    "first_digit_is_g",
    "the first digit is a 'g'",
    "A decoder that stops at the first character has no bytes to compare.",
    lambda text: "g" + text[1:],
)
malformed(
    "digits",
    "last_digit_is_g",
    "the last digit is a 'g'",
    "A decoder that gives up there has compared 31 bytes.",
    lambda text: text[:63] + "g",
)
malformed(
    "digits",
    "blank_in_the_middle",
    "a blank in the middle of the signature",
    "A decoder that passes over white space sees the same number.",
    lambda text: text[:32] + " " + text[32:],
    "low",
)
malformed(
    "digits",
    "hyphens_between",
    "hyphens in the signature, as in a UUID",
    "A decoder that passes over separators sees the same number.",
    lambda text: "-".join(text[i : i + 8] for i in range(0, 64, 8)),
    "low",
)
malformed(
    "digits",
    "prefix_0x",
    "'0x' before the signature",
    "strtoul() and its kind take it.",
    lambda text: "0x" + text,
    "low",
)
malformed(
    "digits",
    "prefix_0x_in_the_length",
    "'0x' in the place of its first two digits",
    "Of the right length, and 31 bytes to whoever takes the prefix off.",
    lambda text: "0x" + text[2:],
)
malformed(
    "digits",
    "plus_before_signature",
    "'+' before the signature",
    "Parsers of numbers take a sign.",
    lambda text: "+" + text,
    "low",
)
malformed(
    "digits",
    "semicolon_behind_signature",
    "';x' behind the signature",
    "A parameter of the value, to a parser of media types.",
    lambda text: text + ";x",
    "low",
)
malformed(
    "digits",
    "full_width_digit",
    "a digit of the signature in full width",
    "isdigit() of Unicode, and NFKC, make an ASCII digit of it.",
    lambda text: text[:63] + chr(0xFF10 + int(text[63], 16) % 10),
    "low",
)
malformed(
    "digits",
    "escaped_digit",
    "a digit of the signature as an escape",
    "Nothing in this header is decoded.",
    lambda text: f"%{ord(text[0]):02X}{text[1:]}",
    "low",
)
malformed(
    "digits",
    "signature_in_base64",
    "the signature in base64",
    "The same bytes in the form of Signature Version 2.",
    lambda text: base64.b64encode(bytes.fromhex(text)).decode(),
    "low",
)
malformed(
    "digits",
    "equals_before_signature",
    "'Signature==…'",
    "Split at each '=', the value is the third part.",
    lambda text: "=" + text,
    "low",
)
malformed(
    "digits",
    "name_before_signature",
    "'Signature=Signature=…'",
    "Taken off as often as it is there, the name leaves the right value.",
    lambda text: "Signature=" + text,
    "low",
)
malformed(
    "digits",
    "signature_quoted",
    "the signature in quotation marks",
    "No document puts it in any.",
    lambda text: f'"{text}"',
    "low",
)
row(
    "digits",
    "nul_before_signature",
    "a NUL in front of the right signature",
    "To strlen() it is empty. The value is in base64.",
    signature(lambda text: "\0" + text),
    "malformed-header",
    any_of=["signature-malformed", "malformed-auth-header", "signature-mismatch"],
    flags=["comparison", "bytes", "injection"],
    spec=[spec.HEADER_VALUE],
)
row(
    "digits",
    "line_feed_behind_signature",
    "a line feed behind the right signature",
    "'$' of a regular expression matches before it. The value is in base64.",
    signature(lambda text: text + "\n"),
    "malformed-header",
    any_of=["signature-malformed", "malformed-auth-header", "signature-mismatch"],
    severity="low",
    flags=["comparison", "bytes", "injection"],
    spec=[spec.HEADER_VALUE],
)
row(
    "digits",
    "comma_behind_signature",
    "',x' behind the signature",
    "A fourth field without a value.",
    signature(lambda text: text + ",x"),
    "malformed-auth-header",
    any_of=["signature-malformed", "signature-mismatch"],
    severity="low",
    flags=["auth-syntax"],
)

# ---- Compared ------------------------------------------------------------------------------------

for right in (1, 8, 16, 32, 63):
    mismatch(
        f"right_up_to_digit_{right}",
        f"a signature right up to digit {right}",
        "All 64 digits count: a comparison of a prefix lets a signature be guessed.",
        signature(wrong_from(right)),
    )
mismatch(
    "wrong_first_digit",
    "only the first digit of the signature is wrong",
    "A comparison that begins behind it.",
    signature(lambda text: other(text[0]) + text[1:]),
)
mismatch(
    "wrong_in_the_middle",
    "only digit 33 of the signature is wrong",
    "Two words of 16 bytes compared, the second one not at all.",
    signature(lambda text: text[:32] + other(text[32]) + text[33:]),
)
mismatch(
    "all_digits_f",
    "a signature of sixty-four times 'f'",
    "-1, in every byte.",
    after_sign("set-auth-param", "Signature", "f" * 64),
)
mismatch(
    "signature_is_hash_of_nothing",
    "the SHA-256 of nothing for a signature",
    "What a digest is that nobody has written to.",
    after_sign("set-auth-param", "Signature", sha256_hex(b"")),
)
mismatch(
    "signature_bytes_reversed",
    "the bytes of the signature in reverse",
    "A checksum over the digits, or a set of them, is the same.",
    signature(lambda text: bytes.fromhex(text)[::-1].hex()),
)
mismatch(
    "empty_secret",
    "signed with the empty secret",
    "The secret of a key that is known, read as empty: from a column that is NULL, from a file "
    "that is not there.",
    before_sign("set-secret"),
    flags=["comparison", "empty-secret"],
)
mismatch(
    "secret_is_the_key_id",
    "signed with the access key as secret",
    "Arguments in the wrong order, on both sides, and everybody knows the secret.",
    lambda base: before_sign("set-secret", value=base.claim.access_key),
    flags=["comparison", "empty-secret"],
)
mismatch(
    "secret_null",
    "signed with the secret 'null'",
    "A missing value written as text.",
    before_sign("set-secret", value="null"),
    flags=["comparison", "empty-secret"],
)
mismatch(
    "secret_in_other_case",
    "signed with the secret in upper case",
    "A column that is compared without case, or a helpful form field.",
    lambda base: before_sign("set-secret", value=base.input["keyring"][0]["secret_key"].upper()),
)
mismatch(
    "secret_with_line_feed",
    "signed with a line feed behind the secret",
    "A file read whole on the one side. Stripped on the other, they differ, and it shows here.",
    lambda base: before_sign("set-secret", value=base.input["keyring"][0]["secret_key"] + "\n"),
    severity="low",
)

# ---- The same number -----------------------------------------------------------------------------

CASE = {
    "base": "get",
    "knob": "hex_case",
    "error": "signature-malformed",
    "any_of": ["signature-mismatch"],
    "flags": ["comparison", "hex-case"],
    "spec": [spec.SIGNATURE],
}
family.put(
    "acceptable",
    "text",
    "signature_upper_case",
    "the signature in upper case",
    "The same number, not the same text. A cache keyed by the text sees two requests.",
    signature(str.upper),
    **CASE,
)
family.put(
    "acceptable",
    "text",
    "signature_mixed_case",
    "every other digit of the signature in upper case",
    "Then there are very many texts of one signature.",
    signature(lambda text: "".join(c.upper() if i % 2 else c for i, c in enumerate(text))),
    **CASE,
)
family.put(
    "acceptable",
    "text",
    "blank_before_signature",
    "a blank before the signature",
    "White space at the edge of a value, to a parser that trims each.",
    signature(lambda text: " " + text),
    base="get",
    knob="auth_header_ws",
    error="signature-malformed",
    any_of=MALFORMED,
    flags=["auth-syntax", "white-space"],
    spec=[spec.AUTH_FORM],
)
