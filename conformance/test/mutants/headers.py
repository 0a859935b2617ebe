# SPDX-License-Identifier: Apache-2.0
"""Mutants of the headers."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from bend import Case, Parts, mutant, ref

Rule = Callable[[bytes], bytes]
Line = tuple[bytes, list[bytes]]  # a name in lower case, and the values as they were sent
WORD = re.compile(rb'"[^"]*"?|[^"]+')


def lines(case: Case) -> list[Line]:
    names = case.right["signed_headers"].split(b";")
    return [(name, [v for n, v in case.headers if n.lower() == name]) for name in names]


def spelled(case: Case, name: bytes) -> bytes:
    return next(n for n, _ in case.headers if n.lower() == name)


def own(case: Case, name: bytes, values: list[bytes], joint: bytes = b",") -> bytes:
    return name + b":" + joint.join(map(case.row.canonical_value, values))


def put(written: list[bytes], names: list[bytes]) -> Parts:
    text = b"".join(line + b"\n" for line in written)
    return {"headers": text, "signed_headers": b";".join(names)}


def write(case: Case, listed: list[Line]) -> Parts:
    return put([own(case, *line) for line in listed], [name for name, _ in listed])


def with_values(case: Case, rule: Rule) -> Parts:
    written = [n + b":" + b",".join(map(rule, values)) for n, values in lines(case)]
    return put(written, [name for name, _ in lines(case)])


def keep_quoted(value: bytes) -> bytes:
    words = WORD.findall(value.strip(b" \t"))
    return b"".join(w if w.startswith(b'"') else re.sub(rb"[ \t]+", b" ", w) for w in words)


AWS_VALUE = ref.value_trim_collapse
VALUES: list[tuple[str, str, Rule]] = [
    ("header values not trimmed", "trim-collapse", lambda v: re.sub(rb"[ \t]+", b" ", v)),
    ("blanks in header values not collapsed", "trim-collapse", lambda v: v.strip(b" \t")),
    ("blanks in quotes in header values not collapsed", "trim-collapse", keep_quoted),
    (
        "tabs in header values not taken for blanks",
        "trim-collapse",
        lambda v: re.sub(rb" +", b" ", v.strip(b" ")),
    ),
    ("header values trimmed", "as-is", lambda v: v.strip(b" \t")),
    ("header values trimmed and collapsed", "as-is", AWS_VALUE),
    ("white space other than blank and tab in header values kept", "split", AWS_VALUE),
    ("header values as sent", "trim-collapse|split", lambda v: v),
]
for value_name, value_rows, value_rule in VALUES:
    mutant(value_name, header_value=value_rows)(
        lambda case, rule=value_rule: with_values(case, rule)
    )


def with_host(case: Case, rule: Rule) -> Parts:
    text = case.right["headers"]
    return {"headers": re.sub(rb"(?m)(?<=^host:).*$", lambda m: rule(m[0]), text)}


@mutant("port of Host dropped")
def no_port(case: Case) -> Parts:
    return with_host(case, lambda host: re.sub(rb":[0-9]+$", b"", host))


@mutant("Host put into lower case")
def lower_host(case: Case) -> Parts:
    return with_host(case, bytes.lower)


def in_order(case: Case, key: Callable[[Line], Any]) -> Parts:
    return write(case, sorted(lines(case), key=key))


@mutant("header names sorted before they are in lower case", signed_names="sorted")
def by_spelling(case: Case) -> Parts:
    return in_order(case, lambda line: spelled(case, line[0]))


@mutant("headers sorted as whole lines name:value", signed_names="sorted")
def whole_lines(case: Case) -> Parts:
    return in_order(case, lambda line: own(case, *line) + b"\n")


@mutant("header lines, but not names, sorted as whole lines", signed_names="sorted")
def only_lines(case: Case) -> Parts:
    return {"headers": whole_lines(case)["headers"]}


def by_place(case: Case) -> Parts:
    order = [name.lower() for name, _ in case.headers]
    return in_order(case, lambda line: order.index(line[0]))


mutant("headers not sorted", signed_names="sorted")(by_place)


@mutant("headers sorted", signed_names="as-given")
def sorted_names(case: Case) -> Parts:
    return in_order(case, lambda line: line[0])


@mutant("header names not in lower case")
def names_as_spelled(case: Case) -> Parts:
    listed = [(spelled(case, name), values) for name, values in lines(case)]
    return write(case, listed)


@mutant("last only of repeated headers", header_repeat="join")
def last_header(case: Case) -> Parts:
    return write(case, [(name, values[-1:]) for name, values in lines(case)])


@mutant("first only of repeated headers", header_repeat="join")
def first_header(case: Case) -> Parts:
    return write(case, [(name, values[:1]) for name, values in lines(case)])


@mutant("repeated headers joined with comma and blank", header_repeat="join")
def wide_joint(case: Case) -> Parts:
    return {"headers": b"".join(own(case, *line, b", ") + b"\n" for line in lines(case))}


@mutant("values of repeated headers sorted", header_repeat="join")
def sorted_values(case: Case) -> Parts:
    return write(case, [(name, sorted(values)) for name, values in lines(case)])


@mutant("repeated headers on a line each", header_repeat="join")
def line_each(case: Case) -> Parts:
    return {"headers": name_each(case)["headers"]}


@mutant("repeated headers on a line each and listed as often", header_repeat="join")
def name_each(case: Case) -> Parts:
    return write(case, [(name, [value]) for name, values in lines(case) for value in values])


def without(case: Case, *names: str) -> Parts:
    left_out = [name.lower().encode() for name in names]
    return write(case, [line for line in lines(case) if line[0] not in left_out])


@mutant("Content-Type not signed")
def no_content_type(case: Case) -> Parts:
    return without(case, "content-type")


@mutant("payload hash header not signed", payload="header-optional|header-required")
def no_hash(case: Case) -> Parts:
    return without(case, case.rules["payload_header"])


@mutant("date header not signed")
def no_date(case: Case) -> Parts:
    return without(case, case.rules["date_header"])


@mutant("session token not signed")
def no_token(case: Case) -> Parts:
    return without(case, case.rules["token_header"])


@mutant("no headers signed but Host and the dialect's own", default_signed="")
def only_own(case: Case) -> Parts:
    prefix = case.rules["guarded_prefix"].encode()
    chosen = [line for line in lines(case) if line[0] == b"host" or line[0].startswith(prefix)]
    return write(case, chosen)


def with_header(case: Case, name: bytes, value: bytes) -> Parts:
    listed = lines(case)
    return write(case, listed if name in dict(listed) else sorted([*listed, (name, [value])]))


@mutant("Content-Length signed too", default_signed="")
def with_length(case: Case) -> Parts:
    if not case.request.body:
        return {}
    return with_header(case, b"content-length", b"%d" % len(case.request.body))


@mutant("x-amz-content-sha256 signed too", payload="header-optional")
def with_hash(case: Case) -> Parts:
    return with_header(case, b"x-amz-content-sha256", case.right["payload"])


@mutant("no empty line after the headers")
def no_empty_line(case: Case) -> Parts:
    return {"headers": case.right["headers"][:-1]}
