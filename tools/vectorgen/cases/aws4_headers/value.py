# SPDX-License-Identifier: Apache-2.0
"""aws4, headers: white space in values."""

from ... import spec
from . import area, my_header


@area.valid("value", "blanks at both ends go", flags=["white-space"], spec=[spec.HEADER_TRIM])
def trimmed():
    """They are not part of the field value; a hop may add or drop them."""
    return my_header("   value   ")


@area.valid("value", "runs of blanks become one", flags=["white-space"], spec=[spec.HEADER_TRIM])
def collapsed():
    """Trimming alone is not enough: a server that collapses, as the document says, refuses it."""
    return my_header("a   b  c")


@area.valid("value", "inside quotes too", flags=["white-space"], spec=[spec.HEADER_TRIM])
def collapsed_in_quotes():
    """The rule makes no exception for quoted strings."""
    return my_header('"a   b   c"')


@area.valid("value", "an empty value", flags=["white-space"], spec=[spec.HEADER_TRIM])
def empty():
    """The line is 'my-header1:' and stays."""
    return my_header("")


@area.valid("value", "blanks alone", flags=["white-space"], spec=[spec.HEADER_TRIM])
def only_blanks():
    """The same as an empty value. Trimming that looks for a first visible character runs off the
    end."""
    return my_header("     ")


@area.valid("value", "tabs at both ends go", flags=["white-space"], spec=[spec.HEADER_OWS])
def trimmed_tabs():
    """Optional white space is blank and tab."""
    return my_header("\t value\t\t")


@area.valid(
    "value", "colons, commas and marks are data", flags=["white-space"], spec=[spec.HEADER_TRIM]
)
def marks():
    """A date or a URL in a value: only the first ':' of a line divides it."""
    return my_header('Mon, 09 Sep 2011 23:36:00 GMT; a="b,c"; d=https://x/?y&z')


@area.valid("value", "UTF-8 in a value", flags=["bytes"], spec=[spec.HEADER_TRIM])
def utf8():
    """Object metadata has it. The bytes are signed as they are, neither escaped nor re-encoded."""
    return my_header("café ሴ 😀")


@area.valid("value", "Latin-1 in a value", flags=["bytes"], spec=[spec.HEADER_TRIM])
def latin1():
    """E9 alone is no UTF-8. It stays E9; the canonical request is in base64 in this vector."""
    return my_header(b"caf\xe9")


@area.valid("value", "a long value", flags=["white-space"], spec=[spec.HEADER_TRIM])
def long():
    """8 KiB of words: what is built with a fixed buffer is cut here, and signs the prefix."""
    return my_header("word  " * 1365 + "end")


@area.valid("value", "unbalanced quotes", flags=["white-space"], spec=[spec.HEADER_TRIM])
def unbalanced_quotes():
    """Inches and an apostrophe. A signer that splits the value as a shell does, to spare what
    is quoted, finds no closing quotation and raises."""
    return my_header("10\"   wide,   isn't   it")


@area.valid("value", "quotes escaped in quotes", flags=["white-space"], spec=[spec.HEADER_TRIM])
def escaped_quotes():
    """A scanner of quoted strings that does not know the backslash is outside where it believes to
    be inside. The rule needs no scanner."""
    return my_header('"a \\"  b"  "c\\\\"   d')


@area.valid("value", "format directives and escapes", flags=["escape-set"], spec=[spec.HEADER_TRIM])
def format_directives():
    """Given to printf() as the format the value reads the stack; decoded like a URL it becomes
    '100A'. It is text."""
    return my_header("100%41 %s%n %2F+%00")


@area.valid("value", "backslash sequences", flags=["escape-set"], spec=[spec.HEADER_TRIM])
def backslash_sequences():
    """echo of some shells, and templates, make a line feed of '\\n' and a letter of '\\u0041'."""
    return my_header("C:\\new\\table\\u0041\\x41\\\\")


@area.valid("value", "marks of the shell", flags=["escape-set"], spec=[spec.HEADER_TRIM])
def shell_marks():
    """Signers written for bash: an unquoted variable is split, globbed and expanded, and one that
    passes through eval is run."""
    return my_header("$HOME ${x} `id` $(id) * ? [a] ~ !1 & ; # 'q'")


@area.valid(
    "value", "a value that looks like a number", flags=["white-space"], spec=[spec.HEADER_TRIM]
)
def looks_like_a_number():
    """Kept in a dynamic table or passed through YAML it is 7 and is signed so."""
    return my_header("007")


@area.valid(
    "value",
    "blanks around Latin-1 letters",
    flags=["bytes", "white-space"],
    spec=[spec.HEADER_TRIM],
)
def utf8_with_a0():
    """'à' is C3 A0 in UTF-8. isspace() in a Latin-1 locale, byte by byte, trims A0 off the
    letter."""
    return my_header("  à  la  carte  à ")
