# SPDX-License-Identifier: Apache-2.0
"""aws4: the canonical query string."""

from .. import spec
from ..suite import Alternative, Area, Sign

area = Area(
    "aws4",
    "query",
    "sign",
    "The canonical query string",
    [
        "Each name and value is decoded once, encoded again, and the encoded pairs are sorted",
        "byte by byte. An error in one of these steps shows for some queries only, so each step",
        "has vectors of its own.",
    ],
    {
        "order": "The order of the pairs",
        "encoding": "What is escaped, and how",
        "shape": "Keys without '=', empty pairs, a second '?'",
        "disputed": "Where programs of one vendor differ among themselves",
        "malformed": "Queries that no signer should sign",
    },
)

# ---- order ---------------------------------------------------------------------------------------


@area.valid("order", "names are sorted", flags=["sort-order"], spec=[spec.QUERY_SORT])
def sorted_by_name():
    """The order on the wire does not matter: a server sorts again, so a signer that keeps the
    order fails."""
    return Sign("/?Param2=value2&Param1=value1")


@area.valid(
    "order",
    "a shorter key sorts before its extension",
    flags=["sort-order"],
    spec=[spec.QUERY_SORT],
)
def prefix_key_first():
    """Sorting whole strings 'name=value' compares '=' (3D) with '-' (2D) and puts the longer key
    first. Names are compared on their own: '=' takes no part in it."""
    return Sign("/?a-b=1&a=2")


@area.valid(
    "order",
    "an empty value and a longer key",
    flags=["sort-order"],
    spec=[spec.QUERY_SORT, spec.QUERY_EMPTY_VALUE],
)
def prefix_key_empty_value():
    """'select' without a value beside 'select-type' is a query of S3 Select. A sort of whole
    strings puts select-type first, and this request alone is refused."""
    return Sign("/?select-type=2&select")


@area.valid(
    "order",
    "names are sorted after encoding: '{' is '%7B'",
    flags=["sort-order"],
    spec=[spec.QUERY_SORT],
)
def sorted_after_encoding():
    """Raw, 'az' sorts before 'a{'; encoded, 'a%7B' sorts before 'az', because '%' is below every
    letter. Sorting first and encoding then puts 'az' first."""
    return Sign("/?az=1&a%7B=2")


@area.valid(
    "order",
    "brackets in names, as form libraries make them",
    flags=["sort-order"],
    spec=[spec.QUERY_SORT],
)
def brackets_after_encoding():
    """'params[page]' and 'paramsZ': raw, '[' (5B) is above 'Z' (5A); encoded, '%5B' is below it."""
    return Sign("/?paramsZ=1&params%5Bpage%5D=2")


@area.valid(
    "order",
    "a name in UTF-8 sorts before an ASCII name",
    flags=["sort-order"],
    spec=[spec.QUERY_SORT],
)
def utf8_name_first():
    """Encoded, every character beyond ASCII begins with '%' and so sorts before all letters and
    digits."""
    return Sign("/?a=1&%F0%9F%8D%BA=2")


@area.valid(
    "order",
    "astral and BMP characters: bytes, not UTF-16 units",
    flags=["sort-order", "bytes"],
    spec=[spec.QUERY_SORT],
)
def not_utf16_order():
    """U+FF41 is EF BD 81 and U+1F600 is F0 9F 98 80: as bytes the first is lower. As UTF-16
    units it is FF41 against D83D, the other way round: the default sort of JavaScript, Java and
    C# strings."""
    return Sign("/?%F0%9F%98%80=2&%EF%BD%81=1")


@area.valid(
    "order", "upper case sorts before lower case", flags=["sort-order"], spec=[spec.QUERY_SORT]
)
def case_sensitive():
    """The comparison is of code points. A locale's collation, or one that ignores case, puts 'a'
    before 'B'."""
    return Sign("/?b=4&B=3&a=2&A=1")


@area.valid(
    "order",
    "values of one name are sorted",
    flags=["sort-order", "repeated-key"],
    spec=[spec.QUERY_SORT_VALUES],
)
def duplicate_values_sorted():
    """The tie-break by value: AWS's own suite has no case that needs it. Keeping the order on
    the wire fails."""
    return Sign("/?a=2&a=1&a=10")


