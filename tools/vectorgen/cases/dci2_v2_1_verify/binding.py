# SPDX-License-Identifier: Apache-2.0
"""dci2-v2.1, verify: what is changed after signing."""

from ... import spec
from ...suite import DCI_HOST, after_sign, before_sign
from . import area


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
