# SPDX-License-Identifier: Apache-2.0
"""Mutants of the query. The row's own rule, on a query of one pair, says how a pair is encoded."""

from __future__ import annotations

import re
import urllib.parse
from collections.abc import Callable
from typing import Any

from bend import Case, Parts, mutant, ref

Pair = tuple[bytes, bytes]
TRIPLET = re.compile(rb"%[0-9A-F]{2}")


def sent(case: Case) -> list[bytes]:
    return [part for part in case.raw_query.split(b"&") if part]


def encode(case: Case, part: bytes) -> Pair:
    name, _, value = case.row.canonical_query(part).partition(b"=")
    return name, value


def pairs(case: Case, read: Callable[[bytes], bytes] = lambda part: part) -> list[Pair]:
    return [encode(case, read(part)) for part in sent(case)]


def decoded(pair: Pair) -> Any:
    return [urllib.parse.unquote_to_bytes(text.replace(b"+", b" ")) for text in pair]


def own_order(case: Case) -> Callable[[Pair], Any]:
    return decoded if case.rules["query_order"] == "decoded-names" else lambda pair: pair


def join(listed: list[Pair]) -> Parts:
    return {"query": b"&".join(name + b"=" + value for name, value in listed)}


def sort(case: Case, listed: list[Pair]) -> Parts:
    return join(sorted(listed, key=own_order(case)))


def rewrite(case: Case, change: Callable[[bytes], bytes]) -> Parts:
    return sort(case, [(change(name), change(value)) for name, value in pairs(case)])


@mutant("query not sorted")
def unsorted(case: Case) -> Parts:
    return join(pairs(case))


@mutant("query sorted before encoding", query_order="encoded-pairs")
def sorted_before(case: Case) -> Parts:
    return join(sorted(pairs(case), key=decoded))


@mutant("query sorted after encoding", query_order="decoded-names")
def sorted_after(case: Case) -> Parts:
    return join(sorted(pairs(case)))


@mutant("query sorted as whole strings name=value")
def sorted_whole(case: Case) -> Parts:
    return join(sorted(pairs(case), key=lambda pair: b"=".join(pair)))


@mutant("values of a repeated query key not sorted", repeat="keep")
def sorted_names(case: Case) -> Parts:
    return join(sorted(pairs(case), key=lambda pair: pair[0]))


@mutant("last value only of a repeated query key", repeat="keep")
def last_value(case: Case) -> Parts:
    return sort(case, list(dict(pairs(case)).items()))


@mutant("first value only of a repeated query key", repeat="keep")
def first_value(case: Case) -> Parts:
    return sort(case, list(dict(reversed(pairs(case))).items()))


@mutant("query key without a value written without =")
def no_equals(case: Case) -> Parts:
    listed = [(encode(case, part), b"=" in part) for part in sent(case)]
    listed.sort(key=lambda item: own_order(case)(item[0]))
    texts = [name + b"=" + value if equals else name for (name, value), equals in listed]
    return {"query": b"&".join(texts)}


@mutant("query key without a value dropped")
def no_bare_key(case: Case) -> Parts:
    return sort(case, [encode(case, part) for part in sent(case) if b"=" in part])


@mutant("query keys with an empty value dropped")
def no_empty_value(case: Case) -> Parts:
    return sort(case, [pair for pair in pairs(case) if pair[1]])


@mutant("blank in the query written as +", blank="%20")
def blank_as_plus(case: Case) -> Parts:
    return rewrite(case, lambda text: text.replace(b"%20", b"+"))


@mutant("blank in the query written as %20", blank="+")
def blank_escaped(case: Case) -> Parts:
    return rewrite(case, lambda text: text.replace(b"+", b"%20"))


@mutant("plus in the query read as a plus", plus="blank")
def plus_as_plus(case: Case) -> Parts:
    return sort(case, pairs(case, lambda part: part.replace(b"+", b"%2B")))


@mutant("escaped plus in the query read as a blank")
def plus_late(case: Case) -> Parts:
    return sort(case, pairs(case, lambda part: re.sub(rb"%2[Bb]|\+", b"%20", part)))


@mutant("query encoded without being decoded")
def not_decoded(case: Case) -> Parts:
    escape = lambda part: part.replace(b"%", b"%25").replace(b"+", b"%2B")  # noqa: E731
    return sort(case, pairs(case, escape))


@mutant("query value cut at a second =")
def cut_value(case: Case) -> Parts:
    return sort(case, pairs(case, lambda part: b"=".join(part.split(b"=")[:2])))


@mutant("equals sign in a query value left bare")
def bare_equals(case: Case) -> Parts:
    return sort(case, [(name, value.replace(b"%3D", b"=")) for name, value in pairs(case)])


@mutant("slash in the query left bare")
def bare_slash(case: Case) -> Parts:
    return rewrite(case, lambda text: text.replace(b"%2F", b"/"))


@mutant("marks !'()* in the query left bare")
def bare_marks(case: Case) -> Parts:
    marks = {b"%%%02X" % mark: bytes([mark]) for mark in b"!'()*"}
    return rewrite(case, lambda text: TRIPLET.sub(lambda m: marks.get(m[0], m[0]), text))


@mutant("tilde in the query escaped")
def escaped_tilde(case: Case) -> Parts:
    return rewrite(case, lambda text: text.replace(b"~", b"%7E"))


@mutant("escapes of the query in lower-case hex")
def lower_hex(case: Case) -> Parts:
    return rewrite(case, lambda text: TRIPLET.sub(lambda m: m[0].lower(), text))


@mutant("bytes in the query that are no UTF-8 replaced", bad_utf8="octets")
def repaired(case: Case) -> Parts:
    def repair(text: bytes) -> bytes:
        return ref.uri_encode(urllib.parse.unquote(text.decode("utf-8", "replace")).encode())

    listed = [part.partition(b"=") for part in sent(case)]
    return sort(case, [(repair(name), repair(value)) for name, _, value in listed])


@mutant("semicolon in the query read as a separator")
def split_at_semicolons(case: Case) -> Parts:
    parts = [part for part in re.split(rb"[&;]", case.raw_query) if part]
    return sort(case, [encode(case, part) for part in parts])


@mutant("query pair with a semicolon dropped")
def no_semicolons(case: Case) -> Parts:
    return sort(case, [encode(case, part) for part in sent(case) if b";" not in part])


@mutant("empty pairs of the query kept")
def empty_pairs(case: Case) -> Parts:
    parts = case.raw_query.split(b"&") if case.raw_query else []
    empty = [b"="] * parts.count(b"")
    right = [case.right["query"]] if case.right["query"] else []
    return {"query": b"&".join(empty + right)}


@mutant("query sorted as sent, not encoded")
def sorted_as_sent(case: Case) -> Parts:
    listed = [part.partition(b"=") for part in case.raw_query.split(b"&") if case.raw_query]
    return join(sorted((name, value) for name, _, value in listed))


@mutant("query as sent")
def as_sent(case: Case) -> Parts:
    return {"query": case.raw_query}


@mutant("query left out")
def left_out(case: Case) -> Parts:
    return {"query": b""}
