# SPDX-License-Identifier: Apache-2.0
"""Another query under the same signature."""

from __future__ import annotations

from ... import spec
from ...suite import after_sign
from . import changed, family

REPEATED = {
    "flags": ["binding", "repeated-key"],
    "any_of": ["duplicate-query-param"],
    "spec": [spec.QUERY_SORT_VALUES],
}
ESCAPES = {"flags": ["binding", "escape-set"], "spec": [spec.QUERY_ENCODE]}
BYTES = {"flags": ["binding", "bytes"], "spec": [spec.QUERY_ENCODE]}
PLUS = {"flags": ["binding", "plus-sign"], "spec": [spec.QUERY_SPACE]}

# ---- Arguments -----------------------------------------------------------------------------------

changed(
    "value_changed",
    "two_arguments",
    "another value",
    "The plainest of all.",
    "/reports?page=2&size=50",
)
changed(
    "values_exchanged",
    "two_arguments",
    "the values of two keys exchanged",
    "Sorted apart from their keys, the values are the same.",
    "/reports?page=50&size=1",
)
changed(
    "empty_argument_added",
    "two_arguments",
    "an argument without a value added",
    "Parsers that leave empty values out do not see it; '?delete' needs none.",
    "/reports?page=1&size=50&delete=",
)
for name, text, comment in (
    ("policy", "policy", "Of an object store: its policy, no longer the object."),
    ("uploads", "uploads", "Of an object store: a list of uploads, or with POST a new one."),
):
    changed(f"command_{name}", "no_query", f"'?{text}' appended", comment, f"/reports/2015?{text}")
changed(
    "command_exchanged",
    "no_values",
    "a key without value exchanged for another",
    "Only keys that a list names are signed by some; this one is not on it.",
    "/reports?cors&versionId=",
)

# ---- Repeated keys -------------------------------------------------------------------------------

changed(
    "repeated_in_front",
    "two_arguments",
    "a key repeated in front",
    "Verified by a map that keeps the last value, used by one that keeps the first.",
    "/reports?page=2&page=1&size=50",
    **REPEATED,
)
changed(
    "repeated_equal",
    "two_arguments",
    "a pair repeated as it is",
    "A set of pairs does not notice. Two equal arguments are a list to an application.",
    "/reports?page=1&page=1&size=50",
    **REPEATED,
)
changed(
    "repeated_escaped",
    "two_arguments",
    "a key repeated, with a letter escaped",
    "'p%61ge' is 'page' after decoding: compared before, it is a new key.",
    "/reports?page=1&size=50&p%61ge=2",
    **REPEATED,
)
changed(
    "one_of_three_dropped",
    "repeated_thrice",
    "one of two equal values dropped",
    "A set of pairs does not notice.",
    "/reports?tag=b&tag=a",
    **REPEATED,
)
changed(
    "key_in_upper_case",
    "two_arguments",
    "a key in upper case",
    "A map without case finds the signed one (CVE-2022-2385).",
    "/reports?Page=1&size=50",
    **REPEATED | {"any_of": []},
)

# ---- Boundaries ----------------------------------------------------------------------------------

