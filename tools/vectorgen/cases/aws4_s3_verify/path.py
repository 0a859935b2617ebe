# SPDX-License-Identifier: Apache-2.0
"""aws4-s3, verify: the key."""

from ... import spec
from ...suite import after_sign, before_sign
from . import area


@area.invalid(
    "path",
    "the path normalised on the way",
    base="odd-key",
    error="signature-mismatch",
    severity="high",
    flags=["single-encoding", "dot-segments", "binding"],
    spec=[spec.PATH_S3],
)
def path_normalised():
    """Another object. A verifier that normalises gives both one signature."""
    return after_sign("set-target", value="/bucket/b%2Fc%20d/")


@area.invalid(
    "path",
    "'%2F' becomes '/'",
    base="odd-key",
    error="signature-mismatch",
    severity="high",
    flags=["single-encoding", "binding"],
    spec=[spec.PATH_S3],
)
def slash_unescaped():
    """Two keys; one of them was signed."""
    return after_sign("set-target", value="/bucket//a/../b/c%20d/")


@area.invalid(
    "path",
    "'%20' becomes '+'",
    base="odd-key",
    error="signature-mismatch",
    severity="high",
    flags=["plus-sign", "binding"],
    spec=[spec.PATH_S3],
)
def blank_as_plus():
    """A form decoder in the path makes them equal."""
    return after_sign("set-target", value="/bucket//a/../b%2Fc+d/")


@area.invalid(
    "path",
    "a composed letter decomposed",
    base="utf8-key",
    error="signature-mismatch",
    severity="low",
    flags=["bytes", "binding"],
    spec=[spec.PATH_S3],
)
def decomposed():
    """File systems that normalise Unicode make one file of two keys."""
    return after_sign("set-target", value="/bucket/e%CC%81")


@area.invalid(
    "path",
    "the key encoded twice",
    base="utf8-key",
    error="signature-mismatch",
    severity="high",
    flags=["single-encoding", "double-encoding", "binding"],
    spec=[spec.PATH_S3],
)
def encoded_twice():
    """'%25C3%25A9' is the key '%C3%A9', in letters."""
    return after_sign("set-target", value="/bucket/%25C3%25A9")


@area.invalid(
    "path",
    "signed by the rule of the other services",
    base="utf8-key",
    error="signature-mismatch",
    severity="high",
    flags=["single-encoding", "double-encoding"],
    spec=[spec.PATH_S3],
)
def signed_double_encoded():
    """Right secret, wrong dialect: a verifier that tries both forms accepts it, and so accepts
    two readings of one path."""
    return before_sign("set-canonical", "path", "/bucket/%25C3%25A9")


@area.invalid(
    "path",
    "a raw NUL in the key",
    base="get-object",
    error="malformed-uri",
    any_of=["signature-mismatch"],
    severity="high",
    flags=["injection", "bytes"],
    spec=[spec.TARGET_CLEAN],
)
def raw_nul():
    """Verified as '/bucket/key', stored as something else. The target is in base64."""
    return after_sign("set-target", value=b"/bucket/key\0.html")
