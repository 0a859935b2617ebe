# SPDX-License-Identifier: Apache-2.0
"""The query. Two queries that some parser takes for one, or one that two parsers read as two: of
each pair one was signed, and only that one is accepted."""

from __future__ import annotations

from ... import spec
from ...suite import Text, Verify, after_sign
from .. import Family

family = Family(
    {
        "accept": "Honest requests",
        "same": "The same query, in another text",
        "changed": "Another query under the same signature",
        "signed": "Signed in another canonical form",
        "malformed": "What is no query, signed or not",
        "disputed": "Where verifiers legitimately differ",
    }
)

# Cases for a row whose queries are dictionaries, read as forms.
DICTIONARY = {
    "two_arguments",
    "delimiters",
    "no_values",
    "escaped_plus",
    "overlong",
    "pairs_reordered",
    "value_changed",
    "repeated_in_front",
    "delimiters_unescaped",
    "argument_behind_semicolon",
    "name_empty",
    "escaped_plus_as_blank",
    "overlong_as_slash",
    "signed_without_empty_values",
    "raw_blank_appended",
}


def honest(name: str, title: str, comment: str, target: Text, flags: list[str]) -> None:
    """An honest request for `target`."""
    family.put(
        "valid",
        "accept",
        name,
        title,
        comment,
        Verify(target),  # type: ignore[arg-type]
        flags=flags,
        spec=[spec.SIGNATURE],
    )


def same(name: str, base: str, title: str, comment: str, target: Text, flags: list[str]) -> None:
    """Another text of the same query under the signature of `base`."""
    family.put(
        "valid",
        "same",
        name,
        title,
        comment,
        after_sign("set-target", value=target),
        base=base,
        flags=flags,
        spec=[spec.QUERY_ENCODE],
    )


def changed(name: str, base: str, title: str, comment: str, target: Text, **more: object) -> None:
    """Another target under the signature of `base`."""
    shared = {
        "error": "signature-mismatch",
        "severity": "high",
        "flags": ["binding", "query-shape"],
        "spec": [spec.SIGNATURE],
    }
    family.put(
        "invalid",
        "changed",
        name,
        title,
        comment,
        after_sign("set-target", value=target),
        base=base,
        **shared | more,
    )


# At the end: each of them puts its cases into the family.
from . import accept, canonical, changes, malformed  # noqa: E402, F401
