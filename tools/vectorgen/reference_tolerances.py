# SPDX-License-Identifier: Apache-2.0
"""What a policy tolerates in the text of an Authorization header, for reference_verify.py: blanks,
fields that are unknown or repeated, names of headers in any order and case, digits in upper case,
and an HTTP date in the place of the dialect's own."""

from __future__ import annotations

import datetime
import re

from . import reference as ref
from .model import Json
from .reference import Refused, Row

FIELDS = ("Credential", "SignedHeaders", "Signature")
HTTP_DATE = "%a, %d %b %Y %H:%M:%S GMT"


def is_lenient(policy: Json, knob: str, side: str) -> bool:
    return policy.get(knob) == side


def cut_algorithm(value: str, policy: Json) -> tuple[str, str]:
    """The word in front, and what stands behind it."""
    if not is_lenient(policy, "auth_header_ws", "lenient"):
        word, _, rest = value.partition(" ")
        return word, rest
    word, *rest = re.split(r"[ \t]+", value.strip(" \t"), maxsplit=1)
    return word, "".join(rest)


def split_fields(row: Row, rest: str, policy: Json) -> list[str] | None:
    """AWS: a comma and any blanks. DCI: a comma and one blank, and in version 1 a comma at the
    end. Leniently: any blanks around a comma, and a comma at the end or none."""
    if is_lenient(policy, "auth_header_ws", "lenient"):
        return re.split(r"[ \t]*,[ \t]*", rest.removesuffix(",").strip(" \t"))
    if row.is_aws:
        return re.split(r",[ \t]*", rest)
    fields = rest.removesuffix(row.end_of_authorization).split(", ")
    good = rest.endswith(row.end_of_authorization)
    return fields if good and not any("," in f or f[:1] in (" ", "\t") for f in fields) else None


def named_fields(row: Row, rest: str, policy: Json) -> list[tuple[str, str]] | None:
    """Name and text of each field that counts; None if one is no field."""
    fields = split_fields(row, rest, policy) if rest else []
    pairs = [field.partition("=") for field in fields or []]
    known = [(name, text) for name, equals, text in pairs if equals and name in FIELDS]
    ignore = is_lenient(policy, "unknown_auth_param", "ignore")
    strangers = [pair for pair in pairs if not pair[1] or pair[0] not in FIELDS]
    if fields is None or any(not ignore or not is_named(pair) for pair in strangers):
        return None
    return (
        list(dict(known).items()) if is_lenient(policy, "duplicate_auth_param", "last") else known
    )


def is_named(pair: tuple[str, str, str]) -> bool:
    """A field that nobody knows has a name and '=' all the same."""
    return bool(pair[1]) and ref.is_token(pair[0].encode("latin-1"))


def signature_digits(text: str, policy: Json) -> str:
    return text.lower() if is_lenient(policy, "hex_case", "accept") else text


def read_names(row: Row, text: str, policy: Json) -> str:
    """The list as it is signed: sorted and in lower case, where that is made good."""
    if not is_lenient(policy, "signed_headers_form", "canonicalise") or row.names_as_given:
        return text
    return ";".join(sorted(text.lower().split(";")))


def takes_any_order(row: Row, policy: Json) -> bool:
    """A list that the dialect signs as given."""
    return is_lenient(policy, "signed_headers_form", "canonicalise") and row.names_as_given


def http_time(text: str) -> str:
    """The time of an HTTP date in the form that is signed. There is one way to write it, so it is
    written again: the day of the week is part of it."""
    try:
        time = datetime.datetime.strptime(text, HTTP_DATE)
    except ValueError as e:
        raise Refused("malformed-date") from e
    if time.strftime(HTTP_DATE) != text:
        raise Refused("malformed-date")
    return time.strftime("%Y%m%dT%H%M%SZ")
