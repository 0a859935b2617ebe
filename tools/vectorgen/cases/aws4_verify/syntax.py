# SPDX-License-Identifier: Apache-2.0
"""aws4, verify: the Authorization header."""

from ... import spec
from ...suite import Base, after_sign, before_sign
from . import SEEN, area


@area.invalid(
    "syntax",
    "another algorithm word, signed so",
    base="get",
    error="bad-algorithm",
    any_of=["malformed-auth-header", "no-auth"],
    severity="medium",
    flags=["algorithm"],
    spec=[spec.ALGORITHM],
)
def algorithm_sha1():
    """The string to sign carries the word, so the signature is right. The choice is not the
    client's."""
    return before_sign("set-claim", "algorithm", "AWS4-HMAC-SHA1")


@area.invalid(
    "syntax",
    "the algorithm 'NONE'",
    base="get",
    error="bad-algorithm",
    any_of=["malformed-auth-header", "no-auth", "signature-mismatch"],
    severity="low",
    flags=["algorithm"],
    spec=[spec.ALGORITHM],
)
def algorithm_none():
    """A default branch that lets pass what it does not know."""
    return after_sign("set-auth-param", "algorithm", "NONE")


@area.invalid(
    "syntax",
    "one character more in the algorithm",
    base="get",
    error="bad-algorithm",
    any_of=["malformed-auth-header", "no-auth", "signature-mismatch"],
    severity="low",
    flags=["algorithm"],
    spec=[spec.ALGORITHM],
)
def algorithm_prefix():
    """A comparison of the first 16 characters."""
    return after_sign("set-auth-param", "algorithm", "AWS4-HMAC-SHA2567")


@area.invalid(
    "syntax",
    "an empty signature",
    base="get",
    error="missing-auth-param",
    any_of=["signature-malformed", "malformed-auth-header", "signature-mismatch"],
    severity="critical",
    flags=["comparison"],
    spec=[spec.AUTH_FORM],
)
def signature_empty():
    """Compared over its own length, it equals every signature."""
    return after_sign("set-auth-param", "Signature", "")


@area.invalid(
    "syntax",
    "sixty-four zeros",
    base="get",
    error="signature-mismatch",
    severity="critical",
    flags=["comparison"],
    spec=SEEN,
)
def signature_zeros():
    """What a failed computation leaves behind in a cleared buffer."""
    return after_sign("set-auth-param", "Signature", "0" * 64)


@area.invalid(
    "syntax",
    "the first 32 digits of the signature",
    base="get",
    error="signature-malformed",
    any_of=["signature-mismatch", "malformed-auth-header"],
    severity="critical",
    flags=["comparison"],
    spec=[spec.AUTH_FORM],
)
def signature_truncated(base: Base):
    """A comparison over the shorter of both lengths."""
    return after_sign("set-auth-param", "Signature", base.signature[:32])


@area.invalid(
    "syntax",
    "more digits behind the right signature",
    base="get",
    error="signature-malformed",
    any_of=["signature-mismatch", "malformed-auth-header"],
    severity="critical",
    flags=["comparison"],
    spec=[spec.AUTH_FORM],
)
def signature_extended(base: Base):
    """A comparison of the first 64 characters."""
    return after_sign("set-auth-param", "Signature", base.signature + "00")


@area.invalid(
    "syntax",
    "only the last digit is wrong",
    base="get",
    error="signature-mismatch",
    severity="critical",
    flags=["comparison"],
    spec=SEEN,
)
def signature_last_digit(base: Base):
    """All 64 digits count."""
    return after_sign(
        "set-auth-param",
        "Signature",
        base.signature[:63] + ("0" if base.signature[63] != "0" else "1"),
    )


@area.invalid(
    "syntax",
    "no SignedHeaders",
    base="get",
    error="missing-auth-param",
    any_of=["malformed-auth-header", "host-not-signed"],
    severity="low",
    flags=["auth-syntax"],
    spec=[spec.AUTH_FORM],
)
def no_signed_headers(base: Base):
    """Not a request without signed headers: a header without a list."""
    return after_sign(
        "set-header",
        "Authorization",
        base.authorization.replace("SignedHeaders=host;x-amz-date, ", ""),
    )


@area.invalid(
    "syntax",
    "field names in lower case",
    base="get",
    error="malformed-auth-header",
    any_of=["missing-auth-param"],
    severity="low",
    flags=["auth-syntax"],
    spec=[spec.AUTH_FORM],
)
def lower_case_fields(base: Base):
    """'signature=' is no field of this header."""
    text = base.authorization.replace("Credential=", "credential=").replace(
        "SignedHeaders=", "signedheaders="
    )
    return after_sign("set-header", "Authorization", text.replace("Signature=", "signature="))


