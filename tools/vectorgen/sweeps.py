# SPDX-License-Identifier: Apache-2.0
"""All 256 bytes in path, query key, query value and header value of every row.

Nobody writes these vectors; they are counted and kept apart from the authored ones, in files that
end in '-generated.json', as tests of few members (schema/generated.schema.json). What is expected
comes from reference.py; what must be refused, and where implementations may differ, is said here,
byte by byte, by the rules that the authored vectors rest on.

How a byte stands in its place:
- in a target 00 to 7F raw and 80 to FF as an escape, for a URI holds those in no other way;
- in the path of a row that decodes paths, all of them as escapes: it is what the row is about;
- in a header value 00 to 7F raw, and from 80 on the character of that number in UTF-8, because a
  lone byte is no text, and most APIs take text. It stands at both ends, alone and twice inside, so
  that white space shows. Where a row signs Host and its date alone, it stands in Host.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from . import build, features, history, model, spec, spec_dci
from . import reference as ref
from .knobs import KNOBS
from .model import Json
from .suite import Alternative, Area, Case, Sign

PLACES = {
    "path": "the path",
    "query-key": "a query key",
    "query-value": "a query value",
    "header-value": "a header value",
}
RAW = frozenset(b"\0\r\n")
CONTROLS = frozenset([*range(0x20), 0x7F])
URI_PATH = ref.UNRESERVED | frozenset(b"!$&'()*+,;=:@")
# White space to Python, JavaScript and Go beside blank and tab; isspace() of C has part of it.
UNICODE_SPACE = frozenset(b"\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0")


def escape(byte: int) -> bytes:
    return b"%%%02X" % byte


def in_target(byte: int) -> bytes:
    return bytes([byte]) if byte < 0x80 else escape(byte)


def in_value(byte: int) -> bytes:
    """The byte, or the character of that number, at both ends and inside."""
    x = chr(byte).encode()
    return x + b"x" + x + x + b"z" + x


def decodes_path(row: ref.Row) -> bool:
    return row.canonical_path is ref.path_unquote


# ---- Requests ------------------------------------------------------------------------------------


def request_of(row: ref.Row, place: str, byte: int) -> Sign:
    if place == "path":
        return Sign(b"/x" + (escape(byte) if decodes_path(row) else in_target(byte)) + b"z")
    if place == "query-key":
        return Sign(b"/?x" + in_target(byte) + b"z=1&xm=2")
    if place == "query-value":
        return Sign(b"/?a=x" + in_target(byte) + b"z&b=1")
    if row.default_signed and not row.names_as_given:
        return Sign("/", host=in_value(byte))
    names = {"signed_headers": "host;x-dci-date;x-sweep"} if row.default_signed else {}
    return Sign("/", headers=[("X-Sweep", in_value(byte))], params=names)


# ---- What is refused -----------------------------------------------------------------------------


def refusal_in_target(row: ref.Row, place: str, byte: int) -> Json | None:
    if place == "path" and decodes_path(row):
        return None
    if byte in RAW:
        return spec.TARGET_CLEAN
    if row.is_aws and byte == ord("#"):
        return spec.TARGET_FRAGMENT
    return spec.ESCAPE_FORM if row.is_aws and byte == ord("%") else None


def refusal(row: ref.Row, place: str, byte: int) -> tuple[str, Json] | None:
    """(class, rule) of what must not be signed."""
    if place == "header-value":
        return ("malformed-header", spec.HEADER_VALUE) if byte in RAW else None
    rule = refusal_in_target(row, place, byte)
    word = "malformed-uri" if place == "path" else "malformed-query"
    return (word, rule) if rule else None


# ---- Where implementations may differ ------------------------------------------------------------


def other_path(row: ref.Row, byte: int) -> tuple[str, list[Alternative]] | None:
    """What the authored vectors of the path call acceptable, as a rule over the byte."""
    raw, escaped = b"/x" + in_target(byte) + b"z", b"/x" + escape(byte) + b"z"
    if decodes_path(row):
        refused = Alternative("refused: the path would hold a control", error="malformed-uri")
        return ("decoded_control", [refused]) if byte in CONTROLS else None
    if not row.is_aws or byte >= 0x80:
        return None
    if byte == ord("%"):
        copied = [Alternative("copied as it is", {"path": raw})] if row.hash_header_always else []
        return "malformed_pct", [*copied, Alternative("the '%' is data", {"path": escaped})]
    if byte in b"/?#":
        return None
    if row.hash_header_always and byte not in ref.UNRESERVED:
        return "path_reencode", [Alternative("decoded and encoded again", {"path": escaped})]
    if byte not in URI_PATH:
        twice = row.canonical_path(escaped)
        reason = "encoded for the wire first, and then once more"
        return "raw_path", [Alternative(reason, {"path": twice})]
    return None


def other_query(row: ref.Row, place: str, byte: int) -> tuple[str, list[Alternative]] | None:
    if not row.is_aws or byte not in b"+%":
        return None
    query = request_of(row, place, byte).target.partition(b"?")[2]
    if byte == ord("+"):
        blank = row.canonical_query(query.replace(b"+", b"%20"))
        return "query_plus", [
            Alternative("'+' read as a space, as forms have it", {"query": blank})
        ]
    data = row.canonical_query(query.replace(b"%", b"%25"))
    copied = Alternative("the query is copied as it is", {"query": query})
    return "malformed_pct", [Alternative("the '%' is data", {"query": data}), copied]


def aws_headers(row: ref.Row, value: bytes) -> bytes:
    """The header lines of a sweep in a row of AWS, with the swept value by hand."""
    inp = request_of(row, "header-value", ord("x")).input(row.name)
    signed = build.sign_by_reference(inp).canonical_request
    lines = signed.split(b"\n")[3:]
    swept = (b"x-sweep:" + value if n.startswith(b"x-sweep:") else n for n in lines)
    return b"".join(line + b"\n" for line in list(swept)[: lines.index(b"")])


def other_value(row: ref.Row, byte: int) -> tuple[str, list[Alternative]] | None:
    if not row.is_aws or byte not in UNICODE_SPACE | {9}:
        return None

    def alternative(reason: str, value: bytes) -> Alternative:
        return Alternative(reason, {"headers": aws_headers(row, value)})

    if byte == 9:
        kept = in_value(byte)
        return "header_white_space", [
            alternative("a tab is white space at the ends alone", kept.strip(b"\t")),
            alternative("only the blank is white space", kept),
        ]
    return "header_white_space", [alternative("more is white space than blank and tab", b"x z")]


def other(row: ref.Row, place: str, byte: int) -> tuple[str, list[Alternative]] | None:
    """(knob, alternatives) of what may be signed in more than one way."""
    if place == "path":
        return None if byte in RAW and not decodes_path(row) else other_path(row, byte)
    if place == "header-value":
        return other_value(row, byte)
    return other_query(row, place, byte)


# ---- Areas ---------------------------------------------------------------------------------------


def how(row: ref.Row, place: str) -> str:
    if place == "header-value":
        where = "Host" if row.default_signed and not row.names_as_given else "X-Sweep"
        return f"In {where}, at both ends and inside; from 80 on the character in UTF-8."
    if place == "path" and decodes_path(row):
        return "As an escape."
    return "Raw from 00 to 7F, as an escape from 80 to FF."


def title_of(place: str, byte: int) -> str:
    return f"byte {byte:02X} in {PLACES[place]}"


def case_of(area: Area, row: ref.Row, place: str, byte: int, make: Callable[[], Sign]) -> Case:
    case = Case(area, f"byte-{byte:02x}", "bytes", title_of(place, byte), "", "valid", make)
    case.kind = "conformance" if row.is_aws else "compatibility"
    if bad := refusal(row, place, byte):
        case.result, case.error, case.spec = "invalid", bad[0], [bad[1]]
        case.any_of = ["malformed-uri"] if bad[0] == "malformed-query" else []
    if choice := other(row, place, byte):
        case.result, case.knob, case.alternatives = "acceptable", *choice
    return case


def area_of(row: ref.Row, place: str) -> Area:
    area = Area(
        row.name,
        f"sweep-{place}",
        "sign",
        f"All bytes in {PLACES[place]}",
        [f"Generated: every byte in {PLACES[place]}. {how(row, place)}"],
        {"bytes": f"All bytes in {PLACES[place]}"},
    )
    for byte in range(256):
        make = partial(request_of, row, place, byte)
        area.cases.append(case_of(area, row, place, byte, make))
    return area


def areas() -> list[Area]:
    return [area_of(row, place) for row in ref.ROWS.values() for place in PLACES]


def name_of(area: Area) -> str:
    """The path below vectors/."""
    return f"{area.profile}/{area.name}{model.GENERATED}.json"


# ---- Documents -----------------------------------------------------------------------------------


def without_authorization(expected: Json) -> Json:
    """It follows from the stages, and the authored vectors have it."""
    return {name: value for name, value in expected.items() if name != "authorization"}


def test_of(built: build.Built, oracles: list[Json], alternatives: list[Json]) -> Json:
    """The members that differ from byte to byte, and no other."""
    case = built.case
    out: Json = {"id": case.id, "since": history.since(case.id), "title": case.title}
    out["requires"] = features.needed("sign", built.input)
    out["result"] = case.result
    if case.knob:
        out["knob"] = {"name": case.knob, "sides": KNOBS[case.knob]}
    out["input"] = dict(built.input)
    out["expected"] = without_authorization(built.expected)
    if alternatives:
        out["alternatives"] = [without_authorization(alt) for alt in alternatives]
    out["provenance"] = build.provenance_of(built, oracles)
    return out
