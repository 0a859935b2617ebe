# SPDX-License-Identifier: Apache-2.0
"""aws4: who is asking, and that nothing but a signature says so."""

from ..families import key, method, source
from ..suite import Area

area = Area(
    "aws4",
    "verify-identity",
    "verify",
    "Where a verifier finds the identity, and whose key it looks up",
    [
        "Authentication that is absent, or there twice; keys that nobody has, secrets of nobody;",
        "and paths of a server on which the signature might be forgotten.",
    ],
    {},
)

# What aws4/verify has already, and what belongs to S3, is not here.
source.family.into(
    area,
    leave={
        "no_authorization",
        "header_by_a_query_by_b",
        "credential_in_query",
        "bearer_beside_right_first",
        "bearer_beside_right_last",
        "basic",
    },
)
key.family.into(
    area,
    leave={
        "unknown_key_empty_secret",
        "access_key_empty",
        "unknown_key_kept",
        "wrong_secret",
        "one_secret",
        "key_swapped",
    },
)
method.family.into(
    area,
    leave={
        "get",
        "put_unsigned",
        "put_unsigned_forged",
        "put_unsigned_wrong_secret",
        "put_archive",
        "put_archive_forged",
        "put_part",
        "put_part_forged",
        "hash_for_unsigned",
        *(name for name in method.family.members if name.startswith("mode_")),
    },
)
