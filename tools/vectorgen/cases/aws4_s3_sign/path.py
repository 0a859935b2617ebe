# SPDX-License-Identifier: Apache-2.0
"""aws4-s3, sign: the path as sent."""

from ... import spec
from ...suite import Sign
from . import area


@area.valid("path", "a plain key", flags=["baseline"], spec=[spec.PATH_S3])
def plain():
    """Bucket and key in the path."""
    return Sign("/bucket/photos/2015/08/30.jpg")


@area.valid(
    "path", "dot segments are names", flags=["single-encoding", "dot-segments"], spec=[spec.PATH_S3]
)
def dot_segments():
    """'a/../b' and './c' are keys of objects. Normalised, the request is for another object, or
    refused."""
    return Sign("/bucket/a/../b/./c/..")


@area.valid(
    "path",
    "empty segments are names",
    flags=["single-encoding", "dot-segments"],
    spec=[spec.PATH_S3],
)
def double_slash():
    """A key may begin with '/' and hold '//'."""
    return Sign("/bucket//a//b/")


@area.valid(
    "path", "an escape is not encoded again", flags=["single-encoding"], spec=[spec.PATH_S3]
)
def escape_once():
    """The rule of the other services, '%2520', is wrong here: keys with blanks fail, all others
    work."""
    return Sign("/bucket/a%20b")


@area.valid(
    "path", "an escaped slash stays escaped", flags=["single-encoding"], spec=[spec.PATH_S3]
)
def escaped_slash():
    """Decoded it would be another key."""
    return Sign("/bucket/a%2Fb")


@area.valid(
    "path",
    "an escaped plus sign stays escaped",
    flags=["single-encoding", "plus-sign"],
    spec=[spec.PATH_S3],
)
def escaped_plus():
    """Decoded like a form, '%2B' and '+' become a blank."""
    return Sign("/bucket/a%2Bb%2B%2B")


@area.valid(
    "path", "an escaped percent sign stays escaped", flags=["single-encoding"], spec=[spec.PATH_S3]
)
def escaped_percent():
    """'%2541' is the key '%41'. Decoding twice finds 'A'."""
    return Sign("/bucket/%2541/100%25")


@area.valid(
    "path", "UTF-8, escaped on the wire", flags=["single-encoding", "bytes"], spec=[spec.PATH_S3]
)
def utf8_escaped():
    """Keys are UTF-8; composed and decomposed letters are different keys."""
    return Sign("/bucket/%C3%A9/e%CC%81/%F0%9F%98%80")


@area.valid(
    "path", "escapes that are no UTF-8", flags=["single-encoding", "bytes"], spec=[spec.PATH_S3]
)
def not_utf8():
    """The service refuses such keys, but says so about the key: the signature is right."""
    return Sign("/bucket/%FF%FE")


@area.valid(
    "path", "an escaped line feed", flags=["single-encoding", "injection"], spec=[spec.PATH_S3]
)
def escaped_line_feed():
    """Legal in a key. Decoded it would make a new line of the canonical request."""
    return Sign("/bucket/a%0Ab")


@area.valid("path", "the unreserved characters", flags=["escape-set"], spec=[spec.PATH_UNRESERVED])
def unreserved():
    """Bare, and never escaped."""
    return Sign("/bucket/-._~09azAZ")
