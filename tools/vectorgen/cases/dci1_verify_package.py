# SPDX-License-Identifier: Apache-2.0
"""dci1: the verdicts of version 1 of python-dciauth, which release 2.1.7 still has."""

from __future__ import annotations

from collections.abc import Callable

from .. import spec_dci
from ..families.package import ANSWERS, GROUPS, NO, WIRE, bound
from ..model import Json
from ..suite import Area, Base, Verify, after_sign

area = Area(
    "dci1",
    "verify-package",
    "verify",
    "The verdicts of python-dciauth: version 1, with is_expired() and is_valid()",
    [
        "Under policy.preset python-dciauth a verifier says what the package says of what crosses",
        "the wire (policy.view wire).",
    ],
    {name: GROUPS[name] for name in ("honest", "wire")},
)
RULES = [spec_dci.V1_VERIFY]
BODY = b'{"state": "success"}'


HONEST = Verify(
    "/api/v1/jobs?limit=10",
    method="POST",
    headers=[("Host", "api.example.org")],
    body=BODY,
    policy=WIRE,
    max_skew_s=86400,  # of which the package allows a day
)

area.valid("honest", "an honest request", flags=["baseline"], spec=RULES)(bound("post", HONEST))


def behaviour(
    name: str,
    title: str,
    comment: str,
    recipe: Json | Callable[[Base], Json],
    flag: str,
    error: str = "",
) -> None:
    """A vector: an accept, or a refusal for `error`."""

    def plain() -> Json:
        return recipe  # type: ignore[return-value]

    def of_base(base: Base) -> Json:
        return recipe(base)  # type: ignore[operator]

    make: Callable = of_base if callable(recipe) else plain
    make.__name__, make.__doc__ = name, comment
    shared: Json = {"base": "post", "flags": ["dci-lenient", flag], "spec": RULES}
    if error:
        any_of = ANSWERS.get(error, [])
        area.invalid("wire", title, error=error, any_of=any_of, severity="medium", **shared)(make)
    else:
        area.valid("wire", title, **shared)(make)


def rewritten(change: Callable[[str], str]) -> Callable[[Base], Json]:
    return lambda base: after_sign("set-header", "Authorization", change(base.authorization))


def reversed_fields(text: str) -> str:
    return ",".join(reversed(text.partition(" ")[2].rstrip(",").split(", "))) + ","


behaviour(
    "text_in_front",
    "a text in front of Authorization",
    "The names are looked for in the header as a whole.",
    rewritten(lambda text: "Basic x, " + text),
    "auth-syntax",
)
behaviour(
    "fields_in_another_order",
    "the fields in another order, without the word",
    "Each is what stands between its name and the next comma.",
    rewritten(reversed_fields),
    "auth-syntax",
)
behaviour(
    "no_comma_at_end",
    "no comma at the end",
    "What no comma ends is empty.",
    rewritten(lambda text: text.rstrip(",")),
    "auth-syntax",
    NO,
)
behaviour(
    "parts_behind_key",
    "a third part behind type and id",
    "Of the credential two parts are looked at.",
    lambda base: after_sign(
        "set-header", "Authorization", base.authorization.replace("/client_id", "/client_id/x")
    ),
    "auth-syntax",
)
behaviour(
    "key_without_id",
    "a credential of one part",
    "The second part is asked for: IndexError.",
    rewritten(lambda text: text.replace("/client_id", "")),
    "auth-syntax",
    "malformed-credential",
)
behaviour(
    "absent_header_listed",
    "a header in the list that there is not",
    "Of the headers those are signed that the list has; a name without a header is passed over.",
    rewritten(lambda text: text.replace("SignedHeaders=", "SignedHeaders=nope;")),
    "selection",
)
behaviour(
    "names_unsorted",
    "the list of signed headers the other way round",
    "The headers are sorted, whatever the order of the list is.",
    rewritten(lambda text: text.replace("dci-datetime;host", "host;dci-datetime")),
    "selection",
)
behaviour(
    "key_repeated",
    "a query key repeated after signing",
    "A dictionary made of the query keeps the first value.",
    after_sign("set-target", value="/api/v1/jobs?limit=10&limit=20"),
    "repeated-key",
)
behaviour(
    "body_replaced",
    "another dictionary",
    "The dictionary is written anew, and signed.",
    after_sign("set-body", value=b'{"state": "failure"}'),
    "payload-hash",
    NO,
)
behaviour(
    "body_spelled_otherwise",
    "the same dictionary without blanks",
    "The package has the dictionary, not the body; this suite has the body.",
    after_sign("set-body", value=b'{"state":"success"}'),
    "payload-hash",
    NO,
)
behaviour(
    "day_old",
    "a day later, to the second",
    "24 hours, inclusive.",
    after_sign("set-clock", "now", "20240920T132539Z"),
    "freshness",
)
behaviour(
    "day_old_by_one",
    "a day and a second later",
    "is_expired() is true.",
    after_sign("set-clock", "now", "20240920T132540Z"),
    "freshness",
    "skewed-past",
)
behaviour(
    "date_no_date",
    "a date that is none",
    "strptime raises ValueError.",
    after_sign("set-header", "dci-datetime", "yesterday"),
    "date",
    "malformed-date",
)
