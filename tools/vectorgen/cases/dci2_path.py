# SPDX-License-Identifier: Apache-2.0
"""dci2: the path, decoded once and not encoded again."""

from .. import spec, spec_dci
from ..suite import Alternative, Area, Sign

area = Area(
    "dci2",
    "path",
    "sign",
    "The path as HmacSignature of python-dciauth 4 signs it",
    [
        "The dialect is defined by what the package does: these vectors record it, quirks",
        "included. The path goes through urllib.parse.unquote and is signed as that leaves it:",
        "no dot segment is removed, nothing is encoded.",
    ],
    {
        "plain": "Nothing to decode",
        "decoded": "Escapes of ASCII",
        "text": "UTF-8, escaped and raw",
        "malformed-escape": "What is no escape",
        "control": "Controls behind an escape",
        "malformed": "Paths that no signer should sign",
    },
)

REFUSED = Alternative("refused: the path would hold a control", error="malformed-uri")

# ---- plain ---------------------------------------------------------------------------------------


@area.valid(
    "plain",
    "a path as clients have it",
    flags=["baseline", "dci-defaults"],
    spec=[spec_dci.CLASS_PATH, spec_dci.CLASS_AUTH],
)
def plain():
    """Nothing to decode: the row differs from the older releases in nothing here."""
    return Sign("/api/v1/jobs")


@area.valid("plain", "the root", flags=["baseline"], spec=[spec_dci.CLASS_PATH])
def root():
    """The shortest path that there is on the wire."""
    return Sign("/")


@area.valid("plain", "an empty path", flags=["dci-defaults"], spec=[spec_dci.CLASS_PATH])
def empty():
    """Stays empty: a signer that makes it '/' signs what the class does not."""
    return Sign("")


@area.valid(
    "plain", "an empty path and a query", flags=["dci-defaults"], spec=[spec_dci.CLASS_PATH]
)
def empty_with_query():
    """What urlparse leaves of 'https://host?limit=1': the path line is empty all the same."""
    return Sign("?limit=1")


@area.valid("plain", "an absolute URL", flags=["dci-defaults"], spec=[spec_dci.CLASS_PATH])
def absolute_url():
    """The path is text to the class. Scheme and host are signed with it, if they are in it."""
    return Sign("https://api.distributed-ci.io/api/v1/jobs")


@area.valid(
    "plain",
    "an absolute URL with an escape",
    flags=["path-decoding"],
    spec=[spec_dci.CLASS_PATH, spec_dci.UNQUOTE],
)
def absolute_url_escaped():
    """All of it is decoded, not what follows the host alone."""
    return Sign("https://api.distributed-ci.io/api%2Fv1/jobs")


@area.valid(
    "plain", "dot segments and '//' stay", flags=["dot-segments"], spec=[spec_dci.CLASS_PATH]
)
def dot_segments():
    """Nothing is normalised: an AWS signer turned into a DCI one removes them."""
    return Sign("/api//v1/../v1/./jobs/")


@area.valid("plain", "two slashes at the start", flags=["dot-segments"], spec=[spec_dci.CLASS_PATH])
def leading_slashes():
    """A URL parser takes 'api' for a host here. The path is signed with both slashes."""
    return Sign("//api/v1/jobs")


@area.valid("plain", "a final slash", flags=["dot-segments"], spec=[spec_dci.CLASS_PATH])
def final_slash():
    """It is another resource than the one without, and stays."""
    return Sign("/api/v1/jobs/")


@area.valid("plain", "a semicolon", flags=["path-decoding"], spec=[spec_dci.CLASS_PATH])
def semicolon():
    """Part of the path. Python's urlparse cuts it off with all that follows in the segment."""
    return Sign("/api/v1/jobs;version=2")


@area.valid(
    "plain",
    "a semicolon before the last segment",
    flags=["path-decoding"],
    spec=[spec_dci.CLASS_PATH],
)
def semicolon_inside():
    """urlparse leaves this one alone, so whoever tests with it alone misses the case before."""
    return Sign("/api;v=1/jobs")


