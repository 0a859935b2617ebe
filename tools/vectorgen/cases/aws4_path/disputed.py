# SPDX-License-Identifier: Apache-2.0
"""aws4, path: where programs of one vendor differ."""

from ... import spec
from ...suite import Alternative, Sign
from . import area


@area.acceptable(
    "disputed",
    "the path ends in '..'",
    knob="dot_segment_end",
    flags=["dot-segments"],
    spec=[spec.PATH_DOTS],
    alternatives=[Alternative("a slash stays, as RFC 3986 section 5.2.4 has it", {"path": b"/a/"})],
)
def ends_in_parent():
    """RFC 3986 leaves '/a/' of '/a/b/..'; the vendor's C library and its Python SDK sign '/a',
    its Rust SDK '/a/'."""
    return Sign("/a/b/..")


@area.acceptable(
    "disputed",
    "the path ends in '.'",
    knob="dot_segment_end",
    flags=["dot-segments"],
    spec=[spec.PATH_DOTS],
    alternatives=[Alternative("a slash stays, as RFC 3986 section 5.2.4 has it", {"path": b"/a/"})],
)
def ends_in_here():
    """As with '..' at the end: '/a' or '/a/'."""
    return Sign("/a/.")


@area.acceptable(
    "disputed",
    "raw bytes of UTF-8 in the path",
    knob="raw_path",
    flags=["bytes"],
    spec=[spec.PATH_TWICE],
    alternatives=[
        Alternative("encoded for the wire first, and then once more", {"path": b"/%25C3%25A9"})
    ],
)
def raw_utf8():
    """No URI holds them. A signer at the wire encodes them once; one that first makes a URI of
    them encodes twice."""
    return Sign("/é")


@area.acceptable(
    "disputed",
    "raw bytes that are no UTF-8",
    knob="raw_path",
    flags=["bytes"],
    spec=[spec.PATH_TWICE],
    alternatives=[
        Alternative("encoded for the wire first, and then once more", {"path": b"/caf%25E9"})
    ],
)
def raw_latin1():
    """One octet, one escape. The vector carries the target in base64."""
    return Sign(b"/caf\xe9")


@area.acceptable(
    "disputed",
    "a blank in the path",
    knob="raw_path",
    flags=["escape-set"],
    spec=[spec.PATH_TWICE],
    alternatives=[
        Alternative("encoded for the wire first, and then once more", {"path": b"/a%2520b"})
    ],
)
def raw_blank():
    """A request line cannot carry it, but APIs are handed it: is the signer before or after the
    first encoding?"""
    return Sign("/a b")


@area.acceptable(
    "disputed",
    "a '%' without two hex digits",
    knob="malformed_pct",
    flags=["escape-set"],
    error="malformed-uri",
    spec=[spec.PATH_FORM],
    alternatives=[Alternative("the '%' is data", {"path": b"/100%25/%25zz"})],
)
def malformed_escape():
    """Refusing is the safe side: one server may decode '%zz' to itself, the next drops the '%'."""
    return Sign("/100%/%zz")


@area.acceptable(
    "disputed",
    "the path ends in '..' twice",
    knob="dot_segment_end",
    flags=["dot-segments"],
    spec=[spec.PATH_DOTS],
    alternatives=[Alternative("a slash stays, as RFC 3986 section 5.2.4 has it", {"path": b"/a/"})],
)
def ends_in_parents():
    """A signer that treats the end on its own, after a loop over all segments but the last, is
    wrong by one level here."""
    return Sign("/a/b/c/../..")


@area.acceptable(
    "disputed",
    "the path ends in './..'",
    knob="dot_segment_end",
    flags=["dot-segments"],
    spec=[spec.PATH_DOTS],
    alternatives=[Alternative("a slash stays, as RFC 3986 section 5.2.4 has it", {"path": b"/a/"})],
)
def ends_in_here_and_parent():
    """'/a' or '/a/', but not '/a/b': the '..' does not take the '.' before it."""
    return Sign("/a/b/./..")


@area.acceptable(
    "disputed",
    "the path ends in '//.'",
    knob="dot_segment_end",
    flags=["dot-segments"],
    spec=[spec.PATH_DOTS],
    alternatives=[Alternative("a slash stays, as RFC 3986 section 5.2.4 has it", {"path": b"/a/"})],
)
def ends_in_slashes_and_here():
    """Neither side is '/a//': the empty segment goes as well."""
    return Sign("/a//.")


