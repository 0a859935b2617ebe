# SPDX-License-Identifier: Apache-2.0
"""dci2-v2.1: strict verdicts, and beside them those of python-dciauth 2.1.7."""

from .. import spec
from ..suite import DCI_HOST, Area, Base, Verify, after_sign, before_sign

area = Area(
    "dci2-v2.1",
    "verify",
    "verify",
    "What a verifier of DCI requests must accept and refuse",
    [
        "python-dciauth 2.1.7 accepts much that a strict verifier must not. Each such behaviour",
        "is two vectors: a negative under the strict policy, and a valid one under",
        "policy.preset python-dciauth (group compat).",
    ],
    {
        "accept": "Honest requests",
        "lenient": "Refused by the strict policy, accepted by python-dciauth 2.1.7",
        "compat": "The same under the policy python-dciauth",
        "binding": "Changed after signing",
        "date": "Dates and the clock",
        "syntax": "Keys and the Authorization header",
        "disputed": "Where verifiers legitimately differ",
    },
)

NOW = "20240919T132639Z"
COMPAT = {"preset": "python-dciauth"}

# ---- accept --------------------------------------------------------------------------------------


@area.valid("accept", "GET with a query", flags=["baseline"], spec=[spec.DCI_VERIFY])
def get():
    """The twin of most negatives below."""
    return Verify("/api/v1/jobs?limit=10&where=a", now=NOW)


@area.valid(
    "accept",
    "POST with JSON",
    flags=["baseline", "payload-hash"],
    spec=[spec.DCI_VERIFY, spec.DCI_BODY],
)
def post():
    """Content-Type is not signed in this dialect."""
    return Verify(
        "/api/v1/jobs",
        method="POST",
        body='{"topic_id": "t1"}',
        now=NOW,
        unsigned=[("Content-Type", "application/json")],
    )


@area.valid(
    "accept", "an escaped slash in the path", flags=["single-encoding"], spec=[spec.DCI_PATH]
)
def escaped_slash():
    """Verbatim: '/a%2Fb' is not '/a/b'."""
    return Verify("/api/v1/files/a%2Fb", now=NOW)


@area.valid(
    "accept", "UTF-8, raw, in path and query", flags=["bytes"], spec=[spec.DCI_PATH, spec.DCI_QSL]
)
def raw_utf8():
    """As Python clients may send it."""
    return Verify("/api/v1/équipes?name=é", now=NOW)


@area.valid("accept", "escapes that are no UTF-8", flags=["bytes"], spec=[spec.DCI_QSL])
def not_utf8():
    """U+FFFD in the canonical query, by the package's own decoding."""
    return Verify("/api/v1/jobs?name=%FF", now=NOW)


@area.valid(
    "accept",
    "900 s old: the edge is inside",
    flags=["freshness"],
    base="get",
    spec=[spec.DCI_EXPIRED],
)
def skew_past_edge():
    """'More than fifteen minutes' is expired: 900 s is not."""
    return after_sign("set-clock", "now", "20240919T134039Z")


@area.valid(
    "accept",
    "900 s ahead: the edge is inside",
    flags=["freshness"],
    base="get",
    spec=[spec.DCI_EXPIRED],
)
def skew_future_edge():
    """abs() of the difference: the same on both sides."""
    return after_sign("set-clock", "now", "20240919T131039Z")


@area.valid(
    "accept",
    "'+' for '%20' in the query",
    flags=["plus-sign"],
    base="blank-in-query",
    spec=[spec.DCI_QSL],
)
def plus_for_blank():
    """Both are a blank to parse_qsl, here and in the application."""
    return after_sign("set-target", value="/api/v1/jobs?where=a+b")


@area.valid("accept", "a blank in the query", flags=["plus-sign"], spec=[spec.DCI_QUERY])
def blank_in_query():
    """Signed as '+'."""
    return Verify("/api/v1/jobs?where=a%20b", now=NOW)


