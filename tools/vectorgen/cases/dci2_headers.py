# SPDX-License-Identifier: Apache-2.0
"""dci2: Host and the date header, which alone are signed."""

from .. import spec, spec_dci
from ..suite import Area, Sign

area = Area(
    "dci2",
    "headers",
    "sign",
    "The headers that HmacSignature of python-dciauth 4 signs",
    [
        "The class signs Host and its date header, and nothing else. A value is what",
        "' '.join(value.split()) leaves of it: white space is all that Python calls so.",
    ],
    {
        "host": "Host as it is sent",
        "white-space": "What str.split takes for white space",
        "others": "Headers that are not signed",
        "selection": "The list of signed headers",
        "malformed": "Requests that no signer should sign",
    },
)

# ---- host ----------------------------------------------------------------------------------------


@area.valid("host", "another host", flags=["host-port", "baseline"], spec=[spec_dci.CLASS_HEADERS])
def other_host():
    """There is no default host in the class."""
    return Sign("/api", host="dci.example.org")


@area.valid("host", "a port", flags=["host-port"], spec=[spec_dci.CLASS_HEADERS])
def host_port():
    """Part of the value."""
    return Sign("/api", host="dci.example.org:8443")


@area.valid(
    "host", "the port that a scheme implies", flags=["host-port"], spec=[spec_dci.CLASS_HEADERS]
)
def host_default_port():
    """':80' stays: HmacAuthBase signs the netloc of the URL and sends it as Host."""
    return Sign("/api", host="api.distributed-ci.io:80")


@area.valid("host", "user and password", flags=["host-port"], spec=[spec_dci.CLASS_HEADERS])
def host_userinfo():
    """What HmacAuthBase makes of 'https://user:secret@host/': netloc, all of it, as Host."""
    return Sign("/api", host="user:secret@api.distributed-ci.io:443")


@area.valid("host", "upper case", flags=["host-port"], spec=[spec_dci.CLASS_HEADERS])
def host_upper_case():
    """The name of the header becomes lower case, its value does not."""
    return Sign("/api", host="API.Distributed-CI.io")


@area.valid("host", "an IPv6 address", flags=["host-port"], spec=[spec_dci.CLASS_HEADERS])
def host_ipv6():
    """Its colons and brackets are no port and no list."""
    return Sign("/api", host="[2001:db8::1]:8080")


@area.valid("host", "a final dot", flags=["host-port"], spec=[spec_dci.CLASS_HEADERS])
def host_final_dot():
    """Kept, though it names the same machine."""
    return Sign("/api", host="api.distributed-ci.io.")


@area.valid("host", "a name that is no ASCII", flags=["bytes"], spec=[spec_dci.CLASS_VALUE])
def host_unicode():
    """No punycode is made: the text is signed as UTF-8."""
    return Sign("/api", host="dci.exämple.org")


@area.valid("host", "a comma", flags=["repeated-header"], spec=[spec_dci.CLASS_VALUE])
def host_comma():
    """One value, not a list: nothing is split or joined."""
    return Sign("/api", host="a.example.org, b.example.org")


@area.valid("host", "an empty host", flags=["white-space"], spec=[spec_dci.CLASS_VALUE])
def host_empty():
    """'host:' and nothing behind it; absence is another thing, and refused."""
    return Sign("/api", headers=[("Host", "")], host=None)


@area.valid("host", "'HOST' as the name", flags=["header-order"], spec=[spec_dci.CLASS_HEADERS])
def name_upper_case():
    """Names are compared without case and signed in lower case."""
    return Sign("/api", headers=[("HOST", "dci.example.org")], host=None)


# ---- white-space ---------------------------------------------------------------------------------


def host_case(name: str, title: str, value: str, comment: str) -> None:
    """One vector whose Host is `value`."""

    def make() -> Sign:
        return Sign("/api", host=value)

    make.__name__, make.__doc__ = name, comment
    spec_rules = [spec_dci.CLASS_VALUE, spec_dci.SPLIT]
    area.valid("white-space", title, flags=["white-space"], spec=spec_rules)(make)