@area.valid(
    "order",
    "an empty value comes first",
    flags=["sort-order", "repeated-key"],
    spec=[spec.QUERY_SORT_VALUES],
)
def duplicate_empty_value():
    """Both pairs stay. A dictionary keeps one of them; a split at '=' that yields one element
    raises."""
    return Sign("/?a=b&a=&a")


@area.valid(
    "order",
    "values are compared after encoding too",
    flags=["sort-order", "repeated-key"],
    spec=[spec.QUERY_SORT_VALUES],
)
def duplicate_values_encoded():
    """Raw, 'z' (7A) is below '{' (7B); encoded, '%7B' is below 'z'."""
    return Sign("/?k=z&k=%7B&k=%C3%A9")


@area.valid("order", "digits are not numbers", flags=["sort-order"], spec=[spec.QUERY_SORT])
def not_numeric():
    """'10' sorts before '9'. Sort functions that see numbers in strings, as PHP's do by default,
    turn it round."""
    return Sign("/?9=a&10=b&x=9&x=10")


@area.valid("order", "one hundred pairs", flags=["sort-order"], spec=[spec.QUERY_SORT])
def hundred_pairs():
    """Enough pairs to show a sort that is not stable, not a sort, or a fixed table that
    overflows."""
    return Sign("/?" + "&".join(f"k{(i * 37) % 100}={i}" for i in range(100)))


# ---- encoding ------------------------------------------------------------------------------------


@area.valid(
    "encoding", "the unreserved characters stay", flags=["escape-set"], spec=[spec.PATH_UNRESERVED]
)
def unreserved():
    """'~' above all: older form encoders escape it."""
    return Sign("/?-._~0129AZaz=az-._~AZ0")


@area.valid(
    "encoding",
    "an escaped unreserved character is unescaped",
    flags=["escape-set"],
    spec=[spec.QUERY_ENCODE],
)
def over_escaped():
    """%7E, %41 and %2D on the wire are '~', 'A' and '-': the canonical form does not depend on
    how a client escapes."""
    return Sign("/?%61%7Eb=%41%2D%30")


@area.valid("encoding", "hex digits become upper case", flags=["hex-case"], spec=[spec.QUERY_HEX])
def lower_hex():
    """A signer that copies escapes as it finds them signs '%2f', the server '%2F'."""
    return Sign("/?q=%2f%3a%c3%a9")


@area.valid(
    "encoding", "everything else is escaped", flags=["escape-set"], spec=[spec.QUERY_ENCODE]
)
def reserved():
    """The marks !'()*, which encodeURIComponent of JavaScript leaves alone, and the delimiters
    that a URI allows bare in a query."""
    return Sign("/?q=!'()*,:@/?$;[]")


@area.valid("encoding", "%20 stays %20", flags=["plus-sign"], spec=[spec.QUERY_SPACE])
def space_is_percent_20():
    """Form encoders write a space as '+'. That is another byte and another signature."""
    return Sign("/?q=a%20b&c%20d=e")


@area.valid("encoding", "%2B stays %2B", flags=["plus-sign"], spec=[spec.QUERY_ENCODE])
def escaped_plus():
    """Decoded it is '+', and a second, form-minded decoding makes a space of it: base64 values
    and tokens break."""
    return Sign("/?token=a%2Bb%2F%3D&%2B=1")


@area.valid("encoding", "%25 is decoded once", flags=["double-encoding"], spec=[spec.QUERY_ENCODE])
def percent_decoded_once():
    """%2541 is '%41', not 'A'. Decoding until nothing changes makes two different requests
    equal."""
    return Sign("/?a=%2541&b=%252F")


@area.valid("encoding", "%26 and %3D are data", flags=["escape-set"], spec=[spec.QUERY_ENCODE])
def escaped_delimiters():
    """Decoding the whole query before it is split moves the boundaries: 'a=1%26b=2' is one pair."""
    return Sign("/?a=1%26b%3D2&c%3D=%3D")


