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


@area.valid("path", "the list of buckets", flags=["baseline"], spec=[spec.PATH_S3])
def root():
    """No bucket and no key: '/', not an empty line."""
    return Sign("/")


@area.valid(
    "path",
    "a key that begins with a slash",
    flags=["single-encoding", "dot-segments"],
    spec=[spec.PATH_S3],
)
def key_begins_with_slash():
    """The bucket is in the host, and the target begins with '//': a URL parser that is given the
    target alone finds a host in it. Collapsed it is another object (aws-c-s3#112,
    aws-sdk-java-v2#3749)."""
    return Sign("//reports/2015", host="bucket.s3.amazonaws.com")


@area.valid("path", "the key '..'", flags=["single-encoding", "dot-segments"], spec=[spec.PATH_S3])
def key_of_dots():
    """URL classes make '/' of it: a GET for one object becomes a listing of the bucket."""
    return Sign("/..", host="bucket.s3.amazonaws.com")


@area.valid(
    "path",
    "reserved characters, escaped",
    flags=["single-encoding", "escape-set"],
    spec=[spec.PATH_S3],
)
def escaped_reserved():
    """Copied, or decoded and encoded again: the same, if the set is the right one.
    encodeURIComponent leaves !'()* bare, and encoders for paths @ : $ & + , ; = besides (soto#601,
    jets3t#17)."""
    return Sign("/bucket/%3A%40%24%26%3D%3B%2C%3F%23%5B%5D%21%27%28%29%2A%2B")


@area.valid(
    "path",
    "characters that no URI holds, escaped",
    flags=["single-encoding", "escape-set"],
    spec=[spec.PATH_S3],
)
def escaped_unsafe():
    """The same for quotes, braces, '|', '^' and '`': encoders that follow the URL standard of
    browsers leave some of them bare."""
    return Sign("/bucket/%22%3C%3E%5E%60%7B%7C%7D")


@area.valid(
    "path",
    "an escaped question mark",
    flags=["single-encoding", "query-shape"],
    spec=[spec.PATH_S3],
)
def escaped_question_mark():
    """The key 'a?acl'. Decoded and put into a URL it is a request for the ACL of 'a'
    (aws-sdk-js-v3#283, aws-sdk-js-v3#866)."""
    return Sign("/bucket/a%3Facl")


@area.valid(
    "path", "an escaped backslash", flags=["single-encoding", "dot-segments"], spec=[spec.PATH_S3]
)
def escaped_backslash():
    """Tools of Windows turn it into a slash, which is another key."""
    return Sign("/bucket/dir%5Cfile.txt")


@area.valid("path", "an escaped NUL", flags=["single-encoding", "bytes"], spec=[spec.PATH_S3])
def escaped_nul():
    """Decoded in C, the key ends here: the signature is that of the object 'a'."""
    return Sign("/bucket/a%00.txt")


@area.valid(
    "path",
    "a key that is a URL, its colon escaped",
    flags=["single-encoding", "dot-segments"],
    spec=[spec.PATH_S3],
)
def escaped_url():
    """Archives of web pages have such keys. '%3A//' decoded is a scheme, and '//' collapsed is
    another key."""
    return Sign("/bucket/https%3A//example.com/a%3Fb%3Dc")


@area.valid("path", "the longest key", flags=["single-encoding", "bytes"], spec=[spec.PATH_S3])
def longest_key():
    """1,024 bytes are allowed, 3,072 on the wire if each is escaped: more than buffers for keys
    hold."""
    return Sign("/bucket/" + "%E3%81%82" * 341 + "%21")
