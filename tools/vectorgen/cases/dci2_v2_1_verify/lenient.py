# SPDX-License-Identifier: Apache-2.0
"""dci2-v2.1, verify: what the strict policy refuses and python-dciauth 2.1.7 accepts; both
groups, lenient and compat."""

from ... import spec
from ...suite import Base, Verify, after_sign, before_sign
from . import NOW, area

COMPAT = {"preset": "python-dciauth"}


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
