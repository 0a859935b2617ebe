# SPDX-License-Identifier: Apache-2.0
"""aws4, query: the order of the pairs."""

from ... import spec
from ...suite import Sign
from . import area


@area.valid("order", "names are sorted", flags=["sort-order"], spec=[spec.QUERY_SORT])
def sorted_by_name():
    """The order on the wire does not matter: a server sorts again, so a signer that keeps the
    order fails."""
    return Sign("/?Param2=value2&Param1=value1")


@area.valid(
    "order",
    "a shorter key sorts before its extension",
    flags=["sort-order"],
    spec=[spec.QUERY_SORT],
)
def prefix_key_first():
    """Sorting whole strings 'name=value' compares '=' (3D) with '-' (2D) and puts the longer key
    first. Names are compared on their own: '=' takes no part in it."""
    return Sign("/?a-b=1&a=2")


@area.valid(
    "order",
    "an empty value and a longer key",
    flags=["sort-order"],
    spec=[spec.QUERY_SORT, spec.QUERY_EMPTY_VALUE],
)
def prefix_key_empty_value():
    """'select' without a value beside 'select-type' is a query of S3 Select. A sort of whole
    strings puts select-type first, and this request alone is refused."""
    return Sign("/?select-type=2&select")


@area.valid(
    "order",
    "names are sorted after encoding: '{' is '%7B'",
    flags=["sort-order"],
    spec=[spec.QUERY_SORT],
)
def sorted_after_encoding():
    """Raw, 'az' sorts before 'a{'; encoded, 'a%7B' sorts before 'az', because '%' is below every
    letter. Sorting first and encoding then puts 'az' first."""
    return Sign("/?az=1&a%7B=2")


@area.valid(
    "order",
    "brackets in names, as form libraries make them",
    flags=["sort-order"],
    spec=[spec.QUERY_SORT],
)
def brackets_after_encoding():
    """'params[page]' and 'paramsZ': raw, '[' (5B) is above 'Z' (5A); encoded, '%5B' is below it."""
    return Sign("/?paramsZ=1&params%5Bpage%5D=2")


@area.valid(
    "order",
    "a name in UTF-8 sorts before an ASCII name",
    flags=["sort-order"],
    spec=[spec.QUERY_SORT],
)
def utf8_name_first():
    """Encoded, every character beyond ASCII begins with '%' and so sorts before all letters and
    digits."""
    return Sign("/?a=1&%F0%9F%8D%BA=2")


@area.valid(
    "order",
    "astral and BMP characters: bytes, not UTF-16 units",
    flags=["sort-order", "bytes"],
    spec=[spec.QUERY_SORT],
)
def not_utf16_order():
    """U+FF41 is EF BD 81 and U+1F600 is F0 9F 98 80: as bytes the first is lower. As UTF-16
    units it is FF41 against D83D, the other way round: the default sort of JavaScript, Java and
    C# strings."""
    return Sign("/?%F0%9F%98%80=2&%EF%BD%81=1")


@area.valid(
    "order", "upper case sorts before lower case", flags=["sort-order"], spec=[spec.QUERY_SORT]
)
def case_sensitive():
    """The comparison is of code points. A locale's collation, or one that ignores case, puts 'a'
    before 'B'."""
    return Sign("/?b=4&B=3&a=2&A=1")


@area.valid(
    "order",
    "values of one name are sorted",
    flags=["sort-order", "repeated-key"],
    spec=[spec.QUERY_SORT_VALUES],
)
def duplicate_values_sorted():
    """The tie-break by value: AWS's own suite has no case that needs it. Keeping the order on
    the wire fails."""
    return Sign("/?a=2&a=1&a=10")


@area.valid(
    "order",
    "an empty value comes first",
    flags=["sort-order", "repeated-key"],
    spec=[spec.QUERY_SORT_VALUES],
)
def duplicate_empty_value():
    """Both pairs stay. A dictionary keeps one of them; a split at '=' that yields one element
    raises."""
    return Sign("/?a=b&a=&a")


@area.valid(
    "order",
    "values are compared after encoding too",
    flags=["sort-order", "repeated-key"],
    spec=[spec.QUERY_SORT_VALUES],
)
def duplicate_values_encoded():
    """Raw, 'z' (7A) is below '{' (7B); encoded, '%7B' is below 'z'."""
    return Sign("/?k=z&k=%7B&k=%C3%A9")


@area.valid("order", "digits are not numbers", flags=["sort-order"], spec=[spec.QUERY_SORT])
def not_numeric():
    """'10' sorts before '9'. Sort functions that see numbers in strings, as PHP's do by default,
    turn it round."""
    return Sign("/?9=a&10=b&x=9&x=10")


@area.valid("order", "one hundred pairs", flags=["sort-order"], spec=[spec.QUERY_SORT])
def hundred_pairs():
    """Enough pairs to show a sort that is not stable, not a sort, or a fixed table that
    overflows."""
    return Sign("/?" + "&".join(f"k{(i * 37) % 100}={i}" for i in range(100)))


@area.valid("order", "'~' sorts last", flags=["sort-order", "escape-set"], spec=[spec.QUERY_SORT])
def tilde_last():
    """An encoder that writes '~' as '%7E', corrected by a replacement after the sort, leaves the
    pair where '%' had put it: before the letters."""
    return Sign("/?a~=3&az=2&aA=1")


@area.valid(
    "order", "a blank sorts as '%20'", flags=["sort-order", "plus-sign"], spec=[spec.QUERY_SORT]
)
def blank_as_percent_20():
    """A form encoder's '+' (2B), replaced by '%20' after the sort, was above '%23' (25 32 33) when
    it was compared."""
    return Sign("/?a%23=2&a%20b=1")


@area.valid(
    "order", "'*' sorts as '%2A'", flags=["sort-order", "escape-set"], spec=[spec.QUERY_SORT]
)
def star_as_percent_2a():
    """encodeURIComponent and form encoders leave '*' (2A) bare. Escaped after the sort, it was
    compared with the '%' of '%2B'."""
    return Sign("/?a%2B=2&a*=1")


@area.valid(
    "order",
    "names that differ behind 300 equal bytes",
    flags=["sort-order"],
    spec=[spec.QUERY_SORT],
)
def long_common_prefix():
    """strncmp() with the size of some buffer finds them equal and leaves them as they came."""
    return Sign(f"/?{'k' * 300}b=1&{'k' * 300}a=2")


@area.valid(
    "order",
    "names that differ behind an escaped NUL",
    flags=["sort-order", "bytes"],
    spec=[spec.QUERY_SORT],
)
def nul_in_names():
    """Decoded and compared as C strings, both are 'a'."""
    return Sign("/?a%00b=1&a%00a=2")


@area.valid(
    "order",
    "eleven hundred pairs",
    flags=["sort-order", "query-shape"],
    spec=[spec.QUERY_SORT],
)
def eleven_hundred_pairs():
    """querystring.parse of Node and parse_str of PHP stop at one thousand pairs. These come sorted:
    a quicksort that takes the first for its pivot recurses eleven hundred deep."""
    return Sign("/?" + "&".join(f"k{i}={i}" for i in range(1000, 2100)))
