# SPDX-License-Identifier: Apache-2.0
"""Session tokens, of the dialects of AWS: a temporary key is good with its own token, signed, and
with no other."""

from __future__ import annotations

from collections.abc import Callable

from .. import spec
from ..model import Json
from ..suite import TOKEN, Base, Verify, after_sign, before_sign
from . import Family

family = Family(
    {
        "accept": "Honest requests",
        "absent": "A temporary key without its token",
        "other": "The token of somebody else",
        "text": "Nearly the token",
        "place": "A token twice, or in another place",
        "permanent": "A token beside a permanent key",
    }
)
HEADER = "X-Amz-Security-Token"
TEMPORARY = "ASIAIOSFODNN7EXAMPLE"
SECOND = {
    "access_key": "ASIAIOSFODNN7EXAMPLE2",
    "secret_key": "second EXAMPLE secret",
    "session_token": "FwoGZXIvYXdzEXAMPLE+SECOND/SESSION==",
}


@family.valid("accept", "a permanent key", flags=["baseline"], spec=[spec.SIGNATURE])
def get():
    """No token on either side."""
    return Verify("/reports/2015?page=1&size=50")


@family.valid(
    "accept", "a temporary key", flags=["baseline", "session-token"], spec=[spec.TOKEN_SIGNED]
)
def session():
    """Its token is signed, with '+', '/' and '=' in it, of which none is decoded."""
    return Verify("/reports/2015", token=TOKEN, access_key=TEMPORARY)


@family.valid(
    "accept",
    "a token of 4,096 characters",
    flags=["session-token", "over-strict"],
    spec=[spec.TOKEN_SIGNED],
)
def session_long():
    """Tokens carry policies and tags, and have no length of their own."""
    return Verify("/reports/2015", token="EXAMPLE+" * 511 + "EXAMPL==", access_key=TEMPORARY)


@family.valid(
    "accept",
    "two temporary keys in the ring",
    flags=["baseline", "session-token"],
    spec=[spec.TOKEN_SIGNED],
)
def sessions():
    """Each has its own token."""
    return Verify("/reports/2015", token=TOKEN, access_key=TEMPORARY, keys=[SECOND])


def negative(
    group: str,
    name: str,
    title: str,
    comment: str,
    recipe: Json | Callable[[Base], Json],
    error: str = "token-invalid",
    **more: object,
) -> None:
    options = {
        "base": "session",
        "any_of": ["signature-mismatch"],
        "severity": "medium",
        "flags": ["session-token"],
        "spec": [spec.TOKEN_SIGNED],
    }
    family.put("invalid", group, name, title, comment, recipe, error=error, **options | more)


# ---- Absent --------------------------------------------------------------------------------------

negative(
    "absent",
    "no_token",
    "no token, signed so",
    "The limits of the session would not apply.",
    before_sign("remove-header", HEADER),
    "token-missing",
)
negative(
    "absent",
    "no_token_kept",
    "the token taken away",
    "The signature kept: the header is signed, and the request lacks it.",
    after_sign("remove-header", HEADER),
    "signed-header-missing",
    any_of=["token-missing", "signature-mismatch"],
)
negative(
    "absent",
    "token_empty",
    "an empty token, signed so",
    "Empty is not absent, and neither is the token.",
    before_sign("set-header", HEADER),
    any_of=["token-missing"],
)
negative(
    "absent",
    "token_blank",
    "a blank for a token, signed so",
    "Trimmed, it is empty.",
    before_sign("set-header", HEADER, " "),
    any_of=["token-missing"],
)
negative(
    "absent",
    "token_emptied",
    "the token emptied after signing",
    "The signature kept.",
    after_sign("set-header", HEADER),
    any_of=["token-missing", "signature-mismatch"],
)
negative(
    "absent",
    "token_unlisted",
    "the token not signed",
    "Some services append it after signing; this dialect signs it.",
    lambda base: before_sign(
        "set-claim",
        "signed-headers",
        base.claim.signed_headers.replace(";x-amz-security-token", ""),
    ),
    "header-not-signed",
    any_of=["signature-mismatch", "token-missing"],
    flags=["session-token", "coverage"],
)
negative(
    "absent",
    "token_unlisted_kept",
    "the token taken from the list of signed headers",
    "The signature kept.",
    lambda base: after_sign(
        "set-auth-param",
        "SignedHeaders",
        base.claim.signed_headers.replace(";x-amz-security-token", ""),
    ),
    "header-not-signed",
    any_of=["signature-mismatch", "token-missing"],
    flags=["session-token", "coverage", "binding"],
)

