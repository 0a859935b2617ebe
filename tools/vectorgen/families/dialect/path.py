# SPDX-License-Identifier: Apache-2.0
"""Paths, which are decoded before they are signed: once, and to text."""

from __future__ import annotations

from ...suite import Verify, after_sign, before_sign
from . import PATH, honest, negative

honest(
    "letters",
    "a path with capitals",
    "It is signed decoded.",
    Verify(PATH + "/aA"),
    "path-decoding",
)
honest(
    "escaped_letter",
    "a path with an escape that need not be",
    "'%41' is 'A', and is signed as that.",
    Verify(PATH + "/a%41"),
    "path-decoding",
)
honest(
    "escaped_utf8",
    "a path with letters beyond ASCII",
    "Signed as they are when they are decoded.",
    Verify(PATH + "/%C3%A9t%C3%A9"),
    "path-decoding",
)
honest(
    "escaped_blank",
    "a path with a blank",
    "'%20', signed as a blank.",
    Verify(PATH + "/a%20b"),
    "path-decoding",
)
honest(
    "escaped_percent",
    "a path with a percent sign",
    "'%25', signed as '%': decoded once and no further.",
    Verify(PATH + "/100%25"),
    "path-decoding",
)


def path(name: str, title: str, comment: str, to: str, base: str = "letters") -> None:
    negative(
        "decoded",
        name,
        title,
        f"The signature kept. {comment}",
        after_sign("set-target", value=PATH + to),
        "signature-mismatch",
        "malformed-uri",
        base=base,
        flags=("path-decoding", "binding"),
    )


path(
    "path_decoded_twice",
    "'%2541' for 'A'",
    "Decoded by the server, and once more to be signed.",
    "/a%2541",
)
path(
    "path_slash_in_front",
    "a slash more in front",
    "Frameworks strip them before they route.",
    "//aA",
)
path("path_slash_behind", "a slash more behind", "Frameworks redirect, or do not.", "/aA/")
path("path_other_case", "the path in another case", "A path has case.", "/aa")
path("path_dot", "a dot segment", "Normalised, it is gone.", "/./aA")
path("path_parameter", "';' behind the path", "A parameter of the path.", "/aA;a=1")
path(
    "path_blank_as_plus", "'+' for a blank", "In a path it is a plus sign.", "/a+b", "escaped_blank"
)
path(
    "path_percent_decoded",
    "'%2525' for '%25'",
    "Decoded twice both are one.",
    "/100%2525",
    "escaped_percent",
)
path(
    "path_recoded",
    "a letter in Latin-1",
    "Replaced by U+FFFD, or read as it.",
    "/%E9t%C3%A9",
    "escaped_utf8",
)


def no_path(name: str, title: str, comment: str, to: str) -> None:
    negative(
        "decoded",
        name,
        title,
        f"Signed so. {comment}",
        before_sign("set-target", value=PATH + to),
        "malformed-uri",
        "signature-mismatch",
        flags=("path-decoding", "injection"),
    )


no_path("path_line_feed", "'%0A' in the path", "Decoded, it makes two lines of one.", "/a%0Ab")
no_path(
    "path_lines",
    "'%0A' and more lines in the path",
    "A line of a query, and one of a header.",
    "/a%0Ax=1%0Ahost:b",
)
no_path("path_nul", "'%00' in the path", "Decoded, it ends a C string.", "/a%00b")
no_path("path_escaped_slash", "'%2F' in the path", "Decoded, it is another path.", "/a%2Fb")
no_path("path_no_utf8", "'%FF' in the path", "Decoded, it is U+FFFD, as much else is.", "/a%FF")
no_path("path_overlong", "an overlong '/'", "'%C0%AF' is no UTF-8.", "/a%C0%AFb")
no_path("path_malformed", "'%zz' in the path", "It stays, or it goes, or it raises.", "/a%zz")
no_path("path_cut_escape", "'%4' at the end of the path", "It stays, or it is read on.", "/a%4")
