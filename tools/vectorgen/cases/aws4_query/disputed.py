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
