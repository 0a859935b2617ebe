# SPDX-License-Identifier: Apache-2.0
"""Honest requests, the twins of the others; and other texts of the same query."""

from __future__ import annotations

from . import honest, same

honest("no_query", "no query", "The twin of what is appended.", "/reports/2015", ["baseline"])
honest(
    "two_arguments",
    "two arguments",
    "The twin of most of the others.",
    "/reports?page=1&size=50",
    ["baseline"],
)
honest(
    "repeated_thrice",
    "a key three times",
    "All values are signed, in their own order.",
    "/reports?tag=b&tag=a&tag=b",
    ["repeated-key", "over-strict"],
)
honest(
    "blank",
    "'%20' in a value",
    "A blank, in the one form that is not read in two ways.",
    "/reports?q=a%20b",
    ["plus-sign"],
)
honest("escaped_plus", "'%2B' in a value", "A plus sign.", "/reports?q=a%2Bb", ["plus-sign"])
honest(
    "delimiters",
    "'%26' and '%3D' in a value",
    "One value, in which an argument stands.",
    "/reports?q=a%26admin%3D1",
    ["escape-set", "over-strict"],
)
honest(
    "escaped_fragment",
    "'%23' in a value",
    "A number sign that starts no fragment.",
    "/reports?q=a%23b&page=1",
    ["escape-set", "over-strict"],
)
honest(
    "escaped_semicolon",
    "'%3B' in a value",
    "A semicolon that separates nothing.",
    "/reports?q=a%3Badmin=1",
    ["query-shape", "over-strict"],
)
honest("percent", "'%2541' in a value", "The text '%41'.", "/reports?q=%2541", ["double-encoding"])
honest("letter", "'A' in a value", "A letter, not escaped.", "/reports?q=A", ["baseline"])
honest(
    "no_values",
    "keys without values",
    "Commands of an object store are written like this.",
    "/reports?acl&versionId=",
    ["query-shape", "over-strict"],
)
honest(
    "overlong",
    "'%C0%AF' in a value",
    "Two octets, no UTF-8. A lenient decoder finds a slash in them.",
    "/reports?q=%C0%AF",
    ["bytes", "over-strict"],
)
honest(
    "surrogate",
    "'%ED%A0%80' in a value",
    "Half a pair of UTF-16: three octets, no UTF-8.",
    "/reports?q=%ED%A0%80",
    ["bytes", "over-strict"],
)
honest(
    "composed",
    "a composed letter in a value",
    "U+00E9 in UTF-8, escaped.",
    "/reports?q=caf%C3%A9",
    ["bytes", "over-strict"],
)
honest(
    "question",
    "a '?' in a value",
    "RFC 3986 (3.4) lets it stand there.",
    "/reports?q=a?b",
    ["query-shape", "over-strict"],
)
honest(
    "second_equals",
    "a '=' in a value",
    "The first one separates, the others are data.",
    "/reports?q=a=b",
    ["query-shape", "over-strict"],
)
honest(
    "traps",
    "keys that are sorted wrongly in many ways",
    "By bytes of the encoded key: upper case before lower case, '-' before '=' takes no part, '%' "
    "before letters, the shorter key first.",
    "/reports?a-b=1&a=2&B=3&b=4&a%7B=5&az=6",
    ["sort-order", "over-strict"],
)

same(
    "question_mark_alone",
    "no_query",
    "a '?' with nothing behind it",
    "No query and an empty one are signed alike.",
    "/reports/2015?",
    ["query-shape", "over-strict"],
)
same(
    "pairs_reordered",
    "two_arguments",
    "the pairs in another order",
    "They are sorted before they are signed: hops may reorder them.",
    "/reports?size=50&page=1",
    ["sort-order", "over-strict"],
)
same(
    "equals_added",
    "no_values",
    "'=' added behind a key",
    "A key without value is signed with an empty one.",
    "/reports?acl=&versionId",
    ["query-shape", "over-strict"],
)
same(
    "escaped_letter",
    "letter",
    "'A' becomes '%41'",
    "Decoded and encoded again before it is signed.",
    "/reports?q=%41",
    ["escape-set", "over-strict"],
)
same(
    "question_escaped",
    "question",
    "'?' becomes '%3F'",
    "Decoded and encoded again before it is signed.",
    "/reports?q=a%3Fb",
    ["escape-set", "over-strict"],
)
same(
    "hex_in_lower_case",
    "composed",
    "'%C3%A9' becomes '%c3%a9'",
    "Decoded and encoded again before it is signed.",
    "/reports?q=caf%c3%a9",
    ["hex-case", "over-strict"],
)
same(
    "values_swapped",
    "repeated_thrice",
    "the values of a repeated key in another order",
    "Sorted by value they are signed alike; an application to which the order means something must "
    "not take it from here.",
    "/reports?tag=a&tag=b&tag=b",
    ["repeated-key", "over-strict"],
)
