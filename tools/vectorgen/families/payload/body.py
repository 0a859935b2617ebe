# SPDX-License-Identifier: Apache-2.0
"""Another body under the header and the signature of the first."""

from __future__ import annotations

from ... import spec
from ...suite import Verify, after_sign
from . import HEADER, family, negative


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
body(
    "body_mark_before", "a byte order mark before the body", "It is no text.", b"\xef\xbb\xbfhello"
)
body("body_upper_case", "another case", "A hash knows no letters.", b"HELLO")
body(
    "body_in_utf16", "the same text in UTF-16", "The bytes are signed.", "hello".encode("utf-16-le")
)
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


@family.valid("accept", "a body of 4,097 bytes", flags=["baseline"], spec=[spec.PAYLOAD_S3])
def put_page():
    """One more than a page of memory has."""
    return Verify("/reports", method="PUT", body=PAGE, hashed=True)


@family.valid("accept", "an empty body", flags=["baseline"], spec=[spec.PAYLOAD_S3])
def put_empty():
    """It has a hash, too."""
    return Verify("/reports", method="PUT", hashed=True)


LINES, JSON = b"one\r\ntwo\r\n", b'{"from":"a","to":"b"}'
PAGE, LONG = b"a" * 4097, b"a" * 65537
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
body("body_page_end", "another last byte of 4,097", "Behind a page.", PAGE[:-1] + b"b", "put_page")
body("body_long_cut", "65,536 of 65,537 bytes", "A buffer of it.", LONG[:-1], "put_long")
body(
    "body_added",
    "a body where there was none",
    "The hash is that of nothing.",
    b"hello",
    "put_empty",
)
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