@area.invalid(
    "syntax",
    "two credentials in one header",
    base="get",
    error="duplicate-auth-param",
    any_of=["malformed-auth-header", "malformed-credential", "signature-mismatch"],
    severity="low",
    flags=["auth-syntax", "auth-source"],
    spec=[spec.AUTH_FORM],
)
def two_credentials(base: Base):
    """Identity from the one, key from the other."""
    text = base.authorization.replace(
        "Credential=",
        "Credential=AKIDVICTIM/20150830/us-east-1/service/aws4_request, Credential=",
        1,
    )
    return after_sign("set-header", "Authorization", text)


@area.invalid(
    "syntax",
    "a scope of four parts",
    base="get",
    error="malformed-credential",
    any_of=["scope-terminator", "malformed-auth-header", "scope-service"],
    severity="low",
    flags=["auth-syntax", "scope"],
    spec=[spec.SCOPE],
)
def scope_four_parts():
    """Counted from the right, the access key would be a date."""
    return after_sign("set-auth-param", "Credential", "AKIDEXAMPLE/20150830/us-east-1/aws4_request")


@area.invalid(
    "syntax",
    "an empty access key",
    base="get",
    error="malformed-credential",
    any_of=["unknown-key"],
    severity="critical",
    flags=["empty-secret", "auth-syntax"],
    spec=[spec.AUTH_FORM],
)
def access_key_empty():
    """Signed with the empty secret: a look-up of '' must not find one."""
    return before_sign("sign-as", "", "")


@area.invalid(
    "syntax",
    "an empty name in SignedHeaders",
    base="get",
    error="signed-headers-malformed",
    any_of=["signed-header-missing", "signature-mismatch"],
    severity="low",
    flags=["auth-syntax", "selection"],
    spec=[spec.SIGNED_LIST],
)
def signed_headers_empty_name():
    """Signed so. get('') of a header map is not always an error."""
    return before_sign("set-claim", "signed-headers", "host;;x-amz-date")


@area.invalid(
    "syntax",
    "a name twice in SignedHeaders",
    base="get",
    error="signed-headers-malformed",
    any_of=["signature-mismatch"],
    severity="low",
    flags=["auth-syntax", "selection"],
    spec=[spec.SIGNED_LIST],
)
def signed_headers_twice():
    """Signed so: one line or two?"""
    return before_sign("set-claim", "signed-headers", "host;host;x-amz-date")


@area.invalid(
    "syntax",
    "Authorization among the signed headers",
    base="get",
    error="signed-headers-malformed",
    any_of=["signature-mismatch", "signed-header-missing"],
    severity="low",
    flags=["auth-syntax", "selection"],
    spec=[spec.SIGNED_LIST],
)
def signed_headers_authorization():
    """A signature cannot cover itself."""
    return before_sign("set-claim", "signed-headers", "authorization;host;x-amz-date")


@area.invalid(
    "syntax",
    "Basic",
    base="get",
    error="bad-algorithm",
    any_of=["no-auth", "malformed-auth-header"],
    severity="critical",
    flags=["auth-source"],
    spec=[spec.ALGORITHM],
)
def basic():
    """Another scheme is no reason to look no further."""
    return after_sign("set-header", "Authorization", "Basic QUtJREVYQU1QTEU6c2VjcmV0")


@area.invalid(
    "syntax",
    "a NUL behind the right signature",
    base="get",
    error="malformed-header",
    any_of=["signature-malformed", "malformed-auth-header", "signature-mismatch"],
    severity="critical",
    flags=["comparison", "bytes", "injection"],
    spec=[spec.HEADER_VALUE],
)
def signature_nul(base: Base):
    """strcmp() ends there. The value is in base64."""
    return after_sign("set-auth-param", "Signature", base.signature + "\0ff")


@area.invalid(
    "syntax",
    "a signature that holds no hex digits",
    base="get",
    error="signature-malformed",
    any_of=["signature-mismatch", "malformed-auth-header"],
    severity="critical",
    flags=["comparison"],
    spec=[spec.AUTH_FORM],
)
def signature_not_hex():
    """A decoder that makes 0, or nothing, of what it does not know."""
    return after_sign("set-auth-param", "Signature", "g" * 64)


@area.invalid(
    "syntax",
    "a scope date with dashes, signed so",
    base="get",
    error="malformed-credential",
    any_of=["scope-date-mismatch", "signature-mismatch"],
    severity="low",
    flags=["auth-syntax", "scope", "date"],
    spec=[spec.SCOPE_DATE],
)
def scope_date_dashes():
    """Another text for the same day is another key."""
    return before_sign("set-claim", "date", "2015-08-30")


@area.invalid(
    "syntax",
    "the credential percent-encoded",
    base="get",
    error="malformed-credential",
    any_of=["malformed-auth-header", "unknown-key", "scope-date-mismatch"],
    severity="low",
    flags=["auth-syntax"],
    spec=[spec.AUTH_FORM],
)
def credential_escaped():
    """That is the form of a query. In a header nothing is escaped."""
    return after_sign(
        "set-auth-param",
        "Credential",
        "AKIDEXAMPLE%2F20150830%2Fus-east-1%2Fservice%2Faws4_request",
    )
