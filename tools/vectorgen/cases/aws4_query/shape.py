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


@area.valid(
    "shape",
    "'&' alone: no pair at all",
    level="should",
    flags=["query-shape"],
    spec=[spec.QUERY_ENCODE],
)
def only_ampersands():
    """A query that is not empty and holds nothing: the line is empty. A split that keeps empty
    parts signs '=&=&='."""
    return Sign("/?&&")


@area.valid("shape", "a name that begins with '?'", flags=["query-shape"], spec=[spec.QUERY_ENCODE])
def two_question_marks():
    """The first '?' ends the path, the second is data. lstrip('?') and its like take both."""
    return Sign("/??a=1")


@area.valid(
    "shape", "a pair that looks like an entity", flags=["query-shape"], spec=[spec.QUERY_ENCODE]
)
def html_entities():
    """'&amp;b' is the name 'amp;b', and '&copy' is 'copy': a query is no HTML. Clients that take
    links out of pages with a regular expression send such, and the server signs them as they
    are."""
    return Sign("/?a=1&amp;b=2&copy=3")


@area.valid(
    "shape",
    "names that PHP rewrites",
    flags=["query-shape", "repeated-key"],
    spec=[spec.QUERY_ENCODE, spec.QUERY_SORT],
)
def names_that_php_rewrites():
    """parse_str makes 'a_b' of 'a.b', 'c_d' of 'c d' and an array of 'e[]'; 'f[x' becomes 'f_x'.
    Signers that build the canonical query from its result sign other names."""
    return Sign("/?a.b=1&c%20d=2&e%5B%5D=4&e%5B%5D=3&f%5Bx=5")


@area.valid(
    "shape",
    "a name, and the same with an index",
    flags=["query-shape", "repeated-key"],
    spec=[spec.QUERY_ENCODE],
)
def name_and_index():
    """Parsers that build nested values (Rack, qs, PHP) find 'a' to be a text and a table at once:
    they raise, or keep one of the two."""
    return Sign("/?a=1&a%5Bb%5D=2&a%5B%5D=3")


@area.valid(
    "shape", "values that look like numbers", flags=["query-shape"], spec=[spec.QUERY_ENCODE]
)
def values_stay_text():
    """Through JSON, YAML or a dynamic table '007' becomes 7, '1.0' 1, '1e3' 1000, and 'null' and
    'true' something that prints otherwise, or not at all."""
    return Sign("/?a=007&b=1.0&c=1e3&d=null&e=true&f=undefined&g=NaN&h=-0")
