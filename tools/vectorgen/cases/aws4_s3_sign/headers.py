# SPDX-License-Identifier: Apache-2.0
"""aws4-s3, sign: metadata."""

from ... import spec
from ...suite import AWS_HOST, EMPTY_HASH, TOKEN, Alternative, Sign
from . import area


@area.valid(
    "headers", "metadata with runs of blanks", flags=["white-space"], spec=[spec.HEADER_TRIM]
)
def metadata_blanks():
    """A server that collapses, as the document says, refuses a signature without it, and for such
    metadata alone."""
    return Sign("/bucket/key", method="PUT", headers=[("x-amz-meta-title", "  two  words ")])


@area.valid(
    "headers", "metadata whose names are prefixes", flags=["header-order"], spec=[spec.HEADER_SORT]
)
def metadata_prefixes():
    """'x-amz-meta-a' before 'x-amz-meta-a-b' before 'x-amz-meta-ab'."""
    return Sign(
        "/bucket/key",
        method="PUT",
        headers=[("x-amz-meta-ab", "3"), ("x-amz-meta-a-b", "2"), ("x-amz-meta-a", "1")],
    )


@area.valid("headers", "metadata in UTF-8", flags=["bytes"], spec=[spec.HEADER_TRIM])
def metadata_utf8():
    """Signed as the bytes on the wire."""
    return Sign("/bucket/key", method="PUT", headers=[("x-amz-meta-name", "Ærøskøbing")])


@area.valid("headers", "copying an object", flags=["header-order"], spec=[spec.XAMZ_SIGNED])
def copy_source():
    """The header that turns a PUT into a copy: it must be under the signature."""
    return Sign(
        "/bucket/copy",
        method="PUT",
        headers=[
            ("x-amz-copy-source", "/bucket/original%20key?versionId=3"),
            ("x-amz-acl", "private"),
        ],
    )


@area.valid("headers", "a session token", flags=["session-token"], spec=[spec.TOKEN_SIGNED])
def token():
    """Three x-amz-* lines, all added by the signer and all signed."""
    return Sign("/bucket/key", token=TOKEN)


@area.valid(
    "headers", "a choice of headers", flags=["selection"], spec=[spec.SIGNED_LIST, spec.UNSIGNED_OK]
)
def selected():
    """Range and User-Agent stay out, the x-amz-* ones stay in."""
    return Sign(
        "/bucket/key",
        headers=[("Range", "bytes=0-9"), ("User-Agent", "curl/8")],
        params={"signed_headers": "host;range;x-amz-content-sha256;x-amz-date"},
    )


@area.valid("headers", "repeated metadata", flags=["repeated-header"], spec=[spec.HEADER_JOIN])
def metadata_repeated():
    """Joined with ',' in the order given. Signers that hold headers in a dictionary sign the
    last."""
    return Sign(
        "/bucket/key",
        method="PUT",
        headers=[("x-amz-meta-tag", "b"), ("X-Amz-Meta-Tag", "a"), ("x-amz-meta-tag", "b")],
    )


@area.valid("headers", "metadata in quotes", flags=["white-space"], spec=[spec.HEADER_TRIM])
def metadata_quoted():
    """Blanks in quotes are collapsed like others (aws-sdk-ruby#2758)."""
    return Sign(
        "/bucket/key", method="PUT", headers=[("x-amz-meta-title", '"two   words"   and  "one')]
    )


@area.valid("headers", "metadata without a value", flags=["white-space"], spec=[spec.HEADER_TRIM])
def metadata_empty():
    """The line stays, and so does the name in the list."""
    return Sign("/bucket/key", method="PUT", headers=[("x-amz-meta-a", ""), ("x-amz-meta-b", "  ")])


@area.valid("headers", "tabs around metadata", flags=["white-space"], spec=[spec.HEADER_OWS])
def metadata_tabs():
    """White space of HTTP, at both ends (aws-sdk-go#4141)."""
    return Sign("/bucket/key", method="PUT", headers=[("x-amz-meta-a", "\t value \t")])


@area.valid(
    "headers",
    "the case of names and values",
    flags=["header-order"],
    spec=[spec.HEADER_CASE],
)
def metadata_case():
    """Names are lower-cased, before they are sorted, and values are not. s3cmd 2.3.0 leaves names
    as they are."""
    return Sign(
        "/bucket/key",
        method="PUT",
        headers=[("X-Amz-Meta-B", "UPPER"), ("x-amz-meta-a", "MiXed"), ("X-AMZ-META-C", "lower")],
    )


