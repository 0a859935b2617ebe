# SPDX-License-Identifier: Apache-2.0
"""Where the authentication stands: in one Authorization header, once, and nowhere else. Identity
from one place and signature from another is somebody who never signed."""

from __future__ import annotations

import urllib.parse

from .. import reference as ref
from .. import spec
from ..model import Json
from ..reference_stages import canonical_headers, canonical_request
from ..suite import Base, Verify, after_sign, before_sign
from . import Family

family = Family(
    {
        "accept": "Honest requests",
        "absent": "No authentication, or not where it belongs",
        "query": "Something of it in the query, too",
        "two": "Two of them",
        "scheme": "Another scheme",
    }
)
ZEROS = "0" * 64
NO_AUTH = {
    "error": "no-auth",
    "severity": "critical",
    "flags": ["auth-source"],
    "spec": [spec.AUTH_FORM],
}
TWICE = {
    "error": "multiple-auth",
    "flags": ["auth-source"],
    "spec": [spec.ONE_AUTH],
}


def victim(base: Base) -> str:
    """The credential of somebody else, in the same scope."""
    return base.credential.replace(base.claim.access_key, "AKIDVICTIM", 1)


# ---- Honest --------------------------------------------------------------------------------------


@family.valid("accept", "GET", flags=["baseline"], spec=[spec.SIGNATURE, spec.AUTH_FORM])
def get():
    """The twin of most of the others."""
    return Verify("/reports/2015?page=1&size=50")


@family.valid(
    "accept",
    "'authorization' in lower case",
    base="get",
    flags=["over-strict"],
    spec=[spec.HEADER_CASE],
)
def name_lower_case():
    """Names of headers have no case: HTTP/2 writes them all like this."""
    return after_sign("rename-header", "Authorization", "authorization")


@family.valid(
    "accept",
    "'AUTHORIZATION' in upper case",
    base="get",
    flags=["over-strict"],
    spec=[spec.HEADER_CASE],
)
def name_upper_case():
    """No client writes it like this, and a verifier must find it or refuse: not overlook it."""
    return after_sign("rename-header", "Authorization", "AUTHORIZATION")


@family.valid(
    "accept",
    "Proxy-Authorization beside it",
    base="get",
    flags=["over-strict", "auth-source"],
    spec=[spec.UNSIGNED_OK],
)
def proxy_authorization_beside():
    """That is for a proxy, and no second authentication of this request."""
    return after_sign("add-header", "Proxy-Authorization", "Basic cHJveHk6RVhBTVBMRQ==")


# ---- Absent --------------------------------------------------------------------------------------


@family.invalid("absent", "no Authorization header", **NO_AUTH)
def no_authorization():
    """Neither header nor query: nobody."""
    return after_sign("remove-header", "Authorization")


@family.invalid(
    "absent",
    "an empty Authorization header",
    error="bad-algorithm",
    any_of=["no-auth", "malformed-auth-header", "missing-auth-param"],
    severity="critical",
    flags=["auth-source"],
    spec=[spec.AUTH_FORM],
)
def authorization_empty():
    """There, and nothing in it: no way round the check of its absence."""
    return after_sign("set-header", "Authorization")


@family.invalid("absent", "in Proxy-Authorization instead", **NO_AUTH)
def in_proxy_authorization():
    """A signature for a proxy is none for the server, whatever it is over."""
    return after_sign("rename-header", "Authorization", "Proxy-Authorization")


@family.invalid("absent", "in X-Authorization instead", **NO_AUTH)
def in_x_authorization():
    """What a gateway has renamed it renames back, or says so: nobody guesses."""
    return after_sign("rename-header", "Authorization", "X-Authorization")


@family.invalid("absent", "in a cookie instead", **NO_AUTH)
def in_a_cookie():
    """A browser sends cookies by itself."""
    return after_sign("rename-header", "Authorization", "Cookie")


@family.invalid(
    "absent",
    "only X-Amz-Credential, in the query",
    **NO_AUTH | {"any_of": ["missing-auth-param", "multiple-auth"]},
)
def credential_moved_to_query():
    """A claim without a signature: identity is found, nothing is compared (CVE-2026-41145)."""
    return after_sign("move-to-query", "Credential")


@family.invalid(
    "absent",
    "algorithm and credential in the query",
    **NO_AUTH | {"any_of": ["missing-auth-param", "multiple-auth"]},
)
def claim_moved_to_query():
    """A presigned URL by its first two arguments, and without the rest of them."""
    return after_sign("move-to-query", "Algorithm;Credential")


