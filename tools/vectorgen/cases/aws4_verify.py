# SPDX-License-Identifier: Apache-2.0
"""aws4: what a verifier must accept and what it must refuse."""

from .. import spec
from ..suite import (
    AWS_KEY,
    AWS_SECRET,
    EMPTY_HASH,
    TOKEN,
    Area,
    Base,
    Verify,
    after_sign,
    before_sign,
)

area = Area(
    "aws4",
    "verify",
    "verify",
    "What a verifier of the generic dialect must accept and refuse",
    [
        "Every negative differs from its twin by one mutation. With after-sign the signature is",
        "the twin's (does it bind this?), with before-sign the request was signed again with",
        "the right secret (is it refused all the same?). A verifier that refuses everything",
        "passes no negative: its twins fail.",
    ],
    {
        "accept": "Honest requests",
        "binding": "Changed after signing",
        "coverage": "What is not under the signature",
        "date": "Dates and the clock",
        "scope": "The credential scope",
        "identity": "Keys and tokens",
        "syntax": "The Authorization header",
        "payload": "The body",
        "disputed": "Where verifiers legitimately differ",
    },
)

NOW = "20150830T123700Z"
SEEN = [spec.SIGNATURE]

# ---- accept --------------------------------------------------------------------------------------


@area.valid("accept", "GET with a query", flags=["baseline"], spec=[spec.SIGNATURE, spec.AUTH_FORM])
def get():
    """The twin of most negatives below: an honest request, one minute old."""
    return Verify("/reports/2015?page=1&size=50", now=NOW)


@area.valid(
    "accept",
    "POST with a signed content type",
    flags=["baseline", "payload-hash"],
    spec=[spec.SIGNATURE],
)
def post():
    """Body and type are both under the signature."""
    return Verify(
        "/reports",
        method="POST",
        body='{"name":"q3"}',
        now=NOW,
        headers=[("Content-Type", "application/json")],
    )


@area.valid("accept", "temporary credentials", flags=["session-token"], spec=[spec.TOKEN_SIGNED])
def token():
    """The token is signed and is the one that belongs to the key."""
    return Verify("/reports", token=TOKEN, access_key="ASIAIOSFODNN7EXAMPLE", now=NOW)


@area.valid("accept", "repeated header, signed", flags=["repeated-header"], spec=[spec.HEADER_JOIN])
def repeated_header():
    """Two values of one name, joined in the order received."""
    return Verify("/reports", headers=[("X-Tag", "b"), ("X-Tag", "a")], now=NOW)


@area.valid(
    "accept",
    "repeated query key, every value signed",
    flags=["repeated-key", "over-strict"],
    spec=[spec.QUERY_SORT_VALUES],
)
def repeated_key():
    """All values are covered, so nothing is unsigned: the row keeps them."""
    return Verify("/reports?tag=b&tag=a&page=1", now=NOW)


@area.valid(
    "accept",
    "a header value that is no UTF-8",
    flags=["bytes", "over-strict"],
    spec=[spec.HEADER_TRIM],
)
def latin1_header():
    """RFC 9110 lets 80-FF through as opaque bytes. The vector carries the value in base64."""
    return Verify("/reports", headers=[("X-Name", b"caf\xe9")], now=NOW)


@area.valid(
    "accept",
    "escapes that are no UTF-8",
    flags=["bytes", "double-encoding"],
    spec=[spec.PATH_TWICE],
)
def escaped_bytes():
    """Path and query are octets for the verifier; what the application makes of them is its own
    affair."""
    return Verify("/reports/a%2Fb%FF?q=%FF", now=NOW)


@area.valid("accept", "Host with a port", flags=["host-port", "over-strict"], spec=[spec.HOST_PORT])
def host_port():
    """Signed as sent."""
    return Verify("/reports", host="example.amazonaws.com:8443", now=NOW)


@area.valid(
    "accept",
    "signed before midnight, verified after",
    flags=["freshness", "over-strict"],
    spec=[spec.SCOPE_DATE, spec.SKEW],
)
def over_midnight():
    """The scope date is the request's day, not the verifier's: comparing it with today breaks at
    00:00 UTC."""
    return Verify("/reports", time="20151231T235959Z", now="20160101T000059Z")


@area.valid(
    "accept", "900 s old: the edge is inside", flags=["freshness"], base="get", spec=[spec.SKEW]
)
def skew_past_edge():
    """15 minutes, inclusive."""
    return after_sign("set-clock", "now", "20150830T125100Z")


