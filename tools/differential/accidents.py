# SPDX-License-Identifier: Apache-2.0
"""What is rare or wrong in a request: each is one change to a draw, made with the share that the
package's `Mix` gives it."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable

from .wire import Draw

DATE_HEADERS = {"dci1": b"dci-datetime", "dci2-v2.1": b"X-DCI-Date", "dci2-v2": b"X-DCI-Date"}
# Headers that the signers of AWS leave out, because proxies change them.
HOP_BY_HOP = [b"Connection", b"User-Agent", b"Expect", b"Transfer-Encoding", b"X-Amzn-Trace-Id"]
HOP_BY_HOP += [b"TE", b"Upgrade", b"Keep-Alive", b"Proxy-Authorization", b"Trailer", b"traceparent"]


Accident = Callable[[random.Random, Draw], None]
ACCIDENTS: dict[str, Accident] = {}


def accident(function: Accident) -> Accident:
    """Gives the function its name in the table: `no_host` is "no-host"."""
    ACCIDENTS[function.__name__.replace("_", "-")] = function
    return function


def insert(rng: random.Random, data: bytes, piece: bytes, first: int = 0) -> bytes:
    at = rng.randint(min(first, len(data)), len(data))
    return data[:at] + piece + data[at:]


def into_path(rng: random.Random, draw: Draw, piece: bytes) -> None:
    draw.put_path(insert(rng, draw.path, piece, 1))


def into_query(rng: random.Random, draw: Draw, piece: bytes) -> None:
    draw.put_query(insert(rng, draw.query, piece))


def into_target(rng: random.Random, draw: Draw, piece: bytes) -> None:
    rng.choice((into_path, into_query))(rng, draw, piece)


def into_signed_value(rng: random.Random, draw: Draw, piece: bytes) -> None:
    """Into the value of a header that is signed, if there is one."""
    signed = {name.lower() for name in draw.signed}
    at = [i for i, (name, _) in enumerate(draw.headers) if name.lower() in signed]
    if at:
        i = rng.choice(at)
        name, value = draw.headers[i]
        draw.headers[i] = (name, insert(rng, value, piece))


def put_header(rng: random.Random, draw: Draw, name: bytes, value: bytes) -> None:
    draw.headers.insert(rng.randint(0, len(draw.headers)), (name, value))


# ---- Target --------------------------------------------------------------------------------------


@accident
def line_break_in_path(rng: random.Random, draw: Draw) -> None:
    into_path(rng, draw, rng.choice((b"\n", b"\r", b"\0", b"\r\n")))


@accident
def line_break_in_query(rng: random.Random, draw: Draw) -> None:
    into_query(rng, draw, rng.choice((b"\n", b"\r", b"\0", b"\r\n")))


@accident
def control_in_target(rng: random.Random, draw: Draw) -> None:
    into_target(rng, draw, rng.choice((b"\x01", b"\x1b", b"\x7f", b"\x0b")))


@accident
def blank_in_target(rng: random.Random, draw: Draw) -> None:
    into_target(rng, draw, b" ")


@accident
def tab_in_target(rng: random.Random, draw: Draw) -> None:
    into_target(rng, draw, b"\t")


@accident
def octets_in_path(rng: random.Random, draw: Draw) -> None:
    into_path(rng, draw, rng.choice((b"\xff", b"\xe9", b"\xed\xa0\x80")))


@accident
def octets_in_query(rng: random.Random, draw: Draw) -> None:
    into_query(rng, draw, rng.choice((b"\xff", b"\xe9", b"\xed\xa0\x80")))


@accident
def fragment(rng: random.Random, draw: Draw) -> None:
    into_target(rng, draw, b"#")


@accident
def malformed_in_path(rng: random.Random, draw: Draw) -> None:
    draw.put_path(draw.path + rng.choice((b"%", b"%zz", b"%4")))


@accident
def malformed_in_query(rng: random.Random, draw: Draw) -> None:
    draw.put_query(draw.query + rng.choice((b"%", b"&%zz=1", b"&a=%4")))


@accident
def no_slash(rng: random.Random, draw: Draw) -> None:
    draw.put_path(b"a" + draw.path.lstrip(b"/"))


@accident
def empty_path(rng: random.Random, draw: Draw) -> None:
    draw.put_path(b"")


@accident
def absolute(rng: random.Random, draw: Draw) -> None:
    draw.put_path(b"https://api.distributed-ci.io" + draw.path)


@accident
def parameters(rng: random.Random, draw: Draw) -> None:
    draw.put_path(draw.path + rng.choice((b";a=1", b";", b";v=1;w")))


@accident
def colon_in_path(rng: random.Random, draw: Draw) -> None:
    into_path(rng, draw, rng.choice((b":/", b"://", b":", b"http://h/")))


# ---- Headers, method, parameters -----------------------------------------------------------------


@accident
def line_break_in_value(rng: random.Random, draw: Draw) -> None:
    into_signed_value(rng, draw, rng.choice((b"\n", b"\r", b"\0", b"\r\n ")))


@accident
def octets_in_value(rng: random.Random, draw: Draw) -> None:
    into_signed_value(rng, draw, rng.choice((b"\xff", b"\xe9")))


@accident
def python_blank_in_value(rng: random.Random, draw: Draw) -> None:
    """What is a blank to str.split(); not within the brackets of an address."""
    if not any(value.startswith(b"[") for value in draw.signed_values):
        piece = rng.choice(("\x0b", "\x0c", "\x1f", "\u2003", "\x85"))
        into_signed_value(rng, draw, piece.encode())


@accident
def name_no_token(rng: random.Random, draw: Draw) -> None:
    put_header(rng, draw, rng.choice((b"a b", b"a:b", b"a(b)", "naïve".encode(), b"a\tb")), b"x")


@accident
def reserved(rng: random.Random, draw: Draw) -> None:
    names = [b"Authorization", DATE_HEADERS.get(draw.row, b"X-Amz-Date")]
    put_header(rng, draw, rng.choice(names), b"x")


@accident
def other_date(rng: random.Random, draw: Draw) -> None:
    put_header(rng, draw, b"X-DCI-Date" if draw.row == "dci-aws4" else b"X-Amz-Date", b"x")


@accident
def two_hosts(rng: random.Random, draw: Draw) -> None:
    put_header(rng, draw, b"Host", b"h")


@accident
def no_host(rng: random.Random, draw: Draw) -> None:
    draw.headers = [header for header in draw.headers if header[0].lower() != b"host"]


@accident
def same_header(rng: random.Random, draw: Draw) -> None:
    name, value = rng.choice(draw.headers) if draw.headers else (b"X-A", b"x")
    draw.headers += [(name, value)] if draw.headers else [(name, value)] * 2


@accident
def hop_by_hop(rng: random.Random, draw: Draw) -> None:
    put_header(rng, draw, rng.choice(HOP_BY_HOP), b"x")


@accident
def date_header(rng: random.Random, draw: Draw) -> None:
    put_header(rng, draw, b"Date", b"Sun, 30 Aug 2015 12:36:00 GMT")


@accident
def hash_preset(rng: random.Random, draw: Draw) -> None:
    """The hash of the body, in the rows where the header may be there before signing."""
    if draw.row not in ("aws4", "aws4-raw"):
        return
    value = hashlib.sha256(draw.body).hexdigest().encode()
    put_header(rng, draw, b"X-Amz-Content-Sha256", value)
    if "signed_headers" in draw.params:
        draw.params["signed_headers"] += ";x-amz-content-sha256"


@accident
def unsigned_payload(rng: random.Random, draw: Draw) -> None:
    if draw.row == "aws4-s3":
        draw.literal = "UNSIGNED-PAYLOAD"


@accident
def lower_method(rng: random.Random, draw: Draw) -> None:
    draw.method = draw.method.lower()


@accident
def method_no_token(rng: random.Random, draw: Draw) -> None:
    draw.method = rng.choice((b"a b", b"", "GÉT".encode(), b"G\nT", b"(GET)"))


@accident
def selected_missing(rng: random.Random, draw: Draw) -> None:
    names = draw.params.get("signed_headers", "host")
    draw.params["signed_headers"] = names + ";" + rng.choice(("x-nope", "Host", ""))


@accident
def empty_region(rng: random.Random, draw: Draw) -> None:
    draw.params["region"] = ""


@accident
def mark_in_scope(rng: random.Random, draw: Draw) -> None:
    draw.params[rng.choice(("region", "service"))] = rng.choice(("a/b", "a b", "a,b"))


@accident
def mark_in_access_key(rng: random.Random, draw: Draw) -> None:
    draw.credentials["access_key"] = rng.choice(("a/b/c/", "/a", "a//b", "a/b,c", "a b/c"))


@accident
def empty_secret(rng: random.Random, draw: Draw) -> None:
    draw.credentials["secret_key"] = ""
