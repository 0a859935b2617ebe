# SPDX-License-Identifier: Apache-2.0
"""Values with CR, LF or NUL: after signing, and signed so. Written out, they are more than one
line."""

from __future__ import annotations

from ... import spec
from ...suite import after_sign, before_sign
from . import put

BROKEN = {
    "error": "malformed-header",
    "any_of": ["signature-mismatch"],
    "flags": ["injection", "bytes"],
    "spec": [spec.HEADER_VALUE],
}
VALUES: dict[str, tuple[bytes, str, str]] = {
    "line_feed": (
        b"two words\nx-amz-acl:public-read",
        "a line feed",
        "Two lines of the canonical request, and two headers on the next hop.",
    ),
    "carriage_return": (
        b"two words\rx-amz-acl:public-read",
        "a carriage return",
        "Some parsers end a line at it.",
    ),
    "nul": (b"two words\0admin", "a NUL", "A C string ends there, and is the signed value."),
    "fold": (
        b"two\r\n words",
        "a folded line",
        "RFC 9112 (5.2): unfolded by one hop, refused or kept by the next.",
    ),
}
for word, (value, title, comment) in VALUES.items():
    put(
        "malformed",
        f"{word}_kept",
        "note",
        f"{title} in a signed value",
        comment,
        after_sign("set-header", "X-Note", value),
        **BROKEN,
    )
    put(
        "malformed",
        f"{word}_signed",
        "note",
        f"{title} in a value, signed so",
        comment,
        before_sign("set-header", "X-Note", value),
        **BROKEN,
    )
put(
    "malformed",
    "line_feed_behind_host",
    "host",
    "a line feed behind the host",
    "Trimmed as white space it is the signed host; written out it starts a header.",
    after_sign("set-header", "Host", b"reports.example\n"),
    **BROKEN,
)
put(
    "malformed",
    "nul_unsigned",
    "note",
    "a NUL in an unsigned value",
    "The same.",
    after_sign("add-header", "X-Other", b"a\0b"),
    **BROKEN | {"any_of": ["signature-mismatch", "header-not-signed"], "severity": "low"},
)