@area.valid(
    "accept", "900 s ahead: the edge is inside", flags=["freshness"], base="get", spec=[spec.SKEW]
)
def skew_future_edge():
    """A client's clock may be fast as well as slow."""
    return after_sign("set-clock", "now", "20150830T122100Z")


@area.valid(
    "accept",
    "a User-Agent beside the signature",
    flags=["over-strict"],
    base="get",
    spec=[spec.UNSIGNED_OK],
)
def user_agent_unsigned():
    """SDKs leave it unsigned because proxies rewrite it."""
    return after_sign("add-header", "User-Agent", "curl/8.5.0")


@area.valid(
    "accept",
    "a Content-Type beside the signature",
    flags=["over-strict"],
    base="get",
    spec=[spec.UNSIGNED_OK],
)
def content_type_unsigned():
    """The dialect lets it stay unsigned. A verifier that demands it refuses an honest client; the
    note of over-strict links a public example."""
    return after_sign("add-header", "Content-Type", "application/json")


@area.valid(
    "accept",
    "a trace id that a hop has added",
    flags=["over-strict"],
    base="get",
    spec=[spec.UNSIGNED_OK],
)
def trace_id_added():
    """'x-amzn-' is not 'x-amz-': load balancers add this header to every request."""
    return after_sign("add-header", "X-Amzn-Trace-Id", "Root=1-67891233-abcdef012345678912345678")


@area.valid(
    "accept",
    "an escape that says the same",
    flags=["escape-set", "over-strict"],
    base="get",
    spec=[spec.QUERY_ENCODE],
)
def equal_escape():
    """'%31' is '1' in a query: the canonical request is the same, so is the request's meaning."""
    return after_sign("set-target", value="/reports/2015?size=%350&&page=%31")


@area.valid(
    "accept",
    "an unsigned x-amz-content-sha256 that is right",
    flags=["over-strict", "payload-hash"],
    base="post",
    spec=[spec.UNSIGNED_OK],
)
def hash_unsigned():
    """Its value is bound by the last line. Refusing it locks out clients that add it
    after signing."""
    return after_sign(
        "add-header",
        "X-Amz-Content-Sha256",
        "c9c7cb4adc0ffb35f2eb1a3786b4ebd0729ecce667eb50656645c3a7ff6202c3",
    )


@area.valid("accept", "a policy's own header is signed", flags=["coverage"], spec=[spec.STRICT])
def must_sign():
    """A verifier that binds requests to a cluster, an audience or a tenant names the header in
    its policy."""
    return Verify(
        "/identity",
        headers=[("X-Audience", "cluster-a")],
        policy={"must_sign": ["x-audience"]},
        now=NOW,
    )


# ---- binding -------------------------------------------------------------------------------------


@area.invalid(
    "binding",
    "another method",
    base="get",
    error="signature-mismatch",
    severity="high",
    flags=["binding"],
    spec=SEEN,
)
def method_changed():
    """A captured GET becomes a DELETE."""
    return after_sign("set-method", value="DELETE")


@area.invalid(
    "binding",
    "another path of the same length",
    base="get",
    error="signature-mismatch",
    severity="high",
    flags=["binding"],
    spec=SEEN,
)
def path_changed():
    """The plainest repurposing of a captured request."""
    return after_sign("set-target", value="/secrets/2015?page=1&size=50")


@area.invalid(
    "binding",
    "an escaped slash for a slash",
    base="get",
    error="signature-mismatch",
    severity="high",
    flags=["binding", "double-encoding"],
    spec=[spec.PATH_TWICE],
)
def slash_escaped():
    """A verifier that decodes before it encodes gives both one signature; the router may not."""
    return after_sign("set-target", value="/reports%2F2015?page=1&size=50")


@area.invalid(
    "binding",
    "'/a%2Fb' becomes '/a/b'",
    base="escaped-bytes",
    error="signature-mismatch",
    severity="high",
    flags=["binding", "double-encoding"],
    spec=[spec.PATH_TWICE],
)
def slash_unescaped():
    """The other way round: an object is addressed as a folder."""
    return after_sign("set-target", value="/reports/a/b%FF?q=%FF")


@area.invalid(
    "binding",
    "'%FF' becomes U+FFFD",
    base="escaped-bytes",
    error="signature-mismatch",
    severity="high",
    flags=["binding", "bytes"],
    spec=[spec.QUERY_ENCODE],
)
def replacement_character():
    """A decoder with replacement maps '%FF' and '%EF%BF%BD' to one string, so to one signature."""
    return after_sign("set-target", value="/reports/a%2Fb%FF?q=%EF%BF%BD")


