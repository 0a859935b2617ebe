# SPDX-License-Identifier: Apache-2.0
"""dci2-v2.1, verify: where verifiers legitimately differ."""

from ... import spec
from ...suite import Base, Verify, after_sign
from . import NOW, area


@area.acceptable(
    "disputed",
    "the signature in upper case",
    base="get",
    knob="hex_case",
    error="signature-malformed",
    any_of=["signature-mismatch"],
    flags=["comparison", "hex-case"],
    spec=[spec.DCI_VERIFY],
)
def signature_upper_case(base: Base):
    """python-dciauth compares text."""
    return after_sign("set-auth-param", "Signature", base.signature.upper())


@area.acceptable(
    "disputed",
    "commas without blanks",
    base="get",
    knob="auth_header_ws",
    error="malformed-auth-header",
    any_of=["missing-auth-param"],
    flags=["auth-syntax"],
    spec=[spec.DCI_AUTH],
)
def comma_without_blank(base: Base):
    """python-dciauth raises here; the AWS dialects take it."""
    return after_sign("set-header", "Authorization", base.authorization.replace(", ", ","))


@area.acceptable(
    "disputed",
    "another client type with the same secret",
    base="two-clients",
    knob="identity_swap",
    flags=["auth-source"],
    spec=[spec.DCI_AUTH],
)
def identity_swapped():
    """The key id is not in the string to sign: the verifier must report the client that is
    presented."""
    return after_sign(
        "set-auth-param", "Credential", "feeder/client_id/20240919/BHS3/api/dci2_request"
    )


@area.valid("accept", "two clients in the ring", flags=["baseline"], spec=[spec.DCI_VERIFY])
def two_clients():
    """The one that is presented is looked up."""
    return Verify(
        "/api/v1/jobs", keys=[{"access_key": "feeder/client_id", "secret_key": "secret"}], now=NOW
    )
