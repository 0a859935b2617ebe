# SPDX-License-Identifier: Apache-2.0
"""Headers: values that are changed, cut, repeated or folded; names that are none, or that a gateway
takes for another; and Host, which says whose request it is."""

from __future__ import annotations

from ... import spec
from ...suite import Text, Verify, after_sign
from .. import Family

family = Family(
    {
        "accept": "Honest requests",
        "value": "A signed value is changed",
        "repeated": "A signed header is there twice",
        "name": "Names that are none, or are taken for another",
        "malformed": "Values that no header holds",
        "host": "The host",
        "disputed": "Where verifiers legitimately differ",
    }
)
# Cases for a row whose headers are dictionaries.
DICTIONARY = {
    "note",
    "empty",
    "long",
    "host",
    "empty_value_filled",
    "end_of_long_value",
    "vertical_tab_for_blank",
    "second_behind",
    "second_signed",
    "line_feed_signed",
    "nul_signed",
    "blank_behind_name",
    "underscores_for_hyphens",
    "host_removed",
    "default_port_added",
}
# The host that is signed in the cases about hosts, whatever the row's is.
HOST = "reports.example"


def honest(
    name: str,
    title: str,
    comment: str,
    headers: list[tuple[Text, Text]],
    flags: list[str],
    **more: object,
) -> None:
    """An honest request with more headers, signed."""
    request = Verify("/reports", headers=headers, **more)  # type: ignore[arg-type]
    family.put(
        "valid",
        "accept",
        name,
        title,
        comment,
        request,  # type: ignore[arg-type]
        flags=flags,
        spec=[spec.SIGNATURE],
    )


def put(group: str, name: str, base: str, title: str, comment: str, recipe: object, **more: object):
    shared = {
        "error": "signature-mismatch",
        "severity": "high",
        "flags": ["binding"],
        "spec": [spec.SIGNATURE],
    }
    family.put("invalid", group, name, title, comment, recipe, base=base, **shared | more)


def changed(name: str, base: str, title: str, comment: str, value: Text, **more: object) -> None:
    """Another value of X-Note under the signature of `base`."""
    recipe = after_sign("set-header", "X-Note", value)
    put("value", name, base, title, comment, recipe, **more)


# At the end: each of them puts its cases into the family.
from . import accept, hosts, malformed, names, values  # noqa: E402, F401
