# SPDX-License-Identifier: Apache-2.0
"""Requests to an object store as its clients send them: keys with everything in them, arguments
that name an operation, headers that describe an object."""

from __future__ import annotations

from .. import spec
from ..model import Json
from ..suite import Verify, after_sign
from . import Family

family = Family(
    {
        "keys": "Keys of objects",
        "operations": "Operations named by arguments",
        "objects": "Headers that describe an object",
        "not": "And what is none of these",
    }
)


def honest(group: str, name: str, title: str, comment: str, request: Verify, rule: Json) -> None:
    def make() -> Verify:
        return request

    make.__name__, make.__doc__ = name, comment
    family.valid(group, title, flags=["over-strict"], spec=[rule])(make)


def changed(
    name: str, base: str, title: str, comment: str, recipe: Json, error: str = "signature-mismatch"
) -> None:
    any_of = [] if error == "signature-mismatch" else ["signature-mismatch"]
    family.put(
        "invalid",
        "not",
        name,
        title,
        comment,
        recipe,
        base=base,
        error=error,
        any_of=any_of,
        severity="high",
        flags=["binding"],
        spec=[spec.SIGNATURE],
    )


# ---- Keys ----------------------------------------------------------------------------------------

for name, key, other, comment in (
    ("plus", "a+b", "", "'+' is a plus sign in a path."),
    ("blank", "a%20b", "", "A blank is '%20'."),
    ("tilde", "~a", "%7Ea", "'~' as it is."),
    ("asterisk", "a*b", "a%2Ab", "As some clients leave it."),
    ("asterisk_escaped", "a%2Ab", "a*b", "As other clients write it."),
    ("parentheses", "a(1)", "a%281%29", "As some clients leave them."),
    ("percent", "100%25", "100%2525", "A percent sign in a key."),
    ("question_mark", "a%3Fb", "a?b", "It ends no path."),
    ("hash", "a%23b", "a%2523b", "It begins no fragment."),
    ("ampersand", "a&b=c", "a%26b%3Dc", "Marks of a query in a path."),
    ("colon_at", "a:b@c", "a%3Ab%40c", "Marks of an authority in a path."),
    ("slash_at_the_end", "folder/", "", "The mark of a folder is an object."),
    ("slashes", "a//b", "", "An empty name between two slashes."),
    ("dots", "a/./b", "", "A name of one dot."),
    ("two_dots", "a/../b", "", "A name of two dots."),
    ("utf8", "%E6%97%A5%E6%9C%AC", "%E6%97%A5", "Two characters in six bytes."),
    ("no_utf8", "%FF%FE", "%EF%BF%BD%EF%BF%BD", "A key is bytes to who signs it."),
    ("backslash", "a%5Cb", "a/b", "It separates nothing."),
    ("lower_case_digits", "a%2fb", "a%2Fb", "Digits of an escape as they were sent."),
    ("semicolon", "a;v=1", "a", "A parameter of a path is part of it."),
):
    honest(
        "keys",
        "key_with_" + name,
        f"the key '{key}'",
        comment,
        Verify("/bucket/" + key),
        spec.PATH_S3,
    )
    if other:
        changed(
            f"key_with_{name}_changed",
            "key_with_" + name,
            f"'{key}' becomes '{other}'",
            f"Another text on the wire, and signed was that of the wire. {comment}",
            after_sign("set-target", value="/bucket/" + other),
        )

# ---- Operations ----------------------------------------------------------------------------------

for name, method, target, title in (
    ("list", "GET", "/bucket?list-type=2&prefix=a%2Fb%20c&delimiter=%2F", "a listing"),
    ("list_token", "GET", "/bucket?list-type=2&continuation-token=1a%2Bb%2F%3D", "its next page"),
    ("uploads", "POST", "/bucket/key?uploads", "the begin of an upload"),
    ("versions", "DELETE", "/bucket/key?versionId=3%2FL4kqtJlcpXroDTDmJ", "a version"),
    ("acl", "GET", "/bucket/key?acl", "an ACL"),
    (
        "download",
        "GET",
        "/bucket/key?response-content-disposition=attachment%3B%20filename%3D%22a%20b.txt%22",
        "a name to save it by",
    ),
    ("buckets", "GET", "/", "all buckets"),
    ("head_bucket", "HEAD", "/bucket", "HEAD of a bucket"),
):
    honest(
        "operations",
        name,
        title,
        "As clients send it.",
        Verify(target, method=method),
        spec.QUERY_ENCODE,
    )
