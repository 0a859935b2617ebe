# SPDX-License-Identifier: Apache-2.0
"""Limits that the policy sets: one less, the limit and one more of each. What is within is read to
its end; what is beyond is refused whole, although the signature is right."""

from __future__ import annotations

from collections.abc import Callable

from .. import spec_policy
from ..model import Json
from ..suite import AWS_SECRET, Base, Verify, after_sign, before_sign
from . import Family

family = Family(
    {
        "within": "Within a limit of the policy",
        "at": "At a limit of the policy",
        "beyond": "Beyond a limit of the policy",
        "long": "Equal up to the size of a buffer",
    }
)
WITHIN: Json = {"flags": ["limits", "over-strict"], "spec": [spec_policy.LIMIT]}
BEYOND: Json = {
    "error": "limit-exceeded",
    "severity": "medium",
    "flags": ["limits"],
    "spec": [spec_policy.LIMIT],
}


def valid(group: str, name: str, title: str, comment: str, make: Callable[..., object], **more):
    make.__name__, make.__doc__ = name, comment
    family.valid(group, title, **WITHIN | more)(make)


def limit(
    name: str,
    number: int,
    what: str,
    comment: str,
    less: Verify,
    full: Verify,
    more: Json | Callable[[Base], Json],
    any_of: tuple[str, ...] = (),
) -> None:
    """One limit: `less` and `full` are within, and `more` is what makes it one too much."""

    def request(of: Verify) -> Callable[[], Verify]:
        policy = {"limits": {name: number}}
        return lambda: Verify(**{**of.__dict__, "policy": policy})

    valid("within", f"{name}_less", f"{what} less than the limit", comment, request(less))
    valid("at", f"{name}_full", f"{what} at the limit of {number}", comment, request(full))
    family.put(
        "invalid",
        "beyond",
        f"{name}_over",
        f"{what} beyond the limit of {number}",
        f"Signed so. {comment}",
        more,
        base=f"{name}_full",
        **BEYOND | {"any_of": list(any_of)},
    )


limit(
    "method",
    6,
    "a method",
    "Bytes are counted.",
    Verify("/reports", method="PATCH"),
    Verify("/reports", method="DELETE"),
    before_sign("set-method", value="OPTIONS"),
    ("malformed-method",),
)
limit(
    "target",
    16,
    "a target",
    "Path, question mark and query, as sent.",
    Verify("/reports?page=1"),
    Verify("/reports?page=10"),
    before_sign("set-target", value="/reports?page=100"),
    ("malformed-uri",),
)
limit(
    "args",
    3,
    "arguments of a query",
    "What stands between two '&', if there is anything.",
    Verify("/reports?a=1&&b=2&"),
    Verify("/reports?a=1&b=2&c"),
    before_sign("set-target", value="/reports?a=1&b=2&c&d"),
    ("malformed-query",),
)
limit(
    "headers",
    5,
    "lines of headers",
    "Authorization is one of them; a name that is repeated is counted as often as it is there.",
    Verify("/reports", headers=[("X-Tag", "a")]),
    Verify("/reports", headers=[("X-Tag", "a"), ("X-Tag2", "b")]),
    before_sign("add-signed-header", "X-Tag3", "c"),
)
limit(
    "header_name",
    16,
    "the name of a header",
    "Bytes are counted.",
    Verify("/reports", headers=[("X-Reports-Tag-4", "a")]),
    Verify("/reports", headers=[("X-Reports-Tag-05", "a")]),
    before_sign("add-signed-header", "X-Reports-Tag-006", "a"),
    ("malformed-header",),
)
limit(
    "header_value",
    300,
    "the value of a header",
    "Bytes are counted, as sent.",
    Verify("/reports", headers=[("X-Tag", "a" * 299)]),
    Verify("/reports", headers=[("X-Tag", "a" * 300)]),
    before_sign("set-header", "X-Tag", "a" * 301),
    ("malformed-header",),
)
limit(
    "body",
    8,
    "a body",
    "Before it is hashed.",
    Verify("/reports", method="POST", body="1234567"),
    Verify("/reports", method="POST", body="12345678"),
    before_sign("set-body", value="123456789"),
)
LONGER_KEY = {"access_key": "AKIDEXAMPLE000017", "secret_key": AWS_SECRET}
limit(
    "access_key",
    16,
    "an access key",
    "The key that is too long is known.",
    Verify("/reports", access_key="AKIDEXAMPLE0015"),
    Verify("/reports", access_key="AKIDEXAMPLE00016", keys=[LONGER_KEY]),
    before_sign("sign-as", LONGER_KEY["access_key"], AWS_SECRET),
    ("malformed-credential", "malformed-auth-header", "unknown-key"),
)
limit(
    "signed_headers",
    21,
    "the list of signed headers",
    "Bytes of the text are counted, not names.",
    Verify("/reports", headers=[("X-Ta", "a")]),
    Verify("/reports", headers=[("X-Tag", "a")]),
    before_sign("add-signed-header", "X-Ta2", "b"),
    ("signed-headers-malformed", "malformed-auth-header"),
)