changed(
    "delimiters_unescaped",
    "delimiters",
    "'%26' and '%3D' become '&' and '='",
    "Text becomes an argument. Split after decoding, both queries are the same.",
    "/reports?q=a&admin=1",
    **ESCAPES,
)
changed(
    "delimiters_escaped",
    "two_arguments",
    "'&' and '=' become '%26' and '%3D'",
    "An argument becomes text.",
    "/reports?page=1%26size%3D50",
    **ESCAPES,
)
changed(
    "equals_escaped",
    "second_equals",
    "the first '=' escaped",
    "'q=a=b' and 'q%3Da=b' are the same text, split at another place.",
    "/reports?q%3Da=b",
    **ESCAPES,
)
changed(
    "semicolon_for_ampersand",
    "two_arguments",
    "';' for '&'",
    "Parsers that split at ';' see the signed arguments.",
    "/reports?page=1;size=50",
    any_of=["malformed-query"],
)
changed(
    "argument_behind_semicolon",
    "two_arguments",
    "an argument added behind ';'",
    "A parser that knows no ';' has one value more, one that drops such pairs has none.",
    "/reports?page=1&size=50;admin=1",
    any_of=["malformed-query"],
)
changed(
    "question_mark_doubled",
    "two_arguments",
    "'??'",
    "Both taken off, it is the signed query.",
    "/reports??page=1&size=50",
)
changed(
    "name_empty",
    "two_arguments",
    "a pair without name added",
    "'=v': many parsers drop it; one that does not sees an argument.",
    "/reports?=v&page=1&size=50",
    severity="low",
)
changed(
    "argument_behind_fragment",
    "escaped_fragment",
    "'%23' becomes '#'",
    "What stands behind it is cut off by a second URL parser.",
    "/reports?q=a#b&page=1",
    **ESCAPES | {"error": "malformed-query", "any_of": ["malformed-uri", "signature-mismatch"]},
)

# ---- Escapes -------------------------------------------------------------------------------------

changed(
    "blank_as_escaped_plus",
    "blank",
    "'%20' becomes '%2B'",
    "A blank, and a plus sign.",
    "/reports?q=a%2Bb",
    **PLUS,
)
changed(
    "escaped_plus_as_blank",
    "escaped_plus",
    "'%2B' becomes '%20'",
    "The other way round: decoded once as text and once as a form.",
    "/reports?q=a%20b",
    **PLUS,
)
changed(
    "percent_decoded", "percent", "'%2541' becomes 'A'", "Decoded twice.", "/reports?q=A", **ESCAPES
)
changed(
    "overlong_as_slash",
    "overlong",
    "'%C0%AF' becomes '%2F'",
    "A lenient decoder of UTF-8 makes them one.",
    "/reports?q=%2F",
    **BYTES,
)
changed(
    "surrogate_replaced",
    "surrogate",
    "'%ED%A0%80' becomes U+FFFD",
    "A decoder that replaces makes them one.",
    "/reports?q=%EF%BF%BD",
    **BYTES,
)
changed(
    "byte_for_byte",
    "overlong",
    "'%C0%AF' becomes '%C1%AF'",
    "Replaced, both are the same two U+FFFD.",
    "/reports?q=%C1%AF",
    **BYTES,
)
changed(
    "decomposed",
    "composed",
    "a composed letter decomposed",
    "Databases that normalise Unicode find the same row.",
    "/reports?q=cafe%CC%81",
    **BYTES | {"severity": "low"},
)
changed(
    "nul_appended",
    "two_arguments",
    "'%00' and more behind a value",
    "Decoded and taken for a C string it is the signed value.",
    "/reports?page=1&size=50%00000",
    **BYTES,
)

# ---- Where verifiers differ ----------------------------------------------------------------------

for name, base, knob, title, comment, target, refused in (
    (
        "semicolon_unescaped",
        "escaped_semicolon",
        "query_semicolon",
        "'%3B' becomes ';'",
        "Equal where ';' is data, as here. An application that splits at it has an argument more.",
        "/reports?q=a;admin=1",
        {},
    ),
    (
        "blank_as_plus",
        "blank",
        "query_plus",
        "'%20' becomes '+'",
        "Equal where the query is a form. Here '+' is a plus sign.",
        "/reports?q=a+b",
        {"error": "signature-mismatch"},
    ),
    (
        "plus_unescaped",
        "escaped_plus",
        "query_plus",
        "'%2B' becomes '+'",
        "Equal where '+' is a plus sign, as here. An application that reads forms has a blank.",
        "/reports?q=a+b",
        {},
    ),
):
    family.put(
        "acceptable",
        "disputed",
        name,
        title,
        comment,
        after_sign("set-target", value=target),
        base=base,
        knob=knob,
        flags=["query-shape"],
        spec=[spec.QUERY_ENCODE],
        **refused,
    )
