# SPDX-License-Identifier: Apache-2.0
"""What python-dciauth says of requests that were changed, or signed in an odd way: a table of
behaviours, each with the verdicts of its generations (package.py)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..model import Json
from ..suite import Base, Text, after_sign, before_sign
from .package import NO, OK, Behaviour, Generation, by, same

BEHAVIOURS: list[Behaviour] = []


def behaviour(
    name: str,
    title: str,
    comment: str,
    recipe: Callable[[Base], Json] | Json,
    wire: dict[Generation, str],
    wsgi: dict[Generation, str],
    **others: Any,
) -> None:
    BEHAVIOURS.append(Behaviour(name, title, comment, recipe, wire, wsgi, **others))


def to(path: str, query: str = "?limit=10&where=a") -> Json:
    return after_sign("set-target", value=path + query)


def auth(name: str, value: Text) -> Json:
    return after_sign("set-auth-param", name, value)


def rewritten(change: Callable[[str], str]) -> Callable[[Base], Json]:
    """Authorization, as a text, changed after signing."""

    def recipe(base: Base) -> Json:
        return after_sign("set-header", "Authorization", change(base.authorization))

    return recipe


# ---- the target ----------------------------------------------------------------------------------

behaviour(
    "slash_escaped",
    "a slash of the path escaped after signing",
    "A path that is decoded before it is signed does not tell the two apart.",
    to("/api/v1%2Fjobs"),
    by(OK, OK, NO),
    same(OK),
    severity="high",
    flags=["path-decoding"],
)
behaviour(
    "slash_escaped_twice",
    "a slash of the path escaped twice after signing",
    "Decoded once on the way and once more for the signature, three paths are one.",
    to("/api/v1%252Fjobs"),
    same(NO),
    by(OK, OK, NO),
    strict=NO,
    severity="high",
    flags=["path-decoding"],
)
behaviour(
    "letter_escaped",
    "a letter of the path escaped after signing",
    "'%6A' is 'j', decoded.",
    to("/api/v1/%6Aobs"),
    by(OK, OK, NO),
    same(OK),
    flags=["path-decoding"],
)
behaviour(
    "slashes_in_front",
    "a slash more in front of the path",
    "Werkzeug makes one of all slashes at the start.",
    to("//api/v1/jobs"),
    same(NO),
    same(OK),
    strict=NO,
    severity="medium",
    flags=["path-decoding"],
)
behaviour(
    "fragment",
    "a fragment behind the query",
    "What stands behind '#' never reaches the application.",
    to("/api/v1/jobs", "?limit=10&where=a#b"),
    same(NO),
    same(OK),
    strict=NO,
    strict_any=["malformed-query"],
    flags=["query-shape"],
)
behaviour(
    "line_feed_signed",
    "an escaped line feed in the path, signed so",
    "Decoded, it stands in the canonical request as it is.",
    before_sign("set-target", value="/api%0Av1/jobs?limit=10&where=a"),
    same(OK),
    by(OK, OK, NO),
    severity="medium",
    flags=["path-decoding"],
)
behaviour(
    "key_repeated",
    "a query key repeated after signing",
    "A dictionary made of the query keeps the first value, which is the signed one.",
    to("/api/v1/jobs", "?limit=10&where=a&where=b"),
    same(OK),
    same(OK),
    severity="high",
    flags=["repeated-key"],
)
behaviour(
    "key_repeated_in_front",
    "another value in front of the signed one",
    "Then the first value is not the one that was signed.",
    to("/api/v1/jobs", "?limit=10&where=b&where=a"),
    same(NO),
    same(NO),
    severity="high",
    flags=["repeated-key"],
)
behaviour(
    "query_spelled_otherwise",
    "letters of the query escaped after signing",
    "The arguments are the same: this is the same request.",
    to("/api/v1/jobs", "?limit=%310&%77here=a&"),
    same(OK),
    same(OK),
    flags=["query-shape"],
)
behaviour(
    "query_octet",
    "an octet that is no UTF-8, signed as U+FFFD",
    "Python's own parser puts U+FFFD there; Werkzeug keeps the escape as text.",
    before_sign("set-target", value="/api/v1/jobs?limit=%FF"),
    same(OK),
    same(NO),
    flags=["query-shape", "bytes"],
)

# ---- the body ------------------------------------------------------------------------------------

behaviour(
    "form_added",
    "a form added after an empty body was signed",
    "The framework reads forms itself: to the application the body is empty. The type is unsigned.",
    after_sign("set-body", value=b"state=success"),
    same(NO),
    same(OK),
    strict=NO,
    severity="high",
    flags=["payload-hash"],
    base="form",
)
behaviour(
    "body_added",
    "a body added after an empty one was signed",
    "A body of no type is the application's.",
    after_sign("set-body", value=b"state=success"),
    same(NO),
    same(NO),
    severity="high",
    flags=["payload-hash"],
)
behaviour(
    "form_signed",
    "a form, signed as it is sent",
    "The application is given an empty body, and that is not what was signed.",
    before_sign("set-body", value=b"state=success"),
    same(OK),
    same(NO),
    severity="low",
    flags=["payload-hash", "over-strict"],
    base="form",
)

# ---- what is signed ------------------------------------------------------------------------------

behaviour(
    "host_unsigned",
    "host is not signed, signed so",
    "Whatever the list names is signed, and nothing else.",
    lambda base: before_sign("set-claim", "signed-headers", base.row.date_header.lower()),
    same(OK),
    same(OK),
    flags=["coverage"],
)
behaviour(
    "date_unsigned",
    "the date header is not signed, signed so",
    "The string to sign holds it all the same.",
    before_sign("set-claim", "signed-headers", "host"),
    same(OK),
    same(OK),
    flags=["coverage"],
)
behaviour(
    "names_anyhow",
    "signed headers in upper case, unsorted, one twice",
    "The class makes a sorted set of it; the functions look for each name as it is written.",
    lambda base: auth("SignedHeaders", f"{base.row.date_header};Host;host"),
    by(OK, "signed-header-missing", "signed-header-missing"),
    by(OK, "signed-header-missing", "signed-header-missing"),
    severity="low",
    flags=["selection"],
)
behaviour(
    "absent_header_listed",
    "a header in the list that there is not",
    "A dictionary has no such key.",
    lambda base: auth("SignedHeaders", f"host;nope;{base.row.date_header.lower()}"),
    same("signed-header-missing"),
    same("signed-header-missing"),
    severity="medium",
    flags=["selection"],
)

# ---- Authorization -------------------------------------------------------------------------------

behaviour(
    "scope_replaced",
    "the scope replaced after signing",
    "The class has its scope from its options; the functions have theirs from the header.",
    lambda base: auth("Credential", base.claim.access_key + "/19990101/EVIL/x/y"),
    by(OK, "scope-terminator", NO),
    by(OK, "scope-terminator", NO),
    flags=["scope"],
)
behaviour(
    "scope_date_old_signed",
    "a scope date of years ago, signed so",
    "The functions derive the key for the date of the header, the class for that of the time.",
    before_sign("set-claim", "date", "20100101"),
    by(NO, OK, OK),
    by(NO, OK, OK),
    flags=["scope"],
)
behaviour(
    "algorithm_replaced",
    "the algorithm word replaced after signing",
    "The class takes the word from its options; the functions from the header.",
    lambda base: auth("algorithm", "X" + base.row.algorithm),
    by(OK, NO, NO),
    by(OK, NO, NO),
    flags=["algorithm"],
)
behaviour(
    "no_commas",
    "the commas taken out",
    "The class drops commas; the functions look for what stands before one.",
    rewritten(lambda text: text.replace(",", "")),
    by(OK, "malformed-credential", "malformed-credential"),
    by(OK, "malformed-credential", "malformed-credential"),
    severity="low",
    flags=["auth-syntax"],
)
behaviour(
    "comma_without_blank",
    "no blanks behind the commas",
    "Split at single blanks, there are four words or none.",
    rewritten(lambda text: text.replace(", ", ",")),
    same("malformed-auth-header"),
    same("malformed-auth-header"),
    severity="low",
    flags=["auth-syntax"],
)
behaviour(
    "two_blanks",
    "two blanks behind the word",
    "Split at single blanks, there are five words.",
    rewritten(lambda text: text.replace(" ", "  ", 1)),
    same("malformed-auth-header"),
    same("malformed-auth-header"),
    severity="low",
    flags=["auth-syntax", "white-space"],
)
behaviour(
    "blank_at_end",
    "a blank at the end",
    "The class strips the value; to the functions there is a fifth word, an empty one.",
    rewritten(lambda text: text + " "),
    by(OK, "malformed-auth-header", "malformed-auth-header"),
    by(OK, "malformed-auth-header", "malformed-auth-header"),
    severity="low",
    flags=["auth-syntax", "white-space"],
)
behaviour(
    "comma_at_end",
    "a comma at the end",
    "It is part of the signature.",
    rewritten(lambda text: text + ","),
    same(NO),
    same(NO),
    severity="low",
    flags=["auth-syntax"],
)
behaviour(
    "signature_named_twice",
    "'Signature=Signature='",
    "The name is taken out, however often it is there.",
    lambda base: auth("Signature", "Signature=" + base.signature),
    same(OK),
    same(OK),
    severity="low",
    flags=["auth-syntax"],
)
behaviour(
    "upper_case_signature",
    "the signature in upper case",
    "Texts are compared.",
    lambda base: auth("Signature", base.signature.upper()),
    same(NO),
    same(NO),
    severity="low",
    flags=["auth-syntax"],
)
behaviour(
    "credential_short",
    "a credential of four parts",
    "A key and a scope are five at least, and six for the functions.",
    auth("Credential", "20240919/BHS3/api/dci2_request"),
    same("malformed-credential"),
    same("malformed-credential"),
    severity="low",
    flags=["auth-syntax"],
)

# ---- the date ------------------------------------------------------------------------------------

behaviour(
    "date_lower_case_signed",
    "'t' and 'z' in the date, signed so",
    "strptime compares letters without their case.",
    lambda base: before_sign("set-header", base.row.date_header, base.time.lower()),
    same(OK),
    same(OK),
    severity="low",
    flags=["date"],
)
behaviour(
    "date_no_date",
    "a date that is none",
    "strptime raises ValueError.",
    lambda base: after_sign("set-header", base.row.date_header, "yesterday"),
    same("malformed-date"),
    same("malformed-date"),
    severity="low",
    flags=["date"],
)
behaviour(
    "date_removed",
    "no date",
    "The functions look for it first; the class misses a signed header before it.",
    lambda base: after_sign("remove-header", base.row.date_header),
    by("signed-header-missing", "missing-date", "missing-date"),
    by("signed-header-missing", "missing-date", "missing-date"),
    severity="high",
    flags=["date"],
)
behaviour(
    "other_date_old",
    "an old date in the other date header",
    "The class looks at the one that goes with its service key; the functions prefer x-amz-date.",
    after_sign("add-header", "X-Amz-Date", "20200101T000000Z"),
    by(OK, "skewed-past", "skewed-past"),
    by(OK, "skewed-past", "skewed-past"),
    flags=["date"],
)
behaviour(
    "late_by_one",
    "901 seconds later",
    "15 minutes, inclusive.",
    after_sign("set-clock", "now", "20240919T134040Z"),
    same("skewed-past"),
    same("skewed-past"),
    severity="medium",
    flags=["date"],
)

# ---- header lines --------------------------------------------------------------------------------

behaviour(
    "signed_header_repeated",
    "a signed header repeated after signing",
    "A dictionary keeps the last value; beneath Flask the lines are one, joined by a comma.",
    after_sign("add-header", "X-Team", "other"),
    same(NO),
    same(NO),
    severity="high",
    flags=["repeated-header"],
    base="team",
)
behaviour(
    "signed_header_repeated_before",
    "a signed header repeated before the signed line",
    "Of a dictionary's lines the last is left, which is the signed one.",
    after_sign("prepend-header", "X-Team", "other"),
    same(OK),
    same(NO),
    severity="high",
    flags=["repeated-header"],
    base="team",
)
behaviour(
    "underscore_line",
    "the signed header written with '_'",
    "Werkzeug loses names with '_'; to a dictionary they are other names.",
    after_sign("rename-header", "X-Team", "X_Team"),
    same("signed-header-missing"),
    same("signed-header-missing"),
    severity="medium",
    flags=["selection"],
    base="team",
)