@area.valid(
    "accept",
    "a User-Agent beside the signature",
    flags=["over-strict"],
    base="get",
    spec=[spec.DCI_HEADERS],
)
def user_agent_unsigned():
    """Only host and the date are signed by default."""
    return after_sign("add-header", "User-Agent", "python-dciclient/3.0")


@area.valid(
    "accept",
    "signed before midnight, verified after",
    flags=["freshness"],
    spec=[spec.DCI_EXPIRED, spec.DCI_SCOPE],
)
def over_midnight():
    """The scope date is the request's day."""
    return Verify("/api/v1/jobs", time="20241231T235959Z", now="20250101T001000Z")


# ---- lenient and compat --------------------------------------------------------------------------


@area.valid(
    "compat", "an honest request", flags=["baseline", "dci-lenient"], spec=[spec.DCI_VERIFY]
)
def compat_get():
    """The base of the other vectors of this group."""
    return Verify("/api/v1/jobs?limit=10&where=a", now=NOW, policy=COMPAT)


def lenient(
    name: str,
    title: str,
    comment: str,
    recipe: dict,
    error: str,
    any_of: list[str],
    severity: str,
    flags: list[str],
) -> None:
    """One behaviour, two vectors."""

    def make():
        return recipe

    def make_compat():
        return recipe

    make.__name__, make.__doc__ = name, comment
    make_compat.__name__, make_compat.__doc__ = (
        "compat_" + name,
        "python-dciauth 2.1.7 accepts this. " + comment,
    )
    area.invalid(
        "lenient",
        title,
        base="get",
        error=error,
        any_of=any_of,
        severity=severity,
        flags=["dci-lenient", *flags],
        spec=[spec.STRICT],
    )(make)
    area.valid(
        "compat", title, base="compat-get", flags=["dci-lenient", *flags], spec=[spec.DCI_LENIENT]
    )(make_compat)