@area.invalid(
    "binding",
    "Latin-1 becomes UTF-8",
    base="latin1-header",
    error="signature-mismatch",
    severity="low",
    flags=["binding", "bytes"],
    spec=SEEN,
)
def header_recoded():
    """E9 and C3 A9 are both 'é' to a server that guesses."""
    return after_sign("set-header", "X-Name", "café")


@area.invalid(
    "binding",
    "a query argument appended",
    base="get",
    error="signature-mismatch",
    severity="high",
    flags=["binding"],
    spec=SEEN,
)
def argument_added():
    """'?acl', '?policy', '?admin=1': an argument is a command."""
    return after_sign("set-target", value="/reports/2015?page=1&size=50&acl")


@area.invalid(
    "binding",
    "a key repeated after signing",
    base="get",
    error="signature-mismatch",
    severity="high",
    flags=["binding", "repeated-key"],
    spec=[spec.QUERY_SORT_VALUES],
)
def key_repeated():
    """A verifier that signs the first value under an application that reads the last one."""
    return after_sign("set-target", value="/reports/2015?page=1&size=50&page=2")


@area.invalid(
    "binding",
    "one of two values dropped",
    base="repeated-key",
    error="signature-mismatch",
    severity="high",
    flags=["binding", "repeated-key"],
    spec=[spec.QUERY_SORT_VALUES],
)
def value_dropped():
    """A dictionary on the verifier's side makes both requests equal."""
    return after_sign("set-target", value="/reports?tag=b&page=1")


@area.invalid(
    "binding",
    "'+' for an escaped blank's place",
    base="get",
    error="signature-mismatch",
    severity="high",
    flags=["binding", "plus-sign"],
    spec=[spec.QUERY_SPACE],
)
def plus_added():
    """'size=50' and 'size=50+': a verifier that trims form values sees the same."""
    return after_sign("set-target", value="/reports/2015?page=1&size=50+")


@area.invalid(
    "binding",
    "a delimiter escaped",
    base="get",
    error="signature-mismatch",
    severity="high",
    flags=["binding", "escape-set"],
    spec=[spec.QUERY_ENCODE],
)
def boundary_shifted():
    """'page=1&size=50' as one value: a canonicaliser that decodes before it splits cannot tell."""
    return after_sign("set-target", value="/reports/2015?page=1%26size=50")


@area.invalid(
    "binding",
    "';' for '&'",
    base="get",
    error="signature-mismatch",
    severity="high",
    flags=["binding", "query-shape"],
    spec=[spec.QUERY_ENCODE],
)
def semicolon():
    """Parsers that still split at ';' see the signed arguments."""
    return after_sign("set-target", value="/reports/2015?page=1;size=50")


@area.invalid(
    "binding",
    "a NUL at the end of the query",
    base="get",
    error="malformed-query",
    any_of=["signature-mismatch", "malformed-uri"],
    severity="high",
    flags=["binding", "injection", "bytes"],
    spec=[spec.TARGET_CLEAN],
)
def nul_appended():
    """A verifier in C computes the signature over what comes before it. The target is in base64."""
    return after_sign("set-target", value=b"/reports/2015?page=1&size=50\0&acl")


@area.invalid(
    "binding",
    "another host",
    base="get",
    error="signature-mismatch",
    severity="high",
    flags=["binding"],
    spec=[spec.HOST_SIGNED],
)
def host_changed():
    """Replayed on a second endpoint of the same service."""
    return after_sign("set-header", "Host", "example.amazonaws.com.evil.example")


@area.invalid(
    "binding",
    "X-Forwarded-Host names the signed host",
    base="forwarded-host-unsigned",
    error="signature-mismatch",
    severity="high",
    flags=["binding"],
    spec=[spec.HOST_SIGNED],
)
def forwarded_host():
    """Verifiers behind a proxy take the host from this header; so does an attacker."""
    return after_sign("set-header", "Host", "internal.example")


@area.valid(
    "accept", "an unsigned X-Forwarded-Host", flags=["over-strict"], spec=[spec.UNSIGNED_OK]
)
def forwarded_host_unsigned():
    """Proxies add it. It takes no part in the signature, and must not replace Host."""
    return Verify("/reports", unsigned=[("X-Forwarded-Host", "example.amazonaws.com")], now=NOW)


