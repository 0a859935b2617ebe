# SPDX-License-Identifier: Apache-2.0
"""The ways in which two requests are the same one to a signature, as far as one bit leads from one
to the other. A change that the reference takes for the same request must be one of these."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from vectorgen import reference as ref
from vectorgen.reference import Row
from vectorgen.reference_rules import path_normalise_encode, path_unquote, value_split_join

from .flips import Part


@dataclass(frozen=True, kw_only=True)
class Collision:
    """`same` is what two octet strings have in common that collide; `field` is the last step of the
    place in which they stand."""

    name: str
    field: str
    holds_in: Callable[[Row], bool] = lambda row: True
    same: Callable[[bytes], object]


def hex_in_upper_case(data: bytes) -> bytes:
    return re.sub(rb"%[0-9A-Fa-f]{2}", lambda m: m.group().upper(), data)


def hex_of_the_query(target: bytes) -> tuple[bytes, bytes]:
    """A path that is not decoded is signed with its escapes as they stand."""
    path, query = ref.split_target(target)
    return path, hex_in_upper_case(query)


def without_dots(target: bytes) -> tuple[bytes, bytes]:
    """An empty query is none: '?' can become a '/' that is dropped."""
    path, query = ref.split_target(target)
    return ref.remove_dot_segments(path), query


def as_text(target: bytes) -> tuple[bytes, ref.Headers | list[tuple[str, str]]]:
    path, query = ref.split_target(target)
    return path, sorted(ref.dci_params(query))


def decodes_its_path(row: Row) -> bool:
    return row.canonical_path is path_unquote


COLLISIONS = (
    Collision(name="case of a header name", field="n", same=bytes.lower),
    Collision(name="hex case in the query", field="target", same=hex_of_the_query),
    Collision(
        name="hex case in a path that is decoded",
        field="target",
        holds_in=decodes_its_path,
        same=hex_in_upper_case,
    ),
    Collision(
        name="dots and slashes of a normalised path",
        field="target",
        holds_in=lambda row: row.canonical_path is path_normalise_encode,
        same=without_dots,
    ),
    Collision(
        name="white space in a header value",
        field="v",
        holds_in=lambda row: row.canonical_value is value_split_join,
        same=value_split_join,
    ),
    Collision(
        name="no UTF-8 in a query of python-dciauth",
        field="target",
        holds_in=lambda row: not row.is_aws,
        same=as_text,
    ),
    Collision(
        name="case of a method that is signed in upper case",
        field="method",
        holds_in=lambda row: row.canonical_method is bytes.upper,
        same=bytes.upper,
    ),
)


def kind_of(row: Row, part: Part, bit: int) -> str | None:
    """The name of the collision that the turned bit is; None if it is none of them."""
    for collision in COLLISIONS:
        if collision.field == part.place[-1] and collision.holds_in(row):
            if collision.same(part.data) == collision.same(part.with_bit(bit)):
                return collision.name
    return None
