# SPDX-License-Identifier: Apache-2.0
"""aws4-s3, verify: the body and its hash."""

from ... import spec
from ...reference import sha256_hex
from ...suite import EMPTY_HASH, after_sign, before_sign
from . import HELLO, area

OTHER = sha256_hex(b"hullo")


@area.invalid(
    "payload",
    "the body changed, the header kept",
    base="put-object",
    error="payload-hash-mismatch",
    any_of=["signature-mismatch"],
    severity="high",
    flags=["payload-hash"],
    spec=[spec.PAYLOAD_S3],
)
def body_changed():
    """The signature still holds, because it is over the header's hash: only hashing the body
    finds out."""
    return after_sign("set-body", value="hullo")


@area.invalid(
    "payload",
    "a NUL and more behind the body",
    base="put-object",
    error="payload-hash-mismatch",
    any_of=["signature-mismatch"],
    severity="high",
    flags=["payload-hash", "bytes"],
    spec=[spec.PAYLOAD_S3],
)
def body_nul_appended():
    """Hashed as a C string both bodies are 'hello'. The body is in base64."""
    return after_sign("set-body", value=b"hello\0<script>")


@area.invalid(
    "payload",
    "the header names the hash of another body",
    base="put-object",
    error="payload-hash-mismatch",
    any_of=["signature-mismatch"],
    severity="high",
    flags=["payload-hash"],
    spec=[spec.PAYLOAD_S3],
)
def hash_of_nothing():
    """Signed so. A verifier that believes the header takes any body."""
    return before_sign("set-header", "X-Amz-Content-Sha256", EMPTY_HASH)


@area.invalid(
    "payload",
    "the header changed after signing",
    base="put-object",
    error="payload-hash-mismatch",
    any_of=["signature-mismatch"],
    severity="high",
    flags=["payload-hash", "binding"],
    spec=[spec.PAYLOAD_S3],
)
def hash_changed():
    """Neither the body's hash nor what was signed: two checks can find it, and none may be
    missing."""
    return after_sign("set-header", "X-Amz-Content-Sha256", OTHER)


@area.invalid(
    "payload",
    "the unsigned header changed after signing",
    base="hash-unsigned",
    error="payload-hash-mismatch",
    any_of=["signature-mismatch"],
    severity="high",
    flags=["payload-hash", "binding", "coverage"],
    spec=[spec.PAYLOAD_S3],
)
def unsigned_hash_changed():
    """It may stay unsigned only because its value is a line of the canonical request."""
    return after_sign("set-header", "X-Amz-Content-Sha256", OTHER)


@area.invalid(
    "payload",
    "no x-amz-content-sha256, signed so",
    base="put-object",
    error="payload-hash-missing",
    any_of=["signature-mismatch", "header-not-signed"],
    severity="high",
    flags=["payload-hash"],
    spec=[spec.PAYLOAD_S3],
)
def hash_missing():
    """Signed over the right hash. Absence must not be taken for UNSIGNED-PAYLOAD."""
    return before_sign("remove-header", "X-Amz-Content-Sha256")


@area.invalid(
    "payload",
    "a hash of 63 digits",
    base="put-object",
    error="payload-hash-invalid",
    any_of=["payload-hash-mismatch", "signature-mismatch"],
    severity="high",
    flags=["payload-hash", "comparison"],
    spec=[spec.PAYLOAD_S3],
)
def hash_short():
    """Signed so. Compared over the shorter length it would be right."""
    return before_sign("set-header", "X-Amz-Content-Sha256", HELLO[:63])


@area.invalid(
    "payload",
    "an empty hash",
    base="put-object",
    error="payload-hash-invalid",
    any_of=["payload-hash-missing", "payload-hash-mismatch"],
    severity="high",
    flags=["payload-hash", "comparison"],
    spec=[spec.PAYLOAD_S3],
)
def hash_empty():
    """Signed so. A test for truth takes empty for absent."""
    return before_sign("set-header", "X-Amz-Content-Sha256", "")


@area.invalid(
    "payload",
    "'unsigned-payload' in lower case",
    base="put-object",
    error="payload-hash-invalid",
    any_of=["unsigned-payload-forbidden", "payload-hash-mismatch"],
    severity="high",
    flags=["unsigned-payload", "payload-hash"],
    spec=[spec.PAYLOAD_S3],
)
def hash_word_lower_case():
    """Signed so. Words are compared exactly, or not known."""
    return before_sign("set-header", "X-Amz-Content-Sha256", "unsigned-payload")


@area.invalid(
    "payload",
    "a word nobody defined",
    base="put-object",
    error="payload-hash-invalid",
    any_of=["payload-mode-not-allowed", "payload-hash-mismatch"],
    severity="high",
    flags=["payload-hash"],
    spec=[spec.PAYLOAD_S3],
)
def hash_word_unknown():
    """Signed so. Code that tests for 64 hex digits only to choose the check, and falls through
    otherwise."""
    return before_sign("set-header", "X-Amz-Content-Sha256", "STREAMING-EXAMPLE")


@area.invalid(
    "payload",
    "UNSIGNED-PAYLOAD without permission",
    base="unsigned-payload-allowed",
    error="unsigned-payload-forbidden",
    any_of=["payload-hash-mismatch", "payload-hash-invalid"],
    severity="high",
    flags=["unsigned-payload"],
    spec=[spec.STRICT],
)
def unsigned_payload():
    """The very request that the policy's knob lets pass. Without it the client must not choose."""
    return after_sign("remove-policy", "unsigned_payload")


@area.invalid(
    "payload",
    "UNSIGNED-PAYLOAD put in after signing",
    base="put-object",
    error="unsigned-payload-forbidden",
    any_of=["signature-mismatch", "payload-hash-mismatch"],
    severity="high",
    flags=["unsigned-payload", "binding"],
    spec=[spec.PAYLOAD_S3],
)
def unsigned_payload_injected():
    """A downgrade: the body is free if the word alone decides."""
    return after_sign("set-header", "X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD")


@area.invalid(
    "payload",
    "an unsigned trailer, signature of nobody",
    base="put-object",
    error="payload-mode-not-allowed",
    any_of=["signature-mismatch", "payload-hash-invalid", "payload-hash-mismatch"],
    severity="critical",
    flags=["unsigned-payload", "auth-source"],
    spec=[spec.PAYLOAD_S3],
)
def unsigned_trailer():
    """The word must not choose a path on which no signature is compared (CVE-2025-31489)."""
    return after_sign("set-header", "X-Amz-Content-Sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER")


@area.invalid(
    "payload",
    "the header twice, the right one first",
    base="put-object",
    error="payload-hash-invalid",
    any_of=["payload-hash-mismatch", "malformed-header", "signature-mismatch"],
    severity="high",
    flags=["payload-hash", "repeated-header"],
    spec=[spec.PAYLOAD_S3],
)
def hash_twice():
    """Signed so. One decides the mode, the other is compared."""
    return before_sign("add-header", "X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD")
