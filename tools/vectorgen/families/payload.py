# SPDX-License-Identifier: Apache-2.0
"""The body and the header with its hash: another body, another hash, none, a word. Of requests that
have that header; an area puts an honest `put` before them, of the body 'hello'."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable

from .. import spec
from ..model import Json
from ..reference import sha256_hex
from ..suite import EMPTY_HASH, Base, Verify, after_sign, before_sign
from . import Family

family = Family(
    {
        "accept": "Honest requests",
        "body": "Another body",
        "hash": "What is no hash of a body",
        "word": "Words in the place of a hash",
        "header": "The header that is absent, twice, or in another place",
        "line": "Another last line of the canonical request",
    }
)
HEADER = "X-Amz-Content-Sha256"
HELLO, OTHER = sha256_hex(b"hello"), sha256_hex(b"hullo")


def negative(
    group: str,
    name: str,
    title: str,
    comment: str,
    recipe: Json | Callable[[Base], Json],
    error: str,
    *any_of: str,
    **more: object,
) -> None:
    options = {
        "base": "put",
        "any_of": list(any_of),
        "severity": "high",
        "flags": ["payload-hash"],
        "spec": [spec.PAYLOAD_S3],
    }
    family.put("invalid", group, name, title, comment, recipe, error=error, **options | more)


# ---- Another body --------------------------------------------------------------------------------


def body(name: str, title: str, comment: str, text: bytes, base: str = "put") -> None:
    negative(
        "body",
        name,
        title,
        "The header and the signature kept. " + comment,
        after_sign("set-body", value=text),
        "payload-hash-mismatch",
        "signature-mismatch",
        base=base,
        flags=["payload-hash", "binding"],
    )


body("body_first_bit", "one bit of the first byte", "The least that can be changed.", b"iello")
body("body_last_bit", "one bit of the last byte", "The other end.", b"helln")
body("body_gone", "no body", "Nothing is hashed where nothing was read.", b"")
body("body_shorter", "a byte less", "The rest never came.", b"hell")
body("body_line_feed", "a line feed behind the body", "As an editor leaves it.", b"hello\n")
body("body_twice", "the body twice", "Read again after it was rewound.", b"hellohello")
body("body_mark_before", "a byte order mark before the body", "It is no text.", b"\xef\xbb\xbfhello")
body("body_upper_case", "another case", "A hash knows no letters.", b"HELLO")
body("body_in_utf16", "the same text in UTF-16", "The bytes are signed.", "hello".encode("utf-16-le"))
body(
    "body_as_chunks",
    "the body in the form of a chunk",
    "Its hash is that of the five bytes in it: unwrapped first, it would be right.",
    b"5\r\nhello\r\n0\r\n\r\n",
)


@family.valid("accept", "a body of all bytes", flags=["bytes", "baseline"], spec=[spec.PAYLOAD_S3])
def put_bytes():
    """From 00 to FF."""
    return Verify("/reports", method="PUT", body=bytes(range(256)), hashed=True)


@family.valid("accept", "lines, as one system ends them", flags=["bytes"], spec=[spec.PAYLOAD_S3])
def put_lines():
    """CR and LF."""
    return Verify("/reports", method="PUT", body=LINES, hashed=True)


@family.valid("accept", "a document in JSON", flags=["baseline"], spec=[spec.PAYLOAD_S3])
def put_json():
    """Two members."""
    return Verify("/reports", method="PUT", body=JSON, hashed=True)


@family.valid("accept", "a body of 65,537 bytes", flags=["baseline"], spec=[spec.PAYLOAD_S3])
def put_long():
    """One more than buffers mostly have."""
    return Verify("/reports", method="PUT", body=LONG, hashed=True)


@family.valid("accept", "an empty body", flags=["baseline"], spec=[spec.PAYLOAD_S3])
def put_empty():
    """It has a hash, too."""
    return Verify("/reports", method="PUT", hashed=True)


LINES, JSON, LONG = b"one\r\ntwo\r\n", b'{"from":"a","to":"b"}', b"a" * 65537
body(
    "body_bytes_cut",
    "all bytes, cut at the NUL",
    "As a C string the body has no bytes at all.",
    b"",
    "put_bytes",
)
body(
    "body_bytes_recoded",
    "all bytes, read as Latin-1 and written as UTF-8",
    "A body is no text.",
    bytes(range(256)).decode("latin-1").encode(),
    "put_bytes",
)
body("body_lines_ended", "lines ended otherwise", "CR taken out.", b"one\ntwo\n", "put_lines")
body(
    "body_json_reordered",
    "the members in another order",
    "The same object to a parser, and other bytes.",
    b'{"to":"b","from":"a"}',
    "put_json",
)
body(
    "body_json_spaced",
    "blanks between the members",
    "Written again by a hop that reads JSON.",
    b'{"from": "a", "to": "b"}',
    "put_json",
)
body(
    "body_json_member_twice",
    "a member more, of the same name",
    "A parser takes the last one.",
    b'{"from":"a","to":"b","to":"c"}',
    "put_json",
)
body("body_long_last_byte", "another last byte of 65,537", "Behind a buffer.", LONG[:-1] + b"b", "put_long")
body("body_long_cut", "65,536 of 65,537 bytes", "A buffer of it.", LONG[:-1], "put_long")
body("body_added", "a body where there was none", "The hash is that of nothing.", b"hello", "put_empty")
negative(
    "body",
    "body_and_hash",
    "another body, and its hash in the header",
    "Both agree with each other, and not with the signature.",
    after_sign("set-body-and-hash", HEADER, "hullo"),
    "signature-mismatch",
    flags=["payload-hash", "binding"],
)
negative(
    "body",
    "body_and_hash_of_nothing",
    "no body, and the hash of nothing in the header",
    "What a verifier has that never got the body.",
    after_sign("set-body-and-hash", HEADER, ""),
    "signature-mismatch",
    flags=["payload-hash", "binding"],
)

# ---- What is no hash -----------------------------------------------------------------------------


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
no_hash("hash_colons", "colons between the bytes", "As of a certificate.", ":".join(
    HELLO[i : i + 2] for i in range(0, 64, 2)
))
no_hash("hash_blank_inside", "a blank in the hash", "In its middle.", HELLO[:32] + " " + HELLO[32:])
no_hash("hash_md5", "the MD5 of the body", "32 digits.", hashlib.md5(b"hello").hexdigest())
no_hash("hash_sha1", "the SHA-1 of the body", "40 digits.", hashlib.sha1(b"hello").hexdigest())
no_hash("hash_sha512", "the SHA-512 of the body", "128 digits.", hashlib.sha512(b"hello").hexdigest())
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

# ---- Words ---------------------------------------------------------------------------------------

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
no_word("word_with_hash", "a word, a comma, the hash", "Two lines, joined.", "UNSIGNED-PAYLOAD," + HELLO)
no_word("word_underscore", "'UNSIGNED_PAYLOAD'", "Nearly a word.", "UNSIGNED_PAYLOAD")

# ---- Header --------------------------------------------------------------------------------------

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
    ("hashes_right_last", "two hashes, the right one last", "Signed so.", before_sign, "prepend-header", OTHER),
    ("hashes_equal", "two hashes, equal", "Signed so, joined.", before_sign, "add-header", HELLO),
    ("hash_added", "another hash added after signing", "The first one counts, or the last.", after_sign, "add-header", OTHER),
    ("hash_put_before", "another hash before it, after signing", "The other order.", after_sign, "prepend-header", OTHER),
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


line("line_unsigned", "UNSIGNED-PAYLOAD in the last line", "a canonical request without body.", "UNSIGNED-PAYLOAD")
line("line_of_nothing", "the hash of nothing in the last line", "a canonical request of another body.", EMPTY_HASH)
line("line_empty", "an empty last line", "a canonical request that ends early.", "")
line("line_upper_case", "the hash in upper case in the last line", "the same number there.", HELLO.upper())
line("line_of_hash", "the hash of the header in the last line", "hashed twice.", sha256_hex(HELLO.encode()))