@area.valid("encoding", "UTF-8 stays what it is", flags=["bytes"], spec=[spec.QUERY_ENCODE])
def utf8_value():
    """Two, three and four bytes long."""
    return Sign("/?q=%C3%A9%E1%88%B4%F0%9F%98%80")


@area.valid("encoding", "no Unicode normalisation", flags=["bytes"], spec=[spec.QUERY_ENCODE])
def no_unicode_normalisation():
    """e + U+0301 (65 CC 81) and U+00E9 (C3 A9) look the same and are two strings."""
    return Sign("/?q=e%CC%81&r=%C3%A9")


@area.valid("encoding", "escapes that are no UTF-8", flags=["bytes"], spec=[spec.QUERY_ENCODE])
def not_utf8():
    """The query is octets. A signer that decodes to a string signs U+FFFD (%EF%BF%BD) for each
    of these, so that different requests share a signature."""
    return Sign("/?a=%FF&b=%C0%AF&c=%ED%A0%80&%80=d")


@area.valid(
    "encoding",
    "an escaped NUL and escaped line feeds",
    flags=["bytes", "injection"],
    spec=[spec.QUERY_ENCODE],
)
def escaped_controls():
    """%00 must not end the string, %0A must not begin a line of the canonical request."""
    return Sign("/?a=%00b&c=%0D%0Ahost:evil&%09=%7F")


@area.valid(
    "encoding", "raw bytes of UTF-8 in the query", flags=["bytes"], spec=[spec.QUERY_ENCODE]
)
def raw_utf8():
    """No URI holds them, but requests do. They are the same octets as their escapes."""
    return Sign("/?q=é&ü=1")


@area.valid("encoding", "raw bytes that are no UTF-8", flags=["bytes"], spec=[spec.QUERY_ENCODE])
def raw_bytes():
    """Latin-1 from an old client: one octet, one escape. The vector carries the target in
    base64."""
    return Sign(b"/?q=caf\xe9&\xff=1")


@area.valid("encoding", "'%23' is not a fragment", flags=["escape-set"], spec=[spec.QUERY_ENCODE])
def escaped_hash():
    """A decoded '#' that meets a URL parser once more cuts the rest of the query off."""
    return Sign("/?a=%23&b=2")


# ---- shape ---------------------------------------------------------------------------------------


@area.valid(
    "shape",
    "no query: the line is empty",
    flags=["query-shape", "baseline"],
    spec=[spec.QUERY_ENCODE],
)
def none():
    """The line is there and empty: with it missing, every later line moves up."""
    return Sign("/")


@area.valid(
    "shape", "a '?' with nothing behind it", flags=["query-shape"], spec=[spec.QUERY_ENCODE]
)
def only_question_mark():
    """The same canonical request as without it: the path ends before the first '?'."""
    return Sign("/?")


@area.valid("shape", "a key without '='", flags=["query-shape"], spec=[spec.QUERY_EMPTY_VALUE])
def no_equals_sign():
    """Sub-resources such as ?acl or ?versioning come like this. The canonical form has the '='
    all the same."""
    return Sign("/?versioning")


@area.valid("shape", "with and without '='", flags=["query-shape"], spec=[spec.QUERY_EMPTY_VALUE])
def empty_values():
    """A parser that returns nil for a missing value and skips it loses the key 'b'."""
    return Sign("/?a=&b&c=1")


@area.valid(
    "shape", "a second '=' belongs to the value", flags=["query-shape"], spec=[spec.QUERY_ENCODE]
)
def second_equals_sign():
    """Base64 ends in '='. A split at every '=' cuts the value; leaving it bare signs 'b=c'."""
    return Sign("/?a=b=c&d==")


@area.valid(
    "shape", "empty pairs vanish", level="should", flags=["query-shape"], spec=[spec.QUERY_ENCODE]
)
def empty_pairs():
    """'&&' and a trailing '&' hold no parameter. A split that keeps empty parts signs a bare
    '='."""
    return Sign("/?&a=1&&b=2&")


