# SPDX-License-Identifier: Apache-2.0
"""The list of signed headers: its form, names in it that the request lacks, and names that must be
there."""

from __future__ import annotations

from collections.abc import Callable

from ... import spec
from ...suite import Base, after_sign, before_sign
from . import family

FORM = {
    "error": "signed-headers-malformed",
    "any_of": ["signed-header-missing", "host-not-signed", "signature-mismatch"],
    "severity": "low",
    "flags": ["auth-syntax", "selection"],
    "spec": [spec.SIGNED_LIST],
}
BOUND = {
    "error": "header-not-signed",
    "any_of": ["signature-mismatch"],
    "severity": "high",
    "flags": ["coverage"],
    "spec": [spec.STRICT],
}


def names_of(base: Base) -> str:
    return base.claim.signed_headers


def put(group: str, name: str, base: str, title: str, comment: str, recipe: object, **more: object):
    family.put("invalid", group, name, title, comment, recipe, base=base, **more)


def signed(edit: Callable[[str], str]) -> Callable[[Base], dict]:
    """The list edited, and signed so."""
    return lambda base: before_sign("set-claim", "signed-headers", edit(names_of(base)))


def kept(edit: Callable[[str], str]) -> Callable[[Base], dict]:
    """The list edited, under the old signature."""
    return lambda base: after_sign("set-auth-param", "SignedHeaders", edit(names_of(base)))


def written(form: str) -> Callable[[str], str]:
    """The list in the place of '{}'."""
    return lambda names: form.replace("{}", names)


def joined(between: str) -> Callable[[str], str]:
    return lambda names: names.replace(";", between)


def without(name: str) -> Callable[[str], str]:
    return lambda names: ";".join(n for n in names.split(";") if n != name)


# ---- Form ----------------------------------------------------------------------------------------

for name, title, comment, form in (
    (
        "empty_name_first",
        "an empty name at the beginning",
        "get('') is not always an error.",
        ";{}",
    ),
    ("empty_name_last", "an empty name at the end", "What split() makes of a ';' too many.", "{};"),
    ("semicolon_alone", "a ';' and nothing else", "Two names, both empty.", ";"),
    ("names_of_blanks", "a name of a blank", "Trimmed, it is empty.", "{}; "),
    ("name_of_colon", "a name with a colon", "A line that ends elsewhere.", "{};x-note:two"),
    ("name_escaped", "a ';' as '%3B'", "The form of a query.", "{}%3Bx-role"),
):
    put("list", name, "get", f"{title}, signed so", comment, signed(written(form)), **FORM)
for name, title, comment, between in (
    ("blanks_behind", "blanks behind the ';'", "Trimmed by some, and then other names.", "; "),
    ("semicolons_doubled", "';;' between the names", "Empty names, dropped or looked up.", ";;"),
):
    put("list", name, "get", f"{title}, signed so", comment, signed(joined(between)), **FORM)
put(
    "list",
    "commas_between",
    "get",
    "commas between the names, signed so",
    "A list of another kind, and the separator of the fields.",
    signed(joined(",")),
    **FORM | {"any_of": ["malformed-auth-header", *FORM["any_of"]]},
)
put(
    "list",
    "name_twice_apart",
    "get",
    "a name twice, not side by side, signed so",
    "Found only by who looks further than at the name before.",
    signed(lambda names: f"{names};host"),
    **FORM,
)
put(
    "list",
    "authorization_listed",
    "get",
    "'authorization' in the list, signed so",
    "A signature cannot cover itself: its line is empty, or what a client put there.",
    signed(lambda names: f"authorization;{names}"),
    **FORM,
)
put(
    "list",
    "order_changed_kept",
    "get",
    "the list in another order, the signature kept",
    "Sorted before it is used, it is the same list. Signed is the text.",
    kept(lambda names: ";".join(reversed(names.split(";")))),
    **FORM,
)
put(
    "list",
    "name_in_upper_case_kept",
    "get",
    "a name of the list in upper case, signature kept",
    "Made lower case before it is used, it is the same list. Signed is the text.",
    kept(lambda names: names.replace("host", "Host")),
    **FORM,
)
put(
    "list",
    "name_twice_kept",
    "get",
    "a name of the list twice, the signature kept",
    "A set of names is the same.",
    kept(lambda names: names.replace("host", "host;host")),
    **FORM,
)
family.put(
    "acceptable",
    "disputed",
    "name_in_upper_case",
    "a name of the list in upper case, signed so",
    "The list's text is signed; the names are looked up without case.",
    signed(lambda names: names.replace("host", "Host")),
    base="get",
    knob="signed_headers_form",
    error="signed-headers-malformed",
    any_of=["signed-header-missing", "host-not-signed", "signature-mismatch"],
    flags=["selection"],
    spec=[spec.SIGNED_LIST],
)
family.put(
    "acceptable",
    "disputed",
    "order_changed",
    "the list in another order, signed so",
    "Sorted again, the canonical request is another one, unless it was signed sorted.",
    signed(lambda names: ";".join(reversed(names.split(";")))),
    base="get",
    knob="signed_headers_form",
    error="signed-headers-malformed",
    any_of=["signature-mismatch"],
    flags=["selection"],
    spec=[spec.SIGNED_LIST],
)

