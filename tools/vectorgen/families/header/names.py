# SPDX-License-Identifier: Apache-2.0
"""Names that are no token, and names that a gateway takes for another: after signing, and signed
so."""

from __future__ import annotations

from ... import spec
from ...suite import Base, after_sign, before_sign
from . import put

TOKEN = {
    "error": "malformed-header",
    "any_of": ["signed-header-missing", "signature-mismatch", "header-not-signed"],
    "flags": ["binding", "injection"],
    "spec": [spec.HEADER_TOKEN],
}


def prefix(base: Base) -> str:
    """What the row's own headers begin with."""
    return base.row.date_header.lower().rpartition("-")[0] + "-"


for name, text, title, comment in (
    (
        "blank_behind_name",
        "X-Note ",
        "a blank between name and colon",
        "RFC 9112 (5.1) has it refused: some parsers take it off, others see another name.",
    ),
    (
        "blank_before_name",
        " X-Note",
        "a blank before the name",
        "A fold of the line before, to some.",
    ),
    ("nul_in_name", b"X-Note\0X", "a NUL in the name", "A C string ends there."),
    (
        "colon_in_name",
        "X-Note:a",
        "a colon in the name",
        "Written out, name and value are split at another place.",
    ),
    (
        "line_feed_in_name",
        b"X-A: b\nX-Note",
        "a line feed in the name",
        "Written out it is two headers, and the second is the signed one.",
    ),
):
    put("name", name, "note", title, comment, after_sign("rename-header", "X-Note", text), **TOKEN)
put(
    "name",
    "name_empty",
    "note",
    "a header without a name, signed so",
    "': value' is no header; a parser that makes one has one more than the others.",
    before_sign("add-header", "", "admin"),
    **TOKEN,
)
put(
    "name",
    "name_beyond_ascii",
    "note",
    "a name with a letter beyond ASCII, signed so",
    "Lower case is another letter in another locale: U+212A is a k to some.",
    before_sign("add-header", "X-Ro\u212ae", "admin"),
    **TOKEN,
)
put(
    "name",
    "pseudo_header",
    "note",
    "':authority' beside Host, signed so",
    "A pseudo-header of HTTP/2 in a request that is none.",
    before_sign("add-header", ":authority", "internal.example"),
    **TOKEN | {"any_of": ["duplicate-host", "header-not-signed", "signature-mismatch"]},
)

# ---- Underscores ---------------------------------------------------------------------------------

FOLDED = {
    "error": "header-not-signed",
    "any_of": ["signature-mismatch"],
    "flags": ["coverage"],
    "spec": [spec.XAMZ_SIGNED],
}
CGI = "CGI and what comes of it read '_' as '-': the application sees a command that nobody signed."
put(
    "name",
    "underscores_for_hyphens",
    "note",
    "the dialect's prefix with underscores, unsigned",
    CGI,
    lambda base: after_sign("add-header", prefix(base).replace("-", "_") + "acl", "public-read"),
    **FOLDED,
)
put(
    "name",
    "underscore_for_last_hyphen",
    "note",
    "the dialect's prefix with one underscore, unsigned",
    CGI,
    lambda base: after_sign("add-header", prefix(base)[:-1] + "_acl", "public-read"),
    **FOLDED,
)
put(
    "name",
    "underscore_in_signed_name",
    "note",
    "'_' for '-' in a signed name",
    "CGI makes them one; a verifier behind it would find the signed header.",
    after_sign("rename-header", "X-Note", "X_Note"),
    error="signed-header-missing",
    any_of=["signature-mismatch"],
    spec=[spec.SIGNED_LIST],
)
