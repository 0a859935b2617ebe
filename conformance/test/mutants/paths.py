# SPDX-License-Identifier: Apache-2.0
"""Mutants of the path."""

from __future__ import annotations

import re

from bend import Case, Parts, mutant, ref

AGAIN = "normalise-encode|encode"  # rows that encode what is encoded on the wire once more
ON_THE_WIRE = AGAIN + "|as-sent"
TRIPLET = re.compile(rb"%[0-9A-F]{2}")


def encode(path: bytes, keep: bytes = b"/") -> bytes:
    return ref.uri_encode(path, keep)


def own(case: Case, path: bytes) -> bytes:
    """The rule of the row, which refuses nothing."""
    if case.rules["path"] == "normalise-encode":
        path = normalise(path)
    return encode(path) if case.rules["path"] in AGAIN.split("|") else path


def normalise(path: bytes) -> bytes:
    return ref.remove_dot_segments(path) if path.startswith(b"/") else path


@mutant("path encoded twice", path="as-sent")
def twice(case: Case) -> Parts:
    return {"path": encode(case.raw_path)}


@mutant("path encoded once", path=AGAIN)
def once(case: Case) -> Parts:
    again = case.rules["path"] == "normalise-encode"
    return {"path": normalise(case.raw_path) if again else case.raw_path}


@mutant("path encoded three times", path=AGAIN)
def three_times(case: Case) -> Parts:
    return {"path": encode(case.right["path"])}


@mutant("path not normalised", path="normalise-encode")
def not_normalised(case: Case) -> Parts:
    return {"path": encode(case.raw_path)}


@mutant("path normalised", path="encode|as-sent|decode")
def normalised(case: Case) -> Parts:
    kind = case.rules["path"]
    path = normalise(case.right["path"] if kind == "decode" else case.raw_path)
    return {"path": encode(path) if kind == "encode" else path}


@mutant("empty path segments kept", path="normalise-encode")
def empty_segments(case: Case) -> Parts:
    kept: list[bytes] = []
    for segment in case.raw_path.split(b"/")[1:]:
        if segment == b"..":
            del kept[-1:]
        elif segment != b".":
            kept.append(segment)
    return {"path": encode(b"/" + b"/".join(kept))}


@mutant("dot segments of the path kept", path="normalise-encode")
def dot_segments(case: Case) -> Parts:
    return {"path": encode(re.sub(rb"/+", b"/", case.raw_path))}


@mutant("final slash of the path dropped")
def no_final_slash(case: Case) -> Parts:
    path = case.right["path"]
    return {"path": path[:-1] if path.endswith(b"/") and path != b"/" else path}


@mutant("path not decoded", path="decode")
@mutant("path as sent, neither normalised nor encoded again", path="normalise-encode")
def as_sent(case: Case) -> Parts:
    return {"path": case.raw_path}


@mutant("path decoded first", path=ON_THE_WIRE)
def decoded_first(case: Case) -> Parts:
    return {"path": own(case, ref.percent_decode(case.raw_path))}


@mutant("path decoded and encoded", path="as-sent")
def decoded_and_encoded(case: Case) -> Parts:
    return {"path": encode(ref.percent_decode(case.raw_path))}


@mutant("path encoded", path="decode")
def encoded(case: Case) -> Parts:
    return {"path": encode(case.right["path"])}


@mutant("raw bytes of the path escaped first", path=ON_THE_WIRE)
def through_a_parser(case: Case) -> Parts:
    return {"path": own(case, encode(case.raw_path, b"/%!$&'()*+,;=:@"))}


@mutant("escapes of the path in lower-case hex", path=AGAIN)
def lower_hex(case: Case) -> Parts:
    return {"path": TRIPLET.sub(lambda m: m[0].lower(), case.right["path"])}


@mutant("marks !'()* of the path left bare", path=AGAIN)
def bare_marks(case: Case) -> Parts:
    path = case.right["path"]
    for mark in b"!'()*":
        path = path.replace(b"%%%02X" % mark, bytes([mark]))
    return {"path": path}


@mutant("tilde of the path escaped", path=AGAIN)
def escaped_tilde(case: Case) -> Parts:
    return {"path": case.right["path"].replace(b"~", b"%7E")}
