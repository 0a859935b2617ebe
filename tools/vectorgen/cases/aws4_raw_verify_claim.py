# SPDX-License-Identifier: Apache-2.0
"""aws4-raw: what a request claims: the Authorization header, the scope, the time, the key."""

from .. import spec
from ..families import (
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
from ..suite import Area, Verify

area = Area(
    "aws4-raw",
    "verify-claim",
    "verify",
    "How a verifier judges what a request claims",
    [
        "A choice of the cases that the generic dialect has in areas of their own: in this row",
        "they are another path of code, not another rule.",
    ],
    {"accept": "Honest requests"},
)


@area.valid("accept", "GET", flags=["baseline"], spec=[spec.SIGNATURE])
def get():
    """The twin of most of the others."""
    return Verify("/reports//2015?page=1")


algorithm.family.into(
    area,
    only={
        "word_longer",
        "word_longer_signed",
        "word_of_the_other_dialect",
        "word_of_the_other_dialect_signed",
        "word_of_signature_4a",
        "downgrade_sha1",
        "word_alone",
        "word_twice",
    },
)
fields.family.into(
    area,
    only={
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
)
signature.family.into(
    area,
    only={
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
)
source.family.into(
    area,
    only={
        "authorization_empty",
        "in_proxy_authorization",
        "junk_beside_right_first",
        "junk_beside_right_last",
        "joined_right_first",
        "bearer_with_fields",
        "both_right",
        "credential_in_query",
        "credential_in_query_appended",
    },
)
key.family.into(
    area,
    only={
        "unknown_key_null_secret",
        "unknown_key_as_its_own_secret",
        "key_deleted",
        "secret_changed",
        "key_in_other_case",
        "key_prefix",
    },
)
scope.family.into(
    area,
    only={
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
)
scope_parts.family.into(area, only={"slash_behind", "slashes_doubled", "key_alone", "of_nothing"})
window.family.into(
    area,
    only={
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
)
date.family.into(
    area,
    only={
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
)
