# SPDX-License-Identifier: Apache-2.0
"""What a draw is, as far as a package goes its own way there. A predicate looks at the input alone
and is as narrow as the package's behaviour."""

from __future__ import annotations

import re
from collections.abc import Callable

from vectorgen import reference as ref

from .texts import dictionary_key
from .wire import Draw

Predicate = Callable[[Draw], bool]

TOKEN = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
MALFORMED = re.compile(rb"%(?![0-9A-Fa-f]{2})")
LINE_BREAK = re.compile(rb"[\0\r\n]")
ABSOLUTE_OR_PATH = re.compile(rb"/|[\w.+~-]+://")
# A part of a scope or of an access key: visible ASCII but ',' and '/'.
PART = re.compile(r"[!-+\--.0-~]+")
# Where str.split() of Python cuts, but for blank, TAB, LF and CR.
PYTHON_BLANK = re.compile(
    "[\x0b\x0c\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
)
VERTICAL_BLANK = re.compile("[\x0b\x0c]")


def canonical_path(draw: Draw, path: bytes) -> bytes:
    return ref.ROWS[draw.row].canonical_path(path)


# ---- Target --------------------------------------------------------------------------------------


def line_break_in_target(draw: Draw) -> bool:
    return LINE_BREAK.search(draw.target) is not None


def malformed_in_path(draw: Draw) -> bool:
    return MALFORMED.search(draw.path) is not None


def malformed_in_query(draw: Draw) -> bool:
    return MALFORMED.search(draw.query) is not None


def fragment(draw: Draw) -> bool:
    return b"#" in draw.target


def no_leading_slash(draw: Draw) -> bool:
    return not draw.path.startswith(b"/")


def no_form(draw: Draw) -> bool:
    """Neither a path nor an absolute URL, nor empty."""
    return draw.path != b"" and ABSOLUTE_OR_PATH.match(draw.path) is None


def scheme_in_target(draw: Draw) -> bool:
    """A colon and a slash are taken for the end of a scheme: with a second slash, what follows the
    authority behind them is signed, and with one nothing."""
    rest = draw.target.partition(b":")[2]
    if not rest.startswith(b"//"):
        return rest.startswith(b"/")
    authority = re.split(rb"[/?]", rest[2:], maxsplit=1)[0]
    path, _, query = rest[2 + len(authority) :].partition(b"?")
    seen = (canonical_path(draw, path), query)
    return seen != (canonical_path(draw, draw.path), draw.query)


def tab_in_path(draw: Draw) -> bool:
    """In a segment that is not dropped."""
    without = draw.path.replace(b"\t", b"")
    return canonical_path(draw, without) != canonical_path(draw, draw.path)


def path_parameters(draw: Draw) -> bool:
    """urlparse() cuts the path at the first ';' of its last segment."""
    return b";" in draw.path.rpartition(b"/")[2]


def repeated_name(draw: Draw) -> bool:
    names = [dictionary_key(name) for name, _ in draw.pairs]
    return len(set(names)) < len(names)


def blank_value(draw: Draw) -> bool:
    return any(not value for _, value in draw.pairs)


# ---- Headers and method --------------------------------------------------------------------------


def line_break_in_value(draw: Draw) -> bool:
    return any(LINE_BREAK.search(value) for _, value in draw.headers)


def blank_in_value(blank: re.Pattern[str]) -> Predicate:
    """Among the values that are signed; octets that are no UTF-8 are no text to search."""

    def matches(draw: Draw) -> bool:
        values = draw.signed_values
        return any(blank.search(value.decode("utf-8", "replace")) for value in values)

    return matches


def name_no_token(draw: Draw) -> bool:
    return any(not TOKEN.fullmatch(name) for name, _ in draw.headers)


def method_no_token(draw: Draw) -> bool:
    return TOKEN.fullmatch(draw.method) is None


def lower_method(draw: Draw) -> bool:
    return draw.method != draw.method.upper()


def has_header(*names: bytes) -> Predicate:
    return lambda draw: not set(names).isdisjoint(draw.names)


def signs_header(*names: bytes) -> Predicate:
    return lambda draw: not set(names).isdisjoint(draw.signed)


def two_hosts(draw: Draw) -> bool:
    return draw.names.count(b"host") > 1


def no_host(draw: Draw) -> bool:
    return b"host" not in draw.names


# ---- Scope and keys ------------------------------------------------------------------------------


def empty_region(draw: Draw) -> bool:
    return draw.params.get("region") == ""


def mark_in_scope(draw: Draw) -> bool:
    """An empty part is another matter."""
    parts = [draw.params.get(name) or "default" for name in ("region", "service")]
    return not all(PART.fullmatch(part) for part in parts)


def mark_in_access_key(draw: Draw) -> bool:
    """Or an empty part, or one part too many: in the rows of AWS a key has one."""
    parts = draw.credentials["access_key"].split("/")
    too_many = draw.row.startswith("aws4") and len(parts) > 1
    return too_many or not all(PART.fullmatch(part) for part in parts)


def empty_secret(draw: Draw) -> bool:
    return draw.credentials["secret_key"] == ""
