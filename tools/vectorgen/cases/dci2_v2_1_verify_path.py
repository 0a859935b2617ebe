# SPDX-License-Identifier: Apache-2.0
"""dci2-v2.1: which endpoint is signed, and what is none."""

from .. import spec
from ..families import path
from ..suite import Area

area = Area(
    "dci2-v2.1",
    "verify-path",
    "verify",
    "The path that is signed, and the one that is used",
    [
        "Two paths that a router takes for one, or one that two parsers read as two: a hop",
        "decodes, normalises or cuts, and the signature must not follow it.",
    ],
    {},
)

# What dci2-v2.1/verify has already is not here; and the endpoint is text, so that an authority
# and a fragment are signed as they are.
path.family.into(
    area,
    only=path.CORE | {"absolute_form_as_text", "authority_form", "signed_encoded_again"},
    leave={"slash_unescaped", "raw_line_feed_signed", "absolute_form_signed", "fragment_signed"},
    spec=[spec.DCI_PATH, spec.STRICT],
)
