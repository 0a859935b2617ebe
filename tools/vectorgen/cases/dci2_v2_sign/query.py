# SPDX-License-Identifier: Apache-2.0
"""dci2-v2, sign: params, quoted and then sorted."""

from ... import spec, spec_dci
from ...suite import Sign
from . import area


@area.valid(
    "query", "sorted after encoding", flags=["sort-order"], spec=[spec_dci.V2_QUERY, spec_dci.QUOTE]
)
def sorted_after_encoding():
    """'a{' before 'az', and 'é' before '0': in 2.1.7 both were the other way round."""
    return Sign("/api?az=1&a%7B=2&0=3&%C3%A9=4")


@area.valid("query", "prefixes and extensions", flags=["sort-order"], spec=[spec_dci.V2_QUERY])
def prefix_key_first():
    """Pairs are compared, not lines with '='; '%20' is below '-'."""
    return Sign("/api?a-b=1&a=2&a%20=3&a.=4")


@area.valid("query", "case, digits, '_' and '~'", flags=["sort-order"], spec=[spec_dci.V2_QUERY])
def order_of_bytes():
    """No collation, no numbers, and '~' is last."""
    return Sign("/api?~=1&a9=2&a10=3&B=4&_=5")


@area.valid("query", "a blank is %20", flags=["plus-sign"], spec=[spec_dci.QUOTE, spec.DCI_QSL])
def blank():
    """2.1.7 wrote '+'. A '+' on the wire is a blank, '%2B' is a plus sign."""
    return Sign("/api?where=a%20b&q=c+d&p=e%2Bf")


@area.valid("query", "what stays bare", flags=["escape-set"], spec=[spec_dci.QUOTE])
def safe_characters():
    """Letters, digits and '_.-~'; the slash is escaped."""
    return Sign("/api?q=_.-~aZ09!'()*,:@/$;[]")


@area.valid(
    "query", "blank values stay", flags=["query-shape"], spec=[spec_dci.V2_QUERY, spec.DCI_QSL]
)
def blank_values():
    """keep_blank_values: 'a', 'b=' and '=c' all count; empty pairs do not."""
    return Sign("/api?a&b=&&=c&d=1&")


@area.valid("query", "a second '=', '?' and ';'", flags=["query-shape"], spec=[spec.DCI_QSL])
def delimiters_in_values():
    """Data, all three."""
    return Sign("/api?where=name:a=b==&x=y?z;w=1")


@area.valid(
    "query", "escapes of all kinds", flags=["hex-case", "escape-set"], spec=[spec_dci.QUOTE]
)
def escapes():
    """Lower-case digits, needless escapes, '%2541', and what is none: decoded, and written anew."""
    return Sign("/api?a=%2f%61&b=%2541&c=%zz&d=%")


@area.valid("query", "escapes that are no UTF-8", flags=["bytes"], spec=[spec.DCI_QSL])
def query_not_utf8():
    """U+FFFD, one for each maximal part."""
    return Sign("/api?a=%C3%28&b=%E2%82&c=%FF%FE&d=%C3A%A9&e=%C3+%A9")


@area.valid("query", "raw bytes", flags=["bytes"], spec=[spec.DCI_QSL])
def raw_bytes():
    """Decoded with U+FFFD before anything else."""
    return Sign(b"/api?a=\xff&b=\xc3%A9&c=\xc3\xa9")


@area.valid("query", "escaped controls", flags=["bytes", "injection"], spec=[spec.DCI_QSL])
def query_escaped_controls():
    """Encoded again, so none reaches the canonical request."""
    return Sign("/api?a=%00&b=%0D%0Ax")


@area.valid("query", "only '?'", flags=["query-shape"], spec=[spec_dci.V2_QUERY])
def only_question_mark():
    """No params, an empty line."""
    return Sign("/api?")


@area.valid(
    "query", "astral and BMP characters", flags=["sort-order", "bytes"], spec=[spec_dci.V2_QUERY]
)
def utf16_trap():
    """'%EF' before '%F0': who sorts by UTF-16 units puts the astral one first."""
    return Sign("/api?%F0%9F%98%80=2&%EF%BD%81=1")
