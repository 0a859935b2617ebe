# SPDX-License-Identifier: Apache-2.0
"""The path. Two paths that a router takes for one, or one that two parsers read as two: of each
pair one was signed, and only that one is accepted."""

from __future__ import annotations

from ... import spec
from ...suite import Text, before_sign
from .. import Family
from ..targets import Targets

family = Family(
    {
        "accept": "Honest requests",
        "changed": "Another path under the same signature",
        "signed": "Signed in another canonical form",
        "malformed": "What is no path, signed or not",
        "form": "What is no origin-form",
        "named": "A header that names the signed path",
        "disputed": "Where verifiers legitimately differ",
    }
)

# The core, for rows in which dots and slashes are names.
CORE = {
    "plain",
    "escaped_slash",
    "escaped_backslash",
    "escaped_percent",
    "escaped_dots",
    "dots_and_slashes",
    "dot_segment_added",
    "step_up_added",
    "above_root_added",
    "slash_doubled",
    "segments_merged",
    "slash_unescaped",
    "slash_escaped",
    "backslash_unescaped",
    "backslash_for_slash",
    "decoded_once",
    "decoded_twice",
    "dots_unescaped",
    "nul_appended_escaped",
    "signed_with_segments_merged",
    "signed_with_slash_unescaped",
    "signed_decoded_twice",
    "raw_nul_appended",
    "raw_nul_signed",
    "raw_line_feed_appended",
    "raw_line_feed_signed",
    "raw_backslash_signed",
    "above_root_signed",
    "absolute_form_own_host",
    "absolute_form_other_host",
    "absolute_form_signed",
    "fragment_appended",
    "fragment_signed",
}
# Cases for a row that signs a path decoded, and those of them that are in each such row.
DECODED_ALONE = {
    "escaped_letter_is_a_letter",
    "hex_has_no_case",
    "escaped_slash_refused",
    "escaped_line_feed_refused",
    "escaped_nul_refused",
    "escaped_latin1_refused",
}
DECODED_EVERYWHERE = {
    "plain",
    "letter",
    "letter_escaped_twice",
    "escaped_letter_is_a_letter",
    "escaped_slash_refused",
    "escaped_nul_refused",
    "signed_with_letter_escaped",
}
DECODED = (
    DECODED_ALONE
    | DECODED_EVERYWHERE
    | {
        "composed",
        "dots_and_slashes",
        "slash_appended",
        "slash_escaped",
        "step_up_added",
        "above_root_added",
        "segments_merged",
        "escaped_dots_added",
        "signed_with_segments_merged",
        "signed_with_letter_escaped_twice",
        "raw_nul_signed",
        "raw_line_feed_appended",
        "absolute_form_other_host",
        "absolute_form_as_text",
    }
)


of_target = Targets(family, "path-decoding", "accept", spec.PATH_NORMALISE)
honest, same, changed = of_target.honest, of_target.same, of_target.changed


def signed(name: str, base: str, title: str, comment: str, path: Text, **more: object) -> None:
    """The right secret, and another text than the row's in the canonical request."""
    shared = {
        "error": "signature-mismatch",
        "severity": "high",
        "flags": ["path-decoding"],
        "spec": [spec.SIGNATURE],
    }
    family.put(
        "invalid",
        "signed",
        name,
        title,
        comment,
        before_sign("set-canonical", "path", path),
        base=base,
        **shared | more,
    )


# At the end: each of them puts its cases into the family.
from . import accept, changes, forms, malformed  # noqa: E402, F401
