# SPDX-License-Identifier: Apache-2.0
"""dci1, sign: the endpoint, verbatim."""

from ... import spec, spec_dci
from ...suite import Alternative, Sign
from . import area


@area.valid("path", "escapes stay", flags=["path-decoding"], spec=[spec_dci.V1_PATH])
def escapes():
    """Neither decoded nor encoded again: '%2F', '%2f', '%41' and '%20' are copied."""
    return Sign("/api/v1/files/a%2Fb%2fc%41%20d")


@area.valid("path", "an escaped line feed stays", flags=["injection"], spec=[spec_dci.V1_PATH])
def escaped_line_feed():
    """Three characters: no line is added."""
    return Sign("/a%0Ab%00c")


@area.valid("path", "'+', ';' and marks", flags=["escape-set"], spec=[spec_dci.V1_PATH])
def marks():
    """Each stands for itself."""
    return Sign("/a+b%2Bc;d=1,e:f@g#h")


@area.valid("path", "dot segments and '//' stay", flags=["dot-segments"], spec=[spec_dci.V1_PATH])
def dot_segments():
    """Nothing is normalised."""
    return Sign("//api//v1/../v1/./jobs/")


@area.valid("path", "UTF-8, raw and escaped", flags=["bytes"], spec=[spec_dci.V1_PATH])
def utf8():
    """Two spellings, two signatures."""
    return Sign("/équipes/%C3%A9quipes/%c3%a9")


@area.valid("path", "escapes that are none", flags=["escape-set"], spec=[spec_dci.V1_PATH])
def malformed_escape():
    """'%zz' and a final '%' are signed."""
    return Sign("/%zz/100%")


@area.valid("path", "an empty endpoint", flags=["dci-defaults"], spec=[spec_dci.V1_PATH])
def empty_path():
    """It stays empty: '/' is for an endpoint that is not given."""
    return Sign("")


@area.valid("path", "an absolute URL", flags=["dci-defaults"], spec=[spec_dci.V1_PATH])
def absolute_url():
    """The endpoint is text."""
    return Sign("http://api.distributed-ci.io/api/v1/jobs")


@area.acceptable(
    "path",
    "no leading slash",
    knob="target_form",
    flags=["dci-defaults"],
    spec=[spec_dci.V1_PATH, spec.TARGET_FORM],
    alternatives=[
        Alternative("refused: neither origin-form nor absolute-form", error="malformed-uri")
    ],
)
def no_leading_slash():
    """The package signs any text. On the wire the server sees '/api', and the signature is
    wrong."""
    return Sign("api/v1/jobs")
