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
