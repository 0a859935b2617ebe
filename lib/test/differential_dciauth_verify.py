# SPDX-License-Identifier: Apache-2.0
"""Compares dciauth_verify under dciauth_policy_python_dciauth with python-dciauth itself.

`differential_dciauth_verify.py LIBRARY ROW VIEW [--seed N] [--count N]`: the row says which
generation, the view how the package is asked: `wire`, on a plain dictionary, or `wsgi`, in a view
of Flask behind Werkzeug's server (conformance/shims/python/wsgi.py). It runs with the interpreter
that conformance/shims/python/install.sh made; exit status 77 if there is none.

Requests are random, most of them signed by the package's own arithmetic, half of them changed after
that. The verdicts must be equal, the messages too, and the key that was authenticated; where Python
raises, the library must refuse with a status that has no message. What is known to differ is a
predicate of KNOWN, and counted.
"""

from __future__ import annotations

import argparse
import base64
import collections
import ctypes as c
import json
import random
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace
from urllib.parse import parse_qsl

from dcigenerations import NOW, REGION, SECRETS, SERVICE, SHIMS, Package, Seen, generation
from dcilib import ROOT, Pair, Span, Where, Work, pairs, run_under, work
from dcirequests import Draft, draft, mutated


class Request(c.Structure):
    _fields_ = [("method", Span), ("target", Span), ("headers", c.POINTER(Pair))]
    _fields_ += [("num_headers", c.c_size_t), ("body", Span), ("payload_hash", Span)]


class Claim(c.Structure):
    _fields_ = [(name, Span) for name in ("algorithm", "access_key", "date", "region", "service")]
    _fields_ += [(name, Span) for name in ("terminator", "scope", "signed_headers", "signature")]


class Credential(c.Structure):
    _fields_ = [("secret_key", Span), ("session_token", Span), ("key", c.c_void_p)]
    _fields_ += [("room", c.c_void_p)]


class Policy(c.Structure):
    _fields_ = [("max_skew", c.c_int64), ("region", Span), ("service", Span)]
    _fields_ += [("must_sign", c.c_void_p), ("num_must_sign", c.c_size_t), ("repeat", c.c_int)]
    _fields_ += [("allow", c.c_uint), ("guard", c.c_void_p), ("num_guard", c.c_size_t)]
    _fields_ += [("limits", c.c_void_p), ("view", c.c_int)]


class Verdict(c.Structure):
    _fields_ = [("status", c.c_int), ("where", Where), ("claim", Claim), ("stages", Span * 8)]
    _fields_ += [("method", Span), ("path", Span), ("args", c.POINTER(Pair))]
    _fields_ += [("num_args", c.c_size_t), ("headers", c.POINTER(Pair))]
    _fields_ += [("num_headers", c.c_size_t), ("body_covered", c.c_bool)]


LOOKUP = c.CFUNCTYPE(c.c_bool, c.c_void_p, c.POINTER(Claim), c.POINTER(Credential))
KEPT = {key: Span.of(secret) for key, secret in SECRETS.items()}


@LOOKUP
def look_up(_arg: object, claim: object, out: object) -> bool:
    secret = KEPT.get(claim.contents.access_key.octets().decode("utf-8", "replace"))
    if secret is not None:
        out.contents.secret_key = secret
    return secret is not None


class Library:
    def __init__(self, path: str, row: str, view: str) -> None:
        self.lib = lib = c.CDLL(path)
        lib.dciauth_profile_find.argtypes, lib.dciauth_profile_find.restype = [Span], c.c_void_p
        lib.dciauth_policy_python_dciauth.restype = Policy
        lib.dciauth_verify.argtypes = [c.c_void_p, c.POINTER(Request), c.POINTER(Policy), c.c_int64]
        lib.dciauth_verify.argtypes += [LOOKUP, c.c_void_p, Work, c.POINTER(Verdict)]
        self.bound = lib.dciauth_verify_wsgi_bound if view == "wsgi" else lib.dciauth_verify_bound
        self.bound.argtypes, self.bound.restype = [c.c_void_p, c.POINTER(Request)], c.c_size_t
        lib.dciauth_dci_message.argtypes = [c.c_void_p, c.c_int]
        for name in ("dciauth_dci_message", "dciauth_status_class"):
            getattr(lib, name).restype = c.c_char_p
        self.row = c.c_void_p(lib.dciauth_profile_find(Span.of(row)))
        self.policy = lib.dciauth_policy_python_dciauth()
        self.policy.view = int(view == "wsgi")
        self.version1 = row == "dci1"
        if not self.version1:
            self.scope = Span.of(REGION), Span.of(SERVICE)
            self.policy.region, self.policy.service = self.scope

    def verdict(self, request: Draft) -> tuple[str, str]:
        """The answer in the words of dcigenerations, and the status."""
        lines, num = pairs(request.headers)
        spans = [Span.of(text) for text in (request.method, request.target, request.body)]
        given = Request(spans[0], spans[1], lines, num, spans[2], Span())
        block, out = work(self.bound(self.row, given)), Verdict()
        status = self.lib.dciauth_verify(
            self.row, given, self.policy, NOW, look_up, None, block, out
        )
        word = self.lib.dciauth_status_class(status).decode()
        if status == 0:
            return "accept " + out.claim.access_key.text(), word
        message = self.lib.dciauth_dci_message(self.row, status)
        if self.version1:
            words = {"skewed-past": "is_expired", "skewed-future": "is_expired"}
            message = (words | {"signature-mismatch": "is_valid"}).get(word, "raises").encode()
        return "unknown" if word == "unknown-key" else (message or b"raises").decode(), word


