# SPDX-License-Identifier: Apache-2.0
"""Runs foreign programs on the vectors, through the shim protocol, and keeps their answers in
votes.json.

An oracle is a shim. An answer is kept as digests of its stages beside a digest of the question,
so that `--check` can tell without any shim whether the committed votes are about the committed
vectors; with the shims installed it asks them again and compares.
"""

from __future__ import annotations

import json
import os
import pathlib
import select
import subprocess
import time
from collections.abc import Iterator
from typing import IO

from . import features, model, recipes
from . import reference as ref
from .build import Built, brief_answer
from .model import Json

NAMES = (
    "awscrt",
    "botocore",
    "python-dciauth-2.1.7",
    "python-dciauth-2.1.7-v1",
    "python-dciauth-4",
    "python-dciauth-4-v2",
)
TIMEOUT = 20.0


class OracleError(Exception):
    """The shim does not start or does not keep to the protocol."""


class Oracle:
    """One running shim; `start` is another command than that of its manifest, `log` a file that
    takes its standard error."""

    def __init__(
        self,
        manifest: pathlib.Path,
        start: list[str] | None = None,
        log: IO[bytes] | int = subprocess.DEVNULL,
    ) -> None:
        self.manifest: Json = json.loads(manifest.read_text(encoding="utf-8"))
        self.name: str = self.manifest["name"]
        env = {k: v for k, v in os.environ.items() if "proxy" not in k.lower()}
        env |= {"TZ": "UTC", "LC_ALL": "C.UTF-8", **self.manifest.get("env", {})}
        try:
            self.child = subprocess.Popen(
                start or self.manifest["start"],
                cwd=manifest.parent,
                env=env,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
            )
        except OSError as e:
            raise OracleError(f"{self.name} does not start: {e}") from e
        self.buffer = b""
        self.last_id = 0
        hello = self.ask({"op": "hello", "id": 0, "protocol": [1], "suite": model.SUITE})
        self.version: str = hello["impl"]["version"]
        self.ops: list[str] = hello["ops"]
        self.profiles: list[str] = hello["profiles"]
        self.features: set[str] = set(hello["features"])

    def ask(self, message: Json) -> Json:
        assert self.child.stdin is not None
        try:
            self.child.stdin.write(json.dumps(message).encode() + b"\n")
            self.child.stdin.flush()
        except OSError as e:
            raise OracleError(f"{self.name} is gone") from e
        line = self.read_line()
        try:
            return json.loads(line)
        except ValueError as e:
            raise OracleError(f"{self.name} does not answer in JSON: {line[:60]!r}") from e

    def read_line(self) -> bytes:
        assert self.child.stdout is not None
        deadline = time.monotonic() + TIMEOUT
        while b"\n" not in self.buffer:
            ready, _, _ = select.select(
                [self.child.stdout], [], [], max(0.0, deadline - time.monotonic())
            )
            chunk = os.read(self.child.stdout.fileno(), 1 << 16) if ready else b""
            if not chunk:
                self.child.kill()
                raise OracleError(f"{self.name} gives no answer")
            self.buffer += chunk
        line, _, self.buffer = self.buffer.partition(b"\n")
        return line

    def run(self, op: str, inp: Json) -> Json:
        self.last_id += 1
        answer = self.ask({"op": op, "id": self.last_id, "input": inp, "rules": {}})
        if answer.get("id") != self.last_id or "status" not in answer:
            raise OracleError(f"{self.name} answers another question")
        return answer

    def close(self) -> None:
        assert self.child.stdin is not None
        try:
            self.child.stdin.write(b'{"op":"bye","id":1}\n')
            self.child.stdin.close()
            self.child.wait(5)
        except (OSError, subprocess.TimeoutExpired):
            self.child.kill()
            self.child.wait()


def find_shims(root: pathlib.Path) -> dict[str, pathlib.Path]:
    out = {}
    for path in sorted(root.glob("conformance/shims/*/*/shim.json")):
        name = json.loads(path.read_text(encoding="utf-8"))["name"]
        if name in NAMES:
            out[name] = path
    return out


def start_all(root: pathlib.Path) -> tuple[list[Oracle], list[str]]:
    """The oracles that run, and for each other one a line that says why not."""
    running, missing = [], []
    shims = find_shims(root)
    for name in NAMES:
        if name not in shims:
            missing.append(f"{name}: no such shim")
            continue
        try:
            running.append(Oracle(shims[name]))
        except OracleError:
            missing.append(f"{name}: not installed (conformance/shims/README.md)")
    return running, missing


