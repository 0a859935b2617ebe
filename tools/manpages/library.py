# SPDX-License-Identifier: Apache-2.0
"""The pages of section 3: libdciauth(3), and one for each family of functions in dciauth.h."""

from __future__ import annotations

import re
from pathlib import Path

from . import header, mdoc
from .header import Family, Function, Piece

# The families of the header, in its order: the page of each, and what it is about.
PAGES = {
    "": ("libdciauth", "sign and verify HTTP requests: DCI2 and AWS Signature Version 4"),
    "Bytes": ("dciauth_span", "bytes, names with values, and the work block of libdciauth"),
    "Errors": ("dciauth_status", "statuses of libdciauth and the places of errors"),
    "Dialects": ("dciauth_profile", "the table of dialects of libdciauth"),
    "Requests and keys": ("dciauth_key", "requests, scopes and signing keys of libdciauth"),
    "Stages": ("dciauth_stages", "the stages of signing, each alone"),
    "Sign": ("dciauth_sign", "sign a request"),
    "Verify": ("dciauth_verify", "verify a signed request"),
    "Keys kept by a server": ("dciauth_cache", "keep derived keys in memory of the caller's"),
    "The three calls of python-dciauth": ("dciauth_dci", "the three calls of python-dciauth"),
}
EXAMPLE = re.compile(r"^```c\n/\* example: sign \*/\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class UnknownFamily(Exception):
    """The header has a family that has no page."""


def synopsis(functions: list[Function]) -> list[str]:
    lines = [".Sh SYNOPSIS", ".In dciauth.h"]
    for function in functions:
        lines += [f'.Ft "{function.returns}"', f".Fo {function.name}"]
        lines += [f'.Fa "{argument}"' for argument in function.arguments]
        lines.append(".Fc")
    return lines


def put_listed(piece: Piece) -> list[str]:
    prefix = "DCIAUTH_E_" if "STATUS" in piece.comment[0] else "DCIAUTH_FIELD_"
    lines = [".Bl -tag -width Ds"]
    for name, word, sentence in piece.listed():
        lines.append(f".It Dv {prefix}{name} Pq Qq {word}")
        lines += [sentence + "."] if sentence else []
    return [*lines, ".El"]


def put_piece(piece: Piece, types: set[str]) -> list[str]:
    lines: list[str] = []
    for text in piece.comment:
        if text.startswith("- "):
            item = [".It", *mdoc.paragraph(text[2:], types)]
            lines = lines[:-1] + item if lines[-1:] == [".El"] else [*lines, ".Bl -bullet", *item]
            lines.append(".El")
        else:
            lines += [".Pp", *mdoc.paragraph(text, types)]
    if piece.listed():
        lines += put_listed(piece)
    elif piece.other_code():
        lines += mdoc.literal(piece.other_code())
    return lines


def put_names(family: Family) -> list[str]:
    """NAME: the page itself, and each function that it describes."""
    page, about = PAGES[family.title]
    names = list(dict.fromkeys([page, *(function.name for function in family.functions())]))
    return [
        ".Sh NAME",
        *(f".Nm {name} ," for name in names[:-1]),
        f".Nm {names[-1]}",
        f".Nd {about}",
    ]


def see_also(page: str) -> list[str]:
    others = sorted(name for name, _ in PAGES.values() if name != page)
    return [".Sh SEE ALSO", *(f".Xr {name} 3 ," for name in others[:-1]), f".Xr {others[-1]} 3"]


def put_page(family: Family, types: set[str], example: str) -> str:
    page, _ = PAGES[family.title]
    lines = ['.\\" Made by tools/manpages from lib/include/dciauth.h.', *mdoc.head(page, 3)]
    lines += put_names(family)
    lines += [".Sh LIBRARY", "libdciauth", ".Pq pkg-config dciauth ; CMake dciauth::dciauth"]
    lines += synopsis(family.functions())
    described = [line for piece in family.pieces for line in put_piece(piece, types)]
    lines += [".Sh DESCRIPTION", *described[1 if described[0] == ".Pp" else 0 :]]
    if not family.title:
        lines += [".Sh EXAMPLES", "A program that signs a request:", *mdoc.literal(example)]
    return "\n".join([*lines, *see_also(page)]) + "\n"


def pages(root: Path) -> dict[str, str]:
    """Name and text of each page."""
    families = header.read(root / "lib/include/dciauth.h")
    for family in families:
        if family.title not in PAGES:
            raise UnknownFamily(
                f"dciauth.h: '{family.title}' has no page: add one to PAGES of manpages/library.py"
            )
    types = header.types(families)
    families[0].pieces = [p for p in families[0].pieces if not p.comment[0].startswith("SPDX")]
    found = EXAMPLE.search((root / "README.md").read_text(encoding="utf-8"))
    example = found[1] if found else ""
    return {f"{PAGES[f.title][0]}.3": put_page(f, types, example) for f in families}