# ---- Of somebody else ----------------------------------------------------------------------------

negative(
    "other",
    "token_of_nobody",
    "a token that nobody has, signed so",
    "The signature is right, the token is text.",
    before_sign("set-header", HEADER, "FwoGZXIvYXdzEXAMPLEOTHERSESSION=="),
    any_of=[],
)
negative(
    "other",
    "token_of_another_session",
    "the token of another session, signed so",
    "It is known, and of another key: that it is valid is not enough.",
    before_sign("set-header", HEADER, SECOND["session_token"]),
    base="sessions",
    any_of=[],
)
negative(
    "other",
    "token_of_another_session_kept",
    "the token of another session put in",
    "The signature kept.",
    after_sign("set-header", HEADER, SECOND["session_token"]),
    base="sessions",
)
negative(
    "other",
    "key_of_another_session",
    "the key of another session, signed with its secret",
    "The token is the first one's: a session is key, secret and token.",
    before_sign("sign-as", SECOND["access_key"], SECOND["secret_key"]),
    base="sessions",
    any_of=[],
)
negative(
    "other",
    "token_changed_in_the_ring",
    "the token of last hour",
    "The same request after the session was renewed: its key now has another token.",
    after_sign("set-key", "session_token", "FwoGZXIvYXdzEXAMPLERENEWED=="),
    any_of=[],
)

# ---- Nearly --------------------------------------------------------------------------------------


def nearly(name: str, title: str, comment: str, edit: Callable[[str], str], **more: object) -> None:
    """Signed so, and put in after signing."""

    def signed(base: Base) -> Json:
        return before_sign("set-header", HEADER, edit(TOKEN))

    def kept(base: Base) -> Json:
        return after_sign("set-header", HEADER, edit(TOKEN))

    flags = ["session-token", "comparison"]
    negative("text", name, f"{title}, signed so", comment, signed, any_of=[], flags=flags, **more)
    comment = "The signature kept. " + comment
    negative("text", name + "_kept", f"{title}, the signature kept", comment, kept, flags=flags)


nearly(
    "token_shorter",
    "the token without its end",
    "A comparison over the shorter length is content with any beginning.",
    lambda text: text[:-8],
)
nearly(
    "token_one_character",
    "the first character of the token",
    "A comparison over the shorter length.",
    lambda text: text[:1],
)
nearly(
    "token_longer",
    "more behind the token",
    "A comparison over the length that is expected.",
    lambda text: text + "AAAA",
)
nearly(
    "token_last_character",
    "another last character of the token",
    "Base64 has bits at its end that mean nothing: decoded, both may be one.",
    lambda text: text[:-3] + chr(ord(text[-3]) + 1) + "==",
)
nearly(
    "token_unpadded",
    "the token without '=='",
    "Padding takes no part in what is decoded.",
    lambda text: text.rstrip("="),
)
nearly(
    "token_blank_for_plus",
    "the token with a blank for '+'",
    "Read as a form.",
    lambda text: text.replace("+", " "),
)
nearly(
    "token_escaped",
    "the token with '%2B' for '+'",
    "As in a query. In a header nothing is escaped.",
    lambda text: text.replace("+", "%2B"),
)
nearly(
    "token_url_alphabet",
    "the token in the alphabet of URLs",
    "'-' and '_' for '+' and '/': decoded, both are one.",
    lambda text: text.replace("+", "-").replace("/", "_"),
)
nearly(
    "token_other_case",
    "the token in another case",
    "A column that is compared without case.",
    str.swapcase,
)