@area.valid("plain", "marks that a URI allows", flags=["escape-set"], spec=[spec_dci.CLASS_PATH])
def marks():
    """Each stands for itself; AWS's dialects would encode them."""
    return Sign("/a:b@c!$&'()*,=-._~")


@area.valid("plain", "'+' in a path", flags=["plus-sign"], spec=[spec_dci.UNQUOTE])
def plus():
    """unquote, not unquote_plus: it is a plus sign."""
    return Sign("/api/v1/c++/a+b")


@area.valid("plain", "a raw blank", flags=["escape-set"], spec=[spec_dci.CLASS_PATH])
def raw_blank():
    """The path is text, and a blank is one of its characters."""
    return Sign("/api/v1/a b")


@area.valid("plain", "a raw '#'", flags=["escape-set"], spec=[spec_dci.CLASS_PATH])
def raw_hash():
    """No fragment is cut off: the path is text."""
    return Sign("/api/v1/a#b")


# ---- decoded -------------------------------------------------------------------------------------


@area.valid(
    "decoded",
    "an escaped slash is decoded",
    flags=["path-decoding"],
    spec=[spec_dci.CLASS_PATH, spec_dci.UNQUOTE],
)
def escaped_slash():
    """'/a%2Fb' and '/a/b' have one signature in this dialect, unlike in 2.1.7."""
    return Sign("/api/v1/files/a%2Fb")


@area.valid(
    "decoded", "an escaped letter is decoded", flags=["path-decoding"], spec=[spec_dci.UNQUOTE]
)
def escaped_letter():
    """Needless escapes vanish as well: '%6A' is 'j'."""
    return Sign("/api/v1/%6Aobs")


@area.valid("decoded", "an escaped blank", flags=["path-decoding"], spec=[spec_dci.UNQUOTE])
def escaped_blank():
    """A bare blank in the canonical request: it is not encoded again."""
    return Sign("/api/v1/a%20b")


@area.valid("decoded", "an escaped plus sign", flags=["plus-sign"], spec=[spec_dci.UNQUOTE])
def escaped_plus():
    """'%2B' and '+' are one in a path, and neither is a blank."""
    return Sign("/api/v1/c%2B%2b")


@area.valid("decoded", "lower-case hex digits", flags=["hex-case"], spec=[spec_dci.UNQUOTE])
def lower_hex():
    """'%2f' and '%2F' are one."""
    return Sign("/a%2fb%3a%3A")


@area.valid("decoded", "decoded once", flags=["path-decoding"], spec=[spec_dci.UNQUOTE])
def decoded_once():
    """'%252F' becomes '%2F'. A server whose framework has decoded before decodes twice."""
    return Sign("/api/v1/a%252Fb%2520c")


@area.valid("decoded", "an escaped percent sign", flags=["path-decoding"], spec=[spec_dci.UNQUOTE])
def escaped_percent():
    """'%25' at the end, before a digit, and before what then looks like an escape."""
    return Sign("/100%25/%255/%2541")


@area.valid("decoded", "an escaped '?'", flags=["path-decoding"], spec=[spec_dci.UNQUOTE])
def escaped_question_mark():
    """Decoded after the query was cut off: it begins no query."""
    return Sign("/a%3Fb=1?c=2")


@area.valid("decoded", "an escaped '#' and ';'", flags=["path-decoding"], spec=[spec_dci.UNQUOTE])
def escaped_delimiters():
    """Neither begins anything after decoding."""
    return Sign("/a%23b%3Bc")


@area.valid(
    "decoded",
    "escaped dots are not removed",
    flags=["dot-segments", "path-decoding"],
    spec=[spec_dci.UNQUOTE],
)
def escaped_dots():
    """They become '..' and stay there: decoding is all that is done."""
    return Sign("/api/%2E%2E/v1/%2e/jobs")


@area.valid("decoded", "an escaped tilde", flags=["path-decoding"], spec=[spec_dci.UNQUOTE])
def tilde():
    """Both are '~' on the canonical line, before and after Python 3.7."""
    return Sign("/~a/%7Eb/%7ec")


# ---- text ----------------------------------------------------------------------------------------


