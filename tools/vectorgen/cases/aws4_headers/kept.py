# SPDX-License-Identifier: Apache-2.0
"""aws4, headers: headers that some signers leave out. Leaving one out is allowed, as long as the
signer says so in SignedHeaders; here the caller gave no choice, so that all that was given is
signed. Those that every signer's own list names (User-Agent, Connection, …) are not among them."""

from ... import spec
from ...suite import Sign
from . import area


@area.valid(
    "kept",
    "Date beside X-Amz-Date",
    flags=["selection", "date"],
    spec=[spec.DATE_SIGNED, spec.SIGNED_LIST],
)
def date():
    """Two headers with two dates: x-amz-date is the one of the signature, and Date is signed like
    any other, as it was given. botocore 1.44.5 rewrites it and leaves x-amz-date out."""
    return Sign("/", headers=[("Date", "Mon, 09 Sep 2011 23:36:00 GMT")])


@area.valid("kept", "Range", flags=["selection"], spec=[spec.SIGNED_LIST])
def range_():
    """aws4 of Node, aws4fetch and async-aws keep it out of the signature."""
    return Sign("/", headers=[("Range", "bytes=0-9,20-"), ("If-Range", '"etag"')])


@area.valid("kept", "Cache-Control", flags=["selection"], spec=[spec.SIGNED_LIST])
def cache_control():
    """@smithy/signature-v4 keeps it out of the signature."""
    return Sign("/", headers=[("Cache-Control", "no-cache, max-age=0")])


@area.valid("kept", "Accept-Encoding", flags=["selection"], spec=[spec.SIGNED_LIST])
def accept_encoding():
    """Left out by minio's signers. A front end that rewrites it makes the signature wrong
    (aws-sdk-go-v2#1816), which is the client's choice and not the signer's."""
    return Sign("/", headers=[("Accept-Encoding", "identity")])


@area.valid("kept", "Content-Length", flags=["selection", "payload-hash"], spec=[spec.SIGNED_LIST])
def content_length():
    """Some signers add it, some drop it, and some sign what their HTTP library will send in its
    place. Given, it is signed as given."""
    return Sign("/", method="POST", body="hello", headers=[("Content-Length", "5")])


@area.valid("kept", "Content-Type without a body", flags=["selection"], spec=[spec.SIGNED_LIST])
def content_type():
    """Signers that sign it for POST and PUT alone, or never (the fetch API sets its own), leave it
    out of this GET."""
    return Sign("/", headers=[("Content-Type", "application/x-amz-json-1.0")])


@area.valid("kept", "Cookie", flags=["selection"], spec=[spec.SIGNED_LIST])
def cookie():
    """A header that HTTP libraries keep apart from the others, so that it is not in the list which
    the signer sees."""
    return Sign("/", headers=[("Cookie", "a=1; b=2")])
