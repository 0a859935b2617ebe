# SPDX-License-Identifier: Apache-2.0
"""aws4: the canonical headers and the list of signed headers."""

from .. import spec
from ..suite import AWS_HOST, Alternative, Area, Sign

area = Area(
    "aws4",
    "headers",
    "sign",
    "The canonical headers and the list of signed headers",
    [
        "Names are lower case and sorted, values trimmed and their runs of blanks collapsed,",
        "repeats joined with ','. All headers given and added are signed, unless",
        "params.signed_headers names a choice.",
    ],
    {
        "order": "The order of the lines",
        "value": "White space in values",
        "repeat": "The same name more than once",
        "host": "Host",
        "select": "Choosing what is signed",
        "disputed": "White space, folded lines, and headers that the signer adds itself",
        "malformed": "Headers that no signer should sign",
    },
)


def value(text: str | bytes) -> Sign:
    return Sign("/", headers=[("My-Header1", text)])


# ---- order ---------------------------------------------------------------------------------------


@area.valid(
    "order",
    "names are sorted and lower case",
    flags=["header-order"],
    spec=[spec.HEADER_SORT, spec.HEADER_CASE],
)
def sorted_lower_case():
    """The order and the case on the wire do not matter: hops may change both."""
    return Sign("/", headers=[("Zoo", "z"), ("ACCEPT", "*/*"), ("bAr", "b")])


@area.valid(
    "order", "lower-cased first, then sorted", flags=["header-order"], spec=[spec.HEADER_SORT]
)
def sorted_after_lower_case():
    """Sorted first, 'B' (42) is before 'a' (61), and the list comes out unsorted."""
    return Sign("/", headers=[("B-Header", "2"), ("a-header", "1"), ("C-Header", "3")])


@area.valid("order", "a name before its extension", flags=["header-order"], spec=[spec.HEADER_SORT])
def prefix_name_first():
    """Sorting whole lines compares ':' (3A) with '-' (2D) and puts 'x-amz-meta-test-two' first."""
    return Sign(
        "/",
        headers=[("x-amz-meta-test-two", "2"), ("x-amz-meta-test", "1"), ("x-amz-meta-test1", "3")],
    )


@area.valid(
    "order", "'-', digits, '_' and letters", flags=["header-order"], spec=[spec.HEADER_SORT]
)
def hyphen_and_underscore():
    """By byte: '-' 2D, '0' 30, '_' 5F, 'a' 61. Code that folds '_' into '-' loses a header
    here."""
    return Sign("/", headers=[("x-a_b", "3"), ("x-aab", "4"), ("x-a0b", "2"), ("x-a-b", "1")])


@area.valid(
    "order",
    "every mark that a token may hold",
    flags=["header-order"],
    spec=[spec.HEADER_TOKEN, spec.HEADER_SORT],
)
def token_marks():
    """Rare, but legal: RFC 9110 allows fifteen marks in a field name."""
    return Sign("/", headers=[(f"x{c}y", str(i)) for i, c in enumerate("~|`_^.-+*'&%$#!")])


@area.valid("order", "one hundred headers", flags=["header-order"], spec=[spec.HEADER_SORT])
def hundred_headers():
    """More than any fixed table holds."""
    return Sign("/", headers=[(f"x-h{(i * 37) % 100:02}", f"value {i}") for i in range(100)])


# ---- value ---------------------------------------------------------------------------------------


@area.valid("value", "blanks at both ends go", flags=["white-space"], spec=[spec.HEADER_TRIM])
def trimmed():
    """They are not part of the field value; a hop may add or drop them."""
    return value("   value   ")


@area.valid("value", "runs of blanks become one", flags=["white-space"], spec=[spec.HEADER_TRIM])
def collapsed():
    """Trimming alone is not enough: a server that collapses, as the document says, refuses it."""
    return value("a   b  c")


@area.valid("value", "inside quotes too", flags=["white-space"], spec=[spec.HEADER_TRIM])
def collapsed_in_quotes():
    """The rule makes no exception for quoted strings."""
    return value('"a   b   c"')


@area.valid("value", "an empty value", flags=["white-space"], spec=[spec.HEADER_TRIM])
def empty():
    """The line is 'my-header1:' and stays."""
    return value("")


@area.valid("value", "blanks alone", flags=["white-space"], spec=[spec.HEADER_TRIM])
def only_blanks():
    """The same as an empty value. Trimming that looks for a first visible character runs off the
    end."""
    return value("     ")


@area.valid("value", "tabs at both ends go", flags=["white-space"], spec=[spec.HEADER_OWS])
def trimmed_tabs():
    """Optional white space is blank and tab."""
    return value("\t value\t\t")


