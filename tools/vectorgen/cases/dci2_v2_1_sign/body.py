# SPDX-License-Identifier: Apache-2.0
"""dci2-v2.1, sign: the body."""

from ... import spec
from ...suite import Sign
from . import area


@area.valid("body", "UTF-8", flags=["payload-hash", "bytes"], spec=[spec.DCI_BODY])
def body_utf8():
    """A string is hashed as UTF-8."""
    return Sign("/api", method="POST", body='{"name": "é 😀"}')


@area.valid("body", "bytes", flags=["payload-hash", "bytes"], spec=[spec.DCI_BODY])
def body_binary():
    """Bytes are hashed as they are, NUL and all."""
    return Sign("/api", method="PUT", body=bytes(range(256)))


@area.valid("body", "a form", flags=["payload-hash"], spec=[spec.DCI_BODY])
def body_form():
    """Its fields are no params."""
    return Sign(
        "/api",
        method="POST",
        body="a=1&b=2",
        headers=[("Content-Type", "application/x-www-form-urlencoded")],
    )


@area.valid("body", "a lower-case method", flags=["dci-defaults"], spec=[spec.DCI_PATH])
def method_verbatim():
    """The method is signed as it is written; version 1 of the protocol made it upper case."""
    return Sign("/api", method="get")


@area.valid("body", "POST without a body", flags=["payload-hash"], spec=[spec.DCI_BODY])
def body_empty():
    """The hash of the empty string."""
    return Sign("/api", method="POST")


@area.valid("body", "an empty JSON object", flags=["payload-hash"], spec=[spec.DCI_BODY])
def body_empty_object():
    """Two bytes: not nothing, although the dictionary is falsy in Python."""
    return Sign("/api", method="POST", body="{}")


@area.valid(
    "body", "JSON with backslash escapes", flags=["payload-hash", "bytes"], spec=[spec.DCI_BODY]
)
def body_json_escaped():
    """As json.dumps writes what is beyond ASCII; the same text in UTF-8 is another body."""
    return Sign("/api", method="POST", body='{"name": "\\u00e9 \\ud83d\\ude00"}')
