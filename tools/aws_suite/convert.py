# SPDX-License-Identifier: Apache-2.0
"""From cases to vectors. What is expected is the suite's, byte for byte; what is given follows from
request.txt and context.json. A case without all files of a placement is incomplete and left out;
one whose files contradict each other is disputed: shown in a run, but gating nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import quote

from vectorgen import features, model
from vectorgen import reference as ref
from vectorgen.model import Json

from .agreement import contradiction
from .problem import Problem
from .reading import Reading, read
from .request_text import is_folded
from .suite import NAME, PLACEMENTS, Case

LICENSE = "Apache-2.0"
OPS = {"header": "sign", "query": "presign"}
FLAG = "published-answer"
NOTE: Json = {
    "bug_type": "published",
    "description": "AWS publishes this request with its canonical request and its signature.",
    "effect": "What a signer makes that differs is answered 403 by AWS.",
    "links": [],
    "cves": [],
}
UNFOLDED = "A folded header line is given unfolded: each octet of the fold is a blank."
HASH_GIVEN = "x-amz-content-sha256 is a header of the caller here."
EMPTY_HASH = "The body is not signed: the hash of an empty one stands in its place."
TOKEN_AFTER = "The session token joins the request after signing, so the signer does not get it."


@dataclass
class Converted:
    """`tests` by profile and placement; a line each on what is incomplete or disputed; `counts` by
    collection, placement and state."""

    tests: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    incomplete: list[str] = field(default_factory=list)
    disputed: list[str] = field(default_factory=list)
    counts: dict[tuple[str, str, str], int] = field(default_factory=dict)

    def count(self, case: Case, placement: str, state: str) -> None:
        key = (case.collection, placement, state)
        self.counts[key] = self.counts.get(key, 0) + 1


def input_of(r: Reading) -> tuple[Json, list[str]]:
    """The input of a vector, and what there is to say about it."""
    c, request = r.context, r.request
    headers, credentials, remarks = list(request.headers), dict(c.credentials), []
    if is_folded(r.case.files["request.txt"]):
        remarks.append(UNFOLDED)
    if c.sign_body and r.placement == "header":
        headers.append((b"x-amz-content-sha256", ref.sha256_hex(request.body).encode()))
        remarks.append(HASH_GIVEN)
    if c.omit_session_token and credentials.pop("session_token", None):
        remarks.append(TOKEN_AFTER)
    whole = ref.Request(request.method, request.target, headers, request.body)
    inp: Json = {
        "profile": r.profile,
        "request": model.put_request(whole),
        "credentials": credentials,
        "params": {"region": c.region, "service": c.service, "timestamp": c.timestamp},
    }
    if r.placement == "query":
        inp["params"]["expires"] = c.expires
    if not c.sign_body and request.body:
        inp["payload"] = {"mode": "literal", "hash": ref.sha256_hex(b"")}
        remarks.append(EMPTY_HASH)
    return inp, remarks


def target_of(r: Reading) -> bytes:
    """The target that a signer returns: without a token that is put on afterwards."""
    if not r.context.omit_session_token:
        return r.signed.target
    token = quote(r.context.credentials.get("session_token", ""), safe="")
    return r.signed.target.replace(b"&X-Amz-Security-Token=" + token.encode(), b"")


def expected_of(r: Reading) -> Json:
    """ECDSA signatures are random: the suite's are examples of right ones."""
    stages: Json = {}
    model.put_lines(stages, "canonical_request", r.result("canonical-request.txt"))
    model.put_lines(stages, "string_to_sign", r.result("string-to-sign.txt"))
    signature, outcome = {"signature": r.signature}, {}
    if r.placement == "header":
        outcome["authorization"] = r.authorization
    else:
        model.put_bytes(outcome, "target", target_of(r))
    if r.case.collection == "v4":
        return {"stages": stages | signature, **outcome}
    return {"stages": stages, "public_key": r.public_key, "example": signature | outcome}


def test_of(r: Reading, version: str, against: str) -> Json:
    """A vector; `against` says what its files do not agree on."""
    inp, remarks = input_of(r)
    expected = expected_of(r)
    comment = [f"AWS's case {r.case.id}, signed in the {r.placement}.", *remarks]
    if against:
        comment.append(f"Its files do not agree: {against}.")
    rule = "what AWS publishes for this request"
    return {
        "id": f"{r.profile}/aws-{r.placement}/{r.case.name}",
        "since": model.SUITE,
        "title": f"{r.case.name} ({r.placement})"[:60],
        "comment": " ".join(comment),
        "level": "must",
        "severity": "none",
        "flags": [FLAG],
        "requires": features.needed("sign", inp),
        "result": "valid",
        "input": inp,
        "expected": expected,
        "spec": [{"doc": NAME, "section": r.case.id, "rule": rule}],
        "provenance": {
            "kind": "conformance",
            "origin": NAME,
            "ref": version,
            "oracles": [],
            "settled": not against,
        },
        "digest": model.digest({"input": inp, "expected": expected}),
    }


def add(case: Case, placement: str, version: str, out: Converted) -> None:
    r = read(case, placement)
    against = contradiction(r)
    if against:
        out.disputed.append(f"{case.id} {placement}: {against}")
    out.count(case, placement, "disputed" if against else "complete")
    out.tests.setdefault((r.profile, placement), []).append(test_of(r, version, against))


def convert(cases: list[Case], version: str) -> Converted:
    out = Converted()
    for case in cases:
        for placement in PLACEMENTS:
            missing = case.missing(placement)
            if missing:
                out.incomplete.append(f"{case.id} {placement}: no {', '.join(missing)}")
                out.count(case, placement, "incomplete")
            else:
                add(case, placement, version, out)
    if not out.tests:
        raise Problem(f"no case is complete; {out.incomplete[0]}")
    return out


def document(profile: str, placement: str, tests: list[Json], version: str) -> Json:
    file = f"{profile}/aws-{placement}"
    group = {
        "id": f"{file}/all",
        "title": f"signed in the {placement}",
        "source": {"name": NAME, "version": version, "license": LICENSE},
        "defaults": {},
        "tests": tests,
    }
    return {
        "schema": model.SCHEMA,
        "suite": model.SUITE,
        "file": file,
        "op": OPS[placement],
        "license": LICENSE,
        "header": [
            f"AWS's own {NAME}, imported: {version}.",
            "Copyright Amazon.com, Inc. or its affiliates. All Rights Reserved.",
        ],
        "count": len(tests),
        "notes": {FLAG: NOTE},
        "groups": [group],
    }


def documents(converted: Converted, version: str) -> dict[str, Json]:
    """Files of vectors by their path below the output folder."""
    return {
        f"{profile}/aws-{placement}.json": document(profile, placement, tests, version)
        for (profile, placement), tests in sorted(converted.tests.items())
    }


def profiles(converted: Converted) -> list[Json]:
    """The names of the profiles: not all are the library's, and `validate` looks them up."""
    return [{"name": name} for name in sorted({profile for profile, _ in converted.tests})]
