# SPDX-License-Identifier: Apache-2.0
"""Requests that a server may treat on a path of their own: OPTIONS and HEAD, a method that a header
names, a body that is not hashed. On each of these paths the signature is compared."""

from __future__ import annotations

from .. import spec
from ..suite import Verify, after_sign, before_sign
from . import Family

family = Family(
    {
        "methods": "Honest requests by other methods",
        "method": "The method, and what else names one",
        "modes": "Honest requests in other modes of the body",
        "mode": "The mode of the body, and a signature of nobody",
    }
)
ZEROS = "0" * 64
FORGED = {
    "error": "signature-mismatch",
    "severity": "critical",
    "flags": ["comparison", "binding"],
    "spec": [spec.SIGNATURE],
}
CHANGED = {
    "error": "signature-mismatch",
    "severity": "high",
    "flags": ["binding"],
    "spec": [spec.SIGNATURE],
}

# ---- Methods -------------------------------------------------------------------------------------


@family.valid("methods", "OPTIONS", flags=["baseline"], spec=[spec.SIGNATURE])
def options():
    """Signed like any other."""
    return Verify("/reports", method="OPTIONS")


@family.valid(
    "methods", "HEAD", flags=["baseline", "over-strict", "payload-hash"], spec=[spec.SIGNATURE]
)
def head():
    """Its payload is empty, as that of a GET."""
    return Verify("/reports", method="HEAD")


@family.valid("methods", "DELETE", flags=["baseline"], spec=[spec.SIGNATURE])
def delete():
    """The twin of what is done by header."""
    return Verify("/reports/2015", method="DELETE")


@family.valid(
    "methods",
    "a GET with the headers of a preflight",
    flags=["over-strict"],
    spec=[spec.UNSIGNED_OK],
)
def preflight():
    """Headers that a browser sends with OPTIONS; nobody has signed them."""
    return Verify(
        "/reports",
        method="GET",
        unsigned=[
            ("Origin", "https://example.org"),
            ("Access-Control-Request-Method", "GET"),
        ],
    )


@family.valid(
    "methods",
    "a GET that names a method in a header",
    flags=["over-strict"],
    spec=[spec.UNSIGNED_OK],
)
def override_named():
    """The header is not signed, and so it is nobody's word. What is verified is a GET."""
    return Verify("/reports", unsigned=[("X-HTTP-Method-Override", "GET")])


def forged(name: str, base: str, title: str, comment: str) -> None:
    family.put(
        "invalid",
        "method",
        name,
        title,
        comment,
        after_sign("set-auth-param", "Signature", ZEROS),
        base=base,
        **FORGED,
    )


forged(
    "options_forged",
    "options",
    "OPTIONS, a signature of zeros",
    "Answered before anybody looks at Authorization, it must not do more than a preflight may.",
)
forged(
    "head_forged",
    "head",
    "HEAD, a signature of zeros",
    "It tells whether something is there, and how long it is.",
)
forged(
    "delete_forged",
    "delete",
    "DELETE, a signature of zeros",
    "Every handler has the same check before it.",
)


def renamed(name: str, base: str, title: str, comment: str, method: str, **more: object) -> None:
    family.put(
        "invalid",
        "method",
        name,
        title,
        comment,
        after_sign("set-method", value=method),
        base=base,
        **CHANGED | more,
    )


renamed(
    "get_as_head",
    "get",
    "a GET becomes a HEAD",
    "A framework that answers HEAD with the handler of GET verifies what it has made of it.",
    "HEAD",
    severity="low",
)
renamed(
    "head_as_get",
    "head",
    "a HEAD becomes a GET",
    "Whoever may ask for the length may not ask for the content.",
    "GET",
)
renamed("get_as_options", "get", "a GET becomes an OPTIONS", "Another method.", "OPTIONS")
renamed(
    "preflight_names_the_method",
    "preflight",
    "OPTIONS, and the signed method in a header",
    "Access-Control-Request-Method says what will be asked, not what is.",
    "OPTIONS",
)
renamed(
    "override_names_the_method",
    "override_named",
    "POST, and the signed method in a header",
    "Verified as what X-HTTP-Method-Override says, routed as what it is.",
    "POST",
)
renamed(
    "method_lower_case",
    "delete",
    "'delete' in lower case",
    "Methods have case. A router that folds it does another thing than was signed, or the same "
    "twice.",
    "delete",
    severity="low",
)


