# SPDX-License-Identifier: Apache-2.0
"""dci2: who is asking, and that nothing but a signature says so."""

from .. import spec, spec_dci
from ..families import key, method, source
from ..suite import Area, Verify, before_sign

area = Area(
    "dci2",
    "verify-identity",
    "verify",
    "Where a verifier finds the identity, and whose key it looks up",
    [
        "Authentication that is absent, or there twice; keys that nobody has, secrets of nobody;",
        "and methods whose handlers might forget the signature.",
    ],
    {},
)
RULES = [spec_dci.CLASS_VERIFY, spec.STRICT]

source.family.into(
    area,
    spec=RULES,
    leave={
        "credential_moved_to_query",
        "claim_moved_to_query",
        "all_moved_to_query",
        *(name for name, m in source.family.members.items() if m.group == "query"),
    },
)
# Keys of this row have any number of parts, and those of Amazon's documents are not its.
key.family.into(
    area, spec=RULES, leave={"key_shortest", "one_secret", "key_swapped", "key_with_slash"}
)
method.family.into(
    area,
    spec=RULES,
    leave={"get", *(name for name, m in method.family.members.items() if m.group[:4] == "mode")},
)


@area.valid(
    "keys",
    "an access key of four parts",
    flags=["over-strict", "auth-syntax"],
    spec=[spec_dci.CLASS_AUTH],
)
def key_of_four_parts():
    """The scope is the last four parts of a credential; before it a key has as many as it has."""
    return Verify("/api/v1/jobs", access_key="remoteci/team/example/client_id")


@area.invalid(
    "similar",
    "without the last part of its key",
    base="key-of-four-parts",
    error="unknown-key",
    any_of=["signature-mismatch"],
    severity="low",
    flags=["auth-source"],
    spec=RULES,
)
def key_of_three_parts():
    """Signed so. A key is all of its parts."""
    return before_sign("sign-as", "remoteci/team/example", "secret")