@area.valid("text", "UTF-8, raw", flags=["bytes"], spec=[spec_dci.CLASS_PATH])
def utf8_raw():
    """A Python string is signed as its UTF-8."""
    return Sign("/api/v1/équipes/日本")


@area.valid("text", "UTF-8, escaped", flags=["path-decoding", "bytes"], spec=[spec_dci.UNQUOTE])
def utf8_escaped():
    """The characters stand in the canonical request, not their escapes."""
    return Sign("/api/v1/%C3%A9quipes/%E6%97%A5%e6%9c%ac")


@area.valid("text", "raw and escaped side by side", flags=["bytes"], spec=[spec_dci.UNQUOTE])
def utf8_mixed():
    """Both ways of writing 'é' are one."""
    return Sign("/é%C3%A9é")


@area.valid("text", "a character beyond the BMP", flags=["bytes"], spec=[spec_dci.UNQUOTE])
def astral():
    """Four bytes, and no surrogate in between."""
    return Sign("/%F0%9F%98%80/😀")


@area.valid("text", "no normal form is made", flags=["bytes"], spec=[spec_dci.UNQUOTE])
def no_normal_form():
    """'e' and U+0301 stay two characters, the Kelvin sign is no 'K'."""
    return Sign("/e%CC%81/%E2%84%AA")


@area.valid("text", "a byte order mark", flags=["bytes"], spec=[spec_dci.UNQUOTE])
def byte_order_mark():
    """U+FEFF is a character like any other: nobody takes it off."""
    return Sign("/%EF%BB%BF/a%EF%BB%BF")


@area.valid("text", "a lone byte becomes U+FFFD", flags=["bytes"], spec=[spec_dci.UNQUOTE])
def lone_byte():
    """'%FF' and '%EF%BF%BD' have one signature: what is no UTF-8 cannot be told apart."""
    return Sign("/a%FFb%80")


@area.valid("text", "one U+FFFD for a maximal part", flags=["bytes"], spec=[spec_dci.UNQUOTE])
def maximal_parts():
    """A cut sequence gives one, not one a byte: '%E2%82', '%F0%9F%98', and '%C3(' one and '('."""
    return Sign("/%E2%82/%F0%9F%98/%C3%28")


@area.valid(
    "text", "overlong, surrogate, beyond U+10FFFF", flags=["bytes"], spec=[spec_dci.UNQUOTE]
)
def never_utf8():
    """'%C0%AF' is no '/': two U+FFFD. A surrogate is three, '%F4%90%80%80' four."""
    return Sign("/%C0%AF/%ED%A0%80/%F4%90%80%80")


@area.valid("text", "an escape cut by a plain letter", flags=["bytes"], spec=[spec_dci.UNQUOTE])
def split_by_letter():
    """'%C3' 'A' '%A9': the letter ends the sequence."""
    return Sign("/%C3A%A9/%C3%A9A")


@area.valid("text", "an escape cut by a raw character", flags=["bytes"], spec=[spec_dci.UNQUOTE])
def split_by_character():
    """'%C3' before a raw 'é': runs of ASCII are decoded by themselves."""
    return Sign("/%C3é%A9")


@area.acceptable(
    "text",
    "raw bytes that are no UTF-8",
    knob="path_bytes",
    flags=["bytes"],
    spec=[spec_dci.CLASS_PATH],
    alternatives=[
        Alternative("kept as octets", stages={"path": b"/a\xff\xc3\xa9"}),
        Alternative("refused: a path is text", error="malformed-uri"),
    ],
)
def raw_bytes():
    """The package takes a string, so its text does not say. An escape must not complete what a raw
    byte began: either way it is read by itself, but for him who joins bytes first."""
    return Sign(b"/a\xff\xc3%A9")


# ---- malformed-escape ----------------------------------------------------------------------------


@area.valid(
    "malformed-escape", "'%zz' and a final '%'", flags=["escape-set"], spec=[spec_dci.UNQUOTE]
)
def no_hex():
    """They stay; AWS's dialects refuse them."""
    return Sign("/api/%zz/%g1/100%")