# ---- Places --------------------------------------------------------------------------------------


def repeated(name: str, title: str, comment: str, op: str, value: str) -> None:
    negative(
        "place",
        name,
        title,
        "Signed so. " + comment,
        before_sign(op, HEADER, value),
        any_of=["malformed-header", "signature-mismatch"],
        flags=["session-token", "repeated-header"],
        spec=[spec.STRICT],
    )


OTHER = "FwoGZXIvYXdzEXAMPLEOTHERSESSION=="
repeated(
    "two_tokens_equal",
    "two tokens, equal",
    "Joined, as repeated headers are, they are no token.",
    "add-header",
    TOKEN,
)
repeated(
    "two_tokens_right_first",
    "two tokens, the right one first",
    "One is looked up, the limits are the other's.",
    "add-header",
    OTHER,
)
repeated(
    "two_tokens_right_last",
    "two tokens, the right one last",
    "One is looked up, the limits are the other's; readers differ in which.",
    "prepend-header",
    OTHER,
)
repeated(
    "tokens_joined",
    "two tokens in one header",
    "What a hop makes of two lines.",
    "set-header",
    f"{TOKEN},{OTHER}",
)


def in_query(name: str, title: str, comment: str, token: str, step: Callable) -> None:
    negative(
        "place",
        name,
        title,
        comment,
        lambda base: step(
            "set-target",
            value=base.request.target.decode() + "?X-Amz-Security-Token=" + token,
        ),
        "multiple-auth",
        flags=["session-token", "auth-source"],
        spec=[spec.ONE_AUTH],
    )


ESCAPED = TOKEN.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D")
in_query(
    "token_in_query_too",
    "the same token in the query, too",
    "Signed so. Two places, of which two readers may take either.",
    ESCAPED,
    before_sign,
)
in_query(
    "other_token_in_query",
    "another token in the query",
    "Signed so. The session is one by the header and another by the query.",
    "FwoGZXIvYXdzEXAMPLEOTHERSESSION%3D%3D",
    before_sign,
)
in_query(
    "token_in_query_appended",
    "a token appended to the query",
    "After signing, as some services have it in presigned URLs. Here the header has one.",
    ESCAPED,
    after_sign,
)
negative(
    "place",
    "token_in_another_header",
    "the token in a header of another name",
    "'X-Security-Token' is no header of this dialect.",
    after_sign("rename-header", HEADER, "X-Security-Token"),
    "signed-header-missing",
    any_of=["token-missing", "signature-mismatch"],
    flags=["session-token", "binding"],
)

# ---- Permanent keys ------------------------------------------------------------------------------

negative(
    "permanent",
    "token_put_beside",
    "a token put beside a permanent key",
    "After signing: nobody has signed it, so nobody is limited by it or gains by it.",
    after_sign("add-header", HEADER, TOKEN),
    "header-not-signed",
    base="get",
    any_of=["token-unexpected", "token-invalid", "signature-mismatch"],
    flags=["session-token", "coverage"],
)
IGNORED = {
    "knob": "token_unexpected",
    "error": "token-unexpected",
    "any_of": ["token-invalid", "header-not-signed"],
    "flags": ["session-token"],
    "spec": [spec.TOKEN_SIGNED],
}
family.put(
    "acceptable",
    "permanent",
    "token_beside_permanent_key",
    "a token beside a permanent key",
    "Signed so. Ignored it does no harm; believed it would.",
    before_sign("add-signed-header", HEADER, TOKEN),
    base="get",
    **IGNORED,
)
family.put(
    "acceptable",
    "permanent",
    "empty_token_beside_permanent_key",
    "an empty token beside a permanent key",
    "Signed so. SDKs have written a header for the token they did not have.",
    before_sign("add-signed-header", HEADER),
    base="get",
    **IGNORED,
)
family.put(
    "acceptable",
    "permanent",
    "key_made_permanent",
    "a key that has lost its token",
    "The same request after the ring holds the key without one.",
    after_sign("remove-key-token"),
    base="session",
    **IGNORED,
)