@area.invalid(
    "binding",
    "a signed header changed",
    base="post",
    error="signature-mismatch",
    severity="high",
    flags=["binding"],
    spec=SEEN,
)
def header_changed():
    """Another content type for the same bytes."""
    return after_sign("set-header", "Content-Type", "text/html")


@area.invalid(
    "binding",
    "a signed header removed",
    base="post",
    error="signed-header-missing",
    any_of=["signature-mismatch"],
    severity="high",
    flags=["binding", "coverage"],
    spec=[spec.SIGNED_LIST],
)
def header_removed():
    """A verifier that skips absent names computes over what is left."""
    return after_sign("remove-header", "Content-Type")


@area.invalid(
    "binding",
    "a second value for a signed header",
    base="post",
    error="signature-mismatch",
    severity="high",
    flags=["binding", "repeated-header"],
    spec=[spec.HEADER_JOIN],
)
def header_repeated():
    """Verified over the first, used as the last."""
    return after_sign("add-header", "content-type", "text/html")


@area.invalid(
    "binding",
    "two values of a signed header exchanged",
    base="repeated-header",
    error="signature-mismatch",
    severity="high",
    flags=["binding", "repeated-header"],
    spec=[spec.HEADER_JOIN],
)
def values_swapped():
    """Sorting the values before joining makes both orders equal."""
    return after_sign("swap-headers", "X-Tag")


@area.invalid(
    "binding",
    "a name taken off the signed list",
    base="post",
    error="signature-mismatch",
    severity="high",
    flags=["binding", "selection"],
    spec=[spec.SIGNED_LIST],
)
def name_unlisted():
    """The list itself is a line of the canonical request."""
    return after_sign("set-auth-param", "SignedHeaders", "host;x-amz-date")


@area.invalid(
    "binding",
    "two Host headers, the second one false",
    base="get",
    error="duplicate-host",
    any_of=["signature-mismatch", "malformed-header"],
    severity="high",
    flags=["binding", "repeated-header"],
    spec=[spec.HOST_ONCE],
)
def second_host():
    """Verified by the first, routed by the second."""
    return after_sign("add-header", "Host", "internal.example")


@area.invalid(
    "binding",
    "two Host headers, signed so",
    base="get",
    error="duplicate-host",
    any_of=["malformed-header"],
    severity="high",
    flags=["repeated-header"],
    spec=[spec.HOST_ONCE],
)
def second_host_signed():
    """The signature is right. HTTP forbids the request all the same, because hops choose
    differently."""
    return before_sign("add-header", "Host", "internal.example")


@area.invalid(
    "binding",
    "a line feed in an unsigned header",
    base="get",
    error="malformed-header",
    any_of=["signature-mismatch", "header-not-signed"],
    severity="high",
    flags=["injection"],
    spec=[spec.HEADER_VALUE],
)
def line_feed_in_header():
    """Two headers for the next hop. The value is in base64."""
    return after_sign("add-header", "X-Note", b"a\nx-amz-acl: public-read")


@area.invalid(
    "binding",
    "a malformed escape in the query, signed so",
    base="get",
    error="malformed-query",
    any_of=["malformed-uri"],
    severity="high",
    flags=["escape-set"],
    spec=[spec.ESCAPE_FORM],
)
def malformed_escape():
    """Some parsers drop the whole pair: signed, and yet not the argument that the application
    sees."""
    return before_sign("set-target", value="/reports/2015?page=1&size=50&admin=%zz")


@area.invalid(
    "binding",
    "a malformed escape in the path, signed so",
    base="get",
    error="malformed-uri",
    severity="high",
    flags=["escape-set"],
    spec=[spec.PATH_FORM],
)
def malformed_escape_in_path():
    """Routers decode '%zz' to '%zz', to 'zz' or to an error."""
    return before_sign("set-target", value="/reports/%zz?page=1&size=50")


@area.invalid(
    "binding",
    "a case variant of a key appended",
    base="get",
    error="signature-mismatch",
    severity="high",
    flags=["binding", "repeated-key"],
    spec=[spec.QUERY_SORT],
)
def key_case_variant():
    """A map of parameters that ignores case keeps either of the two (CVE-2022-2385)."""
    return after_sign("set-target", value="/reports/2015?page=1&size=50&PAGE=2")