@area.valid(
    "value", "colons, commas and marks are data", flags=["white-space"], spec=[spec.HEADER_TRIM]
)
def marks():
    """A date or a URL in a value: only the first ':' of a line divides it."""
    return value('Mon, 09 Sep 2011 23:36:00 GMT; a="b,c"; d=https://x/?y&z')


@area.valid("value", "UTF-8 in a value", flags=["bytes"], spec=[spec.HEADER_TRIM])
def utf8():
    """Object metadata has it. The bytes are signed as they are, neither escaped nor re-encoded."""
    return value("café ሴ 😀")


@area.valid("value", "Latin-1 in a value", flags=["bytes"], spec=[spec.HEADER_TRIM])
def latin1():
    """E9 alone is no UTF-8. It stays E9; the canonical request is in base64 in this vector."""
    return value(b"caf\xe9")


@area.valid("value", "a long value", flags=["white-space"], spec=[spec.HEADER_TRIM])
def long():
    """8 KiB of words: what is built with a fixed buffer is cut here, and signs the prefix."""
    return value("word  " * 1365 + "end")


# ---- repeat --------------------------------------------------------------------------------------


@area.valid(
    "repeat",
    "repeated headers are joined with ','",
    flags=["repeated-header"],
    spec=[spec.HEADER_JOIN],
)
def joined():
    """One line, no blank after the comma."""
    return Sign("/", headers=[("My-Header1", "value2"), ("My-Header1", "value1")])


@area.valid(
    "repeat", "in the order given, not sorted", flags=["repeated-header"], spec=[spec.HEADER_JOIN]
)
def order_kept():
    """RFC 9110 makes the order of repeated fields part of their meaning."""
    return Sign("/", headers=[("My-Header1", v) for v in ("value4", "value1", "value3", "value2")])


@area.valid(
    "repeat",
    "names that differ in case only",
    flags=["repeated-header"],
    spec=[spec.HEADER_JOIN, spec.HEADER_CASE],
)
def case_variants():
    """They are one header. A dictionary keyed by the name as written makes two lines of them, or
    loses one."""
    return Sign("/", headers=[("X-A", "2"), ("x-a", "1"), ("X-a", "3")])


@area.valid("repeat", "interleaved with others", flags=["repeated-header"], spec=[spec.HEADER_JOIN])
def interleaved():
    """A merge that looks at neighbours alone misses these; a sort that is not stable turns them
    round."""
    return Sign("/", headers=[("b", "1"), ("a", "z"), ("b", "2"), ("a", "y"), ("b", "0")])


@area.valid(
    "repeat",
    "each value is trimmed before they are joined",
    flags=["repeated-header", "white-space"],
    spec=[spec.HEADER_JOIN, spec.HEADER_TRIM],
)
def trimmed_each():
    """Joined first, the blanks around the comma would become part of the value."""
    return Sign("/", headers=[("My-Header1", "  a  b "), ("My-Header1", ""), ("My-Header1", " c ")])


@area.valid(
    "repeat", "commas inside the values", flags=["repeated-header"], spec=[spec.HEADER_JOIN]
)
def with_commas():
    """A list that comes as one field or as two is not taken apart, quoted or sorted."""
    return Sign("/", headers=[("Accept", "text/html, text/plain"), ("Accept", "*/*;q=0.1")])


# ---- host ----------------------------------------------------------------------------------------


@area.valid(
    "host",
    "a port that is not the default",
    flags=["host-port"],
    spec=[spec.HOST_PORT, spec.HOST_SIGNED],
)
def host_with_port():
    """It is on the wire and it is signed. AWS's own suite has no port at all."""
    return Sign("/", host="example.amazonaws.com:8443")


@area.valid(
    "host",
    "an IPv6 literal with a port",
    flags=["host-port"],
    spec=[spec.HOST_PORT, spec.HOST_SIGNED],
)
def host_ipv6():
    """Cutting at the first or at the last ':' are both wrong without a look at the brackets."""
    return Sign("/", host="[2001:db8::1]:8443")


@area.valid(
    "host",
    "Host is signed as given, case and dot too",
    level="should",
    flags=["host-port"],
    spec=[spec.HOST_SIGNED],
)
def host_case_kept():
    """A server sees what was sent. Lower-casing is harmless only if the same happens to the
    request on the wire."""
    return Sign("/", host="Example.AmazonAWS.com.")


@area.acceptable(
    "host",
    "the default port in Host",
    knob="default_port",
    flags=["host-port"],
    spec=[spec.HOST_PORT],
    alternatives=[
        Alternative(
            "the port is left out",
            {"headers": b"host:example.amazonaws.com\nx-amz-date:20150830T123600Z\n"},
        )
    ],
)
def host_default_port():
    """Signed as given it verifies if it is also sent so; a client may take ':443' off, if it
    does so in both places."""
    return Sign("/", host=AWS_HOST + ":443")


