# SPDX-License-Identifier: Apache-2.0
"""Headers of the dialect's own are commands. Each kind has been forgotten by some list of those
that must be signed."""

from __future__ import annotations

from ... import spec
from ...suite import Base, after_sign, before_sign
from . import family

UNSIGNED = {
    "error": "header-not-signed",
    "any_of": ["signature-mismatch"],
    "severity": "high",
    "flags": ["coverage"],
    "spec": [spec.XAMZ_SIGNED],
}

COMMANDS = {
    "sse": (
        "server-side-encryption",
        "aws:kms",
        "an encryption by another's key",
        "The object is stored so that the key's holder decides who reads it.",
    ),
    "sse_key": (
        "server-side-encryption-customer-key",
        "RVhBTVBMRUtFWUVYQU1QTEVLRVlFWEFNUExFS0VZMDE=",
        "an encryption key",
        "The object is stored so that its owner cannot read it.",
    ),
    "lock": (
        "object-lock-mode",
        "COMPLIANCE",
        "a lock",
        "The object cannot be deleted by anybody, and is paid for.",
    ),
    "hold": ("object-lock-legal-hold", "OFF", "the end of a hold", "What was held can be deleted."),
    "decoded_length": (
        "decoded-content-length",
        "1048576",
        "a decoded length",
        "A server takes a body in pieces for it, or room for it.",
    ),
    "trailer": (
        "trailer",
        "x-amz-checksum-crc32",
        "a trailer",
        "A server reads headers behind the body, which nobody signed either.",
    ),
    "directive": (
        "metadata-directive",
        "REPLACE",
        "a directive",
        "A copy has other metadata than its source.",
    ),
    "source_range": (
        "copy-source-range",
        "bytes=0-1048575",
        "the range of a source",
        "A part of an upload is read from another object.",
    ),
    "mfa": ("mfa", "EXAMPLE 123456", "a second factor", "It is the signer's, or it is nobody's."),
    "owner": (
        "expected-bucket-owner",
        "123456789012",
        "an expected owner",
        "A condition that nobody set.",
    ),
    "if_match": (
        "rename-source-if-match",
        "*",
        "a condition on a source",
        "A newer command than any list.",
    ),
}
for word, (header, value, title, comment) in COMMANDS.items():
    family.put(
        "invalid",
        "command",
        f"{word}_added",
        f"{title}, added after signing",
        comment,
        after_sign("add-header", "x-amz-" + header, value),
        base="put",
        **UNSIGNED,
    )


def own(base: Base, end: str) -> str:
    """A name of the dialect's own."""
    return base.row.date_header.lower().rpartition("-")[0] + "-" + end


for name, title, comment, end, value in (
    ("own_added", "a header of the dialect's own", "They are commands.", "role", "admin"),
    (
        "own_added_empty",
        "one of them, empty",
        "There is a command, without an argument.",
        "role",
        "",
    ),
    ("own_prefix_added", "the dialect's prefix as a name", "All that begin so.", "", "admin"),
):
    text = (end, value)
    family.put(
        "invalid",
        "command",
        name,
        f"{title}, added after signing",
        comment,
        lambda base, text=text: after_sign("add-header", own(base, text[0]), text[1]),
        base="get",
        **UNSIGNED,
    )
family.put(
    "invalid",
    "command",
    "own_in_front",
    "one of them, in front of all others",
    "A check that begins behind Host.",
    lambda base: after_sign("prepend-header", own(base, "role").upper(), "admin"),
    base="get",
    **UNSIGNED,
)
family.put(
    "invalid",
    "command",
    "own_unlisted",
    "one of them, unsigned from the start",
    "Signed again without it: nobody has signed it, whoever put it there.",
    lambda base: before_sign("add-header", own(base, "role"), "admin"),
    base="get",
    **UNSIGNED,
)
family.put(
    "invalid",
    "command",
    "acl_unlisted",
    "a command taken off the list, signed so",
    "It stands in the request, as before.",
    before_sign("set-claim", "signed-headers", "host;x-amz-content-sha256;x-amz-date"),
    base="put_with_acl",
    **UNSIGNED,
)
for name, at, title in (
    ("second_acl_behind", "add-header", "a second value behind a signed command"),
    ("second_acl_in_front", "prepend-header", "a second value in front of a signed command"),
):
    family.put(
        "invalid",
        "command",
        name,
        title,
        "The name is in the list: it is the value that nobody signed.",
        after_sign(at, "X-Amz-Acl", "public-read"),
        base="put_with_acl",
        **UNSIGNED
        | {
            "error": "signature-mismatch",
            "any_of": ["malformed-header"],
            "flags": ["coverage", "repeated-header"],
            "spec": [spec.HEADER_JOIN],
        },
    )

# ---- The payload hash, which may be unsigned -----------------------------------------------------

HASH = {
    "severity": "high",
    "flags": ["coverage", "payload-hash", "binding"],
    "spec": [spec.PAYLOAD_S3],
}
family.put(
    "invalid",
    "bound",
    "unlisted_hash_changed",
    "an unsigned payload hash changed",
    "It may be unsigned because its value is a line of what is signed.",
    after_sign("set-header", "X-Amz-Content-Sha256", "0" * 64),
    base="hash_unlisted",
    error="payload-hash-mismatch",
    any_of=["signature-mismatch"],
    **HASH,
)
family.put(
    "invalid",
    "bound",
    "unlisted_hash_given_up",
    "an unsigned payload hash becomes UNSIGNED-PAYLOAD",
    "Allowed by the policy, but not what was signed.",
    after_sign("set-header", "X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD"),
    base="hash_unlisted",
    error="signature-mismatch",
    **HASH,
)
family.put(
    "invalid",
    "bound",
    "unlisted_hash_twice",
    "an unsigned payload hash twice",
    "Of two one is the body's. Nobody says which is believed.",
    after_sign("add-header", "X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD"),
    base="hash_unlisted",
    error="payload-hash-invalid",
    any_of=["signature-mismatch", "payload-hash-mismatch", "malformed-header"],
    **HASH,
)
family.put(
    "acceptable",
    "disputed",
    "content_md5_wrong",
    "a Content-MD5 of another body, unsigned",
    "Nobody signed it, so it binds nothing; and a server may refuse what does not fit.",
    after_sign("add-header", "Content-MD5", "1B2M2Y8AsgTpgAmY7PhCfg=="),
    base="put",
    knob="content_md5",
    flags=["coverage"],
    spec=[spec.UNSIGNED_OK],
)
