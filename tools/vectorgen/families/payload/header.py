# SPDX-License-Identifier: Apache-2.0
"""Words in the place of a hash; the header absent, twice or elsewhere; another last line."""

from __future__ import annotations

from ... import spec
from ...reference import sha256_hex
from ...suite import EMPTY_HASH, Verify, after_sign, before_sign
from . import HEADER, HELLO, OTHER, family, negative
from .body import body
from .hash import no_hash

WORDS = {
    "unsigned_trailer": "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
    "chunks": "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
    "chunks_trailer": "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER",
    "events": "STREAMING-AWS4-HMAC-SHA256-EVENTS",
    "ecdsa_chunks": "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD",
    "ecdsa_chunks_trailer": "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER",
}
for word, text in WORDS.items():
    negative(
        "word",
        f"word_{word}",
        text if len(text) < 46 else text.replace("-P256-SHA256", ""),
        "Signed so, and the body is no stream. A verifier that has no streams must not let one "
        "through unread.",
        before_sign("set-header", HEADER, text),
        "payload-mode-not-allowed",
        "payload-hash-invalid",
        "payload-hash-mismatch",
        flags=["unsigned-payload", "payload-hash"],
        spec=[spec.PAYLOAD_STREAM],
    )


def no_word(name: str, title: str, comment: str, text: str) -> None:
    no_hash(name, title, comment, text, flags=["unsigned-payload", "payload-hash"])


no_word("word_longer", "'UNSIGNED-PAYLOADS'", "It begins like a word.", "UNSIGNED-PAYLOADS")
no_word("word_shorter", "'UNSIGNED'", "It is the beginning of one.", "UNSIGNED")
no_word("word_prefix", "'STREAMING-'", "It is the beginning of one.", "STREAMING-")
no_word("word_in_mixed_case", "'Unsigned-Payload'", "Words have one case.", "Unsigned-Payload")
no_word(
    "word_with_hash", "a word, a comma, the hash", "Two lines, joined.", "UNSIGNED-PAYLOAD," + HELLO
)
no_word("word_underscore", "'UNSIGNED_PAYLOAD'", "Nearly a word.", "UNSIGNED_PAYLOAD")

negative(
    "header",
    "hash_taken_away",
    "the header taken away, the signature kept",
    "It is in the list of signed headers.",
    after_sign("remove-header", HEADER),
    "signed-header-missing",
    "payload-hash-missing",
    "signature-mismatch",
    flags=["payload-hash", "binding"],
)
for name, title, comment, step, op, value in (
    (
        "hashes_right_last",
        "two hashes, the right one last",
        "Signed so.",
        before_sign,
        "prepend-header",
        OTHER,
    ),
    ("hashes_equal", "two hashes, equal", "Signed so, joined.", before_sign, "add-header", HELLO),
    (
        "hash_added",
        "another hash added after signing",
        "The first one counts, or the last.",
        after_sign,
        "add-header",
        OTHER,
    ),
    (
        "hash_put_before",
        "another hash before it, after signing",
        "The other order.",
        after_sign,
        "prepend-header",
        OTHER,
    ),
):
    negative(
        "header",
        name,
        title,
        f"{comment} One is compared with the body, the other one stands in the signature.",
        step(op, HEADER, value),
        "payload-hash-invalid",
        "payload-hash-mismatch",
        "malformed-header",
        "signature-mismatch",
        flags=["payload-hash", "repeated-header"],
    )
negative(
    "header",
    "hashes_joined",
    "two hashes in one header",
    "Signed so: what a hop makes of two lines.",
    before_sign("set-header", HEADER, f"{HELLO},{HELLO}"),
    "payload-hash-invalid",
    "payload-hash-mismatch",
    flags=["payload-hash", "repeated-header"],
)


@family.valid(
    "accept",
    "a hash in the query, which is an argument like any",
    flags=["payload-hash", "over-strict"],
    spec=[spec.PAYLOAD_S3],
)
def hash_in_query():
    """Presigned URLs have it there, as a word. A request that is signed in its header has a header
    for it."""
    target = f"/reports?{HEADER}=UNSIGNED-PAYLOAD"
    return Verify(target, method="PUT", body="hello", hashed=True)


body(
    "hash_in_query_body",
    "another body, and a word in the query",
    "The word is an argument, and allows nothing.",
    b"hullo",
    "hash_in_query",
)


def line(name: str, title: str, comment: str, text: str) -> None:
    """The header is right, and the signature is over another last line."""
    negative(
        "line",
        name,
        title,
        "The header is right and signed; " + comment,
        before_sign("set-payload-line", value=text),
        "signature-mismatch",
        "payload-hash-mismatch",
        flags=["payload-hash", "binding"],
    )


line(
    "line_unsigned",
    "UNSIGNED-PAYLOAD in the last line",
    "a canonical request without body.",
    "UNSIGNED-PAYLOAD",
)
line(
    "line_of_nothing",
    "the hash of nothing in the last line",
    "a canonical request of another body.",
    EMPTY_HASH,
)
line("line_empty", "an empty last line", "a canonical request that ends early.", "")
line(
    "line_upper_case",
    "the hash in upper case in the last line",
    "the same number there.",
    HELLO.upper(),
)
line(
    "line_of_hash",
    "the hash of the header in the last line",
    "hashed twice.",
    sha256_hex(HELLO.encode()),
)
