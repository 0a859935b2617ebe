# SPDX-License-Identifier: Apache-2.0
"""What a case is made of. A case is a function: its docstring is the comment, its name the last
word of the id.

area = Area("aws4", "query", "sign", "The query string", ["..."], {"sort": "The order of the
pairs"})

@area.valid("sort", "a shorter key sorts before its extension", flags=["sort-order"],
spec=[spec.QUERY_SORT]) def prefix_key_first(): \"\"\"'=' takes no part in the comparison.\"\"\"
return Sign("/?a-b=1&a=2")

A signing case returns `Sign`, a verifying one `Verify` or, as a mutation of another case, a
recipe made by `after_sign`, `before_sign` or `context`.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from . import model, recipes
from . import reference as ref
from .model import Json

# The documented example keys: nothing else may stand in a vector (the lint checks it).
AWS_KEY = "AKIDEXAMPLE"
AWS_SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
ONE_BYTE_SECRET = "s"
# Keys of servers of one's own: as short as any has them, and named like the end of a scope.
SHORT_KEY = "AKI"
TERMINATOR_KEY = "aws4_request"
AWS_HOST = "example.amazonaws.com"
AWS_TIME = "20150830T123600Z"
TOKEN = (
    "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfp"
    "SPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQ"
    "DYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+s"
    "cqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA=="
)
DCI_KEY = "remoteci/client_id"
DCI_SECRET = "secret"
DCI_HOST = "api.distributed-ci.io"
DCI_TIME = "20240919T132539Z"

EMPTY_HASH = ref.sha256_hex(b"")

Text = str | bytes


def to_bytes(text: Text) -> bytes:
    return text.encode("utf-8") if isinstance(text, str) else text


def to_headers(headers: list[tuple[Text, Text]]) -> ref.Headers:
    return [(to_bytes(n), to_bytes(v)) for n, v in headers]


@dataclass(frozen=True)
class Home:
    """What the examples of a row have in common."""

    access_key: str
    secret_key: str
    host: str | None
    time: str
    region: str
    service: str


HOMES = {
    "aws4": Home(AWS_KEY, AWS_SECRET, AWS_HOST, AWS_TIME, "us-east-1", "service"),
    "aws4-raw": Home(AWS_KEY, AWS_SECRET, AWS_HOST, AWS_TIME, "us-east-1", "service"),
    "aws4-s3": Home(AWS_KEY, AWS_SECRET, AWS_HOST, AWS_TIME, "us-east-1", "s3"),
    "dci2": Home(DCI_KEY, DCI_SECRET, DCI_HOST, DCI_TIME, "BHS3", "api"),
    "dci2-v2": Home(DCI_KEY, DCI_SECRET, DCI_HOST, DCI_TIME, "BHS3", "api"),
    "dci2-v2.1": Home(DCI_KEY, DCI_SECRET, DCI_HOST, DCI_TIME, "BHS3", "api"),
    "dci-aws4": Home(DCI_KEY, DCI_SECRET, DCI_HOST, DCI_TIME, "BHS3", "api"),
    # Version 1 has no scope, and Host is no header of its own there.
    "dci1": Home(DCI_KEY, DCI_SECRET, None, DCI_TIME, "", ""),
}


@dataclass(frozen=True)
class Sign:
    """A request to sign. `headers` follow Host; host=None leaves Host out, host="x" sets
    another, and the empty one is the row's own. token="" is a token that is empty, None is no
    token; secret_key=None is the row's."""

    target: Text = "/"
    headers: list[tuple[Text, Text]] = field(default_factory=list)
    method: Text = "GET"
    body: Text = b""
    host: Text | None = ""
    time: str = ""
    token: str | None = None
    payload: str = ""
    access_key: str = ""
    secret_key: str | None = None
    params: Json = field(default_factory=dict)

    def input(self, profile: str) -> Json:
        home = HOMES[profile]
        headers = to_headers(self.headers)
        host = home.host if self.host == "" else self.host
        if host is not None:
            headers.insert(0, (b"Host", to_bytes(host)))
        credentials = {
            "access_key": self.access_key or home.access_key,
            "secret_key": home.secret_key if self.secret_key is None else self.secret_key,
        }
        if self.token is not None:
            credentials["session_token"] = self.token
        scope = {"region": home.region, "service": home.service} if home.region else {}
        params = {**scope, "timestamp": self.time or home.time, **self.params}
        request = ref.Request(
            to_bytes(self.method), to_bytes(self.target), headers, to_bytes(self.body)
        )
        out: Json = {"profile": profile, "request": model.put_request(request)}
        if self.payload:
            out["payload"] = {"mode": "literal", "hash": self.payload}
        return {**out, "credentials": credentials, "params": params}


