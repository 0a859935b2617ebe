# SPDX-License-Identifier: Apache-2.0
"""Values that are changed after signing, and headers that are there twice."""

from __future__ import annotations

from ... import spec
from ...suite import after_sign, before_sign
from . import changed, family, put

LOW = {"severity": "low"}
SPACE = {"severity": "low", "flags": ["binding", "white-space", "bytes"], "spec": [spec.HEADER_OWS]}

# ---- Another value -------------------------------------------------------------------------------

changed("bit_flipped", "note", "one bit of a value", "The least change there is.", "two wordr")
changed(
    "value_in_upper_case",
    "note",
    "a value in upper case",
    "Names have no case, values have.",
    "Two Words",
)
changed(
    "value_emptied",
    "note",
    "a value emptied",
    "A look-up that takes empty for absent leaves the line out.",
    "",
)
changed(
    "empty_value_filled",
    "empty",
    "an empty value filled",
    "Signed was that nothing is in it.",
    "admin",
)
changed(
    "colon_moved",
    "colon",
    "a colon moved",
    "Without its colons the text is the same (CVE-2026-58426).",
    "ab:",
    **LOW,
)
changed(
    "utf8_as_latin1",
    "utf8",
    "UTF-8 becomes Latin-1",
    "C3 A9 and E9 are the same letter to a server that guesses.",
    b"caf\xe9",
    severity="low",
    flags=["binding", "bytes"],
)
changed(
    "utf8_decomposed",
    "utf8",
    "a composed letter decomposed",
    "Equal after Unicode normalisation.",
    "cafe\u0301",
    severity="low",
    flags=["binding", "bytes"],
)
changed(
    "end_of_long_value",
    "long",
    "the end of a long value changed",
    "Copied to a buffer of 4,096 and cut there, both values are one.",
    "0123456789" * 499 + "0123456yes",
    flags=["binding", "bytes"],
)
put(
    "value",
    "second_note_filled",
    "two_notes",
    "a member put into the empty header",
    "An empty line takes no part in the signature of some.",
    after_sign("set-header", "X-Note-Two", "admin"),
)
put(
    "value",
    "second_note_removed",
    "two_notes",
    "the empty header removed",
    "Signed was that it is there and empty. A hop that drops empty headers breaks it, and whoever "
    "reads absent as empty does not notice.",
    after_sign("remove-header", "X-Note-Two"),
    error="signed-header-missing",
    any_of=["signature-mismatch"],
    flags=["binding", "coverage"],
    spec=[spec.SIGNED_LIST],
)

# ---- What is white space -------------------------------------------------------------------------

for name, space, title, comment in (
    ("vertical_tab", b"\x0b", "a vertical tab for a blank", "isspace() counts it."),
    ("file_separator", b"\x1c", "a 1C for a blank", "Python's split() counts it."),
    ("em_space", "\u2003".encode(), "a U+2003 for a blank", "Unicode calls it white space."),
):
    changed(
        name + "_for_blank",
        "note",
        title,
        comment + " Collapsed like a blank, it keeps the signature.",
        b"two" + space + b"words",
        **SPACE | {"any_of": ["malformed-header"]},
    )
changed(
    "no_break_space_behind",
    "note",
    "a no-break space behind a value",
    "Trimmed by strip(), it takes no part in the signature.",
    "two words\u00a0",
    **SPACE,
)
family.put(
    "acceptable",
    "disputed",
    "blanks_doubled",
    "blanks inside quotes",
    "Older documents leave quoted text alone; the present ones have no exception.",
    after_sign("set-header", "X-Note", '"two   words"'),
    base="quoted",
    knob="value_collapse",
    flags=["white-space"],
    spec=[spec.HEADER_TRIM],
)
family.put(
    "acceptable",
    "disputed",
    "tab_for_blank",
    "a tab for a blank",
    "RFC 9110 has both for white space; the documents of the signature speak of spaces.",
    after_sign("set-header", "X-Note", "two\twords"),
    base="note",
    knob="header_white_space",
    flags=["white-space"],
    spec=[spec.HEADER_OWS],
)

# ---- Twice ---------------------------------------------------------------------------------------

TWICE = {
    "flags": ["binding", "repeated-header"],
    "any_of": ["malformed-header"],
    "spec": [spec.HEADER_JOIN],
}


def twice(name: str, base: str, title: str, comment: str, recipe: object, **more: object) -> None:
    put("repeated", name, base, title, comment, recipe, **TWICE | more)


twice(
    "second_behind",
    "note",
    "a second line behind the signed one",
    "Verified over the first, used as the last.",
    after_sign("add-header", "X-Note", "admin"),
)
twice(
    "second_in_front",
    "note",
    "a second line in front of the signed one",
    "Verified over the last, used as the first.",
    after_sign("prepend-header", "X-Note", "admin"),
)
twice(
    "second_equal",
    "note",
    "the signed line twice",
    "A set of lines does not notice.",
    after_sign("add-header", "X-Note", "two words"),
    severity="low",
)
twice(
    "second_empty",
    "note",
    "a second line that is empty",
    "Left out by a join that skips what is empty; the last one, to who takes that.",
    after_sign("add-header", "X-Note", ""),
)
twice(
    "second_in_other_letters",
    "note",
    "a second line, its name in upper case",
    "A map that has case finds one of each.",
    after_sign("add-header", "X-NOTE", "admin"),
)
twice(
    "order_changed",
    "repeated",
    "two of three lines exchanged",
    "Sorted before they are joined, they are the same.",
    after_sign("swap-headers", "X-Note"),
    any_of=[],
)
twice(
    "one_of_three_removed",
    "repeated",
    "one of three lines removed",
    "A set of lines does not notice.",
    after_sign("remove-header", "X-Note"),
    any_of=[],
)
twice(
    "members_spaced",
    "listed",
    "blanks behind the commas",
    "Equal as a list. Signed is the text.",
    after_sign("set-header", "X-Note", "a, b, c"),
    severity="low",
    any_of=[],
)
twice(
    "second_signed",
    "note",
    "the header twice, signed so",
    "The row has dictionaries: one value a name, and nobody says which.",
    before_sign("add-header", "X-Note", "admin"),
    error="malformed-header",
    any_of=["signature-mismatch"],
    spec=[spec.STRICT],
)
family.put(
    "acceptable",
    "disputed",
    "no_break_space_is_blank",
    "a no-break space for a blank",
    "split() of the package takes it for white space. To HTTP it is data.",
    after_sign("set-header", "X-Note", "two\u00a0words"),
    base="note",
    knob="header_white_space",
    flags=["white-space", "bytes"],
    spec=[spec.HEADER_OWS],
)
