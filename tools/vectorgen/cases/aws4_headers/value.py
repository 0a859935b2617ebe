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
