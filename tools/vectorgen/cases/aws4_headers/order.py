# SPDX-License-Identifier: Apache-2.0
"""aws4, headers: the order of the lines."""

from ... import spec
from ...suite import Sign
from . import area


@area.valid(
    "order",
    "names are sorted and lower case",
    flags=["header-order"],
    spec=[spec.HEADER_SORT, spec.HEADER_CASE],
)
def sorted_lower_case():
    """The order and the case on the wire do not matter: hops may change both."""
    return Sign("/", headers=[("Zoo", "z"), ("ACCEPT", "*/*"), ("bAr", "b")])


@area.valid(
    "order", "lower-cased first, then sorted", flags=["header-order"], spec=[spec.HEADER_SORT]
)
def sorted_after_lower_case():
    """Sorted first, 'B' (42) is before 'a' (61), and the list comes out unsorted."""
    return Sign("/", headers=[("B-Header", "2"), ("a-header", "1"), ("C-Header", "3")])


@area.valid("order", "a name before its extension", flags=["header-order"], spec=[spec.HEADER_SORT])
def prefix_name_first():
    """Sorting whole lines compares ':' (3A) with '-' (2D) and puts 'x-amz-meta-test-two' first."""
    return Sign(
        "/",
        headers=[("x-amz-meta-test-two", "2"), ("x-amz-meta-test", "1"), ("x-amz-meta-test1", "3")],
    )


@area.valid(
    "order", "'-', digits, '_' and letters", flags=["header-order"], spec=[spec.HEADER_SORT]
)
def hyphen_and_underscore():
    """By byte: '-' 2D, '0' 30, '_' 5F, 'a' 61. Code that folds '_' into '-' loses a header
    here."""
    return Sign("/", headers=[("x-a_b", "3"), ("x-aab", "4"), ("x-a0b", "2"), ("x-a-b", "1")])


@area.valid(
    "order",
    "every mark that a token may hold",
    flags=["header-order"],
    spec=[spec.HEADER_TOKEN, spec.HEADER_SORT],
)
def token_marks():
    """Rare, but legal: RFC 9110 allows fifteen marks in a field name."""
    return Sign("/", headers=[(f"x{c}y", str(i)) for i, c in enumerate("~|`_^.-+*'&%$#!")])


@area.valid("order", "one hundred headers", flags=["header-order"], spec=[spec.HEADER_SORT])
def hundred_headers():
    """More than any fixed table holds."""
    return Sign("/", headers=[(f"x-h{(i * 37) % 100:02}", f"value {i}") for i in range(100)])


@area.valid(
    "order",
    "the method is signed as it is",
    level="should",
    flags=["header-order"],
    spec=[spec.METHOD_TOKEN],
)
def method_verbatim():
    """Methods are case-sensitive, and their number is open: PROPFIND, PATCH, and 'get' is not
    GET."""
    return Sign("/", method="get")


@area.valid(
    "order",
    "names of which 'host' is a prefix",
    flags=["header-order"],
    spec=[spec.HEADER_SORT, spec.HOST_SIGNED],
)
def neighbours_of_host():
    """strncmp(name, "host", 4) takes 'hostname' for the host and signs its value, or drops it with
    the one that the signer sets itself."""
    return Sign("/", headers=[("Hostname", "y"), ("Hos", "x"), ("Host-Id", "z")])


@area.valid(
    "order",
    "names of which 'x-amz-date' is a prefix",
    flags=["header-order"],
    spec=[spec.HEADER_SORT, spec.XAMZ_SIGNED],
)
def neighbours_of_the_date():
    """The signer's own header goes into its place in the order, not to the end; and a filter by
    prefix that keeps a second date out takes these with it."""
    return Sign(
        "/", headers=[("X-Amz-Dates", "3"), ("x-amz-date-2", "2"), ("x-amz-dat", "1"), ("y", "4")]
    )


@area.valid("order", "names that are numbers", flags=["header-order"], spec=[spec.HEADER_SORT])
def names_of_digits():
    """'10' is before '9'. Arrays of PHP and objects of JavaScript turn such keys into integers and
    order them by value."""
    return Sign("/", headers=[("9", "a"), ("10", "b"), ("1e1", "c")])


@area.valid(
    "order", "names that scripts trip over", flags=["header-order"], spec=[spec.HEADER_SORT]
)
def names_of_prototypes():
    """A plain object of JavaScript has no room for '__proto__' and a 'constructor' of its own: the
    header is lost, or is a function."""
    return Sign("/", headers=[("__proto__", "1"), ("constructor", "2"), ("toString", "3")])


@area.valid("order", "a name of 300 bytes", flags=["header-order"], spec=[spec.HEADER_CASE])
def long_name():
    """Lower-cased in a fixed buffer it is cut, and two such names become one."""
    name = "X-" + "Name" * 74
    return Sign("/", headers=[(name + "-B", "2"), (name + "-A", "1")])


@area.valid("order", "a capital I", flags=["header-order"], spec=[spec.HEADER_CASE])
def capital_i():
    """toLowerCase() of Java, and tolower() under a Turkish locale, make a dotless i of it. Run this
    vector with LC_ALL=tr_TR.UTF-8 or -Duser.language=tr."""
    return Sign("/", headers=[("IF-MATCH-ID", "1"), ("if-match-ib", "2")])


@area.valid(
    "order",
    "a method with a mark",
    level="should",
    flags=["header-order"],
    spec=[spec.METHOD_TOKEN],
)
def method_with_mark():
    """A list of known methods refuses it or signs GET; an identifier of a language cannot hold the
    hyphen."""
    return Sign("/", method="M-SEARCH")