@area.valid("shape", "'?' inside the query", flags=["query-shape"], spec=[spec.QUERY_ENCODE])
def second_question_mark():
    """Only the first '?' ends the path; the next ones are data and are escaped."""
    return Sign("/?a=b?c&?d=e")


@area.valid(
    "shape", "';' is data, not a separator", flags=["query-shape"], spec=[spec.QUERY_ENCODE]
)
def semicolon_is_data():
    """HTML 4 once allowed ';' between pairs, and some parsers still split at it, or drop the
    pair that holds one."""
    return Sign("/?a=1;b=2&c=3")


@area.valid(
    "shape", "names that scripts trip over", flags=["query-shape"], spec=[spec.QUERY_ENCODE]
)
def names_of_prototypes():
    """A query collected in a plain object of JavaScript loses '__proto__' and finds
    'constructor' there already."""
    return Sign("/?__proto__=1&constructor=2&toString=3")


# ---- disputed ------------------------------------------------------------------------------------


@area.acceptable(
    "disputed",
    "a bare '+' in the query",
    knob="query_plus",
    flags=["plus-sign"],
    spec=[spec.QUERY_ENCODE],
    alternatives=[Alternative("'+' read as a space, as forms have it", {"query": b"q=a%20b"})],
)
def bare_plus():
    """The IAM user guide does not mention '+'. By RFC 3986 it is a plus sign, by HTML forms a
    space; the vendor's own signers do both. A client is safe only if it sends %2B or %20."""
    return Sign("/?q=a+b")


@area.acceptable(
    "disputed",
    "a pair with an empty name",
    knob="empty_pair",
    flags=["query-shape"],
    spec=[spec.QUERY_ENCODE],
    alternatives=[Alternative("the pair is dropped", {"query": b"a=1"})],
)
def empty_name():
    """'=v' has a value but no name. The documents do not say whether the pair counts."""
    return Sign("/?=v&a=1")


@area.acceptable(
    "disputed",
    "a '%' without two hex digits",
    knob="malformed_pct",
    flags=["escape-set"],
    error="malformed-query",
    any_of=["malformed-uri"],
    spec=[spec.ESCAPE_FORM],
    alternatives=[
        Alternative("the '%' is data", {"query": b"a=%25&b=%25zz&c=100%25"}),
        Alternative("the query is copied as it is", {"query": b"a=%&b=%zz&c=100%"}),
    ],
)
def malformed_escape():
    """No URI holds '%zz'. Refusing is the safe side: a server may take the '%' for data, drop it,
    or drop the pair."""
    return Sign("/?a=%&b=%zz&c=100%")


# ---- malformed -----------------------------------------------------------------------------------


@area.invalid(
    "malformed",
    "a raw line feed",
    error="malformed-query",
    any_of=["malformed-uri"],
    flags=["injection"],
    spec=[spec.TARGET_CLEAN],
)
def raw_line_feed():
    """A line feed in a target is a second line of the HTTP request. A signer that signs it lends
    its signature to whatever the sender puts behind."""
    return Sign(b"/?a=1\nx-amz-acl:public-read")


@area.invalid(
    "malformed",
    "a raw carriage return",
    error="malformed-query",
    any_of=["malformed-uri"],
    flags=["injection"],
    spec=[spec.TARGET_CLEAN],
)
def raw_carriage_return():
    """A bare CR ends a line for lenient parsers."""
    return Sign(b"/?a=1\rb=2")


@area.invalid(
    "malformed",
    "a raw NUL",
    error="malformed-query",
    any_of=["malformed-uri"],
    flags=["injection", "bytes"],
    spec=[spec.TARGET_CLEAN],
)
def raw_nul():
    """In C the query ends here; what follows would be sent and not signed."""
    return Sign(b"/?a=1\0&b=2")


@area.invalid(
    "malformed",
    "a fragment in the target",
    error="malformed-query",
    any_of=["malformed-uri"],
    flags=["contract"],
    spec=[spec.TARGET_FRAGMENT],
)
def fragment():
    """A '#' is never sent: a signer that sees one was handed a URL from a browser and must say
    so."""
    return Sign("/?a=1#top")
