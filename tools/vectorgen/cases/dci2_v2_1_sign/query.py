# SPDX-License-Identifier: Apache-2.0
"""dci2-v2.1, sign: params, sorted by raw key."""

from ... import spec
from ...suite import Sign
from . import area


@area.valid(
    "query", "sorted by raw key, before encoding", flags=["sort-order"], spec=[spec.DCI_QUERY]
)
def sorted_before_encoding():
    """'az' before 'a{': the contrary of the AWS dialect, where '%7B' sorts first."""
    return Sign("/api?a%7B=2&az=1")


@area.valid(
    "query", "a shorter key sorts before its extension", flags=["sort-order"], spec=[spec.DCI_QUERY]
)
def prefix_key_first():
    """Keys of a dictionary are compared, not lines with '='."""
    return Sign("/api?a-b=1&a=2&a%20=3")


@area.valid(
    "query",
    "astral and BMP characters: code points",
    flags=["sort-order", "bytes"],
    spec=[spec.DCI_QUERY],
)
def code_point_order():
    """U+FF41 before U+1F600: Python compares code points, JavaScript and Java UTF-16 units."""
    return Sign("/api?%F0%9F%98%80=2&%EF%BD%81=1&z=0")


@area.valid("query", "a blank is '+'", flags=["plus-sign"], spec=[spec.DCI_QUERY])
def blank_is_plus():
    """urlencode is quote_plus: '%20' and '+' on the wire both end as '+'."""
    return Sign("/api?where=a%20b&q=c+d")


@area.valid(
    "query", "an escaped plus sign", flags=["plus-sign"], spec=[spec.DCI_QUERY, spec.DCI_QSL]
)
def escaped_plus():
    """'%2B' is a plus sign and stays '%2B'."""
    return Sign("/api?q=a%2Bb")


@area.valid("query", "what urlencode leaves alone", flags=["escape-set"], spec=[spec.DCI_QUERY])
def safe_characters():
    """Letters, digits and '_.-~'. The '~' is bare since Python 3.7."""
    return Sign("/api?q=_.-~aZ09!'()*,:@/$;[]")


@area.valid("query", "hex digits become upper case", flags=["hex-case"], spec=[spec.DCI_QUERY])
def lower_hex():
    """Decoded and encoded again."""
    return Sign("/api?q=%2f%c3%a9%41")


@area.valid(
    "query", "blank values stay", flags=["query-shape"], spec=[spec.DCI_QUERY, spec.DCI_QSL]
)
def blank_values():
    """keep_blank_values: 'a', 'b=' and '=c' all count; empty pairs do not."""
    return Sign("/api?a&b=&&=c&d=1&")


@area.valid(
    "query", "a second '=' belongs to the value", flags=["query-shape"], spec=[spec.DCI_QSL]
)
def second_equals_sign():
    """'a=b=c' has the value 'b=c'."""
    return Sign("/api?where=name:a=b==")


@area.valid("query", "'?' and ';' are data", flags=["query-shape"], spec=[spec.DCI_QSL])
def question_mark_and_semicolon():
    """';' was a separator in parse_qsl until 2021 (bpo-42967)."""
    return Sign("/api?a=b?c;d=e")


@area.valid("query", "escapes that are none are data", flags=["escape-set"], spec=[spec.DCI_QSL])
def query_malformed_escape():
    """'%zz' stays and is encoded as '%25zz'; the AWS dialects refuse it."""
    return Sign("/api?a=%zz&b=%&c=%4")


@area.valid(
    "query", "escapes that are no UTF-8 become U+FFFD", flags=["bytes"], spec=[spec.DCI_QSL]
)
def not_utf8():
    """One U+FFFD for each maximal part: '%C3%28' gives one and '(', '%E2%82' one, '%FF%FE' two."""
    return Sign("/api?a=%C3%28&b=%E2%82&c=%FF%FE&d=%C0%AF&e=%ED%A0%80&f=%F0%9F%98")


@area.valid("query", "an escape cut by a plain letter", flags=["bytes"], spec=[spec.DCI_QSL])
def split_sequence():
    """unquote() decodes runs of escapes; letters between them end a run: '%C3' 'A' '%A9' gives
    U+FFFD A U+FFFD."""
    return Sign("/api?a=%C3A%A9&b=%C3%A9A")


@area.valid("query", "raw bytes that are no UTF-8", flags=["bytes"], spec=[spec.DCI_QSL])
def raw_bytes():
    """Decoded with U+FFFD before anything else, so that a raw C3 and an escaped A9 do not make
    an 'é'."""
    return Sign(b"/api?a=\xff&b=\xc3%A9&c=\xc3\xa9")


@area.valid("query", "escaped controls", flags=["bytes", "injection"], spec=[spec.DCI_QSL])
def escaped_controls():
    """'%00' and '%0A' are characters, encoded again: the line feed never reaches the canonical
    request."""
    return Sign("/api?a=%00&b=%0D%0Ax&c=%7F%09")


@area.valid("query", "a query that is only '?'", flags=["query-shape"], spec=[spec.DCI_QUERY])
def only_question_mark():
    """No params, an empty line."""
    return Sign("/api?")


@area.valid("query", "integers and words are text", flags=["query-shape"], spec=[spec.DCI_QUERY])
def scalars():
    """What str() makes of 100, None and True, as it comes back from the wire."""
    return Sign("/api?limit=100&after=None&all=True&x=1.50")


@area.valid("query", "beyond ASCII after letters", flags=["sort-order"], spec=[spec.DCI_QUERY])
def non_ascii_last():
    """'é' is after 'z' as a character; as '%C3%A9' it would be before '0'."""
    return Sign("/api?z=1&0=2&%C3%A9=3")


@area.valid(
    "query", "a blank before other marks in a key", flags=["sort-order"], spec=[spec.DCI_QUERY]
)
def blank_in_keys():
    """A blank is the least character. Sorted after urlencode, 'a%21' would be before 'a+'."""
    return Sign("/api?a!=1&a+b=2&a-=3")


@area.valid("query", "upper case before lower case", flags=["sort-order"], spec=[spec.DCI_QUERY])
def case():
    """'B', '_', 'a', and 'a10' before 'a9': code points, no collation and no numbers."""
    return Sign("/api?a9=1&a10=2&B=3&_=4")


@area.valid("query", "'~' is last", flags=["sort-order", "escape-set"], spec=[spec.DCI_QUERY])
def tilde_last():
    """Bare since Python 3.7; before that it was escaped, but sorted as '~' all the same."""
    return Sign("/api?~=1&z=2&%7Ea=3")


@area.valid("query", "U+FFFD sorts as itself", flags=["sort-order", "bytes"], spec=[spec.DCI_QUERY])
def replaced_key():
    """A key that is no UTF-8 is replaced before it is sorted: behind 'z', not where '%FF' was."""
    return Sign("/api?%FF=1&z=2&%F0%9F%98%80=3")


@area.valid("query", "'+' inside a character", flags=["bytes", "plus-sign"], spec=[spec.DCI_QSL])
def split_by_plus():
    """'+' is a blank before anything is decoded, and cuts '%C3+%A9' in two."""
    return Sign("/api?a=%C3+%A9")


@area.valid("query", "brackets and slashes", flags=["escape-set"], spec=[spec.DCI_QUERY])
def brackets():
    """urlencode leaves no slash alone, unlike quote by default."""
    return Sign("/api?params[page]=1&path=/a/b")


@area.valid("query", "decoded once", flags=["escape-set"], spec=[spec.DCI_QSL])
def decoded_once():
    """'%2541' is the text '%41'."""
    return Sign("/api?q=%2541%2520")
