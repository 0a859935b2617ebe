# SPDX-License-Identifier: Apache-2.0
"""aws4-s3, verify: where verifiers legitimately differ."""

from ... import spec
from ...suite import Base, after_sign, before_sign
from . import HELLO, area


@area.acceptable(
    "disputed",
    "an older scope date, signed so",
    base="put-object",
    knob="scope_date",
    error="scope-date-mismatch",
    any_of=["signature-mismatch"],
    flags=["scope"],
    spec=[spec.SCOPE_DATE],
)
def scope_yesterday():
    """Refusing it is the safe side: else a day key that leaked signs for ever. A public thread
    (the note of scope links it) shows a service that takes it."""
    return before_sign("set-claim", "date", "20150829")


@area.acceptable(
    "disputed",
    "the payload hash in upper case, signed so",
    base="put-object",
    knob="payload_hash_case",
    error="payload-hash-invalid",
    any_of=["payload-hash-mismatch"],
    flags=["payload-hash", "hex-case"],
    spec=[spec.PAYLOAD_S3],
)
def hash_upper_case():
    """The same number in another spelling. Hex decoders take it, and a cache keyed by the text
    sees two objects."""
    return before_sign("set-header", "X-Amz-Content-Sha256", HELLO.upper())


@area.acceptable(
    "disputed",
    "commas without blanks",
    base="put-object",
    knob="auth_header_ws",
    flags=["auth-syntax"],
    spec=[spec.AUTH_FORM],
)
def comma_without_blank(base: Base):
    """The documents do not ask for a blank after the comma."""
    return after_sign("set-header", "Authorization", base.authorization.replace(", ", ","))
