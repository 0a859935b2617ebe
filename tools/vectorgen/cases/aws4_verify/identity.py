# SPDX-License-Identifier: Apache-2.0
"""aws4, verify: keys and tokens."""

from ... import spec
from ...suite import TOKEN, after_sign, before_sign
from . import SEEN, area


@area.invalid(
    "identity",
    "a wrong secret",
    base="get",
    error="signature-mismatch",
    severity="critical",
    flags=["comparison"],
    spec=SEEN,
)
def wrong_secret():
    """The least that a verifier must find out."""
    return before_sign("set-secret", value="another EXAMPLE secret")


@area.invalid(
    "identity",
    "an unknown key with an empty secret",
    base="get",
    error="unknown-key",
    severity="critical",
    flags=["empty-secret"],
    spec=[spec.UNKNOWN_KEY],
)
def unknown_key_empty_secret():
    """A look-up that answers '' or nil for a key it does not know: anybody can sign with that."""
    return before_sign("sign-as", "AKIDUNKNOWN0EXAMPLE", "")


@area.invalid(
    "identity",
    "an unknown key, the signature kept",
    base="get",
    error="unknown-key",
    any_of=["signature-mismatch"],
    severity="critical",
    flags=["auth-source"],
    spec=[spec.UNKNOWN_KEY],
)
def unknown_key():
    """The key id takes no part in the string to sign: only the look-up finds out."""
    return after_sign(
        "set-auth-param",
        "Credential",
        "AKIDUNKNOWN0EXAMPLE/20150830/us-east-1/service/aws4_request",
    )


@area.invalid(
    "identity",
    "no Authorization header",
    base="get",
    error="no-auth",
    severity="critical",
    flags=["auth-source"],
    spec=[spec.AUTH_FORM],
)
def no_authorization():
    """Neither header nor query: nobody."""
    return after_sign("remove-header", "Authorization")


@area.invalid(
    "identity",
    "header by A, query claims B",
    base="get",
    error="multiple-auth",
    any_of=["signature-mismatch"],
    severity="critical",
    flags=["auth-source"],
    spec=[spec.ONE_AUTH],
)
def query_claims_another():
    """Signed by A with the claim in the query. The signature is checked for A, the request is
    carried out as B."""
    return before_sign(
        "set-target",
        value="/reports/2015?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDVICTIM"
        "%2F20150830%2Fus-east-1%2Fservice%2Faws4_request&X-Amz-Signature=" + "0" * 64,
    )


@area.invalid(
    "identity",
    "a lone X-Amz-Credential in the query",
    base="get",
    error="multiple-auth",
    any_of=["signature-mismatch"],
    severity="critical",
    flags=["auth-source"],
    spec=[spec.ONE_AUTH],
)
def query_credential_alone():
    """Signed by A. Enough for code that asks for the identity in the query first."""
    return before_sign(
        "set-target",
        value="/reports/2015?X-Amz-Credential=AKIDVICTIM%2F20150830"
        "%2Fus-east-1%2Fservice%2Faws4_request",
    )


@area.invalid(
    "identity",
    "X-Amz-Signature in the query, spelt with an escape",
    base="get",
    error="multiple-auth",
    any_of=["signature-mismatch"],
    severity="high",
    flags=["auth-source", "escape-set"],
    spec=[spec.ONE_AUTH],
)
def query_signature_escaped():
    """Signed so. Names are compared after decoding, or the guard sees another name than the
    application."""
    return before_sign("set-target", value="/reports/2015?x-amz-signatur%65=" + "0" * 64)


@area.invalid(
    "identity",
    "two Authorization headers, the right one first",
    base="get",
    error="duplicate-authorization",
    any_of=["malformed-auth-header", "malformed-header"],
    severity="low",
    flags=["auth-source", "repeated-header"],
    spec=[spec.ONE_AUTH],
)
def two_authorizations():
    """Proxy and server choose differently."""
    return after_sign("add-header", "Authorization", "Bearer EXAMPLE")


@area.invalid(
    "identity",
    "two Authorization headers, the right one last",
    base="get",
    error="duplicate-authorization",
    any_of=["malformed-auth-header", "malformed-header", "bad-algorithm"],
    severity="low",
    flags=["auth-source", "repeated-header"],
    spec=[spec.ONE_AUTH],
)
def two_authorizations_reversed():
    """The other order."""
    return after_sign("prepend-header", "Authorization", "Bearer EXAMPLE")


@area.invalid(
    "identity",
    "a temporary key without its token",
    base="token",
    error="token-missing",
    any_of=["signature-mismatch"],
    severity="medium",
    flags=["session-token"],
    spec=[spec.TOKEN_SIGNED],
)
def token_missing():
    """Signed without it: the session's limits would not apply."""
    return before_sign("remove-header", "X-Amz-Security-Token")


@area.invalid(
    "identity",
    "the token of another session, signed so",
    base="token",
    error="token-invalid",
    severity="medium",
    flags=["session-token"],
    spec=[spec.TOKEN_SIGNED],
)
def token_of_another():
    """The signature is right; the token is not this key's."""
    return before_sign("set-header", "X-Amz-Security-Token", "FwoGZXIvYXdzEXAMPLEOTHERSESSION==")


@area.invalid(
    "identity",
    "the token not signed",
    base="token",
    error="header-not-signed",
    any_of=["signature-mismatch", "token-missing"],
    severity="medium",
    flags=["session-token", "coverage"],
    spec=[spec.TOKEN_SIGNED],
)
def token_not_signed():
    """Some services append it after signing; this dialect signs it."""
    return before_sign("set-claim", "signed-headers", "host;x-amz-date")


@area.invalid(
    "identity",
    "the token cut short after signing",
    base="token",
    error="token-invalid",
    any_of=["signature-mismatch"],
    severity="medium",
    flags=["session-token", "comparison"],
    spec=[spec.TOKEN_SIGNED],
)
def token_truncated():
    """A comparison over the shorter length is content with any prefix."""
    return after_sign("set-header", "X-Amz-Security-Token", TOKEN[:-8])
