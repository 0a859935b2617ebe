# SPDX-License-Identifier: Apache-2.0
"""aws4, query: keys without '=', empty pairs, a second '?'."""

from ... import spec
from ...suite import Sign
from . import area


@area.valid(
    "shape",
    "no query: the line is empty",
    flags=["query-shape", "baseline"],
    spec=[spec.QUERY_ENCODE],
)
def none():
    """The line is there and empty: with it missing, every later line moves up."""
    return Sign("/")


@area.valid(
    "shape", "a '?' with nothing behind it", flags=["query-shape"], spec=[spec.QUERY_ENCODE]
)
def only_question_mark():
    """The same canonical request as without it: the path ends before the first '?'."""
    return Sign("/?")


@area.valid("shape", "a key without '='", flags=["query-shape"], spec=[spec.QUERY_EMPTY_VALUE])
def no_equals_sign():
    """Sub-resources such as ?acl or ?versioning come like this. The canonical form has the '='
    all the same."""
    return Sign("/?versioning")


@area.valid("shape", "with and without '='", flags=["query-shape"], spec=[spec.QUERY_EMPTY_VALUE])
def empty_values():
    """A parser that returns nil for a missing value and skips it loses the key 'b'."""
    return Sign("/?a=&b&c=1")


@area.valid(
    "shape", "a second '=' belongs to the value", flags=["query-shape"], spec=[spec.QUERY_ENCODE]
)
def second_equals_sign():
    """Base64 ends in '='. A split at every '=' cuts the value; leaving it bare signs 'b=c'."""
    return Sign("/?a=b=c&d==")


@area.valid(
    "shape", "empty pairs vanish", level="should", flags=["query-shape"], spec=[spec.QUERY_ENCODE]
)
def empty_pairs():
    """'&&' and a trailing '&' hold no parameter. A split that keeps empty parts signs a bare
    '='."""
    return Sign("/?&a=1&&b=2&")


@area.valid("shape", "'?' inside the query", flags=["query-shape"], spec=[spec.QUERY_ENCODE])
def second_question_mark():
    """Only the first '?' ends the path; the next ones are data and are escaped."""
    return Sign("/?a=b?c&?d=e")


@area.valid(
    "shape", "';' is data, not a separator", flags=["query-shape"], spec=[spec.QUERY_ENCODE]
)
def semicolon_is_data():
    """HTML 4 once allowed ';' between pairs, and some parsers still split at it, or drop the
    pair that holds one."""
    return Sign("/?a=1;b=2&c=3")


@area.valid(
    "shape", "names that scripts trip over", flags=["query-shape"], spec=[spec.QUERY_ENCODE]
)
def names_of_prototypes():
    """A query collected in a plain object of JavaScript loses '__proto__' and finds
    'constructor' there already."""
    return Sign("/?__proto__=1&constructor=2&toString=3")
