# SPDX-License-Identifier: Apache-2.0
"""dci2-v2.1, sign: the endpoint, verbatim."""

from ... import spec
from ...suite import Alternative, Sign
from . import area


@area.valid("path", "an absolute URL as endpoint", flags=["dci-defaults"], spec=[spec.DCI_PATH])
def absolute_url():
    """The POST example of the package's own page signs one. A server that verifies its path
    alone refuses it."""
    return Sign("http://api.distributed-ci.io/api/v1/jobs", method="POST", body='{"a": 1}')


@area.valid("path", "an empty endpoint", flags=["dci-defaults"], spec=[spec.DCI_PATH])
def empty():
    """It stays empty: the default '/' is for an endpoint that is not given."""
    return Sign("")


@area.acceptable(
    "path",
    "no leading slash",
    knob="target_form",
    flags=["dci-defaults"],
    spec=[spec.DCI_PATH, spec.TARGET_FORM],
    alternatives=[
        Alternative("refused: neither origin-form nor absolute-form", error="malformed-uri")
    ],
)
def no_leading_slash():
    """The package signs any text. On the wire the server sees '/api/v1/jobs', and the signature
    is wrong."""
    return Sign("api/v1/jobs")


@area.valid(
    "path", "dot segments and runs of slashes stay", flags=["dot-segments"], spec=[spec.DCI_PATH]
)
def dot_segments():
    """Nothing is normalised, unlike in the AWS dialect."""
    return Sign("/api//v1/../v1/./jobs/")


@area.valid("path", "escapes stay as they are", flags=["single-encoding"], spec=[spec.DCI_PATH])
def escapes():
    """'%2F', '%2f' and '%41' are copied: neither decoded nor encoded again. Newer releases
    decode here."""
    return Sign("/api/v1/files/a%2Fb%2fc%41%20d")


@area.valid("path", "escapes that are none stay too", flags=["escape-set"], spec=[spec.DCI_PATH])
def malformed_escape():
    """'%zz' and a final '%' are signed; the AWS dialects refuse them."""
    return Sign("/api/%zz/100%")


@area.valid("path", "UTF-8, raw", flags=["bytes"], spec=[spec.DCI_PATH])
def utf8():
    """A Python string is signed as its UTF-8."""
    return Sign("/api/v1/équipes/日本")


@area.valid("path", "a blank and a '#' stay", flags=["escape-set"], spec=[spec.DCI_PATH])
def blank_and_hash():
    """The endpoint is text to the package, not a URL."""
    return Sign("/api/v1/a b#c")


@area.valid("path", "an escaped line feed stays", flags=["injection"], spec=[spec.DCI_PATH])
def escaped_line_feed():
    """'%0A' is three characters here. Release 4 decodes it, and its canonical request has a line
    more."""
    return Sign("/api/a%0Ab%00c")


@area.valid("path", "'+' and '%2B' stay two", flags=["plus-sign"], spec=[spec.DCI_PATH])
def plus():
    """Neither is a blank, and neither becomes the other."""
    return Sign("/api/a+b%2Bc%2bd")


@area.valid("path", "UTF-8, escaped", flags=["bytes", "hex-case"], spec=[spec.DCI_PATH])
def utf8_escaped():
    """Lower-case digits stay as they came: nothing is decoded, so nothing is written anew."""
    return Sign("/api/%c3%a9quipes/%E6%97%A5")


@area.valid("path", "escapes that are no UTF-8 stay", flags=["bytes"], spec=[spec.DCI_PATH])
def escaped_bytes():
    """'%FF' and '%EF%BF%BD' are two paths; release 4 gives both one signature."""
    return Sign("/api/%FF/%EF%BF%BD")


@area.valid("path", "two slashes at the start", flags=["dot-segments"], spec=[spec.DCI_PATH])
def leading_slashes():
    """A URL parser takes 'api' for a host here."""
    return Sign("//api/v1/jobs")


@area.valid("path", "a semicolon", flags=["escape-set"], spec=[spec.DCI_PATH])
def semicolon():
    """Python's urlparse would cut it off with what follows."""
    return Sign("/api/v1/jobs;version=2")


@area.valid("path", "a tilde, bare and escaped", flags=["escape-set"], spec=[spec.DCI_PATH])
def tilde():
    """Two spellings of one character, and two signatures."""
    return Sign("/~a/%7Eb")