@area.valid(
    "malformed-escape", "an escape cut by the end", flags=["escape-set"], spec=[spec_dci.UNQUOTE]
)
def cut_short():
    """'%4' is no escape: a decoder that reads on takes what lies behind the string."""
    return Sign("/api/%4")


@area.valid(
    "malformed-escape", "'%' before an escape", flags=["path-decoding"], spec=[spec_dci.UNQUOTE]
)
def percent_before_escape():
    """'%%41' is '%A': the first sign is none, the second begins one. It is not decoded further."""
    return Sign("/%%41/%25%34%31")


@area.valid(
    "malformed-escape", "digits that are no ASCII", flags=["escape-set"], spec=[spec_dci.UNQUOTE]
)
def foreign_digits():
    """Full-width digits are no hex digits, whatever isdigit() says."""
    return Sign("/%４1/%4１")


# ---- control -------------------------------------------------------------------------------------


@area.acceptable(
    "control",
    "an escaped line feed",
    knob="decoded_control",
    flags=["injection", "path-decoding"],
    spec=[spec_dci.CLASS_PATH],
    alternatives=[REFUSED],
)
def escaped_line_feed():
    """It becomes a real one: the canonical request has a line more. A signer may refuse that."""
    return Sign("/a%0Ab")


@area.acceptable(
    "control",
    "a line feed that begins a query",
    knob="decoded_control",
    flags=["injection"],
    spec=[spec_dci.CLASS_PATH],
    alternatives=[REFUSED],
)
def line_feed_as_query():
    """Signed, the first lines are those of '/x' with the query 'a=1': two readings of one text."""
    return Sign("/x%0Aa=1?b=2")


@area.acceptable(
    "control",
    "an escaped NUL",
    knob="decoded_control",
    flags=["injection", "bytes"],
    spec=[spec_dci.CLASS_PATH],
    alternatives=[REFUSED],
)
def escaped_nul():
    """A signer that keeps C strings hashes '/a' alone."""
    return Sign("/a%00b")


@area.acceptable(
    "control",
    "an escaped carriage return",
    knob="decoded_control",
    flags=["injection"],
    spec=[spec_dci.CLASS_PATH],
    alternatives=[REFUSED],
)
def escaped_carriage_return():
    """It stays one: splitlines() of Python takes it for the end of a line, the package does not
    call it."""
    return Sign("/a%0Db%0D%0Ac")


@area.acceptable(
    "control",
    "an escaped tab, U+0085 and DEL",
    knob="decoded_control",
    flags=["injection", "bytes"],
    spec=[spec_dci.CLASS_PATH],
    alternatives=[REFUSED],
)
def other_controls():
    """No white space is collapsed in a path."""
    return Sign("/a%09b%C2%85c%7Fd")


# ---- malformed -----------------------------------------------------------------------------------


@area.invalid(
    "malformed",
    "a raw line feed",
    error="malformed-uri",
    flags=["injection"],
    spec=[spec.TARGET_CLEAN],
)
def raw_line_feed():
    """Never in a request line. The class signs it all the same."""
    return Sign(b"/api\nx=1")


@area.invalid(
    "malformed",
    "a raw NUL",
    error="malformed-uri",
    flags=["injection", "bytes"],
    spec=[spec.TARGET_CLEAN],
)
def raw_nul():
    """The class signs it; a server in C reads '/api'."""
    return Sign(b"/api\0/admin")


@area.invalid(
    "malformed",
    "a raw carriage return",
    error="malformed-uri",
    flags=["injection"],
    spec=[spec.TARGET_CLEAN],
)
def raw_carriage_return():
    """At the end, where a sloppy reader of lines leaves it."""
    return Sign(b"/api/v1/jobs\r")


@area.acceptable(
    "malformed",
    "no leading slash",
    knob="target_form",
    flags=["dci-defaults"],
    spec=[spec_dci.CLASS_PATH, spec.TARGET_FORM],
    alternatives=[
        Alternative("refused: neither origin-form nor absolute-form", error="malformed-uri")
    ],
)
def no_leading_slash():
    """The class signs any text. On the wire the server sees '/api', and the signature is wrong."""
    return Sign("api/v1/jobs")
