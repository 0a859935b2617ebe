# SPDX-License-Identifier: Apache-2.0
"""aws4-s3, sign: metadata."""

from ... import spec
from ...suite import TOKEN, Sign
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
