# SPDX-License-Identifier: Apache-2.0
"""What the signature covers: the list of signed headers, what must be in it, and commands that
stand beside it."""

from __future__ import annotations

from .. import Family

family = Family(
    {
        "accept": "Honest requests",
        "list": "The list of signed headers",
        "absent": "Names of the list that the request lacks",
        "bound": "What must be in the list",
        "command": "Commands that nobody signed",
        "disputed": "Where verifiers legitimately differ",
    }
)

# Cases for a row of an object store alone.
OF_OBJECTS = {
    "put",
    "put_with_acl",
    "put_where_unsigned",
    "hash_unlisted",
    "sse_added",
    "sse_key_added",
    "lock_added",
    "hold_added",
    "decoded_length_added",
    "trailer_added",
    "directive_added",
    "source_range_added",
    "mfa_added",
    "owner_added",
    "if_match_added",
    "acl_unlisted",
    "second_acl_behind",
    "second_acl_in_front",
    "unlisted_hash_changed",
    "unlisted_hash_given_up",
    "unlisted_hash_twice",
    "content_md5_wrong",
}
# Cases for the rows of DCI.
OF_DCI = {
    "get",
    "two_names",
    "two_must_sign",
    "empty_name_last",
    "semicolon_alone",
    "commas_between",
    "authorization_listed",
    "order_changed_kept",
    "absent_as_empty",
    "absent_as_nothing",
    "host_unlisted",
    "host_unlisted_kept",
    "host_by_its_end",
    "date_unlisted",
    "name_unlisted_kept",
    "own_added",
    "own_in_front",
    "first_of_the_policy_unlisted",
    "last_of_the_policy_unlisted",
}

# At the end: each of them puts its cases into the family.
from . import accept, commands, names  # noqa: E402, F401
