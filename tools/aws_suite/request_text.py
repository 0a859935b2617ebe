# SPDX-License-Identifier: Apache-2.0
"""An HTTP request as the suite writes it down: LF at the end of a line, blanks and raw UTF-8 in the
target, no blank after a header's colon, header lines that are folded, and often no empty line at
the end of the headers."""

from __future__ import annotations

import re

from vectorgen.reference import Headers, Request, is_token

from .problem import Problem, shown

VERSION = b" HTTP/1.1"
# RFC 9112, 5.2: a recipient makes blanks of a fold before anybody looks at the value. As many as
# there were octets, so that a case with a fold still asks for the collapsing of blanks.
FOLD = re.compile(rb"[ \t]*\n[ \t]+")


def is_folded(data: bytes) -> bool:
    return FOLD.search(data.partition(b"\n\n")[0]) is not None


def parse_header(line: bytes, where: str) -> tuple[bytes, bytes]:
    name, colon, value = line.partition(b":")
    if not colon or not is_token(name):
        raise Problem(f"{where}: {shown(line)!r} is no header: 'Name:value' belongs there")
    return name, value


def parse_request(data: bytes, where: str) -> Request:
    """The request; header values as they stand behind the colon, but for folds. Problems name
    `where`."""
    head, _, body = data.partition(b"\n\n")
    first, _, rest = head.removesuffix(b"\n").partition(b"\n")
    method, _, target = first.removesuffix(VERSION).partition(b" ")
    if not first.endswith(VERSION) or not is_token(method) or not target:
        raise Problem(f"{where}: {shown(first)!r} is no request line as in 'GET / HTTP/1.1'")
    if rest[:1] in (b" ", b"\t"):
        raise Problem(f"{where}: a folded line without a header before it")
    lines = FOLD.sub(lambda fold: b" " * len(fold.group()), rest).split(b"\n") if rest else []
    headers: Headers = [parse_header(line, where) for line in lines]
    return Request(method, target, headers, body)
