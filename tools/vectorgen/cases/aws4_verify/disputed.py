# SPDX-License-Identifier: Apache-2.0
"""aws4, verify: where verifiers legitimately differ."""

from ... import spec
from ...suite import AWS_KEY, AWS_SECRET, TOKEN, Base, Verify, after_sign, before_sign
from . import NOW, area


@area.acceptable(
    "disputed",
    "commas without blanks",
    base="get",
    knob="auth_header_ws",
    flags=["auth-syntax"],
    spec=[spec.AUTH_FORM],
)
def comma_without_blank(base: Base):
    """The documents do not ask for a blank after the comma. A verifier that splits at ', ' refuses
    this."""
    return after_sign("set-header", "Authorization", base.authorization.replace(", ", ","))


@area.acceptable(
    "disputed",
    "fields in another order",
    base="get",
    knob="auth_header_ws",
    flags=["auth-syntax"],
    spec=[spec.AUTH_FORM],
)
def fields_reordered(base: Base):
    """They have names, so the order carries nothing."""
    algorithm, rest = base.authorization.split(" ", 1)
    return after_sign(
        "set-header", "Authorization", algorithm + " " + ", ".join(reversed(rest.split(", ")))
    )


@area.acceptable(
    "disputed",
    "a trailing comma",
    base="get",
    knob="auth_header_ws",
    error="malformed-auth-header",
    flags=["auth-syntax"],
    spec=[spec.AUTH_FORM],
)
def trailing_comma(base: Base):
    """An empty field, or nothing."""
    return after_sign("set-header", "Authorization", base.authorization + ",")


@area.acceptable(
    "disputed",
    "the signature in upper case",
    base="get",
    knob="hex_case",
    error="signature-malformed",
    any_of=["signature-mismatch"],
    flags=["comparison", "hex-case"],
    spec=[spec.SIGNATURE],
)
def signature_upper_case(base: Base):
    """The same number, not the same text. A cache keyed by the text sees two requests."""
    return after_sign("set-auth-param", "Signature", base.signature.upper())


@area.acceptable(
    "disputed",
    "the signature twice, the right one last",
    base="get",
    knob="duplicate_auth_param",
    error="duplicate-auth-param",
    any_of=["malformed-auth-header", "signature-mismatch"],
    flags=["auth-syntax"],
    spec=[spec.AUTH_FORM],
)
def signature_twice(base: Base):
    """Two readers may pick differently, so refusing is the safe side."""
    text = base.authorization.replace("Signature=", "Signature=" + "0" * 64 + ", Signature=")
    return after_sign("set-header", "Authorization", text)


@area.acceptable(
    "disputed",
    "a fourth field",
    base="get",
    knob="unknown_auth_param",
    error="malformed-auth-header",
    flags=["auth-syntax"],
    spec=[spec.AUTH_FORM],
)
def fourth_field(base: Base):
    """Nothing binds it: whoever reads it reads something unsigned."""
    return after_sign("set-header", "Authorization", base.authorization + ", Extra=1")


@area.acceptable(
    "disputed",
    "SignedHeaders unsorted, signed so",
    base="get",
    knob="signed_headers_form",
    error="signed-headers-malformed",
    any_of=["signature-mismatch"],
    flags=["selection"],
    spec=[spec.SIGNED_LIST],
)
def signed_headers_unsorted():
    """Sorted again the canonical request is another one, unless it was signed sorted."""
    return before_sign("set-claim", "signed-headers", "x-amz-date;host")


@area.acceptable(
    "disputed",
    "a token beside a permanent key",
    base="get",
    knob="token_unexpected",
    error="token-unexpected",
    any_of=["token-invalid", "header-not-signed"],
    flags=["session-token"],
    spec=[spec.TOKEN_SIGNED],
)
def token_unexpected():
    """Signed so. Ignored it does no harm; believed it would."""
    return before_sign("add-signed-header", "X-Amz-Security-Token", TOKEN)


@area.acceptable(
    "disputed",
    "another key with the same secret",
    base="two-keys",
    knob="identity_swap",
    flags=["auth-source"],
    spec=[spec.AUTH_FORM],
)
def identity_swapped():
    """The key id is not in the string to sign. The verifier must report the key presented, not
    one it remembers."""
    return after_sign(
        "set-auth-param", "Credential", "AKIDEXAMPLE2/20150830/us-east-1/service/aws4_request"
    )


@area.valid("accept", "two keys in the ring", flags=["baseline"], spec=[spec.SIGNATURE])
def two_keys():
    """The one that is presented is looked up."""
    return Verify(
        "/reports", keys=[{"access_key": AWS_KEY + "2", "secret_key": AWS_SECRET}], now=NOW
    )


@area.acceptable(
    "disputed",
    "blanks inside a signed value",
    base="post-spaced",
    knob="value_collapse",
    flags=["white-space"],
    spec=[spec.HEADER_TRIM],
)
def blanks_changed():
    """Collapsed, both values are one; a verifier that compares verbatim sees a change."""
    return after_sign("set-header", "X-Note", "  two   words ")


@area.valid(
    "accept", "a signed value with runs of blanks", flags=["white-space"], spec=[spec.HEADER_TRIM]
)
def post_spaced():
    """Trimmed and collapsed before signing."""
    return Verify("/reports", method="POST", headers=[("X-Note", "two words")], now=NOW)