@family.invalid(
    "absent",
    "all of it in the query, of a header's signature",
    **NO_AUTH
    | {
        "severity": "high",
        "any_of": ["missing-auth-param", "multiple-auth", "signature-mismatch"],
    },
)
def all_moved_to_query():
    """A signature for the header is none for the query: what is signed there is another request,
    and it says how long it is good."""
    return after_sign("move-to-query", "Algorithm;Credential;SignedHeaders;Signature")


# ---- In the query, too ---------------------------------------------------------------------------


def presigned(base: Base) -> str:
    """The target with a whole and right query authentication of the same key, for an hour."""
    row, request, claim = base.row, base.request, base.claim
    scope = base.credential.partition("/")[2]
    args = {
        "X-Amz-Algorithm": row.algorithm,
        "X-Amz-Credential": f"{claim.access_key}/{scope}",
        "X-Amz-Date": base.time,
        "X-Amz-Expires": "3600",
        "X-Amz-SignedHeaders": "host",
    }
    target = request.target + b"&" + urllib.parse.urlencode(args).encode()
    path, query = ref.split_target(target)
    hashed = ref.UNSIGNED_PAYLOAD if row.hash_header_always else ref.sha256_hex(request.body)
    text = canonical_request(
        request.method,
        row.canonical_path(path),
        row.canonical_query(query),
        canonical_headers(row, request.headers, [b"host"]),
        b"host",
        hashed.encode(),
    )
    key = ref.signing_key(row, claim, base.input["keyring"][0]["secret_key"])
    sig = ref.signature(key, ref.string_to_sign(row, claim, base.time, text))
    return f"{target.decode()}&X-Amz-Signature={sig}"


def appended(base: Base, **args: str) -> str:
    names = {"X-Amz-" + name.replace("_", "-"): value for name, value in args.items()}
    return f"{base.request.target.decode()}&{urllib.parse.urlencode(names)}"


@family.invalid("query", "header and query, both right", severity="low", **TWICE)
def both_right(base: Base):
    """Of the same key: nothing is gained by it, and two parts of a server choose differently."""
    return before_sign("set-target", value=presigned(base))


@family.invalid(
    "query",
    "header by A, whole query by B",
    severity="critical",
    any_of=["signature-mismatch"],
    **TWICE,
)
def header_by_a_query_by_b(base: Base):
    """Signed by A with B's claim in the query: the signature is checked for A, the request carried
    out as B."""
    args = {
        "Algorithm": base.row.algorithm,
        "Credential": victim(base),
        "Date": base.time,
        "Expires": "3600",
        "SignedHeaders": "host",
        "Signature": ZEROS,
    }
    return before_sign("set-target", value=appended(base, **args))


def lone(name: str, title: str, comment: str, severity: str, key: str, value: object) -> None:
    """One argument of a query authentication beside the header, under its signature, and appended
    after signing."""

    def target(base: Base) -> str:
        return appended(base, **{key: value(base) if callable(value) else value})

    def signed(base: Base) -> Json:
        return before_sign("set-target", value=target(base))

    def kept(base: Base) -> Json:
        return after_sign("set-target", value=target(base))

    options = {"any_of": ["signature-mismatch"], "severity": severity, **TWICE}
    family.put("invalid", "query", name, title, "Signed so. " + comment, signed, **options)
    name, title = name + "_appended", title + ", appended"
    family.put("invalid", "query", name, title, comment, kept, **options)


lone(
    "credential_in_query",
    "a lone X-Amz-Credential",
    "Enough for code that asks for the identity in the query first.",
    "critical",
    "Credential",
    victim,
)
lone(
    "algorithm_in_query",
    "a lone X-Amz-Algorithm",
    "It is what tells a presigned URL: behind it another verifier begins.",
    "high",
    "Algorithm",
    lambda base: base.row.algorithm,
)
lone(
    "signature_in_query",
    "a lone X-Amz-Signature",
    "Left out of the canonical query, as in a presigned URL, it is an argument nobody signs.",
    "high",
    "Signature",
    ZEROS,
)
lone(
    "token_in_query",
    "a lone X-Amz-Security-Token",
    "A session by the query, a key by the header.",
    "medium",
    "Security_Token",
    "FwoGZXIvYXdzEXAMPLEOTHERSESSION==",
)