@area.invalid(
    "binding",
    "an escape decoded twice",
    base="get-percent",
    error="signature-mismatch",
    severity="high",
    flags=["binding", "double-encoding"],
    spec=[spec.QUERY_ENCODE],
)
def decoded_twice():
    """'%2541' is '%41'. A verifier that decodes until nothing changes finds 'A' in both."""
    return after_sign("set-target", value="/reports?q=%41")


@area.valid(
    "accept", "an escaped percent sign", flags=["double-encoding"], spec=[spec.QUERY_ENCODE]
)
def get_percent():
    """Decoded once, it is the text '%41'."""
    return Verify("/reports?q=%2541", now=NOW)


@area.invalid(
    "binding",
    "absolute-form",
    base="get",
    error="malformed-uri",
    any_of=["signature-mismatch"],
    severity="high",
    flags=["binding"],
    spec=[spec.TARGET_FORM],
)
def absolute_form():
    """A target that names a host of its own: which of the two routes?"""
    return after_sign("set-target", value="http://internal.example/reports/2015?page=1&size=50")


@area.invalid(
    "binding",
    "the target '*'",
    base="get",
    error="malformed-uri",
    any_of=["signature-mismatch"],
    severity="high",
    flags=["binding"],
    spec=[spec.TARGET_FORM],
)
def asterisk():
    """Not origin-form. Signed as '/' by some, it has the signature of the root."""
    return before_sign("set-target", value="*")


@area.invalid(
    "binding",
    "a fragment in the target, signed so",
    base="get",
    error="malformed-query",
    any_of=["malformed-uri", "signature-mismatch"],
    severity="high",
    flags=["binding"],
    spec=[spec.TARGET_FRAGMENT],
)
def fragment():
    """A second URL parser cuts it off, and what stood behind with it."""
    return before_sign("set-target", value="/reports/2015?page=1#&size=50")


@area.invalid(
    "binding",
    "a no-break space for a blank",
    base="post-spaced",
    error="signature-mismatch",
    severity="low",
    flags=["binding", "white-space", "bytes"],
    spec=[spec.HEADER_OWS],
)
def no_break_space():
    """Collapsed like a blank by split() and \\s, it would keep the signature."""
    return after_sign("set-header", "X-Note", "two\u00a0words")


@area.invalid(
    "binding",
    "a form feed for a blank",
    base="post-spaced",
    error="signature-mismatch",
    any_of=["malformed-header"],
    severity="low",
    flags=["binding", "white-space", "bytes"],
    spec=[spec.HEADER_OWS],
)
def form_feed():
    """isspace() counts it. The value is in base64."""
    return after_sign("set-header", "X-Note", b"two\x0cwords")


@area.invalid(
    "binding",
    "'_' for '-' in a signed name",
    base="get",
    error="signed-header-missing",
    any_of=["missing-date", "signature-mismatch"],
    severity="high",
    flags=["binding", "header-order"],
    spec=[spec.HEADER_CASE],
)
def underscore_for_hyphen():
    """CGI and WSGI fold both into one variable: the application sees X-Amz-Date."""
    return after_sign("rename-header", "X-Amz-Date", "X_Amz_Date")


@area.invalid(
    "binding",
    "repeated key, and a policy that refuses it",
    base="repeated-key",
    error="duplicate-query-param",
    severity="high",
    flags=["repeated-key"],
    spec=[spec.STRICT],
)
def repeated_key_refused():
    """All values are signed. A server that reads one of them can refuse the rest."""
    return after_sign("set-policy", "repeat", "refuse")


# ---- coverage ------------------------------------------------------------------------------------


@area.invalid(
    "coverage",
    "host is not signed",
    base="get",
    error="host-not-signed",
    any_of=["signature-mismatch"],
    severity="high",
    flags=["coverage"],
    spec=[spec.HOST_SIGNED],
)
def host_not_signed():
    """Signed with the right key, and good on every host that knows it."""
    return before_sign("set-claim", "signed-headers", "x-amz-date")


@area.invalid(
    "coverage",
    "a name that ends in 'host' is signed instead",
    base="forwarded-signed",
    error="host-not-signed",
    any_of=["signature-mismatch"],
    severity="high",
    flags=["coverage"],
    spec=[spec.HOST_SIGNED],
)
def host_by_suffix():
    """A test for the substring 'host' in the list is content with x-forwarded-host."""
    return before_sign("set-claim", "signed-headers", "x-amz-date;x-forwarded-host")


