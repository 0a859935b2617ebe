# SPDX-License-Identifier: Apache-2.0
"""Queries, which become dictionaries: one value a name."""

from __future__ import annotations

from collections.abc import Callable

from ...suite import Verify, after_sign, before_sign
from . import PATH, honest, negative

for name, title, comment, query in (
    (
        "value_empty",
        "an empty value",
        "parse_qsl drops it where it is not told to keep it.",
        "limit=&where=a",
    ),
    ("no_equals_sign", "a name without '='", "Its value is empty.", "limit&where=a"),
    ("blank_escaped", "a blank as '%20'", "Decoded it is a blank.", "where=a%20b"),
    ("blank_as_plus", "a blank as '+'", "Decoded it is a blank, too.", "where=a+b"),
    ("plus_escaped", "a plus sign as '%2B'", "Decoded it is a plus sign.", "where=a%2Bb"),
    (
        "names_in_two_cases",
        "two names that differ in case",
        "Names of a dictionary have case.",
        "tag=a&Tag=b",
    ),
    (
        "sorted_otherwise",
        "names in no order",
        "Sorted before they are signed.",
        "where=a&limit=10&embed=x",
    ),
    ("utf8", "letters beyond ASCII", "In UTF-8.", "where=%C3%A9t%C3%A9"),
    (
        "colon_and_comma",
        "marks in a value",
        "As filters of the API have them.",
        "where=name:a,state:b",
    ),
    (
        "empty_pairs",
        "'&&' between the pairs",
        "parse_qsl passes over what is empty.",
        "limit=10&&where=a&",
    ),
):
    honest(
        "query_" + name,
        "a query with " + title,
        comment,
        Verify(f"{PATH}?{query}"),
        "over-strict",
        "query-shape",
    )


def repeated(name: str, title: str, comment: str, query: str, step: Callable = after_sign) -> None:
    negative(
        "dictionary",
        name,
        title,
        comment,
        step("set-target", value=f"{PATH}?{query}"),
        "duplicate-query-param",
        "signature-mismatch",
        flags=("dci-lenient", "repeated-key"),
    )


repeated(
    "key_appended",
    "a second value appended",
    "The server's dictionary keeps the first one, which was signed.",
    "limit=10&where=a&where=b",
)
repeated(
    "key_put_before",
    "a second value before the signed one",
    "A dictionary that is made of pairs keeps the last one.",
    "where=b&limit=10&where=a",
)
repeated("key_equal", "the same pair twice", "Equal today.", "limit=10&where=a&where=a")
repeated(
    "key_escaped",
    "a second value, its name escaped",
    "Names are compared when they are decoded.",
    "limit=10&where=a&%77here=b",
)
repeated(
    "key_without_value",
    "the name once more, without a value",
    "An empty value is one.",
    "limit=10&where=a&where",
)
repeated(
    "key_twice_signed",
    "a name twice, the first one signed",
    "Signed again, as the client's dictionary had it: with one of them.",
    "limit=10&where=b&where=a",
    before_sign,
)
for name, title, comment, query in (
    (
        "value_dropped",
        "an empty pair more",
        "'embed=' is an argument, if an empty one.",
        "limit=10&where=a&embed=",
    ),
    ("nameless", "a value without a name", "The empty name is one.", "limit=10&where=a&=b"),
    (
        "semicolon",
        "';' and another pair",
        "Parsers of old separate there.",
        "limit=10&where=a;where=b",
    ),
    ("value_cut", "the value before its comma", "A filter that is wider.", "limit=10&where="),
):
    negative(
        "dictionary",
        "query_" + name + "_added",
        title,
        f"The signature kept. {comment}",
        after_sign("set-target", value=f"{PATH}?{query}"),
        "signature-mismatch",
        flags=("binding", "query-shape"),
    )