lenient(
    "key_repeated",
    "a key repeated after signing",
    "The server's dictionary keeps the first value, the signed one; others take the last.",
    after_sign("set-target", value="/api/v1/jobs?limit=10&where=a&where=b"),
    "duplicate-query-param",
    ["signature-mismatch"],
    "high",
    ["repeated-key"],
)
lenient(
    "scope_date_old",
    "a scope date of years ago, signed so",
    "The scope date is never compared with the time: the key of one day signs for ever.",
    before_sign("set-claim", "date", "20100101"),
    "scope-date-mismatch",
    ["signature-mismatch"],
    "medium",
    ["scope"],
)
lenient(
    "scope_region",
    "another region, signed so",
    "The region is taken from the request itself.",
    before_sign("set-claim", "region", "EVIL"),
    "scope-region",
    ["signature-mismatch"],
    "low",
    ["scope"],
)
lenient(
    "scope_service",
    "another service, signed so",
    "The service is taken from the request itself.",
    before_sign("set-claim", "service", "feeder"),
    "scope-service",
    ["signature-mismatch"],
    "medium",
    ["scope"],
)
lenient(
    "scope_terminator",
    "another terminator, signed so",
    "The last word of the scope is taken from the request itself.",
    before_sign("set-claim", "terminator", "aws4_request"),
    "scope-terminator",
    ["signature-mismatch"],
    "low",
    ["scope"],
)
lenient(
    "algorithm",
    "another algorithm word, signed so",
    "The word goes into the key prefix and the string to sign, and is compared with nothing.",
    before_sign("set-claim", "algorithm", "AWS4-HMAC-SHA256"),
    "bad-algorithm",
    ["signature-mismatch", "malformed-auth-header"],
    "low",
    ["algorithm"],
)
lenient(
    "host_not_signed",
    "host is not signed",
    "The request is good on every server that knows the secret: staging and production.",
    before_sign("set-claim", "signed-headers", "x-dci-date"),
    "host-not-signed",
    ["signature-mismatch"],
    "high",
    ["coverage"],
)
lenient(
    "date_not_signed",
    "the date header is not signed",
    "The string to sign binds it all the same; nothing says that it must be listed.",
    before_sign("set-claim", "signed-headers", "host"),
    "header-not-signed",
    ["signature-mismatch"],
    "high",
    ["coverage"],
)
lenient(
    "dci_header_added",
    "an x-dci-* header added after signing",
    "The dialect's own headers are commands; the package looks only at those listed.",
    after_sign("add-header", "X-DCI-Team", "admin"),
    "header-not-signed",
    ["signature-mismatch"],
    "high",
    ["coverage"],
)
lenient(
    "signed_headers_unsorted",
    "SignedHeaders unsorted, signed so",
    "Any order is taken as it comes.",
    before_sign("set-claim", "signed-headers", "x-dci-date;host"),
    "signed-headers-malformed",
    ["signature-mismatch"],
    "low",
    ["selection"],
)
lenient(
    "signed_headers_twice",
    "a name twice in SignedHeaders, signed so",
    "The line is written twice.",
    before_sign("set-claim", "signed-headers", "host;host;x-dci-date"),
    "signed-headers-malformed",
    ["signature-mismatch"],
    "low",
    ["selection"],
)
lenient(
    "date_unpadded",
    "a month without its zero, signed so",
    "strptime reads '2024919T132539Z' as the same instant; another server need not.",
    before_sign("set-header", "X-DCI-Date", "2024919T132539Z"),
    "malformed-date",
    ["scope-date-mismatch", "signature-mismatch"],
    "low",
    ["date"],
)
lenient(
    "date_lower_case",
    "a lower-case 'z' and 't', signed so",
    "strptime compares letters without their case.",
    before_sign("set-header", "X-DCI-Date", "20240919t132539z"),
    "malformed-date",
    ["signature-mismatch"],
    "low",
    ["date"],
)
lenient(
    "two_date_headers",
    "x-amz-date beside x-dci-date, equal",
    "Two clocks on one request; the package prefers x-amz-date.",
    after_sign("add-header", "X-Amz-Date", "20240919T132539Z"),
    "duplicate-date",
    ["header-not-signed", "signature-mismatch"],
    "high",
    ["freshness"],
)


def signature_prefix() -> None:
    def edit(base: Base) -> dict:
        return after_sign("set-auth-param", "Signature", "Signature=" + base.signature)

    def signature_repeated(base: Base):
        """The package takes every 'Signature=' out of the word, so that more than one text is
        the same signature."""
        return edit(base)

    def compat_signature_repeated(base: Base):
        """python-dciauth 2.1.7 accepts this: it takes every 'Signature=' out of the word."""
        return edit(base)

    title = "'Signature=Signature='"
    area.invalid(
        "lenient",
        title,
        base="get",
        error="signature-malformed",
        any_of=["malformed-auth-header", "signature-mismatch"],
        severity="low",
        flags=["dci-lenient", "auth-syntax"],
        spec=[spec.STRICT],
    )(signature_repeated)
    area.valid(
        "compat",
        title,
        base="compat-get",
        flags=["dci-lenient", "auth-syntax"],
        spec=[spec.DCI_LENIENT],
    )(compat_signature_repeated)


signature_prefix()


@area.valid("accept", "the policy repeat: first", flags=["repeated-key"], spec=[spec.DCI_VERIFY])
def repeat_first():
    """For servers whose dictionaries keep the first value; this request has nothing repeated."""
    return Verify("/api/v1/jobs?limit=10&where=a", now=NOW, policy={"repeat": "first"})


@area.valid(
    "compat",
    "a repeated key under the policy repeat: first",
    base="repeat-first",
    flags=["repeated-key", "dci-lenient"],
    spec=[spec.DCI_DICT],
)
def repeat_first_added():
    """Only the first value counts, the signed one: the verified view must hold it alone."""
    return after_sign("set-target", value="/api/v1/jobs?limit=10&where=a&where=b")


