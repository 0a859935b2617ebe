# SPDX-License-Identifier: Apache-2.0
"""aws4-s3: what a verifier in front of an object store must accept and refuse."""

from .. import spec
from ..reference import sha256_hex
from ..suite import EMPTY_HASH, TOKEN, Area, Base, Verify, after_sign, before_sign

area = Area(
    "aws4-s3",
    "verify",
    "verify",
    "What a verifier of S3 requests must accept and refuse",
    [
        "Keys are taken as sent, x-amz-content-sha256 decides how the body is checked, and",
        "every other x-amz-* header is a command that must be under the signature.",
    ],
    {
        "accept": "Honest requests",
        "coverage": "Commands added to a signed request",
        "payload": "The body and its hash",
        "path": "The key",
        "scope": "The credential scope",
        "disputed": "Where verifiers legitimately differ",
    },
)

NOW = "20150830T123700Z"
HELLO = sha256_hex(b"hello")
OTHER = sha256_hex(b"hullo")


# ---- accept --------------------------------------------------------------------------------------


@area.valid(
    "accept", "PUT of an object", flags=["baseline", "payload-hash"], spec=[spec.PAYLOAD_S3]
)
def put_object():
    """The twin of most negatives below."""
    return Verify("/bucket/key", method="PUT", body="hello", now=NOW)


@area.valid("accept", "GET of an object", flags=["baseline"], spec=[spec.PAYLOAD_S3])
def get_object():
    """An empty body has a hash too."""
    return Verify("/bucket/key", now=NOW)


@area.valid(
    "accept",
    "a key with dots, slashes and escapes",
    flags=["single-encoding", "over-strict"],
    spec=[spec.PATH_S3],
)
def odd_key():
    """Normalising verifiers refuse it, and cannot serve the object."""
    return Verify("/bucket//a/../b%2Fc%20d/", now=NOW)


@area.valid(
    "accept",
    "a key in UTF-8, composed and not",
    flags=["single-encoding", "bytes"],
    spec=[spec.PATH_S3],
)
def utf8_key():
    """%C3%A9 and e%CC%81 are two keys."""
    return Verify("/bucket/%C3%A9", now=NOW)


@area.valid(
    "accept",
    "UNSIGNED-PAYLOAD, allowed by the policy",
    flags=["unsigned-payload"],
    spec=[spec.PAYLOAD_UNSIGNED],
)
def unsigned_payload_allowed():
    """The body is not covered, and the verified view says so."""
    return Verify(
        "/bucket/key",
        method="PUT",
        body="anything",
        content_hash="UNSIGNED-PAYLOAD",
        now=NOW,
        policy={"unsigned_payload": "allow"},
    )


@area.valid(
    "accept", "copying, with its source signed", flags=["coverage"], spec=[spec.XAMZ_SIGNED]
)
def copy_object():
    """Here the command is under the signature."""
    return Verify(
        "/bucket/copy", method="PUT", headers=[("x-amz-copy-source", "/bucket/key")], now=NOW
    )


@area.valid("accept", "a session token", flags=["session-token"], spec=[spec.TOKEN_SIGNED])
def token():
    """Signed, and the key's own."""
    return Verify("/bucket/key", token=TOKEN, access_key="ASIAIOSFODNN7EXAMPLE", now=NOW)


@area.valid(
    "accept",
    "x-amz-content-sha256 beside the signature",
    flags=["over-strict", "coverage"],
    base="put-object",
    spec=[spec.UNSIGNED_OK],
)
def hash_unsigned():
    """The one x-amz-* header that may stay unsigned: its value is the last line of the canonical
    request, so it is bound all the same."""
    return before_sign("set-claim", "signed-headers", "host;x-amz-date")


@area.valid(
    "accept",
    "a Content-Type beside the signature",
    flags=["over-strict"],
    base="put-object",
    spec=[spec.UNSIGNED_OK],
)
def content_type_unsigned():
    """The dialect lets it stay unsigned. A verifier that demands it refuses an honest client; the
    note of over-strict links a public example."""
    return after_sign("add-header", "Content-Type", "application/octet-stream")


@area.valid(
    "accept",
    "Range, If-Match and Expect beside the signature",
    flags=["over-strict"],
    spec=[spec.UNSIGNED_OK],
)
def conditional_headers_unsigned():
    """HTTP's own headers; hops add and remove some of them."""
    return Verify(
        "/bucket/key",
        now=NOW,
        unsigned=[
            ("Range", "bytes=0-9"),
            ("If-Match", '"etag"'),
            ("Expect", "100-continue"),
            ("Accept-Encoding", "gzip"),
        ],
    )


@area.valid(
    "accept",
    "15 minutes old: the edge is inside",
    flags=["freshness"],
    base="put-object",
    spec=[spec.SKEW],
)
def skew_edge():
    """Inclusive, as in the generic dialect. Off by one here is a request refused once in 900
    seconds."""
    return after_sign("set-clock", "now", "20150830T125100Z")


