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