changed(
    "uploads_as_acl",
    "uploads",
    "another operation",
    "The argument without value names what is done.",
    after_sign("set-target", value="/bucket/key?acl"),
)
changed(
    "versions_gone",
    "versions",
    "the version taken away",
    "The object is deleted, and not a version of it.",
    after_sign("set-target", value="/bucket/key"),
)
changed(
    "list_prefix_gone",
    "list",
    "a listing of everything",
    "The prefix was what the signer was after.",
    after_sign("set-target", value="/bucket?list-type=2&delimiter=%2F"),
)

# ---- Objects -------------------------------------------------------------------------------------

PUT = {"method": "PUT", "body": "hello"}
for name, headers, unsigned, title, comment in (
    (
        "described",
        [("Content-Type", "text/plain"), ("Content-Encoding", "gzip")],
        [],
        "its type and encoding",
        "Signed.",
    ),
    (
        "chunked_once",
        [("Content-Encoding", "aws-chunked")],
        [],
        "aws-chunked, with the hash of the body",
        "The word alone makes no stream.",
    ),
    (
        "metadata",
        [("x-amz-meta-title", "a b"), ("x-amz-meta-empty", "")],
        [],
        "metadata, one of it empty",
        "Signed.",
    ),
    ("metadata_utf8", [("x-amz-meta-title", "Größe")], [], "metadata in UTF-8", "As it is."),
    (
        "metadata_twice",
        [("x-amz-meta-tag", "b"), ("x-amz-meta-tag", "a")],
        [],
        "metadata that is repeated",
        "In its order.",
    ),
    (
        "checksum",
        [("x-amz-checksum-crc32", "NhCmhg=="), ("x-amz-sdk-checksum-algorithm", "CRC32")],
        [],
        "a checksum beside the hash",
        "Signed.",
    ),
    (
        "encrypted",
        [("x-amz-server-side-encryption", "aws:kms")],
        [],
        "encryption of the server's",
        "Signed.",
    ),
    ("create_only", [("If-None-Match", "*")], [], "only if there is none", "Signed."),
    (
        "md5_unsigned",
        [],
        [("Content-MD5", "XUFAKrxLKna5cZ2REBfFkg==")],
        "a Content-MD5 beside the signature",
        "A header of HTTP's.",
    ),
    (
        "expect_unsigned",
        [],
        [("Expect", "100-continue"), ("Content-Length", "5")],
        "Expect beside the signature",
        "Sent before the body.",
    ),
    (
        "disposition_unsigned",
        [],
        [("Content-Disposition", 'inline; filename="a"')],
        "Content-Disposition beside the signature",
        "A header of HTTP's.",
    ),
    (
        "user_agent_unsigned",
        [],
        [("User-Agent", "aws-sdk-go-v2/1.36.3 os/linux lang/go#1.24.1")],
        "a User-Agent beside the signature",
        "With marks in it.",
    ),
):
    honest(
        "objects",
        name,
        f"PUT with {title}",
        comment,
        Verify("/bucket/key", headers=headers, unsigned=unsigned, **PUT),
        spec.UNSIGNED_OK if unsigned else spec.XAMZ_SIGNED,
    )
changed(
    "metadata_swapped",
    "metadata_twice",
    "metadata in another order",
    "Joined, they are another value.",
    after_sign("swap-headers", "x-amz-meta-tag"),
)
changed(
    "metadata_emptied",
    "metadata",
    "metadata emptied",
    "An empty value is a value, and was not signed.",
    after_sign("set-header", "x-amz-meta-title", ""),
)
changed(
    "create_only_gone",
    "create_only",
    "the condition taken away",
    "What was there is written over.",
    after_sign("remove-header", "If-None-Match"),
    "signed-header-missing",
)
changed(
    "encryption_changed",
    "encrypted",
    "another encryption",
    "The key of another.",
    after_sign("set-header", "x-amz-server-side-encryption", "AES256"),
)
for name, host in (
    ("bucket_in_host", "bucket.s3.example"),
    ("port_in_host", "storage.example:9000"),
):
    honest(
        "operations",
        name,
        f"Host is {host}",
        "As it was sent.",
        Verify("/key", host=host),
        spec.HOST_PORT,
    )
changed(
    "another_bucket_in_host",
    "bucket_in_host",
    "another bucket in Host",
    "The key is the same, and the bucket is another one.",
    after_sign("set-header", "Host", "other.s3.example"),
)