# ---- select --------------------------------------------------------------------------------------


@area.valid(
    "select",
    "only the headers named are signed",
    flags=["selection"],
    spec=[spec.SIGNED_LIST, spec.UNSIGNED_OK],
)
def selected():
    """User-Agent and the like change on the way. What is signed is the caller's choice, beside
    host and x-amz-*."""
    return Sign(
        "/",
        headers=[("User-Agent", "curl/8"), ("Accept", "*/*")],
        params={"signed_headers": "accept;host;x-amz-date"},
    )


@area.valid(
    "select",
    "the choice is sorted and lower-cased",
    level="should",
    flags=["selection"],
    spec=[spec.SIGNED_LIST],
)
def selected_any_order():
    """The list in the request is sorted, in whatever order and case the caller names the
    headers."""
    return Sign(
        "/", headers=[("Accept", "*/*"), ("B", "1")], params={"signed_headers": "X-Amz-Date;Host;B"}
    )


@area.invalid(
    "select",
    "Host is not among the headers named",
    error="host-not-signed",
    any_of=["argument"],
    flags=["selection", "contract"],
    spec=[spec.HOST_SIGNED],
)
def host_not_selected():
    """Without it the request is good on every host that knows the key."""
    return Sign("/", params={"signed_headers": "x-amz-date"})


@area.invalid(
    "select",
    "the date is not among the headers named",
    error="header-not-signed",
    any_of=["argument"],
    flags=["selection", "contract"],
    spec=[spec.DATE_SIGNED],
)
def date_not_selected():
    """The signer adds x-amz-date, and every x-amz-* header has to be signed."""
    return Sign("/", params={"signed_headers": "host"})


@area.invalid(
    "select",
    "a header is named that is not there",
    error="signed-header-missing",
    any_of=["argument"],
    flags=["selection", "contract"],
    spec=[spec.SIGNED_LIST],
)
def selected_missing():
    """Signing it as empty lets a hop add it later under a valid signature."""
    return Sign("/", params={"signed_headers": "accept;host;x-amz-date"})


@area.invalid(
    "select",
    "a header is named twice",
    error="signed-headers-malformed",
    any_of=["argument"],
    flags=["selection", "contract"],
    spec=[spec.SIGNED_LIST],
)
def selected_twice():
    """One name, one line: 'host;host' makes two parsers count differently."""
    return Sign("/", params={"signed_headers": "host;host;x-amz-date"})


@area.invalid(
    "select",
    "an empty name in the choice",
    error="signed-headers-malformed",
    any_of=["argument"],
    flags=["selection", "contract"],
    spec=[spec.SIGNED_LIST, spec.HEADER_TOKEN],
)
def selected_empty_name():
    """A trailing ';' from a loop that joins."""
    return Sign("/", params={"signed_headers": "host;x-amz-date;"})


# ---- disputed ------------------------------------------------------------------------------------

DATE_LINES = b"host:example.amazonaws.com\nmy-header1:%s\nx-amz-date:20150830T123600Z\n"


def white_space(*pairs: tuple[str, bytes]) -> list[Alternative]:
    return [Alternative(reason, {"headers": DATE_LINES % text}) for reason, text in pairs]


@area.acceptable(
    "disputed",
    "a tab inside a value",
    knob="header_white_space",
    flags=["white-space"],
    spec=[spec.HEADER_OWS],
    alternatives=white_space(("only the blank is white space", b"a\tb \tc")),
)
def tab_inside():
    """The guide speaks of spaces alone; RFC 9110's white space is blank and tab."""
    return value("a\tb \tc")


@area.acceptable(
    "disputed",
    "vertical tab and form feed",
    knob="header_white_space",
    flags=["white-space", "bytes"],
    spec=[spec.HEADER_OWS],
    alternatives=white_space(("isspace of C and \\s of Unicode", b"a b c")),
)
def vertical_tab():
    """isspace() of C counts them, RFC 9110 does not allow them in a value at all."""
    return value("a\x0bb \x0c c")


@area.acceptable(
    "disputed",
    "a no-break space",
    knob="header_white_space",
    flags=["white-space", "bytes"],
    spec=[spec.HEADER_OWS],
    alternatives=white_space(("every Unicode white space", b"a b")),
)
def no_break_space():
    """split() of Python, \\s of JavaScript and Fields of Go see white space in U+00A0. It is two
    bytes of data."""
    return value("a\u00a0 b")


# ---- malformed -----------------------------------------------------------------------------------


@area.invalid(
    "malformed",
    "a line feed in a value",
    error="malformed-header",
    flags=["injection"],
    spec=[spec.HEADER_VALUE],
)
def line_feed():
    """One value, two headers: the second would be signed, and sent."""
    return value("value\nx-amz-acl:public-read")


