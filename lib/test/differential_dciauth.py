# SPDX-License-Identifier: Apache-2.0
"""Compares libdciauth's three DCI calls with python-dciauth itself on random dictionaries.

`differential_dciauth.py LIBRARY ROW [SEED [CASES]]`: the row dci2-v2.1 goes with release 2.1.7,
dci2-v2 with release 4; with an interpreter that has the package in that release, or else with the
one that conformance/shims/python/install.sh made. Headers must be equal byte for byte; a
verdict with its message must be equal; where Python raises, the library must refuse with a status
that has no message. Exit status 77 if the package is not installed.
"""

from __future__ import annotations

import ctypes as c
import datetime
import importlib.metadata
import random
import string
import sys

from dcilib import Pair, Span, Where, Work, pairs, run_under, work

SHIMS = {"dci2-v2.1": "python-dciauth-2.1.7", "dci2-v2": "python-dciauth-4-v2"}
RELEASES = {"dci2-v2.1": "2.1.7", "dci2-v2": "4."}
ROW = sys.argv[2]

try:
    if not importlib.metadata.version("dciauth").startswith(RELEASES[ROW]):
        raise ImportError("another release")
    import dciauth.v2.headers as headers_module
    import dciauth.v2.signature as signature_module
except ImportError:
    run_under(SHIMS[ROW])
    raise

NOW = 1726752339
ACCESS_KEY, SECRET = "remoteci/client_id", "secret"
MARKS = "_.-~ +%&=/?#éü😀ａ{}[]!*'();:@$,\"\\^`|<>\t\x7f\x01"
ALPHABET = string.ascii_letters + string.digits + MARKS
TIMES = [
    *["20240919T132539Z", "2024919T132539Z", "202409 9T132539Z", "20240919t134039z"],
    *["20240919T134040Z", "20240919T131038Z", "20240919T132560Z", "20240231T000000Z"],
    *["00000919T132539Z", "2024-09-19", "20240919T132539"],
]


class Request(c.Structure):
    _fields_ = [
        *((name, Span) for name in ("method", "endpoint")),
        *(("params", c.POINTER(Pair)), ("num_params", c.c_size_t), ("data", Span), ("host", Span)),
        *((name, Span) for name in ("algorithm", "region", "service", "request_type")),
        *((name, Span) for name in ("signed_headers", "timestamp", "datestamp", "date_header")),
        *(("canonical_headers", c.POINTER(Pair)), ("num_canonical_headers", c.c_size_t)),
    ]


class Headers(c.Structure):
    _fields_ = [("headers", Pair * 2), ("num", c.c_size_t), ("stages", Span * 8)]
    _fields_ += [("signature", Span), ("where", Where)]


class Parsed(c.Structure):
    _fields_ = [("present", c.c_bool), ("texts", Span * 12), ("headers", c.POINTER(Pair))]
    _fields_ += [("num_headers", c.c_size_t), ("where", Where)]


def load(path: str) -> c.CDLL:
    lib = c.CDLL(path)
    row, request, parsed = c.c_void_p, c.POINTER(Request), c.POINTER(Parsed)
    lib.dciauth_profile_find.argtypes, lib.dciauth_profile_find.restype = [Span], row
    lib.dciauth_generate_headers.argtypes = [row, request, Span, Span, c.c_int64, Work]
    lib.dciauth_generate_headers.argtypes += [c.POINTER(Headers)]
    lib.dciauth_parse_headers.argtypes = [row, c.POINTER(Pair), c.c_size_t, Work, parsed]
    lib.dciauth_is_valid.argtypes = [row, request, Span, parsed, c.c_int64, Work]
    lib.dciauth_is_valid_bound.argtypes = [row, request, parsed]
    lib.row = lib.dciauth_profile_find(Span.of(ROW))
    for name in ("dciauth_dci_bound", "dciauth_parse_bound", "dciauth_is_valid_bound"):
        getattr(lib, name).restype = c.c_size_t
    lib.dciauth_dci_bound.argtypes = [row, request, Span]
    for name in ("dciauth_is_valid_message", "dciauth_status_class"):
        getattr(lib, name).restype = c.c_char_p
    return lib


def request_of(dictionary: dict) -> Request:
    request = Request()
    request.owners = []
    for name, kind in Request._fields_:
        if kind is Span:
            span = Span.of(dictionary.get(name))
            request.owners.append(span)
            setattr(request, name, span)
    for name in ("params", "canonical_headers"):
        if name in dictionary:
            array, num = pairs(dictionary[name])
            request.owners.append(array)
            setattr(request, name, c.cast(array, c.POINTER(Pair)))
            setattr(request, "num_" + name, num)
    return request


def random_text(rng: random.Random, most: int, alphabet: str = ALPHABET) -> str:
    return "".join(rng.choice(alphabet) for _ in range(rng.randint(0, most)))


