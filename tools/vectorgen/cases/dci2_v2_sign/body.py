# SPDX-License-Identifier: Apache-2.0
"""dci2-v2, sign: method and body."""

from ... import spec_dci
from ...suite import Sign
from . import area


@area.valid("body", "a lower-case method", flags=["method-case"], spec=[spec_dci.V2_METHOD])
def method_verbatim():
    """Signed as it is written; version 1 made it upper case."""
    return Sign("/api", method="get")


@area.valid("body", "POST without a body", flags=["payload-hash"], spec=[spec_dci.V2_BODY])
def body_empty():
    """The hash of the empty string."""
    return Sign("/api", method="POST")


@area.valid("body", "bytes", flags=["payload-hash", "bytes"], spec=[spec_dci.V2_BODY])
def body_binary():
    """Hashed as they are, NUL and all."""
    return Sign("/api", method="PUT", body=bytes(range(256)))


@area.valid(
    "body",
    "JSON with backslash escapes",
    flags=["payload-hash", "bytes"],
    spec=[spec_dci.V2_BODY, spec_dci.DUMPS],
)
def json_escaped():
    """As json.dumps writes what is beyond ASCII."""
    return Sign("/api", method="POST", body='{"name": "\\u00e9 \\ud83d\\ude00"}')


@area.valid("body", "an empty JSON object", flags=["payload-hash"], spec=[spec_dci.V2_BODY])
def empty_object():
    """payload={} is written as '{}' and signed; the class signs json={} as no body."""
    return Sign("/api", method="POST", body="{}")