@area.invalid(
    "malformed",
    "a carriage return in a value",
    error="malformed-header",
    flags=["injection"],
    spec=[spec.HEADER_VALUE],
)
def carriage_return():
    """A lenient server takes a bare CR for the end of the line."""
    return value("a\rb")


@area.acceptable(
    "disputed",
    "a folded value",
    knob="line_folding",
    error="malformed-header",
    flags=["injection", "white-space"],
    spec=[spec.HEADER_VALUE],
    alternatives=white_space(("unfolded, and then collapsed", b"value1 value2")),
)
def folded():
    """Line folding is obsolete, and AWS's own suite still has a folded header. Unfolding belongs
    to the reader of the message: to a signer the line break is in the value, and it must not
    come out as a second header."""
    return value("value1\r\n value2")


@area.invalid(
    "malformed",
    "a NUL in a value",
    error="malformed-header",
    flags=["injection", "bytes"],
    spec=[spec.HEADER_VALUE],
)
def nul():
    """In C the value ends here; the rest would be sent and not signed."""
    return value("a\0b")


@area.invalid(
    "malformed",
    "a blank in a name",
    error="malformed-header",
    flags=["injection"],
    spec=[spec.HEADER_TOKEN],
)
def blank_in_name():
    """'Host ' before the colon is the oldest way to smuggle a header."""
    return Sign("/", headers=[("X-A ", "1")])


@area.invalid(
    "malformed",
    "an empty name",
    error="malformed-header",
    flags=["injection"],
    spec=[spec.HEADER_TOKEN],
)
def empty_name():
    """It would make a line ':value'."""
    return Sign("/", headers=[("", "1")])


@area.invalid(
    "malformed",
    "a colon in a name",
    error="malformed-header",
    flags=["injection"],
    spec=[spec.HEADER_TOKEN],
)
def colon_in_name():
    """'a:b' with the value 'c' and 'a' with the value 'b:c' would be the same line."""
    return Sign("/", headers=[("a:b", "c")])


@area.invalid(
    "malformed",
    "a name that is not ASCII",
    error="malformed-header",
    flags=["injection", "bytes"],
    spec=[spec.HEADER_TOKEN],
)
def name_not_ascii():
    """Lower-casing such a name depends on the locale: U+0130, dotted capital I, is the classic."""
    return Sign("/", headers=[("x-\u0130", "1")])


@area.invalid(
    "malformed",
    "two Host headers",
    error="duplicate-host",
    flags=["repeated-header"],
    spec=[spec.HOST_ONCE],
)
def two_hosts():
    """One signs, the other routes."""
    return Sign("/", headers=[("host", "evil.example")])


@area.invalid(
    "malformed",
    "no Host header",
    error="host-not-signed",
    any_of=["argument", "malformed-header"],
    flags=["contract"],
    spec=[spec.HOST_SIGNED],
)
def no_host():
    """Its signature would be good on every host that knows the key."""
    return Sign("/", host=None)


@area.acceptable(
    "disputed",
    "the date header is there already",
    knob="reserved_header",
    error="reserved-header",
    any_of=["argument", "malformed-header"],
    flags=["contract"],
    spec=[spec.RESERVED],
    alternatives=[Alternative("the signer puts its own in its place", drop="x-amz-date")],
)
def date_preset():
    """The signer adds its own: a request signed twice would carry two dates."""
    return Sign("/", headers=[("X-Amz-Date", "20150830T123600Z")])


@area.acceptable(
    "disputed",
    "an Authorization header is there already",
    knob="reserved_header",
    error="reserved-header",
    any_of=["argument", "malformed-header"],
    flags=["contract"],
    spec=[spec.RESERVED],
    alternatives=[Alternative("the signer puts its own in its place", drop="authorization")],
)
def authorization_preset():
    """A retry that signs the signed request again."""
    return Sign("/", headers=[("authorization", "Basic dXNlcjpwYXNz")])


@area.invalid(
    "malformed",
    "a method that is no token",
    error="malformed-method",
    flags=["injection", "contract"],
    spec=[spec.METHOD_TOKEN],
)
def method_with_blank():
    """'GET /admin HTTP/1.1' as a method is a request of its own."""
    return Sign("/", method="GET /admin")


@area.invalid(
    "malformed",
    "an empty method",
    error="malformed-method",
    any_of=["argument"],
    flags=["contract"],
    spec=[spec.METHOD_TOKEN],
)
def method_empty():
    """The first line of the canonical request would be empty."""
    return Sign("/", method="")


@area.valid(
    "order",
    "the method is signed as it is",
    level="should",
    flags=["header-order"],
    spec=[spec.METHOD_TOKEN],
)
def method_verbatim():
    """Methods are case-sensitive, and their number is open: PROPFIND, PATCH, and 'get' is not
    GET."""
    return Sign("/", method="get")
