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