# ---- coverage ------------------------------------------------------------------------------------

COMMANDS = [
    (
        "copy_source_added",
        "x-amz-copy-source",
        "/secret/payroll.csv",
        "a source to copy from",
        "high",
        "An upload becomes a copy with the signer's rights: the holder reads any object.",
    ),
    (
        "copy_source_upper_case",
        "X-AMZ-Copy-Source",
        "/secret/payroll.csv",
        "the same, in mixed case",
        "high",
        "A guard that compares names as written lets it through.",
    ),
    (
        "acl_added",
        "x-amz-acl",
        "public-read",
        "an ACL",
        "high",
        "The object is published with the signer's rights.",
    ),
    (
        "grant_added",
        "x-amz-grant-full-control",
        'id="EXAMPLE"',
        "a grant",
        "high",
        "The object is given away.",
    ),
    (
        "metadata_added",
        "x-amz-meta-reviewed",
        "yes",
        "metadata",
        "high",
        "Applications trust what they have stored beside an object.",
    ),
    (
        "tagging_added",
        "x-amz-tagging",
        "retain=no",
        "tags",
        "high",
        "Life-cycle rules and policies act on tags.",
    ),
    (
        "storage_class_added",
        "x-amz-storage-class",
        "GLACIER",
        "a storage class",
        "high",
        "It costs, or takes the object away.",
    ),
    (
        "redirect_added",
        "x-amz-website-redirect-location",
        "https://evil.example/",
        "a redirect",
        "high",
        "The site sends its visitors elsewhere.",
    ),
    (
        "sse_customer_added",
        "x-amz-server-side-encryption-customer-algorithm",
        "AES256",
        "an encryption key of the sender's",
        "high",
        "The object is stored so that its owner cannot read it.",
    ),
    (
        "governance_bypass_added",
        "x-amz-bypass-governance-retention",
        "true",
        "a bypass of retention",
        "high",
        "What was locked can be deleted.",
    ),
    (
        "checksum_added",
        "x-amz-checksum-sha256",
        "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=",
        "a checksum",
        "high",
        "A check that is not signed proves nothing, and is stored as if it did.",
    ),
]


def command(name: str, header: str, value: str, title: str, severity: str, comment: str) -> None:
    def make():
        return after_sign("add-header", header, value)

    make.__name__ = name
    make.__doc__ = comment
    area.invalid(
        "coverage",
        f"added after signing: {title}",
        base="put-object",
        error="header-not-signed",
        any_of=["signature-mismatch"],
        severity=severity,
        flags=["coverage"],
        spec=[spec.XAMZ_SIGNED],
    )(make)


for entry in COMMANDS:
    command(*entry)


@area.invalid(
    "coverage",
    "a source to copy from, unsigned from the start",
    base="copy-object",
    error="header-not-signed",
    any_of=["signature-mismatch"],
    severity="high",
    flags=["coverage"],
    spec=[spec.XAMZ_SIGNED],
)
def copy_source_unlisted():
    """Signed again without it: the header was there when the request was signed, and nobody
    signed it."""
    return before_sign("set-claim", "signed-headers", "host;x-amz-content-sha256;x-amz-date")


@area.invalid(
    "coverage",
    "another source to copy from",
    base="copy-object",
    error="signature-mismatch",
    severity="high",
    flags=["coverage", "binding"],
    spec=[spec.SIGNATURE],
)
def copy_source_changed():
    """The signed command, with another argument."""
    return after_sign("set-header", "x-amz-copy-source", "/secret/payroll.csv")


@area.invalid(
    "coverage",
    "a second source to copy from",
    base="copy-object",
    error="signature-mismatch",
    severity="high",
    flags=["coverage", "repeated-header"],
    spec=[spec.HEADER_JOIN],
)
def copy_source_repeated():
    """Verified over the first one, carried out with the last."""
    return after_sign("add-header", "x-amz-copy-source", "/secret/payroll.csv")


@area.invalid(
    "coverage",
    "an unsigned session token",
    base="put-object",
    error="header-not-signed",
    any_of=["token-unexpected", "signature-mismatch"],
    severity="medium",
    flags=["coverage", "session-token"],
    spec=[spec.TOKEN_SIGNED],
)
def token_added():
    """The session of another is put beside a permanent key's signature."""
    return after_sign("add-header", "x-amz-security-token", TOKEN)


@area.invalid(
    "coverage",
    "a sub-resource appended",
    base="put-object",
    error="signature-mismatch",
    severity="high",
    flags=["binding"],
    spec=[spec.SIGNATURE],
)
def acl_subresource():
    """PUT of an object becomes PUT of its ACL."""
    return after_sign("set-target", value="/bucket/key?acl")


