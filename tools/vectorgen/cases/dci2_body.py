# SPDX-License-Identifier: Apache-2.0
"""dci2: the method and the body."""

from .. import spec, spec_dci
from ..suite import Area, Sign

area = Area(
    "dci2",
    "body",
    "sign",
    "Method and body as HmacSignature of python-dciauth 4 signs them",
    [
        "The body is hashed as it is on the wire. The class has an argument `json`, which it",
        "writes with json.dumps; an empty one it takes for no body, whatever is then sent.",
    ],
    {
        "method": "The method, verbatim",
        "json": "What json.dumps writes",
        "bytes": "Bodies of other kinds",
        "malformed": "Requests that no signer should sign",
    },
)

# ---- method --------------------------------------------------------------------------------------


@area.valid("method", "a lower-case method", flags=["method-case"], spec=[spec_dci.CLASS_METHOD])
def lower_case_method():
    """Signed as it is written; the class for servers makes it upper case and then disagrees."""
    return Sign("/api", method="get")


@area.valid("method", "a method of WebDAV", flags=["method-case"], spec=[spec_dci.CLASS_METHOD])
def propfind():
    """There is no list of methods."""
    return Sign("/api", method="PROPFIND")


@area.valid("method", "a token with marks", flags=["method-case"], spec=[spec_dci.CLASS_METHOD])
def method_marks():
    """RFC 9110 calls any token a method."""
    return Sign("/api", method="M-SEARCH!'")


@area.valid("method", "DELETE with a body", flags=["payload-hash"], spec=[spec_dci.CLASS_BODY])
def delete_with_body():
    """The method does not decide whether the body is hashed."""
    return Sign("/api/v1/jobs/j1", method="DELETE", body='{"etag": "e1"}')


# ---- json ----------------------------------------------------------------------------------------


@area.valid(
    "json",
    "POST with JSON",
    flags=["payload-hash", "dci-defaults"],
    spec=[spec_dci.CLASS_BODY, spec_dci.DUMPS],
)
def post_json():
    """With a blank after ':' and ','; a compact writer signs another body."""
    return Sign(
        "/api/v1/jobs", method="POST", body='{"topic_id": "t1", "components": ["c1", "c2"]}'
    )


@area.valid(
    "json",
    "text beyond ASCII",
    flags=["payload-hash", "bytes"],
    spec=[spec_dci.CLASS_BODY, spec_dci.DUMPS],
)
def json_escaped():
    """As backslash escapes with lower-case digits, and a pair of them beyond the BMP."""
    return Sign("/api", method="POST", body='{"name": "\\u00e9 \\ud83d\\ude00 \\u0000"}')


@area.valid(
    "json", "the same as UTF-8", flags=["payload-hash", "bytes"], spec=[spec_dci.CLASS_BODY]
)
def json_utf8():
    """Equal as JSON, another body: bytes are hashed, not values."""
    return Sign("/api", method="POST", body='{"name": "é 😀"}')


@area.valid("json", "an empty object", flags=["payload-hash"], spec=[spec_dci.CLASS_BODY])
def empty_object():
    """Two bytes on the wire, and two are hashed. The argument json={} is falsy in Python and signs
    no body at all."""
    return Sign("/api", method="POST", body="{}")


@area.valid("json", "null", flags=["payload-hash"], spec=[spec_dci.CLASS_BODY])
def json_null():
    """Four bytes, not nothing."""
    return Sign("/api", method="POST", body="null")


@area.valid("json", "the digit 0", flags=["payload-hash"], spec=[spec_dci.CLASS_BODY])
def json_zero():
    """A body that is falsy in many languages."""
    return Sign("/api", method="PUT", body="0")


@area.valid("json", "a final line feed", flags=["payload-hash"], spec=[spec_dci.CLASS_BODY])
def final_line_feed():
    """As files end: it is part of the body."""
    return Sign("/api", method="POST", body='{"a": 1}\n')


# ---- bytes ---------------------------------------------------------------------------------------


@area.valid("bytes", "no body", flags=["payload-hash", "baseline"], spec=[spec_dci.CLASS_BODY])
def empty():
    """The hash of the empty string, for POST as well."""
    return Sign("/api", method="POST")


@area.valid("bytes", "every byte", flags=["payload-hash", "bytes"], spec=[spec_dci.CLASS_BODY])
def binary():
    """Hashed as they are, NUL and all: no text is made of them."""
    return Sign("/api/v1/files", method="POST", body=bytes(range(256)))


@area.valid("bytes", "one NUL", flags=["payload-hash", "bytes"], spec=[spec_dci.CLASS_BODY])
def nul():
    """One byte, no empty string."""
    return Sign("/api/v1/files", method="POST", body=b"\0")


@area.valid("bytes", "line ends", flags=["payload-hash", "bytes"], spec=[spec_dci.CLASS_BODY])
def line_ends():
    """CR LF, LF and CR stay three things."""
    return Sign("/api/v1/files", method="POST", body=b"a\r\nb\nc\rd")


@area.valid("bytes", "a form", flags=["payload-hash"], spec=[spec_dci.CLASS_BODY])
def form():
    """Its fields are no params: only the URL has them."""
    return Sign(
        "/api?c=3",
        method="POST",
        body="a=1&b=2",
        headers=[("Content-Type", "application/x-www-form-urlencoded")],
    )


@area.valid("bytes", "a mebibyte and a byte", flags=["payload-hash"], spec=[spec_dci.CLASS_BODY])
def longer_than_a_read():
    """The class reads files in pieces of 1 MiB: the last piece is part of the body."""
    return Sign("/api/v1/files", method="POST", body=b"a" * ((1 << 20) + 1))


# ---- malformed -----------------------------------------------------------------------------------


@area.invalid(
    "malformed",
    "a blank in the method",
    error="malformed-method",
    flags=["injection"],
    spec=[spec.METHOD_TOKEN],
)
def method_blank():
    """The class signs it; the request line then has a field more."""
    return Sign("/api", method="GET /admin")


@area.invalid(
    "malformed",
    "a line feed in the method",
    error="malformed-method",
    flags=["injection"],
    spec=[spec.METHOD_TOKEN],
)
def method_line_feed():
    """The first line of the canonical request becomes two."""
    return Sign("/api", method="GET\n/admin")


@area.invalid(
    "malformed",
    "no method",
    error="malformed-method",
    any_of=["argument"],
    flags=["contract"],
    spec=[spec.METHOD_TOKEN],
)
def no_method():
    """An empty first line: 'GET' is a default of the functions alone."""
    return Sign("/api", method="")
