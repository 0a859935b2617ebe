# SPDX-License-Identifier: Apache-2.0
"""The fields of Authorization: missing, empty, twice, misspelt, and what stands between them."""

from __future__ import annotations

from collections.abc import Callable

from .. import spec
from ..suite import Base, after_sign
from . import Family

family = Family(
    {
        "fields": "The fields of the Authorization header",
        "separators": "What stands between them",
    }
)
NAMES = ("Credential", "SignedHeaders", "Signature")
ZEROS = "0" * 64


def edited(edit: Callable[[str, Base], str]) -> Callable[[Base], dict]:
    """A recipe that writes Authorization anew, of its old text."""
    return lambda base: after_sign("set-header", "Authorization", edit(base.authorization, base))


def dropped(name: str) -> Callable[[Base], dict]:
    def edit(text: str, base: Base) -> str:
        algorithm, _, rest = text.partition(" ")
        fields = [f for f in rest.split(", ") if not f.startswith(name + "=")]
        return algorithm + " " + ", ".join(fields)

    return edited(edit)


def row(name: str, title: str, comment: str, recipe: object, error: str, **options: object) -> None:
    options = {"severity": "low", "flags": ["auth-syntax"], "spec": [spec.AUTH_FORM]} | options
    family.put("invalid", "fields", name, title, comment, recipe, error=error, **options)


# ---- Missing and empty ---------------------------------------------------------------------------

# What a verifier may say that takes nothing for an empty text.
EMPTY = {
    "Credential": ["malformed-credential"],
    "SignedHeaders": ["signed-headers-malformed", "host-not-signed"],
    "Signature": ["signature-malformed", "signature-mismatch"],
}
for field, severity, comment in (
    ("Credential", "high", "Nobody is named: no default, no key of the last request."),
    ("SignedHeaders", "low", "A header without a list is not a request without signed headers."),
    ("Signature", "critical", "Compared only if it is there, it is never missed."),
):
    word = {"SignedHeaders": "signed_headers"}.get(field, field.lower())
    row(
        f"no_{word}",
        f"no {field}",
        comment,
        dropped(field),
        "missing-auth-param",
        any_of=["malformed-auth-header", *EMPTY[field]],
        severity=severity,
    )
    row(
        f"{word}_empty",
        f"an empty {field}",
        "There, and nothing in it. " + comment,
        after_sign("set-auth-param", field),
        "missing-auth-param",
        any_of=["malformed-auth-header", *EMPTY[field]],
        severity=severity,
    )

# ---- Twice ---------------------------------------------------------------------------------------

OTHERS: dict[str, Callable[[Base], str]] = {
    "Credential": lambda base: (
        base.credential.replace(base.claim.access_key, "feeder/EXAMPLE", 1)
        if "/" in base.claim.access_key
        else base.credential.replace(base.claim.access_key, "AKIDOTHEREXAMPLE", 1)
    ),
    "SignedHeaders": lambda base: "host",
    "Signature": lambda base: ZEROS,
}


def twice(field: str, right_first: bool) -> Callable[[Base], dict]:
    def edit(text: str, base: Base) -> str:
        right = f"{field}={base.field(field)}"
        other = f"{field}={OTHERS[field](base)}"
        pair = (right, other) if right_first else (other, right)
        return text.replace(right, ", ".join(pair), 1)

    return edited(edit)


for field, severity in (("Credential", "high"), ("SignedHeaders", "high"), ("Signature", "low")):
    word = {"SignedHeaders": "signed_headers"}.get(field, field.lower())
    any_of = ["malformed-auth-header", "unknown-key", "header-not-signed", "signature-mismatch"]
    row(
        f"{word}_twice_right_first",
        f"{field} twice, the right one first",
        "A parser that takes the first one verifies it, one that takes the last reads the other.",
        twice(field, True),
        "duplicate-auth-param",
        any_of=any_of,
        severity=severity,
    )
    family.put(
        "acceptable",
        "fields",
        f"{word}_twice_right_last",
        f"{field} twice, the right one last",
        "The other order: a map keeps the last one. Two readers may pick differently, so refusing "
        "is the safe side.",
        twice(field, False),
        base="get",
        knob="duplicate_auth_param",
        error="duplicate-auth-param",
        any_of=any_of,
        flags=["auth-syntax"],
        spec=[spec.AUTH_FORM],
    )


row(
    "all_fields_twice",
    "all fields twice, equal",
    "Even where nothing differs: what is repeated is refused before it is compared.",
    edited(lambda text, base: text + ", " + text.partition(" ")[2]),
    "duplicate-auth-param",
    any_of=["malformed-auth-header"],
)

# ---- Misspelt ------------------------------------------------------------------------------------

MISSPELT = ["missing-auth-param"]
for field in NAMES:
    word = {"SignedHeaders": "signed_headers"}.get(field, field.lower())
    row(
        f"{word}_in_lower_case",
        f"'{field.lower()}='",
        "Names of fields are written as documented: two parsers must not differ about which one "
        "counts.",
        edited(lambda text, base, f=field: text.replace(f + "=", f.lower() + "=")),
        "malformed-auth-header",
        any_of=MISSPELT,
    )
