# SPDX-License-Identifier: Apache-2.0
"""aws4-raw, path: targets that no signer should sign."""

from ... import spec
from ...suite import Sign
from . import area


@area.invalid(
    "malformed",
    "a raw line feed",
    error="malformed-uri",
    flags=["injection"],
    spec=[spec.TARGET_CLEAN],
)
def raw_line_feed():
    """Encoding makes it harmless in the canonical request, and not in the request line."""
    return Sign(b"/a\n/../b")


@area.invalid(
    "malformed",
    "a raw NUL before dots",
    error="malformed-uri",
    flags=["injection", "bytes"],
    spec=[spec.TARGET_CLEAN],
)
def raw_nul():
    """In C the path ends here, and the way up behind it is sent and not signed."""
    return Sign(b"/a\0/../b")


@area.invalid(
    "malformed",
    "no leading slash",
    error="malformed-uri",
    flags=["contract", "dot-segments"],
    spec=[spec.TARGET_FORM],
)
def no_leading_slash():
    """A relative path has nothing that it is relative to. Normalisers put the '/' there; without
    them a signer signs '../a'."""
    return Sign("../a")


@area.invalid(
    "malformed",
    "an empty target",
    error="malformed-uri",
    flags=["contract"],
    spec=[spec.TARGET_FORM],
)
def empty_target():
    """Normalising an empty path gives '/'. Without it the line would be empty, as minio's signers
    write it, and the request line has no target."""
    return Sign("")


@area.invalid(
    "malformed",
    "a fragment behind dots",
    error="malformed-uri",
    flags=["contract"],
    spec=[spec.TARGET_FRAGMENT],
)
def fragment():
    """A '#' is never sent: encoded it would be signed as '%23'."""
    return Sign("/a/..#b")
