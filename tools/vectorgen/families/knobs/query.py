# SPDX-License-Identifier: Apache-2.0
"""The knob of repeated names in a query."""

from __future__ import annotations

from ...suite import Verify, after_sign, before_sign
from . import Knob

refuse = Knob(
    "knob-query",
    "repeat_refuse",
    {"repeat": "refuse"},
    "names of a query are there once",
    "They are, and their case is part of them.",
    flag="repeated-key",
    request=Verify("/reports?tag=a&Tag=b&tag-=c"),
)
for name, title, comment, target in (
    ("two_values", "a name twice, two values", "The one that is used is not known.", "tag=a&tag=b"),
    ("one_value", "a name twice, one value", "Equal today.", "tag=a&page=1&tag=a"),
    ("escaped", "a name twice, once with an escape", "'t%61g' is 'tag'.", "tag=a&t%61g=b"),
    ("no_value", "a name twice, once without value", "'tag' is 'tag='.", "tag=a&tag"),
    ("nameless", "two values without a name", "The empty name, twice.", "=a&=b"),
):
    refuse.refuses(
        name,
        title,
        f"Signed so. {comment}",
        before_sign("set-target", value="/reports?" + target),
        "duplicate-query-param",
        severity="high",
    )
refuse.refuses(
    "appended",
    "a name twice, the second one appended",
    "After signing.",
    after_sign("set-target", value="/reports?tag=a&Tag=b&tag-=c&tag=z"),
    "duplicate-query-param",
    "signature-mismatch",
    severity="high",
)