# ---- payload -------------------------------------------------------------------------------------


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


# ---- path ----------------------------------------------------------------------------------------


@area.invalid(
    "path",
    "the path normalised on the way",
    base="odd-key",
    error="signature-mismatch",
    severity="high",
    flags=["single-encoding", "dot-segments", "binding"],
    spec=[spec.PATH_S3],
)
def path_normalised():
    """Another object. A verifier that normalises gives both one signature."""
    return after_sign("set-target", value="/bucket/b%2Fc%20d/")


@area.invalid(
    "path",
    "'%2F' becomes '/'",
    base="odd-key",
    error="signature-mismatch",
    severity="high",
    flags=["single-encoding", "binding"],
    spec=[spec.PATH_S3],
)
def slash_unescaped():
    """Two keys; one of them was signed."""
    return after_sign("set-target", value="/bucket//a/../b/c%20d/")


@area.invalid(
    "path",
    "'%20' becomes '+'",
    base="odd-key",
    error="signature-mismatch",
    severity="high",
    flags=["plus-sign", "binding"],
    spec=[spec.PATH_S3],
)
def blank_as_plus():
    """A form decoder in the path makes them equal."""
    return after_sign("set-target", value="/bucket//a/../b%2Fc+d/")


@area.invalid(
    "path",
    "a composed letter decomposed",
    base="utf8-key",
    error="signature-mismatch",
    severity="low",
    flags=["bytes", "binding"],
    spec=[spec.PATH_S3],
)
def decomposed():
    """File systems that normalise Unicode make one file of two keys."""
    return after_sign("set-target", value="/bucket/e%CC%81")


@area.invalid(
    "path",
    "the key encoded twice",
    base="utf8-key",
    error="signature-mismatch",
    severity="high",
    flags=["single-encoding", "double-encoding", "binding"],
    spec=[spec.PATH_S3],
)
def encoded_twice():
    """'%25C3%25A9' is the key '%C3%A9', in letters."""
    return after_sign("set-target", value="/bucket/%25C3%25A9")


@area.invalid(
    "path",
    "signed by the rule of the other services",
    base="utf8-key",
    error="signature-mismatch",
    severity="high",
    flags=["single-encoding", "double-encoding"],
    spec=[spec.PATH_S3],
)
def signed_double_encoded():
    """Right secret, wrong dialect: a verifier that tries both forms accepts it, and so accepts
    two readings of one path."""
    return before_sign("set-canonical", "path", "/bucket/%25C3%25A9")


@area.invalid(
    "path",
    "a raw NUL in the key",
    base="get-object",
    error="malformed-uri",
    any_of=["signature-mismatch"],
    severity="high",
    flags=["injection", "bytes"],
    spec=[spec.TARGET_CLEAN],
)
def raw_nul():
    """Verified as '/bucket/key', stored as something else. The target is in base64."""
    return after_sign("set-target", value=b"/bucket/key\0.html")


# ---- scope ---------------------------------------------------------------------------------------


@area.invalid(
    "scope",
    "a signature for another service",
    base="put-object",
    error="scope-service",
    any_of=["signature-mismatch"],
    severity="medium",
    flags=["scope"],
    spec=[spec.SCOPE],
)
def scope_service():
    """Signed with the same secret, for 'iam'."""
    return before_sign("set-claim", "service", "iam")


@area.invalid(
    "scope",
    "the region left empty",
    base="put-object",
    error="malformed-credential",
    any_of=["scope-region", "signature-mismatch"],
    severity="medium",
    flags=["scope"],
    spec=[spec.SCOPE],
)
def scope_region_empty():
    """Signed so. An empty region is no default."""
    return before_sign("set-claim", "region", "")


@area.invalid(
    "scope",
    "a wrong secret",
    base="put-object",
    error="signature-mismatch",
    severity="critical",
    flags=["comparison"],
    spec=[spec.SIGNATURE],
)
def wrong_secret():
    """The least that a verifier must find out."""
    return before_sign("set-secret", value="another EXAMPLE secret")


@area.invalid(
    "scope",
    "901 s old",
    base="put-object",
    error="skewed-past",
    severity="high",
    flags=["freshness"],
    spec=[spec.SKEW],
)
def skew_past():
    """One second beyond the edge."""
    return after_sign("set-clock", "now", "20150830T125101Z")


@area.invalid(
    "scope",
    "stale, with an unsigned body",
    base="unsigned-payload-allowed",
    error="skewed-past",
    severity="high",
    flags=["freshness", "unsigned-payload"],
    spec=[spec.SKEW],
)
def skew_past_unsigned_payload():
    """Each mode of the body has its own path of code; each must look at the clock."""
    return after_sign("set-clock", "now", "20150831T123600Z")


# ---- disputed ------------------------------------------------------------------------------------


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
