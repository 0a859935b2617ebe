# SPDX-License-Identifier: Apache-2.0
"""Raw bytes and escapes that no query holds: after signing, and signed so."""

from __future__ import annotations

from ... import spec
from ...suite import Text, after_sign, before_sign
from . import family


def put(name: str, title: str, comment: str, recipe: object, **more: object) -> None:
    shared = {
        "error": "malformed-query",
        "any_of": ["malformed-uri", "signature-mismatch"],
        "severity": "high",
        "flags": ["injection", "bytes"],
        "spec": [spec.TARGET_CLEAN],
    }
    recipe_base = {"base": "two_arguments"}
    family.put("invalid", "malformed", name, title, comment, recipe, **recipe_base | shared | more)


def target(text: Text) -> bytes:
    return b"/reports?page=1" + (text.encode() if isinstance(text, str) else text)


for word, byte, title, comment in (
    ("nul", b"\0", "a NUL", "A C string ends there; what stands behind it is used by others."),
    ("line_feed", b"\n", "a line feed", "Two lines of the canonical request out of one."),
    ("blank", b" ", "a blank", "What stands behind it is the version of HTTP to some parsers."),
):
    put(
        f"raw_{word}_signed",
        f"{title} in a value, signed so",
        comment,
        before_sign("set-target", value=target(b"&size=5" + byte + b"0")),
    )
put(
    "raw_nul_in_key_signed",
    "a NUL in a key, signed so",
    "Looked up as a C string, it is the key 'admin'.",
    before_sign("set-target", value=target(b"&admin\0x=1")),
)
put(
    "raw_line_feed_appended",
    "a line feed and more behind the query",
    "What a parser that takes lines finds is the signed query.",
    after_sign("set-target", value=target(b"&size=50\n&admin=1")),
    flags=["binding", "injection", "bytes"],
)
put(
    "raw_blank_appended",
    "a blank and more behind the query",
    "What a parser that takes words finds is the signed query.",
    after_sign("set-target", value=target(b"&size=50 &admin=1")),
    flags=["binding", "injection"],
)

ESCAPES = {
    "percent_alone": ("&q=%", "a percent sign at the end", "Read past the end by who looks ahead."),
    "across_pairs": (
        "&q=%2&size=50",
        "an escape that a '&' cuts",
        "Decoded first, the '&' is gone.",
    ),
    "unicode_form": ("&q=%u0041", "'%u0041'", "An old escape of some servers: 'A' to them."),
    "in_key": ("&%zz=1", "'%zz' in a key", "The pair is dropped by some, and so takes no part."),
}
ESCAPE = {"flags": ["escape-set"], "spec": [spec.ESCAPE_FORM]}
for word, (text, title, comment) in ESCAPES.items():
    put(
        f"escape_{word}",
        f"{title}, signed so",
        comment,
        before_sign("set-target", value=target(text)),
        **ESCAPE,
    )
put(
    "escape_appended",
    "a pair with '%zz' appended",
    "A parser that drops what it cannot read verifies the signed query; another one has an "
    "argument more.",
    after_sign("set-target", value=target("&size=50&admin=%zz")),
    **ESCAPE,
)
put(
    "fragment_appended",
    "a fragment behind the query",
    "Cut off by the verifier, it is the signed query.",
    after_sign("set-target", value=target("&size=50#&admin=1")),
    flags=["binding"],
    spec=[spec.TARGET_FRAGMENT],
)