def random_request(rng: random.Random) -> dict:
    request = {
        "method": rng.choice(["GET", "POST", "PUT"]),
        "endpoint": "/" + random_text(rng, 12),
        "params": {random_text(rng, 4): random_text(rng, 6) for _ in range(rng.randint(0, 6))},
        "data": random_text(rng, 20),
        "host": "h" + random_text(rng, 5, string.ascii_letters + ":. "),
        "region": "r" + random_text(rng, 5, string.ascii_letters),
        "service": "s",
        "algorithm": rng.choice(["AWS4-HMAC-SHA256", "X-HMAC-SHA256-HMAC-SHA256y", "FOO"]),
        "request_type": rng.choice(["aws4_request", "dci2_request", "other_request"]),
        "date_header": rng.choice(["X-Amz-Date", "X-DCI-Date", "date"]),
        "timestamp": rng.choice(TIMES),
        "datestamp": "20200101",
    }
    request = {name: value for name, value in request.items() if rng.random() < 0.5}
    if rng.random() < 0.2:
        request["canonical_headers"] = {"host": "a  b", "x-dci-date": "t", "accept": "  json"}
        lists = ["host;x-dci-date", "x-dci-date;host", "accept", "host;accept;x-dci-date", "nope"]
        request["signed_headers"] = rng.choice(lists)
    return request


def mutate(rng: random.Random, value: str) -> str:
    at = rng.randrange(len(value))
    return rng.choice(
        [
            *[value] * 4,
            value.replace("Signature=", "Signature=Signature="),
            value.replace("Credential=", ""),
            value.replace("SignedHeaders=", "xxSignedHeaders="),
            value.replace(", ", ","),
            value.replace("remoteci/client_id", "remo,teci/x"),
            value + " ",
            value[:-1] + ("0" if value[-1] != "0" else "1"),
            value[:at] + value[at + 1 :],
            value[:at] + rng.choice(" ,/=;Aa0") + value[at + 1 :],
            "",
        ]
    )


def generate_python(request: dict) -> dict[str, str] | str:
    try:
        credentials = {"access_key": ACCESS_KEY, "secret_key": SECRET}
        return headers_module.generate_headers(dict(request), credentials)
    except KeyError:
        return "signed-header-missing"


def generate_c(lib: c.CDLL, request: dict) -> dict[str, str] | str:
    struct, key, out = request_of(request), Span.of(ACCESS_KEY), Headers()
    block = work(lib.dciauth_dci_bound(lib.row, struct, key))
    status = lib.dciauth_generate_headers(lib.row, struct, key, Span.of(SECRET), NOW, block, out)
    if status:
        return lib.dciauth_status_class(status).decode()
    return {out.headers[i].name.text(): out.headers[i].value.text() for i in range(out.num)}


def verdict_python(request: dict, headers: list[tuple[str, str]]) -> tuple[bool, str] | str:
    try:
        parsed = headers_module.parse_headers(dict(headers))
        return signature_module.is_valid(dict(request), {"secret_key": SECRET}, parsed)
    except (ValueError, KeyError):
        return "raises"


def verdict_c(lib: c.CDLL, request: dict, headers: list[tuple[str, str]]) -> tuple[bool, str] | str:
    lines, num = pairs(headers)
    struct, parsed = request_of(request), Parsed()
    kept = work(lib.dciauth_parse_bound(lines, c.c_size_t(num)))
    status = lib.dciauth_parse_headers(lib.row, lines, num, kept, parsed)
    if not status:
        block = work(lib.dciauth_is_valid_bound(lib.row, struct, parsed))
        status = lib.dciauth_is_valid(lib.row, struct, Span.of(SECRET), parsed, NOW, block)
    message = lib.dciauth_is_valid_message(status)
    return "raises" if message is None else (status == 0, message.decode())


def main() -> None:
    lib = load(sys.argv[1])
    seed, cases = (int(word) for word in [*sys.argv[3:], *["1", "4000"][len(sys.argv) - 3 :]])
    rng = random.Random(seed)
    now = datetime.datetime.fromtimestamp(NOW, datetime.timezone.utc).replace(tzinfo=None)
    headers_module.get_now = signature_module.get_now = lambda: now
    seen: dict[str, int] = {}
    for case in range(cases):
        request = random_request(rng)
        expected, got = generate_python(request), generate_c(lib, request)
        if expected != got:
            sys.exit(f"seed {seed} case {case}: {request}\npython: {expected}\nC:      {got}")
        if isinstance(expected, str):
            continue
        headers = [("Authorization", mutate(rng, expected["Authorization"]))]
        timestamp = next(value for name, value in expected.items() if name != "Authorization")
        headers += [(rng.choice(["X-DCI-Date", "x-dci-date"]), timestamp)]
        headers += [("Host", request.get("host", "api.distributed-ci.io")), ("Accept", "  json")]
        headers += [("X-Amz-Date", rng.choice(TIMES))] * (rng.random() < 0.1)
        if rng.random() < 0.1:
            headers.pop(rng.randrange(len(headers)))
        expected, got = verdict_python(request, headers), verdict_c(lib, request, headers)
        if expected != got:
            sys.exit(f"seed {seed} case {case}: {headers}\npython: {expected}\nC:      {got}")
        seen[str(expected)] = seen.get(str(expected), 0) + 1
    if len(seen) < 5:
        sys.exit(f"the cases are too much alike: {seen}")
    print(f"{cases} passed, 0 failed: {seen}")


if __name__ == "__main__":
    main()
