# SPDX-License-Identifier: Apache-2.0
"""aws4, verify: the body."""

from ... import spec
from ...suite import EMPTY_HASH, after_sign, before_sign
from . import area


@area.invalid(
    "payload",
    "one bit of the body",
    base="post",
    error="signature-mismatch",
    any_of=["payload-hash-mismatch"],
    severity="high",
    flags=["payload-hash"],
    spec=[spec.PAYLOAD_HASH],
)
def body_changed():
    """Without a hash header the last line is the body's own hash."""
    return after_sign("set-body", value='{"name":"q2"}')


@area.invalid(
    "payload",
    "a body on a request signed without",
    base="get",
    error="signature-mismatch",
    any_of=["payload-hash-mismatch"],
    severity="high",
    flags=["payload-hash"],
    spec=[spec.PAYLOAD_HASH],
)
def body_added():
    """A verifier that hashes bodies of POST and PUT alone."""
    return after_sign("set-body", value='{"name":"q3"}')


@area.invalid(
    "payload",
    "one byte more, a NUL",
    base="post",
    error="signature-mismatch",
    any_of=["payload-hash-mismatch"],
    severity="high",
    flags=["payload-hash", "bytes"],
    spec=[spec.PAYLOAD_HASH],
)
def body_nul_appended():
    """Hashed with strlen(), both bodies are equal. The body is in base64."""
    return after_sign("set-body", value=b'{"name":"q3"}\0,"admin":true')


@area.invalid(
    "payload",
    "a hash header that is not the body's",
    base="post",
    error="payload-hash-mismatch",
    any_of=["signature-mismatch"],
    severity="high",
    flags=["payload-hash"],
    spec=[spec.PAYLOAD_HASH],
)
def hash_of_nothing():
    """Signed so, with the header as last line: a verifier that believes the header never hashes
    the body."""
    return before_sign("add-signed-header", "X-Amz-Content-Sha256", EMPTY_HASH)


@area.invalid(
    "payload",
    "UNSIGNED-PAYLOAD without permission",
    base="post",
    error="unsigned-payload-forbidden",
    any_of=["payload-hash-mismatch", "payload-hash-invalid", "signature-mismatch"],
    severity="high",
    flags=["unsigned-payload"],
    spec=[spec.STRICT],
)
def unsigned_payload():
    """Signed so. The client has decided that nobody looks at the body; that is for the policy to
    allow."""
    return before_sign("add-signed-header", "X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD")
