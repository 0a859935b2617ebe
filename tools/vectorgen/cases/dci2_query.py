# SPDX-License-Identifier: Apache-2.0
"""dci2: the query, a dictionary whose pairs are sorted after encoding."""

from .. import spec, spec_dci
from ..suite import Area, Sign

area = Area(
    "dci2",
    "query",
    "sign",
    "The query as HmacSignature of python-dciauth 4 signs it",
    [
        "A query on the wire becomes the package's params dictionary by",
        "parse_qsl(keep_blank_values=True). Its client class HmacAuthBase reads a URL by",
        "dict(parse_qsl(query)) and so loses blank values and all but the last of a key: it",
        "signs blank-value, key-without-equals and empty-name in another way than this.",
    ],
    {
        "plain": "Queries as clients write them",
        "order": "The order of the pairs",
        "encoding": "What is escaped, and how",
        "shape": "Pairs, names, values",
        "text": "UTF-8, escaped and raw",
        "malformed": "Queries that no signer should sign",
    },
)

# ---- plain ---------------------------------------------------------------------------------------


@area.valid(
    "plain",
    "a page of jobs",
    flags=["baseline", "sort-order"],
    spec=[spec_dci.CLASS_QUERY, spec.DCI_QSL],
)
def jobs():
    """As the DCI clients page through them: ':' is escaped, '-' is not."""
    return Sign("/api/v1/jobs?limit=100&offset=0&sort=-created_at&where=status:failure")


@area.valid("plain", "only '?'", flags=["query-shape"], spec=[spec_dci.CLASS_QUERY])
def only_question_mark():
    """No params: an empty line, as without '?'."""
    return Sign("/api?")


@area.valid(
    "plain", "numbers and words are text", flags=["query-shape"], spec=[spec_dci.CLASS_QUERY]
)
def scalars():
    """What str() makes of 100, None and True, as it comes back from the wire."""
    return Sign("/api?limit=100&after=None&all=True&x=1.50")


# ---- order ---------------------------------------------------------------------------------------


@area.valid(
    "order",
    "sorted after encoding",
    flags=["sort-order"],
    spec=[spec_dci.CLASS_QUERY, spec_dci.QUOTE],
)
def sorted_after_encoding():
    """'a{' before 'az', because '%' is before 'z': release 2.1.7 has it the other way round."""
    return Sign("/api?az=1&a%7B=2")


@area.valid(
    "order", "beyond ASCII before letters", flags=["sort-order"], spec=[spec_dci.CLASS_QUERY]
)
def non_ascii_first():
    """'é' is after 'z' as a character and before '0' as '%C3%A9'."""
    return Sign("/api?z=1&0=2&%C3%A9=3")


@area.valid(
    "order", "prefixes and their extensions", flags=["sort-order"], spec=[spec_dci.CLASS_QUERY]
)
def prefix_key_first():
    """Pairs are compared, not lines: '=' takes no part. '%20' is below '-', and both follow 'a'."""
    return Sign("/api?a-b=1&a=2&a%20=3&a.=4")


@area.valid(
    "order",
    "astral and BMP characters",
    flags=["sort-order", "bytes"],
    spec=[spec_dci.CLASS_QUERY],
)
def utf16_trap():
    """'%EF' before '%F0': who sorts by UTF-16 units puts the astral one first."""
    return Sign("/api?%F0%9F%98%80=2&%EF%BD%81=1")


@area.valid(
    "order", "upper case before lower case", flags=["sort-order"], spec=[spec_dci.CLASS_QUERY]
)
def case():
    """'B', '_', 'a': bytes, no collation of a language."""
    return Sign("/api?a=1&B=2&_=3&b=4")


@area.valid("order", "digits are no numbers", flags=["sort-order"], spec=[spec_dci.CLASS_QUERY])
def digits():
    """'a10' before 'a9'."""
    return Sign("/api?a9=1&a10=2&a1=3")


@area.valid("order", "'~' is last", flags=["sort-order", "escape-set"], spec=[spec_dci.CLASS_QUERY])
def tilde_last():
    """Bare, it follows 'z'; escaped, as old quote() had it, it would come first."""
    return Sign("/api?~=1&z=2&A=3")


