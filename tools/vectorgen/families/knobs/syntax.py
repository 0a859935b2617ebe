# SPDX-License-Identifier: Apache-2.0
"""Knobs of the Authorization header: the signature's case, blanks, fields that are repeated or
unknown, names of headers in another form."""

from __future__ import annotations

from collections.abc import Callable

from ...model import Json
from ...suite import Base, before_sign
from . import ZEROS, Knob, edited, param, twice

# ---- The signature's case ------------------------------------------------------------------------

hex_case = Knob(
    "knob-syntax",
    "hex_case_accept",
    {"hex_case": "accept"},
    "digits in upper case are tolerated",
    "The signature has none.",
    flag="hex-case",
)
hex_case.passes(
    "upper",
    "the signature in upper case, tolerated",
    "The same number.",
    param("Signature", lambda base: base.signature.upper()),
)
hex_case.passes(
    "mixed",
    "the signature in mixed case, tolerated",
    "Half of it in upper case.",
    param("Signature", lambda base: base.signature[:32].upper() + base.signature[32:]),
)


def other_digit(base: Base) -> str:
    return base.signature[:-1].upper() + ("0" if base.signature[-1] != "0" else "1")


hex_case.refuses(
    "other",
    "upper case, and another last digit",
    "Another number.",
    param("Signature", other_digit),
    "signature-mismatch",
    severity="critical",
)
hex_case.refuses(
    "not_hex",
    "upper case, and a 'G' for its last digit",
    "No number at all: a decoder without a check reads on.",
    param("Signature", lambda base: base.signature[:-1].upper() + "G"),
    "signature-malformed",
    "signature-mismatch",
)
hex_case.refuses(
    "short",
    "upper case, and one digit less",
    "Half a byte is none.",
    param("Signature", lambda base: base.signature[:-1].upper()),
    "signature-malformed",
    "signature-mismatch",
)
hex_case.refuses(
    "name_in_upper_case",
    "'SIGNATURE=' where digits may be in upper case",
    "Digits have two cases then, names of fields have one.",
    edited(lambda text, base: text.replace("Signature=", "SIGNATURE=")),
    "malformed-auth-header",
    "missing-auth-param",
)

# ---- Blanks --------------------------------------------------------------------------------------

blanks = Knob(
    "knob-syntax",
    "auth_header_ws_lenient",
    {"auth_header_ws": "lenient"},
    "blanks in Authorization are tolerated",
    "It has those alone that it should have.",
    flag="white-space",
)
blanks.passes(
    "around_commas",
    "blanks around commas, tolerated",
    "On both sides, and tabs too.",
    edited(lambda text, base: text.replace(", ", " \t,\t  ")),
)
blanks.passes(
    "comma_at_the_end",
    "a comma at the end, tolerated",
    "With a blank before it.",
    edited(lambda text, base: text + " ,"),
)
blanks.passes(
    "behind_algorithm",
    "blanks behind the algorithm, tolerated",
    "Two, and a tab before them.",
    edited(lambda text, base: text.replace(" ", "\t  ", 1)),
)
blanks.passes(
    "none",
    "commas without blanks, tolerated",
    "Where the dialect has one behind each comma, it may be left out.",
    edited(lambda text, base: text.replace(", ", ",")),
)
blanks.refuses(
    "two_commas_at_the_end",
    "two commas at the end",
    "One may be there. Two have an empty field between them.",
    edited(lambda text, base: text + ",,"),
    "malformed-auth-header",
)
blanks.refuses(
    "empty_field",
    "an empty field in the middle",
    "Blanks are tolerated, fields that are none are not.",
    edited(lambda text, base: text.replace(", SignedHeaders", ", , SignedHeaders")),
    "malformed-auth-header",
)
blanks.refuses(
    "around_equals",
    "blanks around each '='",
    "They are then part of a name and of a value.",
    edited(lambda text, base: text.replace("=", " = ")),
    "malformed-auth-header",
    "missing-auth-param",
    "malformed-credential",
)
blanks.refuses(
    "before_digits",
    "a blank between '=' and the signature",
    "It is part of the signature then, which is no 64 digits.",
    param("Signature", lambda base: " " + base.signature),
    "signature-malformed",
    "malformed-auth-header",
    "signature-mismatch",
)
blanks.refuses(
    "in_credential",
    "a blank in the credential",
    "In the middle of a key it is no separator.",
    param("Credential", lambda base: base.credential.replace("/", " /", 1)),
    "malformed-credential",
    "malformed-auth-header",
    "unknown-key",
)
blanks.refuses(
    "for_commas",
    "blanks alone between the fields",
    "A field ends at a comma.",
    edited(lambda text, base: text.replace(", ", " ")),
    "missing-auth-param",
    "malformed-auth-header",
    "malformed-credential",
)
blanks.refuses(
    "line_feeds",
    "form feeds behind the commas",
    "Blank and tab are blanks.",
    edited(lambda text, base: text.replace(", ", ",\f")),
    "malformed-auth-header",
    "malformed-header",
)

# ---- Fields that are repeated, or unknown --------------------------------------------------------


