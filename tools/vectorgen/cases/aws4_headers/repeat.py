# SPDX-License-Identifier: Apache-2.0
"""aws4, headers: the same name more than once."""

from ... import spec
from ...suite import Sign
from . import area


@area.valid(
    "repeat",
    "repeated headers are joined with ','",
    flags=["repeated-header"],
    spec=[spec.HEADER_JOIN],
)
def joined():
    """One line, no blank after the comma."""
    return Sign("/", headers=[("My-Header1", "value2"), ("My-Header1", "value1")])


@area.valid(
    "repeat", "in the order given, not sorted", flags=["repeated-header"], spec=[spec.HEADER_JOIN]
)
def order_kept():
    """RFC 9110 makes the order of repeated fields part of their meaning."""
    return Sign("/", headers=[("My-Header1", v) for v in ("value4", "value1", "value3", "value2")])


@area.valid(
    "repeat",
    "names that differ in case only",
    flags=["repeated-header"],
    spec=[spec.HEADER_JOIN, spec.HEADER_CASE],
)
def case_variants():
    """They are one header. A dictionary keyed by the name as written makes two lines of them, or
    loses one."""
    return Sign("/", headers=[("X-A", "2"), ("x-a", "1"), ("X-a", "3")])


@area.valid("repeat", "interleaved with others", flags=["repeated-header"], spec=[spec.HEADER_JOIN])
def interleaved():
    """A merge that looks at neighbours alone misses these; a sort that is not stable turns them
    round."""
    return Sign("/", headers=[("b", "1"), ("a", "z"), ("b", "2"), ("a", "y"), ("b", "0")])


@area.valid(
    "repeat",
    "each value is trimmed before they are joined",
    flags=["repeated-header", "white-space"],
    spec=[spec.HEADER_JOIN, spec.HEADER_TRIM],
)
def trimmed_each():
    """Joined first, the blanks around the comma would become part of the value."""
    return Sign("/", headers=[("My-Header1", "  a  b "), ("My-Header1", ""), ("My-Header1", " c ")])


@area.valid(
    "repeat", "commas inside the values", flags=["repeated-header"], spec=[spec.HEADER_JOIN]
)
def with_commas():
    """A list that comes as one field or as two is not taken apart, quoted or sorted."""
    return Sign("/", headers=[("Accept", "text/html, text/plain"), ("Accept", "*/*;q=0.1")])


@area.valid("repeat", "equal values both stay", flags=["repeated-header"], spec=[spec.HEADER_JOIN])
def equal_values():
    """A set of values keeps one of them; so do HTTP libraries that drop what they take for a
    repeat."""
    return Sign("/", headers=[("My-Header1", "value"), ("my-header1", "value")])


@area.valid(
    "repeat", "empty elements of a list stay", flags=["repeated-header"], spec=[spec.HEADER_JOIN]
)
def empty_elements():
    """A reader of lists may pass over empty elements; a signer does not read lists."""
    return Sign("/", headers=[("My-Header1", "a,,b"), ("My-Header1", ","), ("My-Header1", "c,")])


@area.valid(
    "repeat",
    "two dozen values, interleaved",
    flags=["repeated-header", "header-order"],
    spec=[spec.HEADER_JOIN],
)
def two_dozen():
    """Sorts that are not stable are stable for short lists: up to ten elements in old engines of
    JavaScript, twelve in Go. The order in which the values came must survive."""
    pairs = [(name, str(i * 7 % 24)) for i in range(24) for name in ("x-b", "x-a")]
    return Sign("/", headers=pairs)


@area.valid(
    "repeat",
    "quoted commas stay as they are",
    flags=["repeated-header"],
    spec=[spec.HEADER_JOIN],
)
def quoted_commas():
    """Field libraries put quotes around an element with a comma in it, and backslashes before the
    quotes that are there, when they join."""
    return Sign("/", headers=[("My-Header1", 'a, "b,c"'), ("My-Header1", "d,e")])
