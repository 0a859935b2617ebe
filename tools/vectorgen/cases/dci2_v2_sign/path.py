# SPDX-License-Identifier: Apache-2.0
"""dci2-v2, sign: the endpoint, decoded once."""

from ... import spec, spec_dci
from ...suite import Alternative, Sign
from . import area


@area.valid("path", "an absolute URL", flags=["dci-defaults"], spec=[spec_dci.V2_PATH])
def absolute_url():
    """As in the example of the package's own page: text, scheme and host included."""
    return Sign("http://api.distributed-ci.io/api/v1/jobs", method="POST", body='{"a": 1}')


@area.valid("path", "an empty endpoint", flags=["dci-defaults"], spec=[spec_dci.V2_PATH])
def empty():
    """It stays empty: the default '/' is for an endpoint that is not given."""
    return Sign("")


@area.valid("path", "an escaped slash", flags=["path-decoding"], spec=[spec_dci.V2_PATH])
def escaped_slash():
    """Decoded: '/a%2Fb' and '/a/b' have one signature. In 2.1.7 they had two."""
    return Sign("/api/v1/files/a%2Fb")


@area.valid(
    "path", "blank, letter, lower-case hex", flags=["path-decoding"], spec=[spec_dci.V2_PATH]
)
def escaped_ascii():
    """Nothing is encoded again: a bare blank stands in the canonical request."""
    return Sign("/api/%6Aobs/a%20b%2fc%3f")


@area.valid(
    "path", "decoded once", flags=["path-decoding"], spec=[spec_dci.V2_PATH, spec_dci.UNQUOTE]
)
def decoded_once():
    """'%252F' is '%2F', and no slash."""
    return Sign("/api/a%252Fb/100%25")


@area.valid("path", "'+' stays", flags=["plus-sign"], spec=[spec_dci.UNQUOTE])
def plus():
    """unquote, not unquote_plus; '%2B' becomes the same character."""
    return Sign("/api/c++/%2B")


@area.valid("path", "dot segments stay", flags=["dot-segments"], spec=[spec_dci.V2_PATH])
def dot_segments():
    """The escaped ones are decoded, and none is removed."""
    return Sign("/api//v1/../v1/%2E%2E/./jobs/")


@area.valid(
    "path", "UTF-8, raw and escaped", flags=["path-decoding", "bytes"], spec=[spec_dci.UNQUOTE]
)
def utf8():
    """The characters stand in the canonical request, whichever way they came."""
    return Sign("/api/équipes/%C3%A9quipes/%F0%9F%98%80")


@area.valid("path", "escapes that are no UTF-8", flags=["bytes"], spec=[spec_dci.UNQUOTE])
def not_utf8():
    """U+FFFD, one for each maximal part; '%C0%AF' is no slash."""
    return Sign("/%FF/%C3%28/%E2%82/%C0%AF/%ED%A0%80")


@area.valid("path", "a sequence cut in two", flags=["bytes"], spec=[spec_dci.UNQUOTE])
def split_sequence():
    """By a letter, and by a raw character: each part is read by itself."""
    return Sign("/%C3A%A9/%C3é%A9")


@area.valid("path", "escapes that are none", flags=["escape-set"], spec=[spec_dci.UNQUOTE])
def malformed_escape():
    """'%zz', '%4' and a final '%' stay; '%%41' is '%A'."""
    return Sign("/%zz/%4/%%41/100%")


@area.valid("path", "semicolon, '#' and marks", flags=["escape-set"], spec=[spec_dci.V2_PATH])
def marks():
    """Text, of which nothing is cut off."""
    return Sign("/a;b=1,c:d@e!$&'()*#f")


@area.acceptable(
    "path",
    "escaped line feed and NUL",
    knob="decoded_control",
    flags=["injection", "path-decoding"],
    spec=[spec_dci.V2_PATH],
    alternatives=[Alternative("refused: the path would hold a control", error="malformed-uri")],
)
def escaped_controls():
    """They stand in the canonical request: it has a line more, and C strings end early."""
    return Sign("/a%0Ab%00c")


@area.acceptable(
    "path",
    "no leading slash",
    knob="target_form",
    flags=["dci-defaults"],
    spec=[spec_dci.V2_PATH, spec.TARGET_FORM],
    alternatives=[
        Alternative("refused: neither origin-form nor absolute-form", error="malformed-uri")
    ],
)
def no_leading_slash():
    """The functions sign any text. On the wire the server sees '/api', and the signature is
    wrong."""
    return Sign("api/v1/jobs")
