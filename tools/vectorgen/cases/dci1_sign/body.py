# SPDX-License-Identifier: Apache-2.0
"""dci1, sign: the body."""

from ... import spec_dci
from ...suite import Sign
from . import area


@area.valid("body", "POST without a body", flags=["payload-hash"], spec=[spec_dci.V1_BODY])
def empty_body():
    """The hash of the empty string, as of an empty dictionary."""
    return Sign("/api", method="POST")


@area.valid(
    "body",
    "JSON beyond ASCII",
    flags=["payload-hash", "bytes"],
    spec=[spec_dci.V1_BODY, spec_dci.DUMPS],
)
def json_escaped():
    """Backslash escapes with lower-case digits, two of them beyond the BMP; DEL has one, too."""
    return Sign(
        "/api",
        method="POST",
        body='{"name": "\\u00e9 \\ud83d\\ude00 \\u0000 \\n \\u007f", "\\u00e9": 1}',
    )


@area.valid(
    "body",
    "keys in the order of code points",
    flags=["payload-hash", "sort-order"],
    spec=[spec_dci.V1_BODY],
)
def json_sorted():
    """'B', 'a', 'z', U+FFFD, U+1F600. The outer dictionary is sorted, the inner one is not."""
    return Sign(
        "/api",
        method="POST",
        body='{"B": 1, "a": {"z": 1, "b": 2}, "z": [1, {"y": 1, "x": 2}], '
        '"\\ufffd": 2, "\\ud83d\\ude00": 3}',
    )


@area.valid(
    "body", "values of every kind", flags=["payload-hash"], spec=[spec_dci.V1_BODY, spec_dci.DUMPS]
)
def json_values():
    """None, True, floats and an empty object as json.dumps writes them."""
    return Sign(
        "/api",
        method="PUT",
        body='{"a": null, "b": true, "c": 1.0, "d": 1e+16, "e": 1e-07, "f": -0.0, "g": {}, '
        '"h": [], "i": 12345678901234567890}',
    )


@area.valid(
    "body", "Infinity is no JSON", flags=["payload-hash"], spec=[spec_dci.V1_BODY, spec_dci.DUMPS]
)
def json_infinity():
    """json.dumps writes NaN and Infinity all the same, and so they are hashed."""
    return Sign("/api", method="PUT", body='{"a": NaN, "b": -Infinity}')


@area.valid(
    "body", "a slash is bare", flags=["payload-hash"], spec=[spec_dci.V1_BODY, spec_dci.DUMPS]
)
def json_slash():
    """PHP and others write it as an escape."""
    return Sign("/api", method="PUT", body='{"url": "http://a/b?c=<d>&e=\'f\'"}')


@area.valid(
    "body",
    "bytes that are no JSON",
    level="should",
    flags=["payload-hash", "bytes"],
    spec=[spec_dci.V1_BODY],
)
def binary_body():
    """The package has no such body. Hashed, it is covered; the package would sign it as none."""
    return Sign("/api/v1/files", method="POST", body=bytes(range(256)))