@family.invalid(
    "query",
    "X-AMZ-CREDENTIAL in upper case",
    any_of=["signature-mismatch"],
    severity="high",
    **TWICE,
)
def credential_in_query_upper_case(base: Base):
    """Signed so. A guard that knows one spelling, under a map that knows no case."""
    target = appended(base, Credential=victim(base)).replace("X-Amz-Cred", "X-AMZ-CRED")
    return before_sign("set-target", value=target)


# ---- Two headers ---------------------------------------------------------------------------------


def spoilt(base: Base) -> str:
    return base.authorization.replace(base.signature, ZEROS)


def another(base: Base) -> str:
    return base.authorization.replace(base.credential, victim(base))


def two(name: str, title: str, comment: str, other: object, severity: str) -> None:
    """The right one first and last."""
    options = {
        "error": "duplicate-authorization",
        "any_of": [
            "malformed-auth-header",
            "malformed-header",
            "signature-mismatch",
            "unknown-key",
        ],
        "severity": severity,
        "flags": ["auth-source", "repeated-header"],
        "spec": [spec.ONE_AUTH],
    }
    for word, op in (("first", "add-header"), ("last", "prepend-header")):
        family.put(
            "invalid",
            "two",
            f"{name}_right_{word}",
            f"{title}, the right one {word}",
            comment,
            lambda base, op=op: after_sign(op, "Authorization", other(base)),
            **options,
        )


two(
    "junk_beside",
    "one with zeros for its signature",
    "Proxy and server choose differently.",
    spoilt,
    "low",
)
two(
    "another_beside",
    "one that names another key",
    "Checked for the one, carried out as the other.",
    another,
    "critical",
)
two(
    "bearer_beside",
    "a bearer token beside",
    "Two schemes, two middlewares: whoever comes first decides.",
    lambda base: "Bearer EXAMPLE",
    "low",
)


def joined(name: str, title: str, comment: str, right_first: bool) -> None:
    """What a hop makes of two header lines: one value with a comma in it."""

    def text(base: Base) -> Json:
        pair = [base.authorization, another(base)]
        value = ", ".join(pair if right_first else reversed(pair))
        return after_sign("set-header", "Authorization", value)

    family.put(
        "invalid",
        "two",
        name,
        title,
        comment,
        text,
        error="malformed-auth-header",
        any_of=[
            "duplicate-auth-param",
            "malformed-credential",
            "signature-malformed",
            "signature-mismatch",
            "unknown-key",
        ],
        severity="critical",
        flags=["auth-source", "auth-syntax"],
        spec=[spec.ONE_AUTH],
    )


joined(
    "joined_right_first",
    "two values joined, the right one first",
    "A hop may join two lines of one name. Where the fields go into a map, the last ones count.",
    True,
)
joined(
    "joined_right_last",
    "two values joined, the right one last",
    "Where the fields go into a map, the right ones count, and the log has the other key.",
    False,
)

# ---- Schemes -------------------------------------------------------------------------------------


def scheme(name: str, title: str, comment: str, value: object, **more: object) -> None:
    def recipe(base: Base) -> Json:
        text = value(base) if callable(value) else value
        return after_sign("set-header", "Authorization", text)

    options = {
        "error": "bad-algorithm",
        "any_of": ["no-auth", "malformed-auth-header"],
        "severity": "critical",
        "flags": ["auth-source", "algorithm"],
        "spec": [spec.ALGORITHM],
    }
    family.put("invalid", "scheme", name, title, comment, recipe, **options | more)


def fields_of(base: Base) -> str:
    return base.authorization.partition(" ")[2]


scheme(
    "version_2",
    "Signature Version 2",
    "'AWS key:signature'. A default branch for schemes of old lets it pass.",
    lambda base: f"AWS {base.claim.access_key}:frJIUN8DYpKDtOLCwo//yllqDzg=",
)
scheme(
    "basic",
    "Basic",
    "Another scheme is no reason to look no further.",
    "Basic QUtJREVYQU1QTEU6c2VjcmV0",
)
scheme(
    "bearer_with_fields",
    "Bearer, with the fields of this dialect",
    "Fields that are found wherever they stand.",
    lambda base: "Bearer EXAMPLE, " + fields_of(base),
)
scheme(
    "basic_with_fields",
    "Basic, and behind it the right value",
    "A search for the algorithm word finds it anywhere.",
    lambda base: "Basic QUtJREVYQU1QTEU6c2VjcmV0, " + base.authorization,
)
scheme(
    "anonymous",
    "the word 'anonymous'",
    "A value that some servers put there themselves, between their own parts.",
    "anonymous",
)
