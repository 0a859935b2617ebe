# SPDX-License-Identifier: Apache-2.0
"""Honest requests: the twins of the others."""

from __future__ import annotations

from ... import spec
from ...suite import Verify
from . import family, honest, same

honest(
    "plain",
    "a path of three names",
    "The twin of most of the others.",
    "/reports/2015/q3",
    ["baseline"],
)
honest(
    "escaped_slash",
    "'%2F' in a name",
    "One name, with a slash in it.",
    "/reports/a%2Fb",
    ["path-decoding", "over-strict"],
)
honest(
    "escaped_backslash",
    "'%5C' in a name",
    "One name, with a backslash in it.",
    "/reports/a%5Cb",
    ["path-decoding", "over-strict"],
)
honest(
    "escaped_percent",
    "'%2541' in a name",
    "Decoded once it is the text '%41'.",
    "/reports/%2541",
    ["path-decoding", "over-strict"],
)
honest(
    "escaped_letter",
    "'%41' in a name",
    "Nobody need escape an A, and anybody may.",
    "/reports/%41",
    ["path-decoding", "over-strict"],
)
honest("letter", "'A' in a name", "The same name, not escaped.", "/reports/A", ["baseline"])
honest(
    "escaped_dots",
    "'%2e%2e%2f' in a name",
    "Signed so, it is a name. What a router makes of it, the view does not say: it hands on the "
    "path as it was sent.",
    "/reports/%2e%2e%2fsecrets",
    ["path-decoding", "dot-segments"],
)
honest(
    "escaped_question",
    "'%3F' in a name",
    "A question mark that starts no query.",
    "/reports/a%3Fpage=1",
    ["path-decoding", "over-strict"],
)
honest(
    "escaped_line_feed",
    "'%0A' in a name",
    "As an escape it is one name, and one line of the canonical request.",
    "/reports/a%0Ab",
    ["injection", "over-strict"],
)
honest(
    "escaped_nul",
    "'%00' in a name",
    "As an escape it is three characters; who decodes it has bytes, not a C string.",
    "/reports/a%00b",
    ["bytes", "over-strict"],
)
honest(
    "escaped_blank",
    "'%20' in a name",
    "In a path a blank has this one form.",
    "/reports/a%20b",
    ["plus-sign", "over-strict"],
)
honest(
    "plus",
    "'+' in a name",
    "In a path it is a plus sign, and nothing else.",
    "/reports/a+b",
    ["plus-sign", "over-strict"],
)
honest(
    "lower_case_hex",
    "an escape in lower case",
    "A client may write its escapes as it likes.",
    "/reports/caf%c3%a9",
    ["hex-case", "over-strict"],
)
honest(
    "composed",
    "a composed letter",
    "U+00E9 in UTF-8, escaped.",
    "/reports/caf%C3%A9",
    ["bytes", "over-strict"],
)
honest(
    "parameter",
    "a parameter of a segment",
    "RFC 3986 (3.3): ';v=1' is a part of the segment.",
    "/reports/2015;v=1",
    ["path-decoding", "over-strict"],
)
honest(
    "dots_and_slashes",
    "dot and empty segments",
    "Sent as they are; whether they are names is the row's affair.",
    "/reports//2014/./../2015/q3",
    ["dot-segments", "over-strict"],
)


@family.valid(
    "named",
    "X-Original-URL and X-Rewrite-URL, unsigned",
    flags=["over-strict"],
    spec=[spec.UNSIGNED_OK],
)
def original_url():
    """Gateways add them when they rewrite a path. Nobody has signed them, so they say nothing."""
    return Verify(
        "/reports/2015/q3",
        unsigned=[("X-Original-URL", "/reports/2015/q3"), ("X-Rewrite-URL", "/reports/2015/q3")],
    )


@family.valid(
    "named", "X-Forwarded-Prefix, unsigned", flags=["over-strict"], spec=[spec.UNSIGNED_OK]
)
def forwarded_prefix():
    """What a gateway has cut off the path. Here it has cut off nothing."""
    return Verify("/reports/2015/q3", unsigned=[("X-Forwarded-Prefix", "/reports")])


# ---- The same path, in another text --------------------------------------------------------------

for name, title, comment, target in (
    (
        "dot_segment_is_nothing",
        "'/./' put in",
        "Normalised, it is the same path.",
        "/reports/./2015/q3",
    ),
    (
        "step_up_is_undone",
        "'/x/../' put in",
        "Normalised, it is the same path. The view hands on what is left.",
        "/reports/x/../2015/q3",
    ),
    ("slashes_are_one", "a slash doubled", "Normalised, it is the same path.", "/reports//2015/q3"),
):
    same(name, "plain", title, comment, target, ["dot-segments", "over-strict"])
same(
    "escaped_letter_is_a_letter",
    "letter",
    "'A' becomes '%41'",
    "Decoded before it is signed, it is the same path.",
    "/reports/%41",
    ["path-decoding", "over-strict"],
)
same(
    "hex_has_no_case",
    "composed",
    "'%C3%A9' becomes '%c3%a9'",
    "Decoded before it is signed, it is the same path.",
    "/reports/caf%c3%a9",
    ["hex-case", "over-strict"],
)
