# SPDX-License-Identifier: Apache-2.0
"""aws4-s3: who is asking, and that nothing but a signature says so."""

from ..families import key, method, source
from ..suite import Area

area = Area(
    "aws4-s3",
    "verify-identity",
    "verify",
    "Where a verifier finds the identity, and whose key it looks up",
    [
        "Authentication that is absent, or there twice; keys that nobody has, secrets of nobody;",
        "and paths of a server on which the signature might be forgotten.",
    ],
    {},
)

source.family.into(area)
key.family.into(area, leave={"wrong_secret"})
method.family.into(area, leave={"get"})