@area.invalid(
    "lenient",
    "under repeat: first, another value first",
    base="repeat-first",
    error="signature-mismatch",
    severity="high",
    flags=["repeated-key"],
    spec=[spec.DCI_DICT],
)
def repeat_first_prepended():
    """Under the same policy: the value that counts is not the one that was signed."""
    return after_sign("set-target", value="/api/v1/jobs?limit=10&where=b&where=a")


# ---- binding -------------------------------------------------------------------------------------


@area.invalid(
    "binding",
    "another method",
    base="get",
    error="signature-mismatch",
    severity="high",
    flags=["binding"],
    spec=[spec.DCI_VERIFY],
)
def method_changed():
    """A captured GET becomes a DELETE."""
    return after_sign("set-method", value="DELETE")


@area.invalid(
    "binding",
    "the method in lower case",
    base="get",
    error="signature-mismatch",
    severity="low",
    flags=["binding"],
    spec=[spec.DCI_VERIFY],
)
def method_lower_case():
    """The method is signed verbatim here; a server that routes without its case would serve it."""
    return after_sign("set-method", value="get")


@area.invalid(
    "binding",
    "'%2F' becomes '/'",
    base="escaped-slash",
    error="signature-mismatch",
    severity="high",
    flags=["binding", "single-encoding"],
    spec=[spec.DCI_PATH],
)
def slash_unescaped():
    """A server that decodes the path before the verifier sees it makes the two one."""
    return after_sign("set-target", value="/api/v1/files/a/b")


@area.invalid(
    "binding",
    "a letter escaped in the path",
    base="get",
    error="signature-mismatch",
    severity="high",
    flags=["binding", "single-encoding"],
    spec=[spec.DCI_PATH],
)
def path_escaped():
    """'/api/v1/%6Aobs' is another text: the path is verbatim."""
    return after_sign("set-target", value="/api/v1/%6Aobs?limit=10&where=a")


@area.invalid(
    "binding",
    "two slashes at the start",
    base="get",
    error="signature-mismatch",
    severity="high",
    flags=["binding", "dot-segments"],
    spec=[spec.DCI_PATH],
)
def leading_slashes():
    """Frameworks strip them before they route."""
    return after_sign("set-target", value="//api/v1/jobs?limit=10&where=a")


@area.invalid(
    "binding",
    "an argument added",
    base="get",
    error="signature-mismatch",
    severity="high",
    flags=["binding"],
    spec=[spec.DCI_QUERY],
)
def argument_added():
    """Another key, so no repetition: it must be in the signature."""
    return after_sign("set-target", value="/api/v1/jobs?limit=10&where=a&embed=team")


@area.invalid(
    "binding",
    "a value changed",
    base="get",
    error="signature-mismatch",
    severity="high",
    flags=["binding"],
    spec=[spec.DCI_QUERY],
)
def value_changed():
    """The plainest of all."""
    return after_sign("set-target", value="/api/v1/jobs?limit=10&where=b")


@area.invalid(
    "binding",
    "'+' becomes '%2B'",
    base="blank-in-query",
    error="signature-mismatch",
    severity="high",
    flags=["binding", "plus-sign"],
    spec=[spec.DCI_QSL],
)
def plus_escaped():
    """A blank and a plus sign are two characters."""
    return after_sign("set-target", value="/api/v1/jobs?where=a%2Bb")


@area.invalid(
    "binding",
    "raw bytes for escaped ones",
    base="raw-utf8",
    error="signature-mismatch",
    severity="low",
    flags=["binding", "bytes"],
    spec=[spec.DCI_PATH],
)
def path_recoded():
    """Latin-1 for UTF-8 in the path. The target is in base64."""
    return after_sign("set-target", value=b"/api/v1/" + b"\xe9quipes?name=" + "é".encode())


