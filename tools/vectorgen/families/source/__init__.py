# SPDX-License-Identifier: Apache-2.0
"""Where the authentication stands: in one Authorization header, once, and nowhere else. Identity
from one place and signature from another is somebody who never signed."""

from __future__ import annotations

from ... import spec
from ...suite import Base
from .. import Family

family = Family(
    {
        "accept": "Honest requests",
        "absent": "No authentication, or not where it belongs",
        "query": "Something of it in the query, too",
        "two": "Two of them",
        "scheme": "Another scheme",
    }
)
ZEROS = "0" * 64
NO_AUTH = {
    "error": "no-auth",
    "severity": "critical",
    "flags": ["auth-source"],
    "spec": [spec.AUTH_FORM],
}
TWICE = {
    "error": "multiple-auth",
    "flags": ["auth-source"],
    "spec": [spec.ONE_AUTH],
}


def victim(base: Base) -> str:
    """The credential of somebody else, in the same scope."""
    return base.credential.replace(base.claim.access_key, "AKIDVICTIM", 1)


# At the end: each of them puts its cases into the family.
from . import absent, accept, query, scheme, two  # noqa: E402, F401