@family.valid("methods", "GET", flags=["baseline"], spec=[spec.SIGNATURE])
def get():
    """The twin of what is done to a method."""
    return Verify("/reports/2015?page=1&size=50")


# ---- Modes ---------------------------------------------------------------------------------------


@family.valid("modes", "PUT with a body", flags=["baseline", "payload-hash"], spec=[spec.SIGNATURE])
def put():
    """Its hash is the last line of what is signed."""
    return Verify("/reports/2015", method="PUT", body="hello")


@family.valid(
    "modes",
    "PUT with an unsigned body",
    flags=["unsigned-payload"],
    spec=[spec.PAYLOAD_UNSIGNED],
)
def put_unsigned():
    """The policy allows it."""
    return Verify(
        "/reports/2015",
        method="PUT",
        body="hello",
        content_hash="UNSIGNED-PAYLOAD",
        policy={"unsigned_payload": "allow"},
    )


@family.valid(
    "modes",
    "PUT of an archive that the server unpacks",
    flags=["baseline", "coverage"],
    spec=[spec.XAMZ_SIGNED],
)
def put_archive():
    """A header of the server's own names another handler; it is signed."""
    return Verify(
        "/reports/2015.tar",
        method="PUT",
        body="hello",
        headers=[("X-Amz-Meta-Snowball-Auto-Extract", "true")],
    )


@family.valid("modes", "a part of an upload", flags=["baseline"], spec=[spec.SIGNATURE])
def put_part():
    """Two arguments name another handler."""
    return Verify("/reports/2015?partNumber=1&uploadId=EXAMPLE", method="PUT", body="hello")


for name, title in (
    ("put", "PUT"),
    ("put_unsigned", "PUT with an unsigned body"),
    ("put_archive", "PUT of an archive"),
    ("put_part", "a part of an upload"),
):
    family.put(
        "invalid",
        "mode",
        name + "_forged",
        f"{title}, a signature of zeros",
        "Each handler, and each mode of the body, has its own path of code; on each of them the "
        "signature is compared (CVE-2025-31489, CVE-2026-40344).",
        after_sign("set-auth-param", "Signature", ZEROS),
        base=name,
        **FORGED,
    )
family.put(
    "invalid",
    "mode",
    "put_unsigned_wrong_secret",
    "PUT with an unsigned body, a wrong secret",
    "An unsigned body is no unsigned request.",
    before_sign("set-secret", value="another EXAMPLE secret"),
    base="put_unsigned",
    **FORGED,
)

MODES = {
    "unsigned": "UNSIGNED-PAYLOAD",
    "unsigned_trailer": "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
    "chunks": "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
    "chunks_trailer": "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER",
    "events": "STREAMING-AWS4-HMAC-SHA256-EVENTS",
    "ecdsa_chunks": "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD",
    "ecdsa_chunks_trailer": "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER",
}
for name, word in MODES.items():
    family.put(
        "invalid",
        "mode",
        f"mode_{name}_put_in",
        word if len(word) < 50 else word.replace("-HMAC-SHA256", "").replace("-P256-SHA256", ""),
        "Put into the header after signing: the word chooses how the body is read, never whether "
        "the signature is compared.",
        after_sign("set-header", "X-Amz-Content-Sha256", word),
        base="put_part",
        error="unsigned-payload-forbidden" if name == "unsigned" else "payload-mode-not-allowed",
        any_of=["signature-mismatch", "payload-hash-invalid", "payload-hash-mismatch"],
        severity="critical",
        flags=["unsigned-payload", "auth-source"],
        spec=[spec.PAYLOAD_S3],
    )


@family.invalid(
    "mode",
    "a hash for UNSIGNED-PAYLOAD",
    base="put_unsigned",
    error="payload-hash-mismatch",
    any_of=["signature-mismatch"],
    severity="high",
    flags=["payload-hash", "binding"],
    spec=[spec.PAYLOAD_S3],
)
def hash_for_unsigned():
    """A hash in the place of the word, of another body, under the old signature."""
    return after_sign("set-header", "X-Amz-Content-Sha256", "0" * 64)
