# SPDX-License-Identifier: Apache-2.0
"""The body and the header with its hash: another body, another hash, none, a word. Of requests that
have that header; an area puts an honest `put` before them, of the body 'hello'."""

from __future__ import annotations

from collections.abc import Callable

from ... import spec
from ...model import Json
from ...reference import sha256_hex
from ...suite import Base
from .. import Family

family = Family(
    {
        "accept": "Honest requests",
        "body": "Another body",
        "hash": "What is no hash of a body",
        "word": "Words in the place of a hash",
        "header": "The header that is absent, twice, or in another place",
        "line": "Another last line of the canonical request",
    }
)
HEADER = "X-Amz-Content-Sha256"
HELLO, OTHER = sha256_hex(b"hello"), sha256_hex(b"hullo")


def negative(
    group: str,
    name: str,
    title: str,
    comment: str,
    recipe: Json | Callable[[Base], Json],
    error: str,
    *any_of: str,
    **more: object,
) -> None:
    options = {
        "base": "put",
        "any_of": list(any_of),
        "severity": "high",
        "flags": ["payload-hash"],
        "spec": [spec.PAYLOAD_S3],
    }
    family.put("invalid", group, name, title, comment, recipe, error=error, **options | more)


# At the end: each of them puts its cases into the family.
from . import body, hash, header  # noqa: E402, F401