def signing_question(inp: Json) -> Json:
    """A verify input turned round: the request before it was signed, so that a signer's vote
    counts for it."""
    request = model.get_request(inp["request"])
    row = ref.ROWS[inp["profile"]]
    timestamp = request.values(row.date_header.encode())[0].decode()
    claim = recipes.parse_claim(row, request.values(b"authorization")[0].decode(), timestamp)
    signed = set(claim.signed_headers.encode().split(b";"))
    headers = [(n, v) for n, v in request.headers if n.lower() in signed - row.added_names]
    key = next(k for k in inp["keyring"] if k["access_key"] == claim.access_key)
    out: Json = {
        "profile": inp["profile"],
        "request": model.put_request(
            ref.Request(request.method, request.target, headers, request.body)
        ),
        "credentials": key,
        "params": {
            "region": claim.region,
            "service": claim.service,
            "timestamp": timestamp,
        },
    }
    if row.default_signed and claim.signed_headers != row.default_signed:
        out["params"]["signed_headers"] = claim.signed_headers
    literal = request.values(ref.HASH_HEADER.encode()) if row.is_aws else []
    if literal and literal[0] == ref.UNSIGNED_PAYLOAD.encode():
        out["payload"] = {"mode": "literal", "hash": ref.UNSIGNED_PAYLOAD}
    return out


Question = tuple[str, Json, Json | None]  # op, input, expected


def questions_of(built: Built, oracle: Oracle) -> Iterator[Question]:
    """What to put to this oracle, the best first; nothing if it has nothing to say."""
    op = built.case.area.op
    if built.input["profile"] not in oracle.profiles:
        return
    is_own = "preset" in built.input.get("policy", {})
    if op == "verify" and built.case.result != "valid" and not is_own:
        # A verifier with one lenient policy of its own: under another its word counts for what it
        # accepts.
        return
    if op in oracle.ops and not set(features.needed(op, built.input)) - oracle.features:
        yield op, built.input, None
    if op == "verify" and not built.recipe:
        question = signing_question(built.input)
        if not set(features.needed("sign", question)) - oracle.features:
            request = model.get_request(built.input["request"])
            text = request.values(b"authorization")[0].decode()
            signature = text.rpartition("Signature=")[2].partition(",")[0]
            yield "sign", question, {"stages": {"signature": signature}}


def ask(oracle: Oracle, questions: Iterator[Question]) -> Json | None:
    """The vote on the first question that the oracle can be asked, or on the last."""
    vote: Json | None = None
    for op, inp, expected in questions:
        answer = brief_answer(oracle.run(op, inp))
        vote = {"version": oracle.version, "op": op, "answer": answer}
        if expected is not None:
            vote["answer"] = {k: v for k, v in answer.items() if k in ("status", "signature")}
            vote["expected"] = expected
        if answer["status"] != "unrepresentable":
            break
    return vote


def collect(built: dict[str, Built], oracles: list[Oracle]) -> Json:
    """Answers of these oracles to all vectors: {id: {digest, oracles: {name: {version, op,
    answer, expected?}}}}."""
    out: Json = {}
    for id_, one in built.items():
        record: Json = {"digest": model.digest(one.input), "oracles": {}}
        for oracle in oracles:
            vote = ask(oracle, questions_of(one, oracle))
            if vote is not None:
                record["oracles"][oracle.name] = vote
        out[id_] = record
    return out


def merge(old: Json, new: Json, names: list[str]) -> Json:
    """New answers of the oracles that ran, beside the kept ones of those that did not, if they
    are still about it. Records are of a vector, or of a sweep."""
    out: Json = {}
    for id_, record in new.items():
        kept = old.get(id_, {})
        others = {n: v for n, v in kept.get("oracles", {}).items() if n not in names}
        if kept.get("digest") != record["digest"]:
            others = {}
        out[id_] = {
            "digest": record["digest"],
            "oracles": dict(sorted({**others, **record["oracles"]}.items())),
        }
    return out


def stale(votes: Json, built: dict[str, Built]) -> list[str]:
    """Ids whose committed votes are about another input, or about nothing."""
    bad = [
        id_
        for id_, one in built.items()
        if votes.get(id_, {}).get("digest") != model.digest(one.input)
    ]
    return bad + [id_ for id_ in votes if id_ not in built]