class NotSeen(Exception):
    """The request does not reach the application; the argument says why."""


def on_the_wire(request: Draft) -> Seen:
    """The request as somebody has it who makes strings and dictionaries of what was sent."""
    try:
        path, query = request.path.decode(), (request.query or b"").decode()
        lines = [(name.decode().lower(), value.decode()) for name, value in request.headers]
    except UnicodeDecodeError as exc:
        raise NotSeen("no UTF-8") from exc
    args = dict(reversed(parse_qsl(query, keep_blank_values=True)))
    return Seen(request.method.decode(), path, args, dict(lines), request.body)


def b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def in_flask(request: Draft) -> Seen:
    import wsgi
    from shimlib import Unrepresentable

    lines = [{"n_b64": b64(name), "v_b64": b64(value)} for name, value in request.headers]
    given = {"method_b64": b64(request.method), "target_b64": b64(request.target)}
    given |= {"headers": lines, "body_b64": b64(request.body)}
    try:
        return wsgi.through_flask({"request": given}, seen_of)
    except wsgi.HttpRefusal as refusal:
        raise NotSeen(f"HTTP {str(refusal)[:3]}") from refusal
    except Unrepresentable as exc:
        raise NotSeen("no request on the wire") from exc


def seen_of(request: SimpleNamespace) -> Seen:
    """What an application takes out of flask.request while it has it."""
    args, data = request.args.copy(), request.data
    headers = dict(request.headers.items())
    return Seen(request.method, request.path, args, headers, data)


def signed(
    rng: random.Random, see: Callable[[Draft], Seen], package: Package, request: Draft
) -> Draft:
    """The request with its signature, where the package can make one; some have another one."""
    try:
        signature = package.signature(see(request.with_signature(b"0" * 64))).encode()
    except Exception:
        signature = b"0" * 64
    odd = [signature.upper(), signature[:-1] + b"0", signature + b"0", b"", b"0" * 64, b"\xc3\xa9"]
    return request.with_signature(rng.choice(odd) if rng.random() < 0.08 else signature)


def names_of(request: Draft) -> list[bytes]:
    """The longest list of signed headers in the request."""
    values = [v for n, v in request.headers if n.lower() == b"authorization"]
    lists = [found[1] for v in values for found in re.finditer(rb"SignedHeaders=([^, ]*)", v)]
    return max((one.split(b";") for one in lists), key=len, default=[])


def has_raw(*texts: bytes | None) -> bool:
    return any(re.search(rb"[\0\r\n]", text or b"") for text in texts)


def is_token(name: bytes) -> bool:
    return re.fullmatch(rb"[A-Za-z0-9!#$%&'*+.^_`|~-]+", name) is not None


def is_dumped(body: bytes) -> bool:
    """The body is none of a dictionary, or what json.dumps writes for it, its keys in order."""
    try:
        payload = json.loads(body)
    except ValueError:
        payload = None
    if not isinstance(payload, dict):
        return True
    return body == json.dumps(dict(sorted(payload.items()))).encode()


@dataclass(frozen=True)
class Difference:
    """What is known to differ: the status, what must hold of the request, and the vector in which
    the library's side stands; the row, if it is one alone."""

    status: str
    holds: Callable[[Draft], bool]
    vector: str
    row: str = ""


