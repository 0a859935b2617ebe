# SPDX-License-Identifier: Apache-2.0
"""aws4-s3, sign: sub-resources and queries."""

from ... import spec
from ...suite import Sign
from . import area


@area.valid(
    "query", "a sub-resource without '='", flags=["query-shape"], spec=[spec.QUERY_EMPTY_VALUE]
)
def subresource():
    """'?acl' is signed as 'acl='. Left out of the canonical query it is an ACL request signed as
    a read."""
    return Sign("/bucket/key?acl")


@area.valid(
    "query",
    "listing with an empty value",
    flags=["query-shape", "sort-order"],
    spec=[spec.QUERY_EMPTY_VALUE],
)
def listing():
    """ListObjectsV2: 'continuation-token' has no value, and gets its '=' all the same."""
    return Sign("/bucket?prefix=a%2Fb&list-type=2&delimiter=%2F&continuation-token=")


@area.valid("query", "upload parts", flags=["query-shape", "sort-order"], spec=[spec.QUERY_SORT])
def upload_part():
    """'partNumber' before 'uploadId', both signed."""
    return Sign("/bucket/key?uploadId=VXBsb2Fk.SUQ-_~&partNumber=1", method="PUT", body="part")


@area.valid(
    "query",
    "values of one name are all signed",
    flags=["repeated-key"],
    spec=[spec.QUERY_SORT_VALUES],
)
def duplicate_values():
    """A map of parameters would keep one of them."""
    return Sign("/bucket?tag=b&tag=a&tag=b")


@area.valid(
    "query", "an argument that is no sub-resource", flags=["query-shape"], spec=[spec.QUERY_ENCODE]
)
def unknown_parameter():
    """Version 2 signed the sub-resources of a list, and nothing else. Code that kept the list
    leaves 'x-id' out."""
    return Sign("/bucket/key?x-id=GetObject&versionId=3")


@area.valid(
    "query",
    "response headers asked for",
    flags=["query-shape", "escape-set"],
    spec=[spec.QUERY_ENCODE],
)
def response_overrides():
    """Version 2 signed these values decoded. Quotes, blanks, ';' and UTF-8 in one of them."""
    return Sign(
        "/bucket/key?response-content-type=text%2Fplain%3B%20charset%3Dutf-8"
        "&response-content-disposition=attachment%3B%20filename%3D%22a%20%C3%A9.txt%22"
    )


@area.valid(
    "query", "a key and the same with more behind it", flags=["sort-order"], spec=[spec.QUERY_SORT]
)
def prefix_key_first():
    """Pairs sorted as text with their '=' put 'key-with-postfix' first (rust-s3#204)."""
    return Sign("/bucket?key-with-postfix&key")


@area.valid(
    "query", "names are sorted after encoding", flags=["sort-order"], spec=[spec.QUERY_SORT]
)
def sorted_after_encoding():
    """'%7B' is below 'z', '{' is above it: minio's and rust-s3's signers sort first and encode
    then."""
    return Sign("/bucket?az=1&a%7B=2")


@area.valid("query", "upper case before lower case", flags=["sort-order"], spec=[spec.QUERY_SORT])
def case_sensitive():
    """A sort without case, or by the rules of a language, puts 'prefix' before 'Version'."""
    return Sign("/bucket?prefix=a&Version=1&delimiter=b&Max=2")


@area.valid(
    "query",
    "escapes are decoded before they are made",
    flags=["escape-set", "double-encoding"],
    spec=[spec.QUERY_ENCODE, spec.QUERY_HEX],
)
def over_escaped():
    """'%61' is 'a', '%7e' is '~' and '%2f' is '%2F'. Signers that encode what is on the wire make
    '%25' of each '%'; those that copy keep the lower case."""
    return Sign("/bucket?prefix=%61%2fb%7e")


@area.valid("query", "'~' is not escaped", flags=["escape-set"], spec=[spec.PATH_UNRESERVED])
def query_unreserved():
    """quote() of old Pythons and form encoders write '%7E' (minio-py#798)."""
    return Sign("/bucket?prefix=~a-b_c.d")


@area.valid("query", "everything else is escaped", flags=["escape-set"], spec=[spec.QUERY_ENCODE])
def query_reserved():
    """The marks that a query may hold bare. The server decodes and encodes; what is copied
    fails."""
    return Sign("/bucket?prefix=!'()*,:@/?$[]")


@area.valid(
    "query",
    "a prefix with a blank and a plus sign",
    flags=["plus-sign"],
    spec=[spec.QUERY_SPACE, spec.QUERY_ENCODE],
)
def blank_and_plus():
    """'%20' and '%2B', and neither of them '+' (ceph#35551)."""
    return Sign("/bucket?prefix=a%20b%2Bc")


@area.valid("query", "'%25' is decoded once", flags=["double-encoding"], spec=[spec.QUERY_ENCODE])
def percent_decoded_once():
    """A listing with encoding-type=url gives keys that are escaped, and '%' in them as '%25'."""
    return Sign("/bucket?encoding-type=url&start-after=100%2525%252F")


@area.valid("query", "'=' in a value", flags=["query-shape"], spec=[spec.QUERY_ENCODE])
def second_equals_sign():
    """Continuation tokens are base64: cut at the second '=', or '=' left bare, they fail on the
    pages that end in one."""
    return Sign("/bucket?list-type=2&continuation-token=1ueGcxLPRx1Tr/XYExHnhbYLgveDs2J/==")


@area.valid("query", "';' in a value", flags=["query-shape"], spec=[spec.QUERY_ENCODE])
def semicolon():
    """url.ParseQuery of Go reports an error for the pair, which its callers ignore, and the pair is
    not signed."""
    return Sign("/bucket?prefix=a;b&max-keys=1")


@area.valid("query", "bytes that are no UTF-8", flags=["bytes"], spec=[spec.QUERY_ENCODE])
def query_not_utf8():
    """A prefix from a file system of another charset. As text, each byte becomes '%EF%BF%BD'."""
    return Sign("/bucket?prefix=%FF%FE/caf%E9")


@area.valid(
    "query",
    "dots and slashes in a prefix",
    flags=["dot-segments", "query-shape"],
    spec=[spec.QUERY_ENCODE],
)
def dots_in_prefix():
    """A prefix is a name, and may be bare on the wire. Cleaned with the path, it lists something
    else."""
    return Sign("/bucket/?prefix=../a//b/./&delimiter=/")


@area.valid("query", "braces bare in a prefix", flags=["escape-set"], spec=[spec.QUERY_ENCODE])
def raw_braces():
    """Sent bare and signed bare, the server's '%7B' is another canonical request
    (aws-sdk-rust#330)."""
    return Sign("/bucket?prefix={a}")


@area.valid(
    "query", "empty pairs vanish", level="should", flags=["query-shape"], spec=[spec.QUERY_ENCODE]
)
def empty_pairs():
    """'?acl&' and '?&acl' come from joining in a loop: they are '?acl'."""
    return Sign("/bucket/key?&acl&")
