# SPDX-License-Identifier: Apache-2.0
"""aws4, path: dot segments and empty segments."""

from ... import spec
from ...suite import Sign
from . import area


@area.valid("normalise", "the root", flags=["baseline"], spec=[spec.PATH_EMPTY])
def root():
    """The plainest request there is; its signature, 5fa00fa3…, is known from AWS's own suite."""
    return Sign("/")


@area.valid("normalise", "a plain path", flags=["baseline"], spec=[spec.PATH_NORMALISE])
def plain():
    """Nothing to normalise and nothing to encode."""
    return Sign("/2014-11-13/functions/example/invocations")


@area.valid(
    "normalise",
    "a '..' segment",
    flags=["dot-segments"],
    spec=[spec.PATH_NORMALISE, spec.PATH_DOTS],
)
def parent():
    """The wire keeps '/a/../b'; what is signed is '/b'."""
    return Sign("/a/../b")


@area.valid("normalise", "a '.' segment", flags=["dot-segments"], spec=[spec.PATH_NORMALISE])
def here():
    """It names the directory itself and vanishes."""
    return Sign("/a/./b")


@area.valid("normalise", "'..' above the root", flags=["dot-segments"], spec=[spec.PATH_DOTS])
def above_root():
    """RFC 3986 stops at the root. A loop that counts levels goes below zero here; AWS's own
    suite has no such case."""
    return Sign("/../../a")


@area.valid(
    "normalise",
    "'..' above the root, and down again",
    flags=["dot-segments"],
    spec=[spec.PATH_DOTS],
)
def above_root_and_back():
    """Each '..' takes only what is there when it comes: '/../a/../../b' is '/b'."""
    return Sign("/../a/../../b/c")


@area.valid(
    "normalise",
    "only dots: the root is left",
    flags=["dot-segments"],
    spec=[spec.PATH_EMPTY, spec.PATH_DOTS],
)
def nothing_left():
    """The canonical path is never empty."""
    return Sign("/a/../")


@area.valid("normalise", "runs of slashes", flags=["dot-segments"], spec=[spec.PATH_NORMALISE])
def slashes():
    """Empty segments vanish, at the start, inside and at the end. A one-pass replacement of '//'
    leaves one behind."""
    return Sign("//a///b////c//")


@area.valid("normalise", "slashes alone", flags=["dot-segments"], spec=[spec.PATH_EMPTY])
def only_slashes():
    """'//' is also how a URL parser begins an authority: the path must not become one."""
    return Sign("//")


@area.valid("normalise", "a final slash stays", flags=["dot-segments"], spec=[spec.PATH_NORMALISE])
def final_slash():
    """'/a/' and '/a' are two resources."""
    return Sign("/a/b/")


@area.valid(
    "normalise",
    "'..' takes an empty segment's neighbour",
    flags=["dot-segments"],
    spec=[spec.PATH_NORMALISE],
)
def parent_after_slashes():
    """Empty segments vanish first: in '/a/b//../c' the '..' takes 'b', not the emptiness before
    it."""
    return Sign("/a/b//../c")


@area.valid(
    "normalise", "names that begin with dots", flags=["dot-segments"], spec=[spec.PATH_DOTS]
)
def dot_files():
    """Only '.' and '..' are dot segments; '...', '.a', 'a.' and '..b' are names."""
    return Sign("/.../.a/a./..b/.well-known")


@area.valid(
    "normalise",
    "all of it at once",
    flags=["dot-segments", "double-encoding"],
    spec=[spec.PATH_NORMALISE],
)
def everything():
    """Normalise, then encode; encoded dots are data and survive both."""
    return Sign("//a/./b/../c//%2e%2e/d/")