# ---- encoding ------------------------------------------------------------------------------------


@area.valid("encoding", "a blank is %20", flags=["plus-sign"], spec=[spec_dci.QUOTE, spec.DCI_QSL])
def blank():
    """'+' and '%20' on the wire are a blank, and it is written '%20': quote, not quote_plus."""
    return Sign("/api?where=a%20b&q=c+d&e+f=1")


@area.valid("encoding", "an escaped plus sign", flags=["plus-sign"], spec=[spec_dci.QUOTE])
def escaped_plus():
    """'%2B' is a plus sign and stays '%2B'."""
    return Sign("/api?q=a%2Bb%2b")


@area.valid("encoding", "a slash is escaped", flags=["escape-set"], spec=[spec_dci.QUOTE])
def slash():
    """The default of quote() leaves '/' alone, the package's safe='_.-~' does not."""
    return Sign("/api?path=/a/b")


@area.valid("encoding", "what stays bare", flags=["escape-set"], spec=[spec_dci.QUOTE])
def safe_characters():
    """Letters, digits and '_.-~': no other mark."""
    return Sign("/api?q=_.-~aZ09!'()*,:@/$;[]")


@area.valid("encoding", "needless escapes go", flags=["escape-set"], spec=[spec_dci.QUOTE])
def over_escaped():
    """Decoded and encoded again: '%61%7E' is 'a~'."""
    return Sign("/api?%61%7E=%2D%31")


@area.valid("encoding", "hex digits become upper case", flags=["hex-case"], spec=[spec_dci.QUOTE])
def lower_hex():
    """Copied, '%2f' would stay."""
    return Sign("/api?q=%2f%c3%a9")


@area.valid("encoding", "escaped '&' and '='", flags=["query-shape"], spec=[spec_dci.QUOTE])
def escaped_delimiters():
    """Data: the pairs are cut before they are decoded."""
    return Sign("/api?a%3Db=c%26d%3De")


@area.valid("encoding", "decoded once", flags=["escape-set"], spec=[spec_dci.QUOTE])
def decoded_once():
    """'%2541' is the text '%41' and is written '%2541' again."""
    return Sign("/api?q=%2541%2520")


@area.valid("encoding", "brackets", flags=["escape-set"], spec=[spec_dci.QUOTE])
def brackets():
    """As frameworks name nested params."""
    return Sign("/api?params[page]=1&params[size]=20")


# ---- shape ---------------------------------------------------------------------------------------


@area.valid(
    "shape", "a blank value", flags=["query-shape"], spec=[spec_dci.CLASS_QUERY, spec.DCI_QSL]
)
def blank_value():
    """It is in the dictionary and is signed as 'b='. HmacAuthBase drops it from the URL."""
    return Sign("/api?a=1&b=")


@area.valid("shape", "a key without '='", flags=["query-shape"], spec=[spec.DCI_QSL])
def key_without_equals():
    """The same as with an empty value."""
    return Sign("/api?versions&a=1")


@area.valid("shape", "an empty name", flags=["query-shape"], spec=[spec.DCI_QSL])
def empty_name():
    """A dictionary has room for it: '=v' stays."""
    return Sign("/api?=v&a=1")


@area.valid("shape", "empty pairs go", flags=["query-shape"], spec=[spec.DCI_QSL])
def empty_pairs():
    """'&&' and a final '&' add nothing."""
    return Sign("/api?&b=1&&a=2&")


@area.valid("shape", "a second '='", flags=["query-shape"], spec=[spec.DCI_QSL])
def second_equals_sign():
    """It belongs to the value, and is escaped."""
    return Sign("/api?where=name:a=b==")


@area.valid("shape", "'?' and ';' are data", flags=["query-shape"], spec=[spec.DCI_QSL])
def question_mark_and_semicolon():
    """';' was a separator in parse_qsl until 2021 (bpo-42967)."""
    return Sign("/api?a=b?c;d=e")


@area.valid("shape", "a '#' is data", flags=["query-shape"], spec=[spec_dci.CLASS_QUERY])
def hash_sign():
    """Nothing is cut off: no fragment gets this far."""
    return Sign("/api?a=b#c")