@area.acceptable(
    "disputed",
    "the path ends in '..', and a query follows",
    knob="dot_segment_end",
    flags=["dot-segments"],
    spec=[spec.PATH_DOTS],
    alternatives=[Alternative("a slash stays, as RFC 3986 section 5.2.4 has it", {"path": b"/a/"})],
)
def ends_in_parent_before_query():
    """The same side as without the query: a test for the end of the target, not of the path,
    changes it."""
    return Sign("/a/b/..?c=d")


@area.acceptable(
    "disputed",
    "a raw character beyond the BMP",
    knob="raw_path",
    flags=["bytes"],
    spec=[spec.PATH_TWICE],
    alternatives=[
        Alternative(
            "encoded for the wire first, and then once more", {"path": b"/%25F0%259F%2598%2580"}
        )
    ],
)
def raw_astral():
    """Encoded character by character in a language of UTF-16 strings, the two surrogates become
    three bytes each, or two question marks."""
    return Sign("/😀")


@area.acceptable(
    "disputed",
    "raw backslashes",
    knob="raw_path",
    flags=["dot-segments", "escape-set"],
    spec=[spec.PATH_TWICE],
    alternatives=[
        Alternative("encoded for the wire first, and then once more", {"path": b"/a%255C..%255Cb"})
    ],
)
def raw_backslash():
    """The WHATWG URL standard reads '\\' as '/' in https URLs: such a signer normalises this to
    '/b'."""
    return Sign("/a\\..\\b")


@area.acceptable(
    "disputed",
    "raw marks that no URI holds",
    knob="raw_path",
    flags=["escape-set"],
    spec=[spec.PATH_TWICE],
    alternatives=[
        Alternative(
            "encoded for the wire first, and then once more",
            {"path": b"/%257Bid%257D/%255Ba%255D/%2522%253C%253E%255E%2560%257C"},
        )
    ],
)
def raw_marks():
    """An unfilled template, and marks that no URI holds. The URL standard of browsers leaves '[',
    ']' and '|' bare in a path, and so do signers that rely on a URL class."""
    return Sign('/{id}/[a]/"<>^`|')


@area.acceptable(
    "disputed",
    "an escape cut off by the end",
    knob="malformed_pct",
    flags=["escape-set"],
    error="malformed-uri",
    spec=[spec.PATH_FORM],
    alternatives=[Alternative("the '%' is data", {"path": b"/a%252"})],
)
def truncated_escape():
    """A decoder that takes two bytes without a look at the length reads behind the path: the '?' or
    the blank that follows, or what lay there before."""
    return Sign("/a%2")


@area.acceptable(
    "disputed",
    "an escape that runs into a slash",
    knob="malformed_pct",
    flags=["escape-set"],
    error="malformed-uri",
    spec=[spec.PATH_FORM],
    alternatives=[Alternative("the '%' is data", {"path": b"/a%252/b"})],
)
def escape_swallows_slash():
    """'%2/' must not swallow the separator: a lenient decoder joins the two segments."""
    return Sign("/a%2/b")


@area.acceptable(
    "disputed",
    "a sign behind '%', and a digit that is none",
    knob="malformed_pct",
    flags=["escape-set"],
    error="malformed-uri",
    spec=[spec.PATH_FORM],
    alternatives=[Alternative("the '%' is data", {"path": b"/a%25%2B1%25-1%254z"})],
)
def escape_with_sign():
    """strtol() and int(…, 16) read '+1' and '-1' as numbers, parseInt() is content with the 4 of
    '4z': '%+1' becomes the byte 01."""
    return Sign("/a%+1%-1%4z")


@area.acceptable(
    "disputed",
    "the target '*'",
    knob="asterisk_form",
    flags=["contract"],
    error="malformed-uri",
    spec=[spec.TARGET_FORM],
    alternatives=[Alternative("there is no path: the root is signed", {"path": b"/"})],
)
def asterisk():
    """OPTIONS for the server as a whole. No document of the dialect says what its canonical path
    is."""
    return Sign("*", method="OPTIONS")


@area.acceptable(
    "disputed",
    "a target in absolute-form",
    knob="absolute_form",
    flags=["contract"],
    error="malformed-uri",
    spec=[spec.TARGET_FORM],
    alternatives=[Alternative("the path of the URL is signed", {"path": b"/b"})],
)
def absolute_form():
    """What a client sends to a proxy, or a caller passes who mistook the target for the URL. Signed
    as a path, '/http%3A/…', it is no request at all."""
    return Sign("http://example.amazonaws.com/a/../b")
