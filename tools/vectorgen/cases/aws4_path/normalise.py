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


@area.valid("normalise", "'.' twice in a row", flags=["dot-segments"], spec=[spec.PATH_NORMALISE])
def here_twice():
    """Replacing '/./' by '/' in one pass leaves the second one behind: its slash was consumed by
    the first."""
    return Sign("/a/././b")


@area.valid(
    "normalise", "an odd number of '..' at the root", flags=["dot-segments"], spec=[spec.PATH_DOTS]
)
def above_root_odd():
    """The expression '[^/]+/\\.\\./' takes '..' for a name and removes '../../' as a pair: right by
    luck for an even number of them, wrong for three."""
    return Sign("/../../../a")


@area.valid(
    "normalise",
    "'.' between a name and its '..'",
    flags=["dot-segments"],
    spec=[spec.PATH_NORMALISE],
)
def here_before_parent():
    """Where '.' and '..' are handled in two passes, '..' must not take the '.' for the segment that
    it removes: '/a/./../b' is '/b', not '/a/b'."""
    return Sign("/a/./../b")


@area.valid("normalise", "'.' alone is the root", flags=["dot-segments"], spec=[spec.PATH_EMPTY])
def only_here():
    """Not disputed as other paths that end in '.': with or without a final slash '/' is left."""
    return Sign("/.")


@area.valid(
    "normalise",
    "'..' alone is the root",
    flags=["dot-segments"],
    spec=[spec.PATH_EMPTY, spec.PATH_DOTS],
)
def only_parent():
    """Popping from an empty list raises in some languages, and gives an empty path in others."""
    return Sign("/..")


@area.valid(
    "normalise",
    "as many '..' at the end as names before them",
    flags=["dot-segments"],
    spec=[spec.PATH_EMPTY, spec.PATH_DOTS],
)
def ends_in_parents_at_root():
    """The end that is disputed elsewhere is not here: both readings leave '/'. Code that appends
    the slash by hand signs '//'."""
    return Sign("/a/b/../..")


@area.valid(
    "normalise",
    "above the root, and nothing left",
    flags=["dot-segments"],
    spec=[spec.PATH_EMPTY, spec.PATH_DOTS],
)
def nothing_left_above_root():
    """'/' again. Code that joins what is left with '/' signs the empty string: the final slash is
    the last segment that was removed."""
    return Sign("/../../a/../")


@area.valid(
    "normalise",
    "the slash behind a '..' stays",
    flags=["dot-segments"],
    spec=[spec.PATH_NORMALISE, spec.PATH_DOTS],
)
def slash_after_parent():
    """Removing 'name/..' and not 'name/../' or the other way round: '/a/b/../' is '/a/', not '/a'
    and not '/a//'."""
    return Sign("/a/b/../")


@area.valid(
    "normalise",
    "the slash behind a '.' stays",
    flags=["dot-segments"],
    spec=[spec.PATH_NORMALISE],
)
def slash_after_here():
    """os.path.normpath, path.Clean and their like, used for URLs, drop every final slash."""
    return Sign("/a/./")


@area.valid("normalise", "names that end in dots", flags=["dot-segments"], spec=[spec.PATH_DOTS])
def names_end_in_dots():
    """A search for '../' that does not look at what stands before it finds one in 'a../'."""
    return Sign("/a../b/c.../d.")


@area.valid(
    "normalise",
    "'..;' is a name",
    flags=["dot-segments", "escape-set"],
    spec=[spec.PATH_DOTS, spec.PATH_TWICE],
)
def parent_with_parameter():
    """Servlet containers cut path parameters off before they normalise, and '..;' becomes '..'. To
    RFC 3986 the segment is a name."""
    return Sign("/a/..;/b/.;x=1/c")


@area.valid(
    "normalise",
    "'..' takes a segment that holds an escaped slash",
    flags=["dot-segments", "double-encoding"],
    spec=[spec.PATH_NORMALISE, spec.PATH_DOTS],
)
def parent_takes_escaped_slash():
    """One segment on the wire is one segment: decoded first, the '..' takes 'c' alone and '/a/b' is
    left before 'd'."""
    return Sign("/a/b%2Fc/../d")


@area.valid(
    "normalise",
    "'..' takes a segment of encoded dots",
    flags=["dot-segments", "double-encoding"],
    spec=[spec.PATH_NORMALISE, spec.PATH_DOTS],
)
def parent_takes_encoded_dots():
    """'%2E%2E' is a name and is removed like one. Taken for '..' it takes 'a' with it, and the real
    '..' is above the root."""
    return Sign("/a/%2E%2E/../b")


@area.valid(
    "normalise",
    "dots and slashes behind the '?'",
    flags=["dot-segments", "query-shape"],
    spec=[spec.PATH_NORMALISE, spec.QUERY_ENCODE],
)
def dots_in_the_query():
    """Normalising ends at the '?'. Code that cleans the whole target changes a URL in a value, or
    lets its '..' take the path away."""
    return Sign("/a/b?next=/x/../y&url=http%3A//h//./z")


@area.valid(
    "normalise",
    "a URL in the path",
    flags=["dot-segments", "escape-set"],
    spec=[spec.PATH_NORMALISE, spec.PATH_TWICE],
)
def url_inside():
    """A proxy's path. A parser that takes the first '://' for the end of a scheme, wherever it
    stands, signs '/c': awscrt 0.38.1 does, so that '/a/http://b/c' and '/z://b/c' share a
    signature."""
    return Sign("/a/http://b/c")