row(
    "names_in_upper_case",
    "all names in upper case",
    "'SIGNATURE=' is no field of this header.",
    edited(
        lambda text, base: (
            text.replace("Credential=", "CREDENTIAL=")
            .replace("SignedHeaders=", "SIGNEDHEADERS=")
            .replace("Signature=", "SIGNATURE=")
        )
    ),
    "malformed-auth-header",
    any_of=MISSPELT,
)
row(
    "names_with_the_prefix_of_a_query",
    "names as a query has them",
    "'X-Amz-Signature=' belongs into a query.",
    edited(
        lambda text, base: (
            text.replace("Credential=", "X-Amz-Credential=")
            .replace("SignedHeaders=", "X-Amz-SignedHeaders=")
            .replace("Signature=", "X-Amz-Signature=")
        )
    ),
    "malformed-auth-header",
    any_of=MISSPELT,
)
row(
    "values_without_names",
    "three values without names",
    "Who goes by position reads another header than who goes by name.",
    edited(
        lambda text, base: (
            text.replace("Credential=", "").replace("SignedHeaders=", "").replace("Signature=", "")
        )
    ),
    "malformed-auth-header",
    any_of=MISSPELT,
)
row(
    "names_with_a_colon",
    "':' for '='",
    "'Signature:…' has no value.",
    edited(
        lambda text, base: (
            text.replace("Credential=", "Credential:")
            .replace("SignedHeaders=", "SignedHeaders:")
            .replace("Signature=", "Signature:")
        )
    ),
    "malformed-auth-header",
    any_of=MISSPELT,
)
row(
    "name_escaped",
    "a name with an escape",
    "'Signatur%65' is 'Signature' only to who decodes, and nothing is decoded here.",
    edited(lambda text, base: text.replace("Signature=", "Signatur%65=")),
    "malformed-auth-header",
    any_of=MISSPELT,
)

# ---- Separators ----------------------------------------------------------------------------------


def separator(name: str, title: str, comment: str, between: str) -> None:
    family.put(
        "invalid",
        "separators",
        name,
        title,
        comment,
        edited(lambda text, base: text.replace(", ", between)),
        error="missing-auth-param",
        any_of=["malformed-auth-header", "malformed-credential"],
        severity="low",
        flags=["auth-syntax"],
        spec=[spec.AUTH_FORM],
    )


separator(
    "semicolons_between",
    "semicolons between the fields",
    "';' separates names of headers, not fields.",
    "; ",
)
separator("blanks_between", "blanks alone between the fields", "A credential ends at a comma.", " ")
separator("ampersands_between", "ampersands between the fields", "That is a query.", "&")


def tolerated(name: str, title: str, comment: str, edit: object, error: str = "", **more: object):
    """The suite refuses what has an error; what has none is a list as others write it."""
    family.put(
        "acceptable",
        "separators",
        name,
        title,
        comment,
        edited(edit),
        base="get",
        knob="auth_header_ws" if error else "auth_header_order",
        error=error,
        flags=["auth-syntax", "white-space"],
        spec=[spec.AUTH_FORM],
        **more,
    )


tolerated(
    "blanks_behind_comma",
    "two blanks behind each comma",
    "The documents do not say how many.",
    lambda text, base: text.replace(", ", ",  "),
)
tolerated(
    "tab_behind_comma",
    "a tab behind each comma",
    "White space in a list, as RFC 9110 has it.",
    lambda text, base: text.replace(", ", ",\t"),
)
tolerated(
    "blank_before_comma",
    "a blank before each comma",
    "RFC 9110 lets it be there; a parser that cuts at the comma has it in the credential.",
    lambda text, base: text.replace(", ", " , "),
    "malformed-credential",
    any_of=["malformed-auth-header"],
)
tolerated(
    "comma_before_fields",
    "a comma before the first field",
    "An empty element of a list, or an empty field.",
    lambda text, base: text.replace(" ", " , ", 1),
    "malformed-auth-header",
    any_of=["missing-auth-param"],
)
tolerated(
    "commas_doubled",
    "an empty field in the middle",
    "An empty element of a list, or an empty field.",
    lambda text, base: text.replace(", SignedHeaders", ", , SignedHeaders"),
    "malformed-auth-header",
)
tolerated(
    "comma_at_the_end",
    "a trailing comma",
    "An empty field, or nothing.",
    lambda text, base: text + ",",
    "malformed-auth-header",
)
tolerated(
    "blanks_around_equals",
    "blanks around each '='",
    "RFC 9110 calls it bad white space, to be read and never to be written.",
    lambda text, base: (
        text.replace("Credential=", "Credential = ")
        .replace("SignedHeaders=", "SignedHeaders = ")
        .replace("Signature=", "Signature = ")
    ),
    "malformed-auth-header",
    any_of=["missing-auth-param", "malformed-credential"],
)
tolerated(
    "signature_first",
    "the signature first",
    "Fields have names, so the order carries nothing.",
    lambda text, base: text.replace(f", Signature={base.signature}", "").replace(
        " ", f" Signature={base.signature}, ", 1
    ),
)


@family.acceptable(
    "fields",
    "a field that nobody defined, in the middle",
    base="get",
    knob="unknown_auth_param",
    error="malformed-auth-header",
    flags=["auth-syntax"],
    spec=[spec.AUTH_FORM],
)
def unknown_field_between(base: Base):
    """Nothing binds it: whoever reads it reads something unsigned."""
    text = base.authorization.replace(", Signature=", ", Extra=1, Signature=")
    return after_sign("set-header", "Authorization", text)