host_case(
    "trimmed",
    "blanks at both ends",
    "  dci.example.org ",
    "They go: a signer of AWS does the same, the functions of dciauth.v2 do not.",
)
host_case(
    "collapsed",
    "blanks inside",
    "dci   example  org",
    "Each run becomes one blank.",
)
host_case("tabs", "tabs", "\tdci\t\texample org\t", "Each run becomes one blank, not one tab.")
host_case(
    "only_white_space",
    "nothing but white space",
    " \t ",
    "The empty value.",
)
host_case(
    "line_tabulation",
    "vertical tab and form feed",
    "\x0bdci\x0bexample\x0c org\x0c",
    "White space to Python and to isspace() of C, not to RFC 9110.",
)
host_case(
    "separators",
    "the separators U+001C to U+001F",
    "\x1cdci\x1dexample\x1eorg\x1f",
    "White space to str.split(), which bytes.split() and isspace() of C do not think.",
)
host_case(
    "next_line",
    "U+0085",
    "\u0085dci\u0085example",
    "White space of two bytes; as Latin-1 it would be one.",
)
host_case(
    "no_break_space",
    "U+00A0",
    "\u00a0dci\u00a0 example\u00a0",
    "White space to Python, although it does not break a line.",
)
host_case(
    "typographic_spaces",
    "U+2000 to U+200A",
    "\u2000a\u2001b\u2002c\u2003d\u2004e\u2005f\u2006g\u2007h\u2008i\u2009j\u200ak",
    "Eleven of them, each one a separator of its own.",
)
host_case(
    "other_spaces",
    "U+1680, U+2028, U+2029, U+202F, U+205F, U+3000",
    "a\u1680b\u2028c\u2029d\u202fe\u205ff\u3000g",
    "The rest of what str.split() knows.",
)
host_case(
    "not_white_space",
    "what only looks like white space",
    "a\u200bb\u180ec\u2060d\ufeffe\u00adf",
    "Zero width space, Mongolian vowel separator, word joiner, BOM, soft hyphen: all data.",
)
host_case(
    "blank_of_one_byte",
    "bytes of white space within a character",
    "\u0120\u0109\u2085\u00e0\u3080",
    "Characters whose last byte is that of a white space; it is no such byte alone.",
)


# ---- others --------------------------------------------------------------------------------------


@area.valid(
    "others", "Content-Type is not signed", flags=["selection"], spec=[spec_dci.CLASS_HEADERS]
)
def content_type():
    """The class does not even see it."""
    return Sign(
        "/api/v1/jobs",
        method="POST",
        body='{"a": 1}',
        headers=[("Content-Type", "application/json")],
    )


@area.valid(
    "others",
    "an x-dci-* header is not signed",
    flags=["selection", "coverage"],
    spec=[spec_dci.CLASS_HEADERS],
)
def custom_header():
    """AWS's dialects sign all that begins with x-amz-."""
    return Sign("/api", headers=[("X-DCI-Team", "admin")])


@area.valid(
    "others",
    "an unsigned header twice",
    flags=["repeated-header"],
    spec=[spec_dci.CLASS_HEADERS],
)
def repeated_unsigned():
    """What is not signed may come twice."""
    return Sign("/api", headers=[("Accept", "application/json"), ("accept", "text/html")])


@area.valid(
    "others",
    "dci-datetime is not signed",
    flags=["selection"],
    spec=[spec_dci.CLASS_HEADERS],
)
def date_header_of_version_1():
    """The date header of version 1 means nothing here."""
    return Sign("/api", headers=[("dci-datetime", "20200101T000000Z")])


@area.valid("others", "a Date header", flags=["date"], spec=[spec_dci.CLASS_HEADERS])
def date():
    """It neither replaces x-dci-date nor is signed."""
    return Sign("/api", headers=[("Date", "Thu, 19 Sep 2024 13:25:39 GMT")])


