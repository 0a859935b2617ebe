# SPDX-License-Identifier: Apache-2.0
"""aws4-raw, path: where programs of one vendor differ among themselves."""

from ... import spec
from ...suite import Alternative, Sign
from . import area


@area.acceptable(
    "disputed",
    "raw bytes of UTF-8 between dots",
    knob="raw_path",
    flags=["bytes", "dot-segments"],
    spec=[spec.PATH_TWICE],
    alternatives=[
        Alternative("encoded for the wire first, and then once more", {"path": b"/a/../%25C3%25A9"})
    ],
)
def raw_utf8():
    """Once or twice, as in aws4. Libraries that make a URI of it first must not lose the dots on
    the way."""
    return Sign("/a/../é")


@area.acceptable(
    "disputed",
    "a blank between slashes",
    knob="raw_path",
    flags=["escape-set", "dot-segments"],
    spec=[spec.PATH_TWICE],
    alternatives=[
        Alternative("encoded for the wire first, and then once more", {"path": b"/a//%2520//b"})
    ],
)
def raw_blank():
    """The Go SDKs encode for the wire first: '%2520', and the slashes stay."""
    return Sign("/a// //b")


@area.acceptable(
    "disputed",
    "raw backslashes and dots",
    knob="raw_path",
    flags=["escape-set", "dot-segments"],
    spec=[spec.PATH_TWICE],
    alternatives=[
        Alternative(
            "encoded for the wire first, and then once more", {"path": b"/a/..%255C..%255Cb"}
        )
    ],
)
def raw_backslash():
    """A URL class that reads '\\' as '/' finds two ways up and leaves '/b', although nothing was to
    be normalised."""
    return Sign("/a/..\\..\\b")


@area.acceptable(
    "disputed",
    "a '%' without two hex digits",
    knob="malformed_pct",
    flags=["escape-set"],
    error="malformed-uri",
    spec=[spec.PATH_FORM],
    alternatives=[Alternative("the '%' is data", {"path": b"/100%25/%25zz/.."})],
)
def malformed_escape():
    """Not normalising is no reason to let it pass: the server decodes the path all the same."""
    return Sign("/100%/%zz/..")


@area.acceptable(
    "disputed",
    "the target '*'",
    knob="asterisk_form",
    flags=["contract"],
    error="malformed-uri",
    spec=[spec.TARGET_FORM],
    alternatives=[
        Alternative("there is no path: the root is signed", {"path": b"/"}),
        Alternative("there is no path: the line is empty", {"path": b""}),
    ],
)
def asterisk():
    """To make '/' of no path is to normalise it; awscrt 0.38.1 leaves the line empty here, and
    signs '/' in aws4."""
    return Sign("*", method="OPTIONS")