@dataclass(frozen=True)
class Verify:
    """A request to verify: signed by reference.seal. `signed` and `headers` are added beside
    host and the row's own."""

    target: Text = "/"
    headers: list[tuple[Text, Text]] = field(default_factory=list)
    unsigned: list[tuple[Text, Text]] = field(default_factory=list)
    method: Text = "GET"
    body: Text = b""
    host: Text = ""
    time: str = ""
    now: str = ""
    token: str = ""
    content_hash: str = ""
    hashed: bool = False  # with the header of the payload hash where the row can do without
    policy: Json = field(default_factory=dict)
    claim: Json = field(default_factory=dict)
    access_key: str = ""
    secret_key: str = ""
    max_skew_s: int = 900
    keys: list[Json] = field(default_factory=list)
    expect: Json = field(default_factory=dict)  # signed so, and what the verifier is

    def input(self, profile: str) -> Json:
        home, row = HOMES[profile], ref.ROWS[profile]
        time = self.time or home.time
        key = {
            "access_key": self.access_key or home.access_key,
            "secret_key": self.secret_key or home.secret_key,
        }
        host = self.host or home.host
        signed = [("Host", host)] if host else []
        signed += [*self.headers, (row.date_header, time)]
        if self.token:
            signed.append((ref.TOKEN_HEADER, self.token))
            key["session_token"] = self.token
        if row.hash_header_always or self.hashed:
            signed.append(
                (ref.HASH_HEADER, self.content_hash or ref.sha256_hex(to_bytes(self.body)))
            )
        names = sorted({to_bytes(n).lower().decode() for n, _ in signed})
        claim = ref.Claim(
            algorithm=row.algorithm,
            access_key=key["access_key"],
            date=time[:8],
            region=self.expect.get("region", home.region),
            service=self.expect.get("service", home.service),
            terminator=row.terminator,
            signed_headers=";".join(names),
        )
        claim = replace(claim, **self.claim)
        headers = to_headers(signed) + to_headers(self.unsigned)
        request = ref.Request(
            to_bytes(self.method), to_bytes(self.target), headers, to_bytes(self.body)
        )
        out = ref.seal(row, request, claim, key["secret_key"], time)
        request = replace(
            request, headers=[*headers, (b"Authorization", out.authorization.encode())]
        )
        inp: Json = {
            "profile": profile,
            "request": model.put_request(request),
            "keyring": [key, *self.keys],
            "expect": {"region": home.region, "service": home.service, **self.expect},
            "clock": {"now": self.now or time, "max_skew_s": self.max_skew_s},
        }
        if self.policy:
            inp["policy"] = dict(self.policy)
        return inp


def recipe(step: str, op: str, at: str, value: Text) -> Json:
    out: Json = {"step": step, "op": op}
    if at:
        out["at"] = at
    model.put_bytes(out, "value", to_bytes(value))
    return out


def after_sign(op: str, at: str = "", value: Text = b"") -> Json:
    return recipe("after-sign", op, at, value)


def before_sign(op: str, at: str = "", value: Text = b"") -> Json:
    return recipe("before-sign", op, at, value)


@dataclass(frozen=True)
class Base:
    """What a mutation may look at: the base's request, and its Authorization as text."""

    input: Json

    @property
    def request(self) -> ref.Request:
        return model.get_request(self.input["request"])

    @property
    def authorization(self) -> str:
        return self.request.values(b"authorization")[0].decode()

    @property
    def signature(self) -> str:
        return self.authorization.rpartition("Signature=")[2].partition(",")[0]

    @property
    def row(self) -> ref.Row:
        return ref.ROWS[self.input["profile"]]

    @property
    def time(self) -> str:
        return self.request.values(self.row.date_header.encode())[0].decode()

    @property
    def claim(self) -> ref.Claim:
        return recipes.parse_claim(self.row, self.authorization, self.time)

    @property
    def credential(self) -> str:
        return self.field("Credential")

    def field(self, name: str) -> str:
        """The text of one field of Authorization."""
        return self.authorization.partition(name + "=")[2].partition(",")[0]


@dataclass(frozen=True)
class Alternative:
    """Another result that is fully specified: an error class, or stages that differ by hand, or
    the signature of the request without the header `drop`."""

    reason: str
    stages: dict[str, bytes] = field(default_factory=dict)
    error: str = ""
    drop: str = ""


@dataclass
class Case:
    area: Area
    name: str
    group: str
    title: str
    comment: str
    result: str
    make: Callable[..., Any]
    level: str = "must"
    severity: str = "none"
    flags: list[str] = field(default_factory=list)
    spec: list[Json] = field(default_factory=list)
    error: str = ""
    any_of: list[str] = field(default_factory=list)
    base: str = ""
    knob: str = ""
    alternatives: list[Alternative] = field(default_factory=list)
    conflicts_with: list[str] = field(default_factory=list)
    changed: list[Json] = field(default_factory=list)  # {suite, what} of each other expectation
    kind: str = "conformance"

    @property
    def id(self) -> str:
        return f"{self.area.profile}/{self.area.name}/{self.name}"

    def full(self, name: str) -> str:
        """An id written short: within its area, or whole."""
        return name if "/" in name else f"{self.area.profile}/{self.area.name}/{name}"


@dataclass
class Area:
    """One file of vectors."""

    profile: str
    name: str
    op: str
    title: str
    header: list[str]
    groups: dict[str, str]
    cases: list[Case] = field(default_factory=list)

    def add(self, result: str, group: str, title: str, **kw: Any) -> Callable:
        def register(make: Callable) -> Callable:
            comment = " ".join((inspect.getdoc(make) or "").split())
            name = make.__name__.rstrip("_").replace("_", "-")
            # A strict refusal is this suite's; all else in a dci row is what the package does.
            is_dci = not ref.ROWS[self.profile].is_aws
            if is_dci and (self.op == "sign" or result == "valid"):
                kw.setdefault("kind", "compatibility")
            self.cases.append(Case(self, name, group, title, comment, result, make, **kw))
            return make

        return register

    def valid(self, group: str, title: str, **kw: Any) -> Callable:
        return self.add("valid", group, title, **kw)

    def invalid(self, group: str, title: str, *, error: str, **kw: Any) -> Callable:
        return self.add("invalid", group, title, error=error, **kw)

    def acceptable(self, group: str, title: str, *, knob: str, **kw: Any) -> Callable:
        return self.add("acceptable", group, title, knob=knob, level="may", **kw)
