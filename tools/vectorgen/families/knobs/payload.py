# SPDX-License-Identifier: Apache-2.0
"""Knobs of the body, for rows that require the header of its hash."""

from __future__ import annotations

from ...reference import sha256_hex
from ...suite import EMPTY_HASH, Verify, after_sign, before_sign
from . import Knob

HEADER = "X-Amz-Content-Sha256"
PUT = Verify("/bucket/key", method="PUT", body="hello")
HELLO, OTHER = sha256_hex(b"hello"), sha256_hex(b"hullo")

absent = Knob(
    "knob-payload",
    "payload_absent_hash",
    {"payload_absent": "hash"},
    "the header of the hash may be absent",
    "It is there.",
    flag="payload-hash",
    request=PUT,
)
absent.passes(
    "absent",
    "no x-amz-content-sha256, tolerated",
    "The body is hashed, as for other services.",
    before_sign("remove-header", HEADER),
)


absent.refuses(
    "header_wrong",
    "the header there, and of another body",
    "Absent it may be, wrong it may not.",
    before_sign("set-header", HEADER, OTHER),
    "payload-hash-mismatch",
    severity="high",
)
absent.refuses(
    "unsigned",
    "UNSIGNED-PAYLOAD for the hash",
    "Signed so. That is another knob.",
    before_sign("set-header", HEADER, "UNSIGNED-PAYLOAD"),
    "unsigned-payload-forbidden",
    "payload-hash-mismatch",
    severity="high",
)
absent.refuses(
    "empty",
    "an empty header of the hash",
    "Signed so. It is there, and says nothing.",
    before_sign("set-header", HEADER, ""),
    "payload-hash-invalid",
    "payload-hash-mismatch",
    severity="high",
)
absent.refuses(
    "taken_away",
    "the header taken away, the signature kept",
    "It is signed, so it was there.",
    after_sign("remove-header", HEADER),
    "signed-header-missing",
    "signature-mismatch",
    severity="high",
)
absent.refuses(
    "other_body",
    "another body",
    "The header is there and says so.",
    after_sign("set-body", value="hullo"),
    "payload-hash-mismatch",
    "signature-mismatch",
    severity="high",
)

upper = Knob(
    "knob-payload",
    "payload_hash_case_accept",
    {"payload_hash_case": "accept"},
    "the hash may be in upper case",
    "It is in lower case.",
    flag="payload-hash",
    request=PUT,
)
upper.passes(
    "upper",
    "the hash in upper case, tolerated",
    "Signed so: the last line is the text of the header.",
    before_sign("set-header", HEADER, HELLO.upper()),
)
upper.passes(
    "mixed",
    "the hash in mixed case, tolerated",
    "Signed so.",
    before_sign("set-header", HEADER, HELLO[:32].upper() + HELLO[32:]),
)
upper.refuses(
    "kept",
    "the hash put into upper case after signing",
    "The same number, and another text than was signed.",
    after_sign("set-header", HEADER, HELLO.upper()),
    "signature-mismatch",
    "payload-hash-mismatch",
)
upper.refuses(
    "other_body",
    "the hash of another body, in upper case",
    "Signed so.",
    before_sign("set-header", HEADER, OTHER.upper()),
    "payload-hash-mismatch",
    severity="high",
)
upper.refuses(
    "word_in_lower_case",
    "'unsigned-payload'",
    "Signed so. Digits have two cases, words have one.",
    before_sign("set-header", HEADER, "unsigned-payload"),
    "payload-hash-invalid",
    "unsigned-payload-forbidden",
    severity="high",
)

allowed = Knob(
    "knob-payload",
    "unsigned_payload_allow_hash",
    {"unsigned_payload": "allow"},
    "a hash, where UNSIGNED-PAYLOAD is allowed",
    "The client has chosen to have its body covered.",
    flag="unsigned-payload",
    request=Verify("/bucket/covered", method="PUT", body="hello"),
)
allowed.refuses(
    "other_body",
    "another body",
    "What may be unsigned, and is not, is bound.",
    after_sign("set-body", value="hullo"),
    "payload-hash-mismatch",
    "signature-mismatch",
    severity="high",
)
allowed.refuses(
    "put_in",
    "UNSIGNED-PAYLOAD put in after signing",
    "A downgrade: the word is allowed, and another one was signed.",
    after_sign("set-header", HEADER, "UNSIGNED-PAYLOAD"),
    "signature-mismatch",
    severity="high",
)
allowed.refuses(
    "taken_away",
    "the header taken away",
    "Absent is not unsigned.",
    before_sign("remove-header", HEADER),
    "payload-hash-missing",
    severity="high",
)
for name, word in (
    ("stream", "STREAMING-UNSIGNED-PAYLOAD-TRAILER"),
    ("lower_case", "unsigned-payload"),
    ("longer", "UNSIGNED-PAYLOADS"),
    ("shorter", "UNSIGNED"),
    ("joined", "UNSIGNED-PAYLOAD," + HELLO),
    ("empty_hash", EMPTY_HASH),
):
    allowed.refuses(
        name,
        word if len(word) < 50 else f"{word[:24]}…",
        "Signed so. One word is allowed, and no other.",
        before_sign("set-header", HEADER, word),
        {"stream": "payload-mode-not-allowed", "empty_hash": "payload-hash-mismatch"}.get(
            name, "payload-hash-invalid"
        ),
        "payload-hash-invalid" if name in ("stream", "empty_hash") else "payload-hash-mismatch",
        severity="high",
    )
unsigned = Knob(
    "knob-payload",
    "unsigned_payload_allow_body",
    {"unsigned_payload": "allow"},
    "an unsigned body, allowed",
    "The view says that it is not covered.",
    flag="unsigned-payload",
    request=Verify("/bucket/key", method="PUT", body="hello", content_hash="UNSIGNED-PAYLOAD"),
)
unsigned.passes(
    "other_body",
    "another unsigned body",
    "Nobody has signed it, and nobody has been told so.",
    after_sign("set-body", value="hullo"),
)
unsigned.passes(
    "blanks",
    "UNSIGNED-PAYLOAD between blanks",
    "White space around a value is no part of it.",
    after_sign("set-header", HEADER, "  UNSIGNED-PAYLOAD "),
)
unsigned.refuses(
    "twice",
    "UNSIGNED-PAYLOAD twice",
    "Signed so. Two headers are not one, if they are equal.",
    before_sign("add-header", HEADER, "UNSIGNED-PAYLOAD"),
    "payload-hash-invalid",
    "malformed-header",
    "signature-mismatch",
    severity="high",
)
