# SPDX-License-Identifier: Apache-2.0
"""Mutants of method and payload, of the string to sign, of the key and of the signature."""

from __future__ import annotations

import hmac
import re
from collections.abc import Iterable

from bend import Case, Parts, mutant, ref

FULL = "date/region/service/terminator"


@mutant("method put into upper case", method="verbatim")
def upper_method(case: Case) -> Parts:
    return {"method": case.request.method.upper()}


@mutant("method as sent, not in upper case", method="upper-case")
def method_as_sent(case: Case) -> Parts:
    return {"method": case.request.method}


# ---- Payload -------------------------------------------------------------------------------------


def with_payload(case: Case, payload: bytes) -> Parts:
    if case.rules["payload"] != "header-required":
        return {"payload": payload}
    header = rb"(?m)(?<=^" + case.rules["payload_header"].lower().encode() + b":).*$"
    return {"payload": payload, "headers": re.sub(header, payload, case.right["headers"])}


@mutant("hash of an empty body")
def hash_of_nothing(case: Case) -> Parts:
    return with_payload(case, ref.sha256_hex(b"").encode())


@mutant("hash of the body in place of the payload literal")
def hash_of_body(case: Case) -> Parts:
    return with_payload(case, ref.sha256_hex(case.request.body).encode())


@mutant("UNSIGNED-PAYLOAD in place of the hash of the body")
def unsigned(case: Case) -> Parts:
    return with_payload(case, b"UNSIGNED-PAYLOAD")


@mutant("hash of the body in upper-case hex")
def upper_hash(case: Case) -> Parts:
    return with_payload(case, case.right["payload"].upper())


@mutant("hash of the body left out")
def no_hash(case: Case) -> Parts:
    return {"payload": b""}


# ---- String to sign ------------------------------------------------------------------------------


def chain(prefix: bytes, secret: str, links: Iterable[bytes], as_hex: bool = False) -> bytes:
    key = prefix + secret.encode()
    for link in links:
        key = hmac.digest(key, link, "sha256")
        key = key.hex().encode() if as_hex else key
    return key


def links_of(case: Case) -> list[bytes]:
    return case.right["scope"].split(b"/")


def prefix_of(case: Case) -> bytes:
    is_full = case.rules["key_prefix"] == "algorithm"
    return case.right["algorithm"].replace(b"-HMAC-SHA256", b"") if is_full else b""


def with_scope(case: Case, links: list[bytes], prefix: bytes | None = None) -> Parts:
    prefix = prefix_of(case) if prefix is None else prefix
    return {"scope": b"/".join(links), "key": chain(prefix, case.params.secret_key, links)}


@mutant("canonical request not hashed")
def not_hashed(case: Case) -> Parts:
    return {"digest": case.signed.canonical_request}


@mutant("timestamp with separators, as in 2015-08-30T12:36:00Z")
def extended_time(case: Case) -> Parts:
    t = case.right["timestamp"].decode()
    text = f"{t[:4]}-{t[4:6]}-{t[6:8]}T{t[9:11]}:{t[11:13]}:{t[13:]}"
    return {"timestamp": text.encode()}


@mutant("whole timestamp for the date of the scope")
def whole_time(case: Case) -> Parts:
    return with_scope(case, [case.params.timestamp.encode(), *links_of(case)[1:]])


@mutant("date of the scope taken from the timestamp", constants="caller")
def date_of_time(case: Case) -> Parts:
    return with_scope(case, [case.params.timestamp[:8].encode(), *links_of(case)[1:]])


def with_constants(case: Case, algorithm: str, terminator: str) -> Parts:
    prefix = algorithm.replace("-HMAC-SHA256", "").encode()
    links = [*links_of(case)[:3], terminator.encode()]
    return {"algorithm": algorithm.encode(), **with_scope(case, links, prefix)}


@mutant("the dialect's constants in place of the caller's", constants="caller")
def own_constants(case: Case) -> Parts:
    return with_constants(case, case.rules["algorithm"], case.rules["terminator"])


@mutant("constants of AWS in place of the dialect's", scope=FULL)
def constants_of_aws(case: Case) -> Parts:
    return with_constants(case, "AWS4-HMAC-SHA256", "aws4_request")


# ---- Key -----------------------------------------------------------------------------------------


@mutant("secret in place of the signing key")
def secret_alone(case: Case) -> Parts:
    return {"key": case.params.secret_key.encode()}


@mutant("prefix and secret in place of the signing key", scope=FULL)
def prefixed_secret(case: Case) -> Parts:
    return {"key": prefix_of(case) + case.params.secret_key.encode()}


@mutant("signing key without the prefix of the secret", scope=FULL)
def no_prefix(case: Case) -> Parts:
    return {"key": chain(b"", case.params.secret_key, links_of(case))}


@mutant("prefix AWS4 in the signing key")
def prefix_of_aws(case: Case) -> Parts:
    return {"key": chain(b"AWS4", case.params.secret_key, links_of(case))}


@mutant("signing key without the date", scope=FULL)
def no_date(case: Case) -> Parts:
    return {"key": chain(prefix_of(case), case.params.secret_key, links_of(case)[1:])}


@mutant("signing key without the terminator", scope=FULL)
def no_terminator(case: Case) -> Parts:
    return {"key": chain(prefix_of(case), case.params.secret_key, links_of(case)[:-1])}


@mutant("signing key of the whole timestamp")
def key_of_whole_time(case: Case) -> Parts:
    return {"key": whole_time(case)["key"]}


@mutant("signing key derived through hex digits")
def hex_chain(case: Case) -> Parts:
    links = links_of(case)
    return {"key": chain(prefix_of(case), case.params.secret_key, links, as_hex=True)}


@mutant("signature in upper-case hex")
def upper_signature(case: Case) -> Parts:
    return {"signature": case.signed.signature.upper().encode()}