@area.invalid(
    "binding",
    "another host",
    base="get",
    error="signature-mismatch",
    severity="high",
    flags=["binding"],
    spec=[spec.DCI_HEADERS],
)
def host_changed():
    """Replayed against another control server with the same secrets."""
    return after_sign("set-header", "Host", "staging.distributed-ci.io")


@area.invalid(
    "binding",
    "two Host headers, signed so",
    base="get",
    error="duplicate-host",
    any_of=["malformed-header", "signature-mismatch"],
    severity="high",
    flags=["repeated-header"],
    spec=[spec.HOST_ONCE],
)
def second_host():
    """HTTP forbids it; a dictionary keeps one of them."""
    return after_sign("add-header", "Host", DCI_HOST)


@area.invalid(
    "binding",
    "a body added",
    base="get",
    error="signature-mismatch",
    any_of=["payload-hash-mismatch"],
    severity="high",
    flags=["payload-hash"],
    spec=[spec.DCI_BODY],
)
def body_added():
    """Frameworks that have parsed a form hand an empty body to the verifier."""
    return after_sign("set-body", value="limit=1000")


@area.invalid(
    "binding",
    "one letter of the body",
    base="post",
    error="signature-mismatch",
    any_of=["payload-hash-mismatch"],
    severity="high",
    flags=["payload-hash"],
    spec=[spec.DCI_BODY],
)
def body_changed():
    """The hash of the body is the last line."""
    return after_sign("set-body", value='{"topic_id": "t2"}')


@area.invalid(
    "binding",
    "a NUL and more behind the body",
    base="post",
    error="signature-mismatch",
    any_of=["payload-hash-mismatch"],
    severity="high",
    flags=["payload-hash", "bytes"],
    spec=[spec.DCI_BODY],
)
def body_nul_appended():
    """Hashed as a C string both are equal. The body is in base64."""
    return after_sign("set-body", value=b'{"topic_id": "t1"}\0,')


@area.invalid(
    "binding",
    "a line feed in the path",
    base="get",
    error="malformed-uri",
    any_of=["signature-mismatch"],
    severity="high",
    flags=["injection"],
    spec=[spec.TARGET_CLEAN],
)
def line_feed_in_path():
    """Signed so: path and query lines can be shifted into each other. The target is in base64."""
    return before_sign("set-target", value=b"/api/v1/jobs\nlimit=10")


# ---- date ----------------------------------------------------------------------------------------


@area.invalid(
    "date",
    "901 s old",
    base="get",
    error="skewed-past",
    severity="high",
    flags=["freshness"],
    spec=[spec.DCI_EXPIRED],
)
def skew_past():
    """One second beyond the edge."""
    return after_sign("set-clock", "now", "20240919T134040Z")


@area.invalid(
    "date",
    "901 s ahead",
    base="get",
    error="skewed-future",
    any_of=["skewed-past"],
    severity="medium",
    flags=["freshness"],
    spec=[spec.DCI_EXPIRED],
)
def skew_future():
    """One second beyond the other edge."""
    return after_sign("set-clock", "now", "20240919T131038Z")


@area.invalid(
    "date",
    "no date header",
    base="get",
    error="missing-date",
    any_of=["signed-header-missing", "malformed-auth-header"],
    severity="high",
    flags=["freshness"],
    spec=[spec.DCI_VERIFY],
)
def no_date():
    """Signed without one."""
    return before_sign("remove-header", "X-DCI-Date")


@area.invalid(
    "date",
    "two date headers, signed so",
    base="get",
    error="duplicate-date",
    any_of=["malformed-header", "malformed-date", "signature-mismatch"],
    severity="high",
    flags=["freshness", "repeated-header"],
    spec=[spec.STRICT],
)
def two_dates():
    """One is compared with the clock, the other stands in the string to sign."""
    return before_sign("add-header", "X-DCI-Date", "20200101T000000Z")


# ---- syntax --------------------------------------------------------------------------------------


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


# ---- disputed ------------------------------------------------------------------------------------


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
