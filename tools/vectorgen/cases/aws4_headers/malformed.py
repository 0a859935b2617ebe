# SPDX-License-Identifier: Apache-2.0
"""aws4, headers: headers that no signer should sign."""

from ... import spec
from ...suite import AWS_HOST, Sign
from . import area, my_header


@area.invalid(
    "malformed",
    "a line feed in a value",
    error="malformed-header",
    flags=["injection"],
    spec=[spec.HEADER_VALUE],
)
def line_feed():
    """One value, two headers: the second would be signed, and sent."""
    return my_header("value\nx-amz-acl:public-read")


@area.invalid(
    "malformed",
    "a carriage return in a value",
    error="malformed-header",
    flags=["injection"],
    spec=[spec.HEADER_VALUE],
)
def carriage_return():
    """A lenient server takes a bare CR for the end of the line."""
    return my_header("a\rb")


@area.invalid(
    "malformed",
    "a NUL in a value",
    error="malformed-header",
    flags=["injection", "bytes"],
    spec=[spec.HEADER_VALUE],
)
def nul():
    """In C the value ends here; the rest would be sent and not signed."""
    return my_header("a\0b")


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


@area.invalid(
    "malformed",
    "a line feed at the end of a value",
    error="malformed-header",
    flags=["injection"],
    spec=[spec.HEADER_VALUE],
)
def line_feed_at_end():
    """Encoders of base64 end their text with one. Trimmed away before the check it is not signed,
    but sent: an empty line, and the headers are over."""
    return my_header("QWxhZGRpbjpvcGVu\n")


@area.invalid(
    "malformed",
    "a line feed in a name",
    error="malformed-header",
    flags=["injection"],
    spec=[spec.HEADER_TOKEN],
)
def line_feed_in_name():
    """Checks for values alone let it pass: two headers, and one line in SignedHeaders that is
    two."""
    return Sign("/", headers=[("X-A: 1\nX-B", "2")])


@area.invalid(
    "malformed",
    "two equal Host headers",
    error="duplicate-host",
    flags=["repeated-header"],
    spec=[spec.HOST_ONCE],
)
def two_equal_hosts():
    """Joined as other headers are, 'a,a' is a host that does not exist; a server must refuse the
    request anyway."""
    return Sign("/", headers=[("Host", AWS_HOST)])


@area.invalid(
    "malformed",
    "a method that is not ASCII",
    error="malformed-method",
    flags=["contract", "bytes"],
    spec=[spec.METHOD_TOKEN],
)
def method_not_ascii():
    """toUpperCase() may change its length: 'ß' becomes 'SS'."""
    return Sign("/", method="POßT")
