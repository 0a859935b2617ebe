# SPDX-License-Identifier: Apache-2.0
"""aws4, query: what is escaped, and how."""

from ... import spec
from ...suite import Sign
from . import area


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


@area.valid(
    "encoding", "raw marks that no URI holds", flags=["escape-set"], spec=[spec.QUERY_ENCODE]
)
def raw_marks():
    """Quotes, '<', '>', '\\', '^', '`', '|' and the braces of templates: lenient clients send them,
    and the service signs their escapes whatever was sent (aws-sdk-rust#330)."""
    return Sign("/?q=\"<>\\^`{|}&r='")


@area.valid("encoding", "a raw blank", flags=["escape-set", "plus-sign"], spec=[spec.QUERY_SPACE])
def raw_blank():
    """No request line carries it, but APIs are handed it. Before or after encoding for the wire it
    comes out as '%20', unlike in a path."""
    return Sign("/?q=a b&c d=e")


@area.valid("encoding", "a byte order mark", flags=["bytes"], spec=[spec.QUERY_ENCODE])
def byte_order_mark():
    """Decoders of text drop it at the start (TextDecoder of JavaScript, utf-8-sig of Python), and
    some refuse the noncharacter U+FFFF that follows here."""
    return Sign("/?%EF%BB%BFa=%EF%BB%BFb&c=%EF%BF%BF")


@area.valid(
    "encoding",
    "every byte of a value becomes three",
    flags=["escape-set"],
    spec=[spec.QUERY_ENCODE],
)
def threefold():
    """A buffer of the size of the query, or of twice that, is too small: cut, or overrun."""
    return Sign("/?q=" + "/" * 2048)


@area.valid(
    "encoding",
    "escapes that spell an escape",
    flags=["double-encoding", "escape-set"],
    spec=[spec.QUERY_ENCODE],
)
def escaped_escape():
    """'%25%32%30' is the text '%20' and comes out as '%2520'. A decoder that works in place, from
    the right, or until nothing changes, finds a blank."""
    return Sign("/?a=%25%32%30&b=%25%35%42")


@area.valid(
    "encoding", "a URL in a value", flags=["escape-set", "query-shape"], spec=[spec.QUERY_ENCODE]
)
def url_in_value():
    """A URI may hold '://' and a second '?' in its query. awscrt 0.38.1 takes what stands before
    the '://' for a scheme and signs the path '/c'."""
    return Sign("/a?url=http://b/c?d")