# ---- Names that the request lacks ----------------------------------------------------------------

ABSENT = {
    "error": "signed-header-missing",
    "any_of": ["signature-mismatch"],
    "severity": "high",
    "flags": ["coverage"],
    "spec": [spec.SIGNED_LIST],
}
put(
    "absent",
    "absent_as_nothing",
    "get",
    "a name that is not there, its line left out",
    "Whoever adds the header later does it under a signature that claims to cover it.",
    before_sign("list-absent-header", "x-role", "omit"),
    **ABSENT,
)
put(
    "absent",
    "absent_as_empty",
    "get",
    "a name that is not there, as empty",
    "A look-up that gives '' for what is not there finds the same.",
    before_sign("list-absent-header", "x-role", "empty"),
    **ABSENT,
)
put(
    "absent",
    "absent_but_an_argument",
    "argument_like_header",
    "a name that is an argument, not a header",
    "A framework with one map for both finds it.",
    before_sign("list-absent-header", "x-role", "empty"),
    **ABSENT,
)
put(
    "absent",
    "signed_header_removed",
    "get",
    "a signed header removed",
    "Names that are not found are passed over by some, and the rest is no less signed.",
    after_sign("remove-header", "X-Note"),
    **ABSENT,
)

# ---- Names that must be there --------------------------------------------------------------------

put(
    "bound",
    "host_unlisted",
    "get",
    "host is not in the list, signed so",
    "Good on every host that knows the key.",
    signed(without("host")),
    **BOUND | {"error": "host-not-signed", "spec": [spec.HOST_SIGNED]},
)
put(
    "bound",
    "host_unlisted_kept",
    "get",
    "host taken off the list, the signature kept",
    "The list is a line of the canonical request.",
    kept(without("host")),
    **BOUND | {"error": "host-not-signed", "spec": [spec.HOST_SIGNED]},
)
put(
    "bound",
    "host_by_its_end",
    "get",
    "'ahost' in the place of host, signed so",
    "A test for 'host' within the list is content.",
    signed(lambda names: names.replace("host", "ahost")),
    **BOUND
    | {
        "error": "host-not-signed",
        "any_of": ["signed-header-missing", "signature-mismatch"],
        "spec": [spec.HOST_SIGNED],
    },
)
put(
    "bound",
    "date_unlisted",
    "get",
    "the date header is not in the list, signed so",
    "It is a header of the dialect's own, and they are all signed.",
    lambda base: signed(without(base.row.date_header.lower()))(base),
    **BOUND | {"severity": "low", "spec": [spec.DATE_SIGNED]},
)
put(
    "bound",
    "name_unlisted_kept",
    "get",
    "a header taken off the list, the signature kept",
    "Unsigned headers may be changed. The list is a line of the canonical request.",
    kept(without("x-note")),
    **BOUND | {"error": "signature-mismatch", "any_of": [], "spec": [spec.SIGNED_LIST]},
)
put(
    "bound",
    "name_listed_kept",
    "agent_unsigned",
    "an unsigned header put into the list",
    "As if it were signed: the application would believe it.",
    kept(lambda names: ";".join(sorted([*names.split(";"), "user-agent"]))),
    **BOUND | {"error": "signature-mismatch", "any_of": [], "spec": [spec.SIGNED_LIST]},
)
for name, title, unlisted in (
    ("first_of_the_policy_unlisted", "the first of a policy's headers", "x-tenant"),
    ("last_of_the_policy_unlisted", "the last of a policy's headers", "x-audience"),
):
    put(
        "bound",
        name,
        "two_must_sign",
        title + " is not signed",
        "The request would be good for another audience, or for another tenant. Each name of the "
        "policy counts.",
        signed(without(unlisted)),
        **BOUND,
    )
put(
    "bound",
    "header_of_the_policy_absent",
    "two_must_sign",
    "a policy's header is not there, signed so",
    "Signed is that nothing was said of the audience. That is not enough.",
    before_sign("remove-header", "X-Audience"),
    **BOUND | {"any_of": ["signed-header-missing", "signature-mismatch"]},
)