@area.valid(
    "accept", "X-Forwarded-Host signed beside Host", flags=["coverage"], spec=[spec.SIGNED_LIST]
)
def forwarded_signed():
    """Unusual and harmless."""
    return Verify("/reports", headers=[("X-Forwarded-Host", "example.amazonaws.com")], now=NOW)


@area.invalid(
    "coverage",
    "the date header is not signed",
    base="get",
    error="header-not-signed",
    any_of=["signature-mismatch"],
    severity="low",
    flags=["coverage"],
    spec=[spec.DATE_SIGNED],
)
def date_not_signed():
    """The string to sign binds it anyway; the rule that every x-amz-* header is signed has no
    exception for it."""
    return before_sign("set-claim", "signed-headers", "host")


@area.invalid(
    "coverage",
    "an x-amz-* header added after signing",
    base="get",
    error="header-not-signed",
    any_of=["signature-mismatch"],
    severity="high",
    flags=["coverage"],
    spec=[spec.XAMZ_SIGNED],
)
def amz_header_added():
    """These headers are commands. Honouring an unsigned one gives a holder of the request the
    rights of its signer; the note of coverage lists public cases."""
    return after_sign("add-header", "x-amz-target", "DynamoDB_20120810.DeleteTable")


@area.invalid(
    "coverage",
    "the same, in upper case",
    base="get",
    error="header-not-signed",
    any_of=["signature-mismatch"],
    severity="high",
    flags=["coverage"],
    spec=[spec.XAMZ_SIGNED, spec.HEADER_CASE],
)
def amz_header_upper_case():
    """A guard that compares names as written lets it through."""
    return after_sign("add-header", "X-AMZ-TARGET", "DynamoDB_20120810.DeleteTable")


@area.invalid(
    "coverage",
    "a signed name that the request lacks",
    base="get",
    error="signed-header-missing",
    any_of=["signature-mismatch"],
    severity="high",
    flags=["coverage"],
    spec=[spec.SIGNED_LIST],
)
def absent_name_omitted():
    """Signed with its line left out. A later hop adds the header, under a signature that still
    holds."""
    return before_sign("list-absent-header", "x-amz-acl", "omit")


@area.invalid(
    "coverage",
    "a signed name that the request lacks, as empty",
    base="get",
    error="signed-header-missing",
    any_of=["signature-mismatch"],
    severity="high",
    flags=["coverage"],
    spec=[spec.SIGNED_LIST],
)
def absent_name_empty():
    """Signed with an empty value. A look-up that gives '' for what is not there finds the
    same."""
    return before_sign("list-absent-header", "x-amz-acl", "empty")


@area.invalid(
    "coverage",
    "the policy's own header is not signed",
    base="must-sign",
    error="header-not-signed",
    any_of=["signature-mismatch"],
    severity="high",
    flags=["coverage"],
    spec=[spec.STRICT],
)
def must_sign_unsigned():
    """Relayed identity requests are bound to their audience by such a header, if it is signed."""
    return before_sign("set-claim", "signed-headers", "host;x-amz-date")


# ---- date ----------------------------------------------------------------------------------------


@area.invalid(
    "date",
    "901 s old",
    base="get",
    error="skewed-past",
    severity="high",
    flags=["freshness"],
    spec=[spec.SKEW],
)
def skew_past():
    """One second beyond the edge that skew-past-edge accepts."""
    return after_sign("set-clock", "now", "20150830T125101Z")


@area.invalid(
    "date",
    "901 s ahead",
    base="get",
    error="skewed-future",
    severity="medium",
    flags=["freshness"],
    spec=[spec.SKEW],
)
def skew_future():
    """A request dated ahead outlives its window: the future is as closed as the past."""
    return after_sign("set-clock", "now", "20150830T122059Z")


@area.invalid(
    "date",
    "a year old",
    base="get",
    error="skewed-past",
    severity="high",
    flags=["freshness"],
    spec=[spec.SKEW],
)
def year_old():
    """A difference in an int of milliseconds, or of the time of day alone, wraps or vanishes."""
    return after_sign("set-clock", "now", "20160830T123600Z")


@area.invalid(
    "date",
    "of the year 9999",
    base="get",
    error="skewed-future",
    severity="medium",
    flags=["freshness"],
    spec=[spec.SKEW],
)
def far_future():
    """Signed so. Nanoseconds since 1970 overflow 64 bits in 2262, and come out as the past or as
    now."""
    return before_sign("set-time", value="99991231T235959Z")


