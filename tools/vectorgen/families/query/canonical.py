# SPDX-License-Identifier: Apache-2.0
"""The right secret, and another text than the row's for the query: orders and encodings that
signers have by mistake. A verifier that tries several takes two queries for one."""

from __future__ import annotations

from ... import spec
from ...suite import before_sign
from . import family


def signed(name: str, base: str, title: str, comment: str, query: str, **more: object) -> None:
    shared = {
        "error": "signature-mismatch",
        "severity": "low",
        "flags": ["sort-order"],
        "spec": [spec.QUERY_SORT],
    }
    family.put(
        "invalid",
        "signed",
        name,
        title,
        comment,
        before_sign("set-canonical", "query", query),
        base=base,
        **shared | more,
    )


ENCODING = {"flags": ["escape-set"], "spec": [spec.QUERY_ENCODE]}

signed(
    "signed_unsorted",
    "traps",
    "signed in the order of the request",
    "A hop that reorders breaks it, so somebody makes the verifier try it.",
    "a-b=1&a=2&B=3&b=4&a%7B=5&az=6",
)
signed(
    "signed_as_whole_strings",
    "traps",
    "signed as sorted whole strings",
    "'=' takes part in the comparison, and '-' is below it.",
    "B=3&a%7B=5&a-b=1&a=2&az=6&b=4",
)
signed(
    "signed_without_case",
    "traps",
    "signed as sorted without case",
    "The order of a locale.",
    "a=2&a%7B=5&a-b=1&az=6&B=3&b=4",
)
signed(
    "signed_sorted_before_encoding",
    "traps",
    "signed as sorted before encoding",
    "'{' is behind every letter, its escape before them.",
    "B=3&a=2&a-b=1&az=6&a%7B=5&b=4",
)
signed(
    "signed_values_unsorted",
    "repeated_thrice",
    "signed with the values of a key in their order",
    "Equal keys are sorted by value.",
    "tag=b&tag=a&tag=b",
    spec=[spec.QUERY_SORT_VALUES],
    flags=["repeated-key", "sort-order"],
)
signed(
    "signed_first_value",
    "repeated_thrice",
    "signed with one value of a repeated key",
    "The others are nobody's, and an application may take any.",
    "tag=b",
    severity="high",
    spec=[spec.QUERY_SORT_VALUES],
    flags=["repeated-key"],
)
signed(
    "signed_as_empty",
    "two_arguments",
    "signed with an empty query",
    "The arguments are nobody's.",
    "",
    severity="high",
    flags=["binding"],
)
signed(
    "signed_without_equals",
    "no_values",
    "signed without '=' behind a key",
    "As it was sent: 'acl'.",
    "acl&versionId=",
    flags=["query-shape"],
    spec=[spec.QUERY_EMPTY_VALUE],
)
signed(
    "signed_without_empty_values",
    "no_values",
    "signed without keys that have no value",
    "A parser of forms has left them out: commands that nobody signed.",
    "",
    severity="high",
    flags=["query-shape"],
    spec=[spec.QUERY_EMPTY_VALUE],
)
signed(
    "signed_in_lower_case_hex",
    "composed",
    "signed with escapes in lower case",
    "The digits of an escape are upper case.",
    "q=caf%c3%a9",
    flags=["hex-case"],
    spec=[spec.QUERY_HEX],
)
signed(
    "signed_decoded_and_sorted",
    "delimiters",
    "signed decoded, and split after that",
    "The signature of the query with an argument more.",
    "admin=1&q=a",
    **ENCODING | {"severity": "high"},
)
signed(
    "signed_encoded_twice",
    "blank",
    "signed encoded twice",
    "The client has encoded what was encoded.",
    "q=a%2520b",
    **ENCODING,
)