# ---- text ----------------------------------------------------------------------------------------


@area.valid("text", "UTF-8, raw and escaped", flags=["bytes"], spec=[spec_dci.QUOTE])
def utf8():
    """One and the same, whichever way it came."""
    return Sign("/api?a=é&b=%C3%A9&日=本")


@area.valid("text", "escapes that are no UTF-8", flags=["bytes"], spec=[spec.DCI_QSL])
def not_utf8():
    """U+FFFD, one for each maximal part: '%C3(' gives one, '%E2%82' one, '%FF%FE' two."""
    return Sign("/api?a=%C3%28&b=%E2%82&c=%FF%FE&d=%C0%AF&e=%ED%A0%80&f=%F0%9F%98")


@area.valid("text", "an escape cut by a plain letter", flags=["bytes"], spec=[spec.DCI_QSL])
def split_sequence():
    """'%C3' 'A' '%A9' is U+FFFD, 'A', U+FFFD."""
    return Sign("/api?a=%C3A%A9&b=%C3%A9A")


@area.valid("text", "'+' inside a character", flags=["bytes", "plus-sign"], spec=[spec.DCI_QSL])
def split_by_plus():
    """'+' is a blank before anything is decoded, and cuts '%C3+%A9' in two."""
    return Sign("/api?a=%C3+%A9")


@area.valid("text", "raw bytes that are no UTF-8", flags=["bytes"], spec=[spec.DCI_QSL])
def raw_bytes():
    """Replaced before anything else, so that a raw C3 and an escaped A9 do not make an 'é'."""
    return Sign(b"/api?a=\xff&b=\xc3%A9&c=\xc3\xa9")


@area.valid("text", "escaped controls", flags=["bytes", "injection"], spec=[spec.DCI_QSL])
def escaped_controls():
    """Decoded and encoded again: unlike in the path no line feed reaches the canonical request."""
    return Sign("/api?a=%00&b=%0D%0Ax&c=%7F%09")


@area.valid("text", "escapes that are none", flags=["escape-set"], spec=[spec.DCI_QSL])
def malformed_escape():
    """'%zz' stays and is written '%25zz'; AWS's dialects refuse it."""
    return Sign("/api?a=%zz&b=%&c=%4&d=%%41")


# ---- malformed -----------------------------------------------------------------------------------


@area.invalid(
    "malformed",
    "a repeated key",
    error="duplicate-query-param",
    flags=["repeated-key"],
    spec=[spec_dci.CLASS_DICT],
)
def repeated_key():
    """A dictionary cannot carry it. HmacAuthBase signs the last value of the URL, and the server
    it was written for reads the first."""
    return Sign("/api?a=1&a=2")


@area.invalid(
    "malformed",
    "a key repeated with the same value",
    error="duplicate-query-param",
    flags=["repeated-key"],
    spec=[spec_dci.CLASS_DICT],
)
def repeated_pair():
    """No set of pairs either: what is on the wire is not what a dictionary would sign."""
    return Sign("/api?a=1&b=2&a=1")


@area.invalid(
    "malformed",
    "a key repeated under another spelling",
    error="duplicate-query-param",
    flags=["repeated-key"],
    spec=[spec_dci.CLASS_DICT],
)
def repeated_key_escaped():
    """'%61' is 'a', and 'a+b' is 'a%20b': keys are compared after decoding."""
    return Sign("/api?a+b=1&%61%20b=2")


@area.invalid(
    "malformed",
    "keys that decoding makes one",
    error="duplicate-query-param",
    flags=["repeated-key", "bytes"],
    spec=[spec_dci.CLASS_DICT],
)
def repeated_by_replacement():
    """'%FF' and '%FE' are both U+FFFD: two bytes, one key."""
    return Sign("/api?%FF=1&%FE=2")


@area.invalid(
    "malformed",
    "a raw line feed",
    error="malformed-query",
    any_of=["malformed-uri"],
    flags=["injection"],
    spec=[spec.TARGET_CLEAN],
)
def raw_line_feed():
    """Harmless in the canonical request, where it is '%0A'; no request line holds it."""
    return Sign(b"/api?a=1\n&b=2")
