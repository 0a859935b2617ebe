# SPDX-License-Identifier: Apache-2.0
"""aws4, query: where programs of one vendor differ."""

from ... import spec
from ...suite import Alternative, Sign
from . import area


@area.acceptable(
    "disputed",
    "a bare '+' in the query",
    knob="query_plus",
    flags=["plus-sign"],
    spec=[spec.QUERY_ENCODE],
    alternatives=[Alternative("'+' read as a space, as forms have it", {"query": b"q=a%20b"})],
)
def bare_plus():
    """The IAM user guide does not mention '+'. By RFC 3986 it is a plus sign, by HTML forms a
    space; the vendor's own signers do both. A client is safe only if it sends %2B or %20."""
    return Sign("/?q=a+b")


@area.acceptable(
    "disputed",
    "a pair with an empty name",
    knob="empty_pair",
    flags=["query-shape"],
    spec=[spec.QUERY_ENCODE],
    alternatives=[Alternative("the pair is dropped", {"query": b"a=1"})],
)
def empty_name():
    """'=v' has a value but no name. The documents do not say whether the pair counts."""
    return Sign("/?=v&a=1")


@area.acceptable(
    "disputed",
    "a '%' without two hex digits",
    knob="malformed_pct",
    flags=["escape-set"],
    error="malformed-query",
    any_of=["malformed-uri"],
    spec=[spec.ESCAPE_FORM],
    alternatives=[
        Alternative("the '%' is data", {"query": b"a=%25&b=%25zz&c=100%25"}),
        Alternative("the query is copied as it is", {"query": b"a=%&b=%zz&c=100%"}),
    ],
)
def malformed_escape():
    """No URI holds '%zz'. Refusing is the safe side: a server may take the '%' for data, drop it,
    or drop the pair."""
    return Sign("/?a=%&b=%zz&c=100%")


@area.acceptable(
    "disputed",
    "a bare '+' in a name",
    knob="query_plus",
    flags=["plus-sign"],
    spec=[spec.QUERY_ENCODE],
    alternatives=[Alternative("'+' read as a space, as forms have it", {"query": b"a%20b=1"})],
)
def bare_plus_in_name():
    """Names and values take the same side: code that decodes values alone has two rules for one
    query."""
    return Sign("/?a+b=1")


@area.acceptable(
    "disputed",
    "a bare '+' beside '%20' and '%2B'",
    knob="query_plus",
    flags=["plus-sign"],
    spec=[spec.QUERY_ENCODE],
    alternatives=[
        Alternative("'+' read as a space, as forms have it", {"query": b"q=a%20b%20c%2Bd"})
    ],
)
def bare_plus_beside_escapes():
    """Whatever '+' is, '%20' is a blank and '%2B' a plus sign. A replacement after decoding turns
    all three into one (curl#20543)."""
    return Sign("/?q=a+b%20c%2Bd")


@area.acceptable(
    "disputed",
    "a bare '+' that decides the order",
    knob="query_plus",
    flags=["plus-sign", "sort-order"],
    spec=[spec.QUERY_SORT],
    alternatives=[
        Alternative("'+' read as a space, as forms have it", {"query": b"a%20=2&a%21=1"})
    ],
)
def bare_plus_sorted():
    """'%20' is below '%21' and '%2B' above it: the side taken moves the pair. Sorted as '+' and
    written as something else it is wrong on both sides."""
    return Sign("/?a%21=1&a+=2")


@area.acceptable(
    "disputed",
    "'=' alone",
    knob="empty_pair",
    flags=["query-shape"],
    spec=[spec.QUERY_ENCODE],
    alternatives=[Alternative("the pair is dropped", {"query": b""})],
)
def only_equals_sign():
    """Neither name nor value. A split at '=' that drops empty parts has nothing to index."""
    return Sign("/?=")


@area.acceptable(
    "disputed",
    "an escape that runs into '&'",
    knob="malformed_pct",
    flags=["escape-set"],
    error="malformed-query",
    any_of=["malformed-uri"],
    spec=[spec.ESCAPE_FORM],
    alternatives=[
        Alternative("the '%' is data", {"query": b"a=%254&b=5%25"}),
        Alternative("the query is copied as it is", {"query": b"a=%4&b=5%"}),
    ],
)
def escape_swallows_ampersand():
    """A decoder that takes two bytes without a look joins the pairs, and reads behind the end at
    the last '%'."""
    return Sign("/?a=%4&b=5%")


@area.acceptable(
    "disputed",
    "a sign behind '%', and a digit that is none",
    knob="malformed_pct",
    flags=["escape-set"],
    error="malformed-query",
    any_of=["malformed-uri"],
    spec=[spec.ESCAPE_FORM],
    alternatives=[
        Alternative("the '%' is data", {"query": b"a=%25-1&b=%254z&c=%250x41"}),
        Alternative("the query is copied as it is", {"query": b"a=%-1&b=%4z&c=%0x41"}),
    ],
)
def escape_with_sign():
    """strtol() and int(…, 16) read '-1' as a number, parseInt() is content with the 4 of '4z', and
    '0x' is a prefix."""
    return Sign("/?a=%-1&b=%4z&c=%0x41")


@area.acceptable(
    "disputed",
    "'%u0041'",
    knob="malformed_pct",
    flags=["escape-set"],
    error="malformed-query",
    any_of=["malformed-uri"],
    spec=[spec.ESCAPE_FORM],
    alternatives=[
        Alternative("the '%' is data", {"query": b"a=%25u0041%25u00E9"}),
        Alternative("the query is copied as it is", {"query": b"a=%u0041%u00E9"}),
    ],
)
def escape_of_sixteen_bits():
    """escape() of JavaScript writes it and some servers read it: an 'A' that no rule of URIs
    knows."""
    return Sign("/?a=%u0041%u00E9")
