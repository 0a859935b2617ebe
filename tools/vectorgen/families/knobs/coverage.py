# SPDX-License-Identifier: Apache-2.0
"""Knobs of what must be signed: nothing, what is there, and what must be there."""

from __future__ import annotations

from ...suite import Verify, after_sign, before_sign
from . import PATH, Knob

free = Knob(
    "knob-coverage",
    "coverage_free",
    {"coverage": "free"},
    "nothing must be signed",
    "All is, that has to be elsewhere.",
    flag="coverage",
)
free.passes(
    "host_unsigned",
    "host is not signed",
    "As some servers of one's own have it.",
    lambda base: before_sign("set-claim", "signed-headers", base.row.date_header.lower()),
)
free.passes(
    "date_unsigned",
    "the date header is not signed",
    "The string to sign binds it.",
    before_sign("set-claim", "signed-headers", "host"),
)
free.passes(
    "own_header_added",
    "a header of the dialect's own, added after signing",
    "Nobody has signed it, and the view does not hold it.",
    lambda base: after_sign(
        "add-header", base.row.date_header.rpartition("-")[0] + "-Example", "yes"
    ),
)
free.refuses(
    "host_changed",
    "another host, where it was signed",
    "What is in the list is bound.",
    after_sign("set-header", "Host", "other.example"),
    "signature-mismatch",
    severity="high",
)
free.refuses(
    "date_changed",
    "another time, where the header was not signed",
    "It is a line of the string to sign.",
    lambda base: after_sign("set-header", base.row.date_header, base.time[:-2] + "1Z"),
    "signature-mismatch",
    severity="high",
)
free.refuses(
    "name_absent",
    "a name in the list that the request lacks",
    "It need not be signed; what claims to be is there.",
    before_sign("list-absent-header", "x-absent"),
    "signed-header-missing",
    "signature-mismatch",
)
free.refuses(
    "no_date",
    "the date header taken away",
    "What need not be signed must be there all the same.",
    lambda base: before_sign("drop-date", "", base.time),
    "missing-date",
    severity="high",
)

# ---- What must be signed if it is there ----------------------------------------------------------

guard = Knob(
    "knob-coverage",
    "guard",
    {"guard": ["content-type", "x-internal-*"]},
    "guarded headers that are not there",
    "Content-Type and X-Internal-… must be signed if they are there; neither is.",
    flag="coverage",
)
guard.passes(
    "signed",
    "a guarded header, signed",
    "There, and in the list.",
    before_sign("add-signed-header", "Content-Type", "text/plain"),
)
guard.passes(
    "longer_name",
    "a name that begins like a guarded one",
    "Content-Type is a name as a whole; Content-Type-Hint is another.",
    after_sign("add-header", "Content-Type-Hint", "text/plain"),
)
guard.passes(
    "prefix_without_its_end",
    "a name that is nearly a guarded prefix",
    "X-Internal is not X-Internal-…",
    after_sign("add-header", "X-Internal", "yes"),
)
for name, header, title, comment in (
    ("unsigned", "Content-Type", "a guarded header", "A body is read as another thing."),
    ("in_upper_case", "CONTENT-TYPE", "a guarded header, in upper case", "Names have no case."),
    ("underscore", "Content_Type", "a guarded header, with '_'", "Gateways read '_' as '-'."),
    ("prefix", "X-Internal-Role", "a header of a guarded family", "It begins with the prefix."),
    ("prefix_alone", "X-Internal-", "a guarded prefix as a name", "All that begin so: this, too."),
):
    guard.refuses(
        name,
        f"added after signing: {title}",
        f"The policy wants it signed. {comment}",
        after_sign("add-header", header, "admin"),
        "header-not-signed",
        "signature-mismatch",
        "malformed-header",
        severity="high",
    )

# ---- What must be there, and signed --------------------------------------------------------------

both = Knob(
    "knob-coverage",
    "must_sign_two",
    {"must_sign": ["x-audience", "x-tenant"]},
    "two headers of the server's own, signed",
    "The policy wants both.",
    flag="coverage",
    request=Verify(PATH, headers=[("X-Audience", "cluster-a"), ("X-Tenant", "example")]),
)
for header, other in (("X-Audience", "X-Tenant"), ("X-Tenant", "X-Audience")):
    word = header[2:].lower()
    both.refuses(
        f"no_{word}",
        f"without {header}, signed so",
        f"{other} alone is not what the policy wants.",
        before_sign("remove-header", header),
        "header-not-signed",
        "signed-header-missing",
        severity="high",
    )
both.refuses(
    "unlisted",
    "both there, one of them not signed",
    "There is not signed.",
    lambda base: before_sign(
        "set-claim", "signed-headers", base.claim.signed_headers.replace(";x-tenant", "")
    ),
    "header-not-signed",
    "signature-mismatch",
    severity="high",
)
both.refuses(
    "changed",
    "another tenant, the signature kept",
    "Signed as it was, and not as it is.",
    after_sign("set-header", "X-Tenant", "other"),
    "signature-mismatch",
    severity="high",
)
free_but_bound = Knob(
    "knob-coverage",
    "coverage_free_must_sign",
    {"coverage": "free", "must_sign": ["x-audience"]},
    "nothing must be signed but one header",
    "It is.",
    flag="coverage",
    request=Verify(PATH, headers=[("X-Audience", "cluster-a")]),
)
free_but_bound.refuses(
    "unlisted",
    "that one not signed",
    "One knob frees the dialect's own headers; what the other wants it still wants.",
    lambda base: before_sign(
        "set-claim", "signed-headers", base.claim.signed_headers.replace(";x-audience", "")
    ),
    "header-not-signed",
    "signature-mismatch",
    severity="high",
)
