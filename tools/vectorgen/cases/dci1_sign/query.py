# SPDX-License-Identifier: Apache-2.0
"""dci1, sign: params, sorted by raw key and then through urlencode."""

from ... import spec, spec_dci
from ...suite import Sign
from . import area


@area.valid("query", "sorted before encoding", flags=["sort-order"], spec=[spec_dci.V1_QUERY])
def sorted_before_encoding():
    """'az' before 'a{', 'z' before 'é': release 4 sorts what is encoded."""
    return Sign("/api?a%7B=1&az=2&%C3%A9=3&z=4&0=5")


@area.valid("query", "prefixes and extensions", flags=["sort-order"], spec=[spec_dci.V1_QUERY])
def prefix_key_first():
    """Keys are compared: 'a', 'a b', 'a-b'."""
    return Sign("/api?a-b=1&a=2&a%20b=3")


@area.valid(
    "query", "astral and BMP characters", flags=["sort-order", "bytes"], spec=[spec_dci.V1_QUERY]
)
def code_point_order():
    """U+FF41 before U+1F600: code points, not UTF-16 units."""
    return Sign("/api?%F0%9F%98%80=2&%EF%BD%81=1&z=0")


@area.valid("query", "a blank is '+'", flags=["plus-sign"], spec=[spec_dci.V1_QUERY, spec.DCI_QSL])
def blank():
    """'%20' and '+' on the wire both end as '+', '%2B' stays."""
    return Sign("/api?where=a%20b&q=c+d&p=e%2Bf")


@area.valid("query", "what stays bare", flags=["escape-set"], spec=[spec_dci.V1_QUERY])
def safe_characters():
    """Letters, digits and '_.-~'; the slash is escaped."""
    return Sign("/api?q=_.-~aZ09!'()*,:@/$;[]")


@area.valid("query", "blank values stay", flags=["query-shape"], spec=[spec.DCI_QSL])
def blank_values():
    """'a', 'b=' and '=c' all count; empty pairs do not."""
    return Sign("/api?a&b=&&=c&d=1&")


@area.valid("query", "a second '=', '?' and ';'", flags=["query-shape"], spec=[spec.DCI_QSL])
def delimiters_in_values():
    """Data, all three."""
    return Sign("/api?where=name:a=b==&x=y?z;w=1")


@area.valid("query", "escapes of all kinds", flags=["hex-case", "escape-set"], spec=[spec.DCI_QSL])
def query_escapes():
    """Decoded once, and written anew: '%2541' is '%41', '%zz' is itself."""
    return Sign("/api?a=%2f%61&b=%2541&c=%zz&d=%")


@area.valid("query", "escapes that are no UTF-8", flags=["bytes"], spec=[spec.DCI_QSL])
def not_utf8():
    """U+FFFD, one for each maximal part."""
    return Sign("/api?a=%C3%28&b=%E2%82&c=%FF%FE&d=%C3A%A9&e=%C3+%A9")


@area.valid("query", "escaped controls", flags=["bytes", "injection"], spec=[spec.DCI_QSL])
def escaped_controls():
    """Encoded again."""
    return Sign("/api?a=%00&b=%0D%0Ax")


@area.valid("query", "only '?'", flags=["query-shape"], spec=[spec_dci.V1_QUERY])
def only_question_mark():
    """No params, an empty line."""
    return Sign("/api?")