# ---- selection -----------------------------------------------------------------------------------


@area.valid(
    "selection",
    "one more header is signed",
    level="should",
    flags=["selection"],
    spec=[spec_dci.CLASS_VALUE],
)
def one_more():
    """The class for requests cannot choose, the one for servers verifies it: in the order of the
    names, whatever order they were chosen in."""
    return Sign(
        "/api",
        headers=[("X-Note", " a  b ")],
        params={"signed_headers": "x-note;x-dci-date;host"},
    )


@area.invalid(
    "selection",
    "no Host",
    error="host-not-signed",
    any_of=["argument", "signed-header-missing"],
    flags=["selection", "contract"],
    spec=[spec_dci.CLASS_HEADERS],
)
def no_host():
    """KeyError in Python; a default host, as the functions have one, would be somebody else's."""
    return Sign("/api", host=None)


@area.invalid(
    "selection",
    "Host is not among the chosen",
    level="should",
    error="host-not-signed",
    any_of=["argument"],
    flags=["selection", "coverage", "contract"],
    spec=[spec_dci.CLASS_HEADERS],
)
def host_not_chosen():
    """Without Host the signature is good at every server that knows the key."""
    return Sign("/api", params={"signed_headers": "x-dci-date"})


# ---- malformed -----------------------------------------------------------------------------------


@area.invalid(
    "malformed",
    "two Host headers",
    error="duplicate-host",
    any_of=["malformed-header"],
    flags=["repeated-header"],
    spec=[spec.HOST_ONCE],
)
def two_hosts():
    """A dictionary keeps one of them, and nobody says which."""
    return Sign("/api", headers=[("host", "evil.example")])


@area.invalid(
    "malformed",
    "a line feed in Host",
    error="malformed-header",
    flags=["injection"],
    spec=[spec.HEADER_VALUE],
)
def host_line_feed():
    """split() makes a blank of it, so the class signs it; sent, it is two header lines."""
    return Sign("/api", host="dci.example.org\nX-Admin: 1")


@area.invalid(
    "malformed",
    "a NUL in Host",
    error="malformed-header",
    flags=["injection", "bytes"],
    spec=[spec.HEADER_VALUE],
)
def host_nul():
    """The class signs it; a server in C reads what stands before it."""
    return Sign("/api", host="dci.example.org\0.evil.example")


@area.invalid(
    "malformed",
    "a header name that is no token",
    error="malformed-header",
    flags=["injection"],
    spec=[spec.HEADER_TOKEN],
)
def name_no_token():
    """'Host ' is not Host: a server that trims names has two."""
    return Sign("/api", headers=[("Host ", "evil.example")])


@area.invalid(
    "malformed",
    "the date header is there already",
    level="should",
    error="reserved-header",
    any_of=["argument", "malformed-header"],
    flags=["contract", "date"],
    spec=[spec.RESERVED],
)
def date_header_given():
    """Two dates on the wire, of which one is signed."""
    return Sign("/api", headers=[("x-dci-date", "20200101T000000Z")])


@area.invalid(
    "malformed",
    "the other date header is there",
    level="should",
    error="reserved-header",
    any_of=["argument", "malformed-header"],
    flags=["contract", "date"],
    spec=[spec.RESERVED],
)
def other_date_header_given():
    """A server that knows both dialects reads X-Amz-Date first, and nobody signed it."""
    return Sign("/api", headers=[("X-Amz-Date", "20200101T000000Z")])


@area.invalid(
    "malformed",
    "Authorization is there already",
    level="should",
    error="reserved-header",
    any_of=["argument", "malformed-header"],
    flags=["contract", "auth-source"],
    spec=[spec.RESERVED],
)
def authorization_given():
    """Which of the two would the server read?"""
    return Sign("/api", headers=[("Authorization", "Basic ZXhhbXBsZQ==")])