@area.valid("headers", "'_' and '-' in names", flags=["header-order"], spec=[spec.HEADER_SORT])
def metadata_underscore():
    """Two names and two lines. Go's CanonicalHeaderKey and the variables of CGI change the one into
    the other, or lose it (aws-sdk-go#617)."""
    return Sign(
        "/bucket/key",
        method="PUT",
        headers=[("x-amz-meta-a_b", "1"), ("x-amz-meta-a-b", "2"), ("x-amz-meta-a.b", "3")],
    )


@area.valid("headers", "metadata in encoded words", flags=["bytes"], spec=[spec.HEADER_TRIM])
def metadata_encoded_words():
    """S3 hands such text out for metadata that is not ASCII. It is signed as it is: neither decoded
    nor folded, and '=' and '?' are no query."""
    return Sign(
        "/bucket/key",
        method="PUT",
        headers=[("x-amz-meta-name", "=?UTF-8?Q?=C3=86r=C3=B8?= =?UTF-8?B?w6k=?=")],
    )


@area.valid(
    "headers",
    "what the object is to be served with",
    flags=["selection"],
    spec=[spec.SIGNED_LIST],
)
def served_with():
    """Headers that are stored with the object. Unsigned, as some signers leave
    Cache-Control, they can be exchanged on the way."""
    return Sign(
        "/bucket/key",
        method="PUT",
        body="x",
        headers=[
            ("Cache-Control", "max-age=60"),
            ("Content-Disposition", 'attachment; filename="a  b.txt"'),
            ("Content-Language", "en, de"),
            ("Expires", "Thu, 01 Dec 1994 16:00:00 GMT"),
        ],
    )


@area.valid("headers", "tags of an object", flags=["escape-set"], spec=[spec.XAMZ_SIGNED])
def tagging():
    """A query in a header: it is neither sorted nor decoded nor given its '='."""
    return Sign("/bucket/key", method="PUT", headers=[("x-amz-tagging", "b=2&a=%31+%2b&c&a=0")])


@area.valid(
    "headers", "grants with quotes and commas", flags=["repeated-header"], spec=[spec.HEADER_TRIM]
)
def grants():
    """A list in one header: libraries that read fields put quotes around its members, and
    backslashes before those that are there."""
    return Sign(
        "/bucket/key",
        method="PUT",
        headers=[
            ("x-amz-grant-read", 'id="1", uri="http://acs.amazonaws.com/groups/global/AllUsers"'),
            ("x-amz-grant-full-control", 'emailAddress="a@example.com",id="2"'),
        ],
    )


@area.valid(
    "headers",
    "a port in Host",
    flags=["host-port"],
    spec=[spec.HOST_PORT, spec.HOST_SIGNED],
)
def host_with_port():
    """Servers other than AWS's have one. requests-aws4auth drops every port
    (requests-aws4auth#34)."""
    return Sign("/bucket/key", host="192.0.2.1:9000")


@area.valid(
    "headers",
    "an IPv6 literal and a port in Host",
    flags=["host-port"],
    spec=[spec.HOST_PORT, spec.HOST_SIGNED],
)
def host_ipv6():
    """Cut at the first ':', Host is '[2001'."""
    return Sign("/bucket/key", host="[2001:db8::1]:9000")


@area.acceptable(
    "headers",
    "the default port in Host",
    knob="default_port",
    flags=["host-port"],
    spec=[spec.HOST_PORT],
    alternatives=[
        Alternative(
            "the port is left out",
            {
                "headers": b"host:example.amazonaws.com\nx-amz-content-sha256:"
                + EMPTY_HASH.encode()
                + b"\nx-amz-date:20150830T123600Z\n"
            },
        )
    ],
)
def host_default_port():
    """Signed as it is sent, or taken off in both places (s3cmd#974)."""
    return Sign("/bucket/key", host=AWS_HOST + ":443")


@area.valid(
    "headers",
    "a token with blanks and escapes",
    flags=["session-token", "white-space"],
    spec=[spec.TOKEN_SIGNED, spec.HEADER_TRIM],
)
def token_as_it_is():
    """Trimmed and collapsed like every value, and not decoded: '%2B' in a token is no '+'
    (mhart/aws4#126)."""
    return Sign("/bucket/key", token=" AQoDEXAMPLE%2B/+  token= ")