@area.invalid(
    "date",
    "before 1970",
    base="get",
    error="skewed-past",
    severity="high",
    flags=["freshness"],
    spec=[spec.SKEW],
)
def before_epoch():
    """Signed so. Unsigned arithmetic makes a far future of it, or an error value that is taken
    for a time."""
    return before_sign("set-time", value="19691231T235959Z")


@area.invalid(
    "date",
    "no date header",
    base="get",
    error="missing-date",
    any_of=["malformed-auth-header"],
    severity="high",
    flags=["freshness"],
    spec=[spec.DATE_FORMAT],
)
def no_date():
    """Signed without one. A freshness check that runs only if there is a date makes the request
    good for ever."""
    return before_sign("remove-header", "X-Amz-Date")


@area.invalid(
    "date",
    "the date as a query argument",
    base="get-dated-query",
    error="missing-date",
    any_of=["malformed-auth-header", "multiple-auth"],
    severity="high",
    flags=["freshness", "auth-source"],
    spec=[spec.DATE_FORMAT],
)
def date_in_query():
    """With header authentication only the header counts."""
    return before_sign("remove-header", "X-Amz-Date")


@area.valid(
    "accept",
    "X-Amz-Date as an argument, beside the header",
    level="should",
    flags=["auth-source"],
    spec=[spec.DATE_FORMAT],
)
def get_dated_query():
    """An argument like any other: the time is the header's."""
    return Verify("/reports?X-Amz-Date=20150830T123600Z", now=NOW)


@area.invalid(
    "date",
    "two date headers, the fresh one first",
    base="get",
    error="duplicate-date",
    any_of=["malformed-date", "skewed-past", "scope-date-mismatch"],
    severity="high",
    flags=["freshness", "repeated-header"],
    spec=[spec.STRICT],
)
def two_dates():
    """Signed so. One is compared with the clock, the other stands in the string to sign."""
    return before_sign("add-header", "X-Amz-Date", "20140830T123600Z")


@area.invalid(
    "date",
    "two date headers, the stale one first",
    base="get",
    error="duplicate-date",
    any_of=["malformed-date", "skewed-past", "scope-date-mismatch"],
    severity="high",
    flags=["freshness", "repeated-header"],
    spec=[spec.STRICT],
)
def two_dates_reversed():
    """The other order: verifiers differ in which one counts."""
    return before_sign("prepend-header", "X-Amz-Date", "20140830T123600Z")


@area.invalid(
    "date",
    "30 February",
    base="get",
    error="malformed-date",
    any_of=["skewed-past"],
    severity="high",
    flags=["date"],
    spec=[spec.DATE_FORMAT],
)
def no_such_day():
    """Signed so. mktime() makes 2 March of it; a parser that fails with NaN makes every
    comparison false."""
    return before_sign("set-header", "X-Amz-Date", "20150230T123600Z")


@area.invalid(
    "date",
    "a date that is none",
    base="get",
    error="malformed-date",
    severity="high",
    flags=["date"],
    spec=[spec.DATE_FORMAT],
)
def date_of_letters():
    """Signed so. Of the right length: only a parser whose error is looked at refuses it."""
    return before_sign("set-header", "X-Amz-Date", "AAAAAAAATAAAAAAZ")


@area.invalid(
    "date",
    "a lower-case z",
    base="get",
    error="malformed-date",
    severity="low",
    flags=["date"],
    spec=[spec.DATE_FORMAT],
)
def lower_case_z():
    """Signed so. What lenient parsers pass over is another string than the one another server
    sees."""
    return before_sign("set-header", "X-Amz-Date", "20150830T123600z")


@area.invalid(
    "date",
    "Arabic-Indic digits",
    base="get",
    error="malformed-date",
    severity="low",
    flags=["date", "bytes"],
    spec=[spec.DATE_FORMAT],
)
def arabic_digits():
    """Signed so. strptime of Python takes them for digits, and so does its \\d."""
    return before_sign("set-header", "X-Amz-Date", "20150830T12360٠Z")


# ---- scope ---------------------------------------------------------------------------------------


@area.invalid(
    "scope",
    "yesterday's scope",
    base="get",
    error="scope-date-mismatch",
    any_of=["signature-mismatch"],
    severity="medium",
    flags=["scope"],
    spec=[spec.SCOPE_DATE],
)
def scope_yesterday():
    """Signed with yesterday's key: a day key that leaked would sign for ever."""
    return before_sign("set-claim", "date", "20150829")


