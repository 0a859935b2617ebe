# SPDX-License-Identifier: Apache-2.0
"""aws4, verify: what is changed after signing."""

from ... import spec
from ...suite import Verify, after_sign, before_sign
from . import NOW, SEEN, area


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
    any_of=["header-not-signed", "missing-date", "signature-mismatch"],
    severity="high",
    flags=["binding", "header-order"],
    spec=[spec.HEADER_CASE],
    changed=[{"suite": "0.2.0", "what": "header-not-signed is a reason, too"}],
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
