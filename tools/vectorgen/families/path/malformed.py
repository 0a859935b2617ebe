# SPDX-License-Identifier: Apache-2.0
"""Raw bytes and escapes that no path holds: after signing, and signed so."""

from __future__ import annotations

from ... import spec
from ...suite import after_sign, before_sign
from . import family

RAW = {
    "nul": (b"\0", "a NUL", "A C string ends there; what stands behind it is used by others."),
    "line_feed": (
        b"\n",
        "a line feed",
        "Two lines of the canonical request out of one, and two requests on the next hop.",
    ),
    "carriage_return": (b"\r", "a carriage return", "Some parsers end a line at it, others go on."),
    "blank": (b" ", "a blank", "What stands behind it is the version of HTTP to some parsers."),
}
# Kept: what is cut off there leaves the signed path.
KEPT = ("nul", "line_feed", "blank")


def put(name: str, title: str, comment: str, recipe: object, **more: object) -> None:
    shared = {"error": "malformed-uri", "severity": "high", "flags": ["injection", "bytes"]}
    shared["spec"] = [spec.TARGET_CLEAN]
    family.put("invalid", "malformed", name, title, comment, recipe, base="plain", **shared | more)


for word, (byte, title, comment) in RAW.items():
    put(
        f"raw_{word}_signed",
        f"{title} in the path, signed so",
        comment,
        before_sign("set-target", value=b"/reports/2015" + byte + b"/q3"),
        any_of=["signature-mismatch"],
    )
    if word in KEPT:
        put(
            f"raw_{word}_appended",
            f"{title} and more behind the path",
            comment,
            after_sign("set-target", value=b"/reports/2015/q3" + byte + b"/secrets"),
            any_of=["signature-mismatch"],
            flags=["binding", "injection", "bytes"],
        )

ESCAPES = {
    "percent_alone": ("%", "a percent sign at the end", "Read past the end by who looks ahead."),
    "letters": ("%zz/q3", "'%zz'", "Decoded to '%zz', to 'zz' or to an error."),
    "unicode_form": ("%u0041", "'%u0041'", "An old escape of some servers: 'A' to them."),
    "one_digit_good": ("%4G", "'%4G'", "sscanf() is content with one digit."),
}
for word, (text, title, comment) in ESCAPES.items():
    put(
        f"escape_{word}",
        f"{title}, signed so",
        comment,
        before_sign("set-target", value="/reports/2015/" + text),
        any_of=["signature-mismatch"],
        flags=["escape-set"],
        spec=[spec.PATH_FORM],
    )
put(
    "escape_cut_kept",
    "an escape cut short behind the path",
    "A decoder that drops what it cannot read finds the signed path.",
    after_sign("set-target", value="/reports/2015/q3%2"),
    any_of=["signature-mismatch"],
    flags=["binding", "escape-set"],
    spec=[spec.PATH_FORM],
)

SIGNED_RAW = {"knob": "target_bytes", "base": "plain", "flags": ["bytes"]}
family.put(
    "acceptable",
    "disputed",
    "raw_backslash_signed",
    "a raw backslash, signed so",
    "No URI holds it. Signed, it is bound; a server whose file system takes it for a slash "
    "refuses.",
    before_sign("set-target", value="/reports\\2015/q3"),
    spec=[spec.SIGNATURE],
    **SIGNED_RAW,
)
family.put(
    "acceptable",
    "disputed",
    "raw_utf8_signed",
    "raw UTF-8, signed so",
    "No URI holds it; clients send it all the same.",
    before_sign("set-target", value="/reports/café"),
    spec=[spec.SIGNATURE],
    **SIGNED_RAW,
)

for name, title, recipe in (
    ("above_root", "'/..' in front", after_sign("set-target", value="/../reports/2015/q3")),
    (
        "above_root_signed",
        "'/..' in front, signed so",
        before_sign("set-target", value="/../reports/2015/q3"),
    ),
):
    family.put(
        "acceptable",
        "disputed",
        name,
        title,
        "By RFC 3986 nothing is above the root; a server may as well refuse what climbs there.",
        recipe,
        base="plain",
        knob="above_root",
        flags=["dot-segments"],
        spec=[spec.PATH_DOTS],
    )

# ---- Where a path is signed decoded --------------------------------------------------------------

for name, text, title, comment in (
    (
        "escaped_slash_refused",
        "a%2Fb",
        "'%2F', signed so",
        "Signed decoded it is 'a/b': two paths, one signature. So it is refused.",
    ),
    (
        "escaped_line_feed_refused",
        "a%0Ab",
        "'%0A', signed so",
        "Signed decoded it is two lines of the canonical request.",
    ),
    ("escaped_nul_refused", "a%00b", "'%00', signed so", "Signed decoded it ends a C string."),
    (
        "escaped_latin1_refused",
        "caf%E9",
        "an escape that is no UTF-8, signed so",
        "Signed decoded it is U+FFFD, as is every other byte that is no text.",
    ),
):
    put(
        name,
        title,
        comment,
        before_sign("set-target", value="/reports/" + text),
        any_of=["signature-mismatch"],
        flags=["path-decoding"],
    )