repeated = Knob(
    "knob-syntax",
    "duplicate_auth_param_last",
    {"duplicate_auth_param": "last"},
    "of a repeated field the last one counts",
    "None is repeated.",
    flag="auth-syntax",
)
for word, name, other, reason in (
    ("signature", "Signature", ZEROS, "signature-mismatch"),
    ("names", "SignedHeaders", "host", "header-not-signed"),
    ("credential", "Credential", "AKIDUNKNOWN0EXAMPLE/{scope}", "unknown-key"),
):

    def pair(first: bool, name: str = name, other: str = other) -> Callable[[Base], Json]:
        def recipe(base: Base) -> Json:
            scope = base.credential.split("/", base.claim.access_key.count("/") + 1)[-1]
            return twice(name, other.format(scope=scope), first)(base)

        return recipe

    repeated.passes(
        f"{word}_right_last",
        f"{name} twice, the right one last",
        "The last one counts.",
        pair(False),
    )
    repeated.refuses(
        f"{word}_right_first",
        f"{name} twice, the right one first",
        "The last one counts, and it is wrong: not the one that happens to fit.",
        pair(True),
        reason,
        *([] if reason == "signature-mismatch" else ["signature-mismatch"]),
        severity="high",
    )
repeated.refuses(
    "empty_last",
    "Signature twice, the last one empty",
    "The one that counts is missing.",
    twice("Signature", "", True),
    "missing-auth-param",
    "malformed-auth-header",
    "signature-malformed",
    severity="high",
)
repeated.refuses(
    "unknown_field",
    "a field that nobody defined",
    "Repetitions are tolerated, strangers are not.",
    edited(lambda text, base: text.replace(", Signature", ", Extra=1, Signature")),
    "malformed-auth-header",
)

unknown = Knob(
    "knob-syntax",
    "unknown_auth_param_ignore",
    {"unknown_auth_param": "ignore"},
    "unknown fields are passed over",
    "There is none.",
    flag="auth-syntax",
)
unknown.passes(
    "at_the_end",
    "an unknown field at the end",
    "It is passed over.",
    edited(lambda text, base: text + ", Extra=1"),
)
unknown.passes(
    "between",
    "an unknown field between the others",
    "It is passed over, and so is an empty one.",
    edited(lambda text, base: text.replace(", Signature", ", Extra=, Signature")),
)
unknown.passes(
    "in_lower_case",
    "'signature=' beside the signature",
    "Names have case: it is one more field that nobody knows.",
    edited(lambda text, base: text.replace(", Signature", f", signature={ZEROS}, Signature")),
)
unknown.refuses(
    "in_its_place",
    "'signature=' in the place of the signature",
    "Passed over, it leaves nothing to compare.",
    edited(lambda text, base: text.replace("Signature=", "signature=")),
    "missing-auth-param",
    "malformed-auth-header",
    severity="critical",
)
unknown.refuses(
    "no_field",
    "a word that is no field",
    "Without a name and '=' there is no field to pass over.",
    edited(lambda text, base: text.replace(", Signature", ", Extra, Signature")),
    "malformed-auth-header",
)
unknown.refuses(
    "signature_twice",
    "the signature twice",
    "Strangers are passed over; what is known is there once.",
    twice("Signature", ZEROS, True),
    "duplicate-auth-param",
    "malformed-auth-header",
    "signature-mismatch",
)

# ---- Names in another order ----------------------------------------------------------------------

names = Knob(
    "knob-syntax",
    "signed_headers_form_canonicalise",
    {"signed_headers_form": "canonicalise"},
    "names of headers may be in any form",
    "They are in order.",
    flag="selection",
)


def listed(edit: Callable[[list[str]], list[str]]) -> Callable[[Base], Json]:
    return param("SignedHeaders", lambda base: ";".join(edit(base.claim.signed_headers.split(";"))))


names.passes(
    "reversed",
    "SignedHeaders in reverse",
    "Signed sorted, as the dialect has it, and listed the other way round.",
    listed(lambda n: n[::-1]),
)
names.passes(
    "upper",
    "SignedHeaders in upper case",
    "Signed in lower case.",
    listed(lambda n: [w.upper() for w in n]),
)
names.refuses(
    "twice",
    "a name twice",
    "In any order, but each once.",
    listed(lambda n: [n[0], *n]),
    "signed-headers-malformed",
    "signature-mismatch",
)
names.refuses(
    "empty",
    "an empty name at the end",
    "It is no name in any order.",
    listed(lambda n: [*n, ""]),
    "signed-headers-malformed",
    "signature-mismatch",
)
names.refuses(
    "authorization",
    "Authorization listed, in upper case",
    "It cannot sign itself, whatever its case.",
    listed(lambda n: ["AUTHORIZATION", *n]),
    "signed-headers-malformed",
    "signature-mismatch",
)
names.refuses(
    "more",
    "a name more, which was not signed",
    "The list is part of what is signed, in whatever order.",
    listed(lambda n: [*n[::-1], "authority"]),
    "signed-header-missing",
    "signature-mismatch",
    "signed-headers-malformed",
)
names.refuses(
    "signed_as_given",
    "signed in reverse",
    "The dialect signs the sorted list: signed as it was given it is another one.",
    lambda base: before_sign(
        "set-claim", "signed-headers", ";".join(base.claim.signed_headers.split(";")[::-1])
    ),
    "signature-mismatch",
    "signed-headers-malformed",
)
