# SPDX-License-Identifier: Apache-2.0
"""The query. Two queries that some parser takes for one, or one that two parsers read as two: of
each pair one was signed, and only that one is accepted."""

from __future__ import annotations

from ... import spec
from .. import Family
from ..targets import Targets

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


of_target = Targets(family, "query-shape", "same", spec.QUERY_ENCODE)
honest, same, changed = of_target.honest, of_target.same, of_target.changed

# At the end: each of them puts its cases into the family.
from . import accept, canonical, changes, malformed  # noqa: E402, F401