@family.valid("within", "empty pairs, and a limit of arguments", **WITHIN)
def args_empty():
    """Of the pairs between '&' two hold nothing: they are not counted."""
    return Verify("/reports?&a=1&&b=2&c=3&", policy={"limits": {"args": 3}})


@family.valid("within", "every limit of a small service", **WITHIN)
def all_limits():
    """All of them at once, none of them reached."""
    limits = {
        "method": 7,
        "target": 100,
        "args": 10,
        "headers": 10,
        "header_name": 30,
        "header_value": 400,
        "body": 100,
        "access_key": 32,
        "signed_headers": 60,
    }
    return Verify("/reports?page=1", method="POST", body="hello", policy={"limits": limits})


# ---- What nobody signed counts, too --------------------------------------------------------------


def unsigned(name: str, title: str, comment: str, base: str, recipe: Json) -> None:
    """What is too much is refused before anybody asks who has signed it."""
    family.put(
        "invalid", "beyond", name, title, comment, recipe, base=base, **BEYOND | {"severity": "low"}
    )


unsigned(
    "headers_over_unsigned",
    "a header line more, which nobody signed",
    "The signature is right, and the line is none of its business: it is counted all the same.",
    "headers_full",
    after_sign("add-header", "X-Tag3", "c"),
)
unsigned(
    "headers_over_repeated",
    "a line more of a name that is there, unsigned",
    "Lines are counted, not names.",
    "all_limits_headers",
    after_sign("add-header", "Via", "1.1 example"),
)
unsigned(
    "header_name_over_unsigned",
    "a long name that nobody signed",
    "It is read, compared and sorted like any other.",
    "header_name_full",
    after_sign("add-header", "X-Reports-Tag-006", "a"),
)
unsigned(
    "header_value_over_unsigned",
    "a long value that nobody signed",
    "It is kept in memory like any other.",
    "header_value_full",
    after_sign("add-header", "X-Note", "a" * 301),
)
for name, base, recipe in (
    ("body_over_kept", "body_full", after_sign("set-body", value="123456789")),
    ("args_over_kept", "args_full", after_sign("set-target", value="/reports?a=1&b=2&c&d")),
):
    family.put(
        "invalid",
        "beyond",
        name,
        "the same, the signature kept",
        "Refused for its length before the signature is computed, or for the signature.",
        recipe,
        base=base,
        **BEYOND | {"any_of": ["signature-mismatch"]},
    )


@family.valid("within", "two lines that a hop has added", **WITHIN)
def all_limits_headers():
    """Of one name; with them the request has as many lines as may be."""
    return Verify(
        "/reports",
        unsigned=[("Via", "1.0 example"), ("Via", "1.1 example")],
        policy={"limits": {"headers": 5}},
    )


# ---- Long, and within ----------------------------------------------------------------------------


def long(
    name: str, title: str, comment: str, make: Callable[[], Verify], changed: Json, **more: object
) -> None:
    """An honest request, and one that differs behind the size of a buffer."""
    valid("long", name, title, comment, make, spec=[spec_policy.WHOLE])
    family.put(
        "invalid",
        "long",
        name + "_changed",
        title + ", another end",
        "The signature kept. " + comment,
        changed,
        base=name,
        **{
            "error": "signature-mismatch",
            "severity": "high",
            "flags": ["limits", "binding"],
            "spec": [spec_policy.WHOLE],
            **more,
        },
    )


for size in (1024, 4096):
    path, query = "/reports/" + "a" * size, "/reports?name=" + "a" * size
    long(
        f"path_of_{size}",
        f"a path of more than {size} bytes",
        f"Cut to {size} bytes both would be one.",
        lambda path=path: Verify(path + "b"),
        after_sign("set-target", value=path + "c"),
    )
    long(
        f"query_of_{size}",
        f"an argument of more than {size} bytes",
        f"Cut to {size} bytes both would be one.",
        lambda query=query: Verify(query + "b"),
        after_sign("set-target", value=query + "c"),
    )
NAMES = [(f"X-Tag-{i:03}", "a") for i in range(300)]
long(
    "signed_headers_of_300",
    "300 signed headers",
    "In an array of 256 the last ones have no room.",
    lambda: Verify("/reports", headers=NAMES),
    after_sign("set-header", "X-Tag-299", "b"),
)
ARGS = "&".join(f"a{i:03}=1" for i in range(600))
long(
    "args_of_600",
    "600 arguments",
    "In an array of 512 the last ones have no room.",
    lambda: Verify("/reports?" + ARGS),
    after_sign("set-target", value="/reports?" + ARGS[:-1] + "2"),
)
