# SPDX-License-Identifier: Apache-2.0
"""dci2-v2.1, verify: keys and the Authorization header."""

from ... import spec
from ...suite import Base, after_sign, before_sign
from . import area


@area.invalid(
    "syntax",
    "a wrong secret",
    base="get",
    error="signature-mismatch",
    severity="critical",
    flags=["comparison"],
    spec=[spec.DCI_VERIFY],
)
def wrong_secret():
    """The least that a verifier must find out."""
    return before_sign("set-secret", value="other secret")


@area.invalid(
    "syntax",
    "an unknown client with an empty secret",
    base="get",
    error="unknown-key",
    severity="critical",
    flags=["empty-secret"],
    spec=[spec.DCI_VERIFY],
)
def unknown_key():
    """Signed so. None from a database is not a secret."""
    return before_sign("sign-as", "remoteci/unknown", "")


@area.invalid(
    "syntax",
    "an access key of one part",
    base="get",
    error="malformed-credential",
    any_of=["malformed-auth-header", "unknown-key"],
    severity="low",
    flags=["auth-syntax"],
    spec=[spec.DCI_AUTH],
)
def access_key_one_part():
    """Signed so: five parts where six belong."""
    return before_sign("sign-as", "remoteci", "secret")


@area.invalid(
    "syntax",
    "no Authorization header",
    base="get",
    error="no-auth",
    any_of=["malformed-auth-header"],
    severity="critical",
    flags=["auth-source"],
    spec=[spec.DCI_VERIFY],
)
def no_authorization():
    """Nobody."""
    return after_sign("remove-header", "Authorization")


@area.invalid(
    "syntax",
    "Basic",
    base="get",
    error="bad-algorithm",
    any_of=["malformed-auth-header", "no-auth"],
    severity="critical",
    flags=["auth-source"],
    spec=[spec.DCI_AUTH],
)
def basic():
    """python-dciauth raises here, which a server answers with 500."""
    return after_sign("set-header", "Authorization", "Basic cmVtb3RlY2k6c2VjcmV0")


@area.invalid(
    "syntax",
    "an empty signature",
    base="get",
    error="missing-auth-param",
    any_of=["signature-malformed", "malformed-auth-header", "signature-mismatch"],
    severity="critical",
    flags=["comparison"],
    spec=[spec.DCI_AUTH],
)
def signature_empty():
    """Compared over its own length it equals every signature."""
    return after_sign("set-auth-param", "Signature", "")


@area.invalid(
    "syntax",
    "the first 32 digits of the signature",
    base="get",
    error="signature-malformed",
    any_of=["signature-mismatch", "malformed-auth-header"],
    severity="critical",
    flags=["comparison"],
    spec=[spec.DCI_AUTH],
)
def signature_truncated(base: Base):
    """Compared over the shorter length they are right."""
    return after_sign("set-auth-param", "Signature", base.signature[:32])


@area.invalid(
    "syntax",
    "a signed name that the request lacks",
    base="get",
    error="signed-header-missing",
    any_of=["signature-mismatch"],
    severity="high",
    flags=["coverage"],
    spec=[spec.DCI_HEADERS],
)
def absent_name():
    """KeyError in python-dciauth, so a 500."""
    return before_sign("list-absent-header", "x-dci-team", "empty")