# The first six the library refuses before any policy is asked.
KNOWN = {
    "raw NUL, CR or LF in a header": Difference(
        "malformed-header",
        lambda r: has_raw(*(value for _, value in r.headers)),
        "dci2/verify-authorization/nul-before-signature",
    ),
    "raw NUL, CR or LF in the path": Difference(
        "malformed-uri", lambda r: has_raw(r.path), "dci2/path/raw-line-feed"
    ),
    "raw NUL, CR or LF in the query": Difference(
        "malformed-query", lambda r: has_raw(r.query), "dci2/query/raw-line-feed"
    ),
    "a header's name is no token": Difference(
        "malformed-header",
        lambda r: not all(is_token(name) for name, _ in r.headers),
        "dci2/headers/name-no-token",
    ),
    "the method is no token": Difference(
        "malformed-method", lambda r: not is_token(r.method), "dci2/body/method-blank"
    ),
    "the path has no slash at its start": Difference(
        "malformed-uri", lambda r: r.path[:1] != b"/", "dci2/path/no-leading-slash"
    ),
    "names repeated more than four times": Difference(
        "signed-headers-malformed",
        lambda r: len(names_of(r)) - len(set(names_of(r))) > 4,
        "dci2-v2.1/verify/signed-headers-twice",
    ),
    "digits of the date outside ASCII": Difference(
        "malformed-date",
        lambda r: any(re.search("[\u0660-\u0669]".encode(), value) for _, value in r.headers),
        "dci2/verify-date/full-width-digit-in-date",
    ),
    "a dictionary that json.dumps writes otherwise": Difference(
        "signature-mismatch",
        lambda r: not is_dumped(r.body),
        "dci1/verify-package/body-spelled-otherwise",
        "dci1",
    ),
}


def missing_vectors() -> list[str]:
    """Of the vectors in KNOWN, those that there are not."""
    missing = []
    for one in KNOWN.values():
        row, area, _ = one.vector.split("/")
        path = ROOT / "vectors" / row / f"{area}.json"
        if not path.exists() or f'"{one.vector}"' not in path.read_text(encoding="utf-8"):
            missing.append(one.vector)
    return missing


def known_difference(row: str, status: str, request: Draft) -> str | None:
    for name, one in KNOWN.items():
        if one.row in ("", row) and one.status == status and one.holds(request):
            return name
    return None


def same(expected: str, got: str) -> bool:
    if expected == "unknown":
        return not got.startswith("accept")
    return got == ("raises" if expected.startswith("raises") else expected)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Compare dciauth_verify with python-dciauth.")
    parser.add_argument("library")
    parser.add_argument("row", choices=SHIMS)
    parser.add_argument("view", choices=["wire", "wsgi"])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=2000)
    return parser.parse_args()


def main() -> None:
    args = arguments()
    run_under(SHIMS[args.row])
    if missing := missing_vectors():
        sys.exit(f"no such vector: {', '.join(missing)}")
    sys.path.insert(0, str(ROOT / "conformance/shims/python"))
    see = in_flask if args.view == "wsgi" else on_the_wire
    package, library = generation(args.row), Library(args.library, args.row, args.view)
    rng = random.Random(args.seed)
    tally, known = collections.Counter(), collections.Counter()
    for case in range(args.count):
        request = signed(rng, see, package, draft(rng, args.row))
        request = mutated(rng, request) if rng.random() < 0.4 else request
        try:
            expected = package.verdict(see(request))
        except NotSeen as why:
            expected = f"not seen: {why}"
        got, status = library.verdict(request)
        if expected.startswith("not seen"):
            fine = "HTTP" not in expected or not got.startswith("accept")
        else:
            fine = same(expected, got)
        difference = None if fine else known_difference(args.row, status, request)
        if difference is not None:
            known[difference] += 1
        elif not fine:
            sys.exit(
                f"--seed {args.seed}, case {case}: {request}\n"
                f"python-dciauth: {expected}\nlibdciauth:     {got} ({status})"
            )
        tally[re.sub("accept .*", "accept", expected)] += 1
    print(f"seed {args.seed}: {args.count} compared, {known.total()} known to differ")
    print("".join(f"  {what}: {number}\n" for what, number in known.items()), end="")
    print("; ".join(f"{what}: {number}" for what, number in tally.most_common()))
    if tally["accept"] < args.count / 5 or len(tally) < 4 or known.total() > args.count / 20:
        sys.exit("the requests are too much alike, or too much is known to differ")


if __name__ == "__main__":
    main()
