# SPDX-License-Identifier: Apache-2.0
"""What is no hash of a body, or one of another."""

from __future__ import annotations

import base64
import hashlib

from ... import spec
from ...reference import sha256_hex
from ...suite import after_sign, before_sign
from . import HEADER, HELLO, family, negative


def no_hash(name: str, title: str, comment: str, text: str | bytes, **more: object) -> None:
    negative(
        "hash",
        name,
        title,
        "Signed so. " + comment,
        before_sign("set-header", HEADER, text),
        "payload-hash-invalid",
        "payload-hash-mismatch",
        **{"flags": ["payload-hash", "comparison"], **more},
    )


no_hash("hash_65", "a hash of 65 digits", "Compared over 64 it is right.", HELLO + "0")
no_hash("hash_twice_in_one", "the hash twice in a row", "128 digits begin right.", HELLO * 2)
no_hash("hash_not_hex", "a hash that ends in 'g'", "A decoder stops there.", HELLO[:-1] + "g")
no_hash("hash_0x", "a hash with 0x before it", "As a number it is the same.", "0x" + HELLO)
no_hash("hash_quoted", "a hash in quotation marks", "As an entity tag.", f'"{HELLO}"')
no_hash("hash_named", "'sha256=' before the hash", "As other headers have it.", "sha256=" + HELLO)
no_hash(
    "hash_base64",
    "the hash in base64",
    "The same number.",
    base64.b64encode(bytes.fromhex(HELLO)).decode(),
)
no_hash(
    "hash_colons",
    "colons between the bytes",
    "As of a certificate.",
    ":".join(HELLO[i : i + 2] for i in range(0, 64, 2)),
)
no_hash("hash_blank_inside", "a blank in the hash", "In its middle.", HELLO[:32] + " " + HELLO[32:])
no_hash("hash_md5", "the MD5 of the body", "32 digits.", hashlib.md5(b"hello").hexdigest())
no_hash("hash_sha1", "the SHA-1 of the body", "40 digits.", hashlib.sha1(b"hello").hexdigest())
no_hash(
    "hash_sha512", "the SHA-512 of the body", "128 digits.", hashlib.sha512(b"hello").hexdigest()
)
no_hash("hash_wide_digits", "digits that are no ASCII", "Full-width ones.", "\uff12" + HELLO[1:])
negative(
    "hash",
    "hash_of_text",
    "the hash of the hash",
    "Signed so. A hash in its form, and of another text.",
    before_sign("set-header", HEADER, sha256_hex(HELLO.encode())),
    "payload-hash-mismatch",
)
negative(
    "hash",
    "hash_of_zeros",
    "64 zeros for a hash",
    "Signed so. A hash in its form, of nothing that anybody knows.",
    before_sign("set-header", HEADER, "0" * 64),
    "payload-hash-mismatch",
)
negative(
    "hash",
    "hash_last_digit",
    "the last digit of the hash",
    "Signed so. Compared to its end.",
    before_sign("set-header", HEADER, HELLO[:-1] + ("0" if HELLO[-1] != "0" else "1")),
    "payload-hash-mismatch",
)
negative(
    "hash",
    "hash_of_something",
    "the hash of a body that is not there",
    "Signed so. No body came, so there was nothing to compare.",
    before_sign("set-header", HEADER, HELLO),
    "payload-hash-mismatch",
    base="put_empty",
)
family.put(
    "acceptable",
    "hash",
    "hash_mixed_case",
    "a hash in mixed case",
    "Signed so. The same number, another text.",
    before_sign("set-header", HEADER, HELLO[:32].upper() + HELLO[32:]),
    base="put",
    knob="payload_hash_case",
    error="payload-hash-invalid",
    any_of=["payload-hash-mismatch", "signature-mismatch"],
    flags=["payload-hash", "hex-case"],
    spec=[spec.PAYLOAD_S3],
)
family.put(
    "valid",
    "accept",
    "hash_between_blanks",
    "blanks around the hash",
    "White space around a value is no part of it.",
    after_sign("set-header", HEADER, f"  {HELLO}\t"),
    base="put",
    flags=["payload-hash", "white-space", "over-strict"],
    spec=[spec.HEADER_OWS],
)
