# SPDX-License-Identifier: Apache-2.0
"""aws4-raw, path: dots and slashes that stay."""

from ... import spec
from ...suite import Sign
from . import area


@area.valid("kept", "the root", flags=["baseline"], spec=[spec.PATH_EMPTY])
def root():
    """The same signature as in aws4, 5fa00fa3…: where nothing is to be normalised the rows
    agree."""
    return Sign("/")


@area.valid(
    "kept",
    "dots, slashes and an escape",
    flags=["dot-segments", "double-encoding"],
    spec=[spec.PATH_AS_IS, spec.PATH_TWICE],
)
def everything():
    """Three answers to one path: '/a//./b%2520c' here, '/a/b%2520c' in aws4, '/a//./b%20c' in
    aws4-s3. A signer with one switch for both rules gives one of the other two."""
    return Sign("/a//./b%20c")


@area.valid("kept", "a '..' segment", flags=["dot-segments"], spec=[spec.PATH_AS_IS])
def parent():
    """URL classes take it out before the signer sees it: they cannot sign this row."""
    return Sign("/a/../b")


@area.valid("kept", "a '.' segment", flags=["dot-segments"], spec=[spec.PATH_AS_IS])
def here():
    """Normalisers of '..' alone are found by the vector before, those of '.' alone by this one."""
    return Sign("/a/./b")


@area.valid("kept", "runs of slashes", flags=["dot-segments"], spec=[spec.PATH_AS_IS])
def slashes():
    """Switching dot segments off often leaves the cleaning of slashes on, since it is done where
    the path is joined to its base."""
    return Sign("/a//b///c")


@area.valid("kept", "slashes at the start", flags=["dot-segments"], spec=[spec.PATH_AS_IS])
def slashes_leading():
    """Trimmed and put back as one, or read as the start of a host: 'a' is a segment here."""
    return Sign("//a/b")


@area.valid("kept", "slashes at the end", flags=["dot-segments"], spec=[spec.PATH_AS_IS])
def slashes_trailing():
    """A split that drops empty strings at the end, as Java's and Perl's do, loses both."""
    return Sign("/a/b//")


@area.valid("kept", "slashes alone", flags=["dot-segments"], spec=[spec.PATH_AS_IS])
def only_slashes():
    """Not the root: '//' stays '//'."""
    return Sign("//")


@area.valid("kept", "one final slash", flags=["dot-segments"], spec=[spec.PATH_AS_IS])
def final_slash():
    """'/a/' and '/a' are two resources in every row."""
    return Sign("/a/b/")


@area.valid("kept", "the path ends in '..'", flags=["dot-segments"], spec=[spec.PATH_AS_IS])
def ends_in_parent():
    """Disputed in aws4, where it is '/a' or '/a/', and settled here: nothing is removed."""
    return Sign("/a/b/..")


@area.valid("kept", "the path ends in '.'", flags=["dot-segments"], spec=[spec.PATH_AS_IS])
def ends_in_here():
    """As with '..': neither '/a' nor '/a/'."""
    return Sign("/a/.")


@area.valid("kept", "'..' above the root", flags=["dot-segments"], spec=[spec.PATH_AS_IS])
def above_root():
    """Some do not normalise but refuse what climbs. That is the server's to do: the path is signed
    as it is sent."""
    return Sign("/../../a")


@area.valid("kept", "'..' alone", flags=["dot-segments"], spec=[spec.PATH_AS_IS])
def only_parent():
    """Never empty and never '/': the shortest path on which all normalisers show."""
    return Sign("/..")


@area.valid("kept", "names with dots", flags=["dot-segments"], spec=[spec.PATH_AS_IS])
def names_with_dots():
    """The same in all rows: a search for '../' that knows no segments finds one in 'b../' and
    changes it."""
    return Sign("/.../..a/b../.c/d.")


@area.valid(
    "kept", "'..;' stays, its semicolon escaped", flags=["dot-segments"], spec=[spec.PATH_AS_IS]
)
def parent_with_parameter():
    """Neither cut at the ';' nor taken for '..'."""
    return Sign("/a/..;x=1/b")


@area.valid("kept", "a long path of dots", flags=["dot-segments"], spec=[spec.PATH_AS_IS])
def long():
    """Three thousand segments that cancel each other, and stay."""
    return Sign("/" + "segment/../" * 1500 + "end")


@area.valid(
    "kept",
    "dots before a query",
    flags=["dot-segments", "query-shape"],
    spec=[spec.PATH_AS_IS, spec.QUERY_ENCODE],
)
def dots_before_query():
    """The path ends at the '?', with its slashes; in the query they are escaped."""
    return Sign("/a/.//?b=../c//")
