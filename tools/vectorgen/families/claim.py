# SPDX-License-Identifier: Apache-2.0
"""What is asked about a claim where a row has no areas of its own for that: a choice out of the
families of Authorization, key, scope and time. In such a row they are another path of code, not
another rule."""

from __future__ import annotations

from ..model import Json
from ..suite import Area
from . import (
    Family,
    algorithm,
    date,
    fields,
    key,
    scope,
    scope_parts,
    signature,
    source,
    window,
)

CHOICE: tuple[tuple[Family, set[str]], ...] = (
    (
        algorithm.family,
        {
            "word_longer",
            "word_longer_signed",
            "word_of_the_other_dialect",
            "word_of_the_other_dialect_signed",
            "word_of_signature_4a",
            "downgrade_sha1",
            "word_alone",
            "word_twice",
        },
    ),
    (
        fields.family,
        {
            "no_credential",
            "no_signed_headers",
            "no_signature",
            "credential_twice_right_first",
            "credential_twice_right_last",
            "signature_twice_right_first",
            "signature_twice_right_last",
            "signature_in_lower_case",
            "semicolons_between",
            "unknown_field_between",
        },
    ),
    (
        signature.family,
        {
            "first_8_digits_alone",
            "digit_more",
            "last_digit_is_g",
            "prefix_0x",
            "nul_before_signature",
            "right_up_to_digit_32",
            "right_up_to_digit_63",
            "signature_is_hash_of_nothing",
            "empty_secret",
            "signature_mixed_case",
        },
    ),
    (
        source.family,
        {
            "authorization_empty",
            "in_proxy_authorization",
            "junk_beside_right_first",
            "junk_beside_right_last",
            "joined_right_first",
            "bearer_with_fields",
        },
    ),
    (
        key.family,
        {
            "unknown_key_null_secret",
            "unknown_key_as_its_own_secret",
            "key_deleted",
            "secret_changed",
            "key_in_other_case",
            "key_prefix",
        },
    ),
    (
        scope.family,
        {
            "over_midnight",
            "day_of_the_verifier",
            "scope_tomorrow",
            "scope_tomorrow_kept",
            "region_longer",
            "region_longer_kept",
            "region_empty",
            "service_longer",
            "service_longer_kept",
            "terminator_of_the_other_dialect",
            "terminator_longer_kept",
            "letter_in_day",
        },
    ),
    (
        scope_parts.family,
        {
            "slash_behind",
            "slashes_doubled",
            "key_alone",
            "of_nothing",
        },
    ),
    (
        window.family,
        {
            "edge_of_past",
            "second_too_old",
            "edge_of_future",
            "second_too_early",
            "at_epoch",
            "end_of_32_bits",
            "leap_day_of_no_leap_year",
            "hour_twenty_four",
            "letter_for_a_digit",
            "second_sixty",
        },
    ),
    (
        date.family,
        {
            "fraction_of_a_second",
            "date_without_zone",
            "extended_form",
            "date_empty",
            "no_date_at_all",
            "no_date_kept",
            "two_dates_equal",
            "dates_joined_right_first",
            "dated_later",
        },
    ),
)


def into(area: Area, spec: list[Json] | None = None, more: frozenset[str] = frozenset()) -> None:
    """Puts the choice into an area, and those named in `more`; `spec` as in Family.into."""
    strangers = more - {name for family, _ in CHOICE for name in family.members}
    if strangers:
        names = ", ".join(sorted(strangers))
        raise SystemExit(f"{area.profile}/{area.name}: no such case: {names}")
    for family, only in CHOICE:
        family.into(area, only=only | (more & family.members.keys()), spec=spec)