@area.invalid(
    "scope",
    "another region, signed so",
    base="get",
    error="scope-region",
    any_of=["signature-mismatch"],
    severity="medium",
    flags=["scope"],
    spec=[spec.SCOPE],
)
def scope_region():
    """The key was handed out for one region only."""
    return before_sign("set-claim", "region", "eu-west-1")


@area.invalid(
    "scope",
    "the region in upper case, signed so",
    base="get",
    error="scope-region",
    any_of=["signature-mismatch"],
    severity="low",
    flags=["scope"],
    spec=[spec.SCOPE],
)
def scope_region_case():
    """Regions are compared byte by byte: the key is another one."""
    return before_sign("set-claim", "region", "US-EAST-1")


@area.invalid(
    "scope",
    "another service, signed so",
    base="get",
    error="scope-service",
    any_of=["signature-mismatch"],
    severity="medium",
    flags=["scope"],
    spec=[spec.SCOPE],
)
def scope_service():
    """A request captured at one service is replayed at another."""
    return before_sign("set-claim", "service", "iam")


@area.invalid(
    "scope",
    "another terminator, signed so",
    base="get",
    error="scope-terminator",
    any_of=["signature-mismatch", "malformed-credential"],
    severity="low",
    flags=["scope"],
    spec=[spec.SCOPE],
)
def scope_terminator():
    """The DCI dialect's word in an AWS scope."""
    return before_sign("set-claim", "terminator", "dci2_request")


@area.invalid(
    "scope",
    "the region changed, the signature kept",
    base="get",
    error="scope-region",
    any_of=["signature-mismatch"],
    severity="medium",
    flags=["scope", "binding"],
    spec=[spec.SCOPE],
)
def scope_region_kept():
    """A verifier that takes the scope from its own configuration never looks at the one
    presented."""
    return after_sign(
        "set-auth-param", "Credential", "AKIDEXAMPLE/20150830/eu-west-1/service/aws4_request"
    )


# ---- identity ------------------------------------------------------------------------------------


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


# ---- syntax --------------------------------------------------------------------------------------


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


# ---- payload -------------------------------------------------------------------------------------


@area.invalid(
    "payload",
    "one bit of the body",
    base="post",
    error="signature-mismatch",
    any_of=["payload-hash-mismatch"],
    severity="high",
    flags=["payload-hash"],
    spec=[spec.PAYLOAD_HASH],
)
def body_changed():
    """Without a hash header the last line is the body's own hash."""
    return after_sign("set-body", value='{"name":"q2"}')


@area.invalid(
    "payload",
    "a body on a request signed without",
    base="get",
    error="signature-mismatch",
    any_of=["payload-hash-mismatch"],
    severity="high",
    flags=["payload-hash"],
    spec=[spec.PAYLOAD_HASH],
)
def body_added():
    """A verifier that hashes bodies of POST and PUT alone."""
    return after_sign("set-body", value='{"name":"q3"}')


@area.invalid(
    "payload",
    "one byte more, a NUL",
    base="post",
    error="signature-mismatch",
    any_of=["payload-hash-mismatch"],
    severity="high",
    flags=["payload-hash", "bytes"],
    spec=[spec.PAYLOAD_HASH],
)
def body_nul_appended():
    """Hashed with strlen(), both bodies are equal. The body is in base64."""
    return after_sign("set-body", value=b'{"name":"q3"}\0,"admin":true')


@area.invalid(
    "payload",
    "a hash header that is not the body's",
    base="post",
    error="payload-hash-mismatch",
    any_of=["signature-mismatch"],
    severity="high",
    flags=["payload-hash"],
    spec=[spec.PAYLOAD_HASH],
)
def hash_of_nothing():
    """Signed so, with the header as last line: a verifier that believes the header never hashes
    the body."""
    return before_sign("add-signed-header", "X-Amz-Content-Sha256", EMPTY_HASH)


@area.invalid(
    "payload",
    "UNSIGNED-PAYLOAD without permission",
    base="post",
    error="unsigned-payload-forbidden",
    any_of=["payload-hash-mismatch", "payload-hash-invalid", "signature-mismatch"],
    severity="high",
    flags=["unsigned-payload"],
    spec=[spec.STRICT],
)
def unsigned_payload():
    """Signed so. The client has decided that nobody looks at the body; that is for the policy to
    allow."""
    return before_sign("add-signed-header", "X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD")


# ---- disputed ------------------------------------------------------------------------------------


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
