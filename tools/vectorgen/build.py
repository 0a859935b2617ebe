# SPDX-License-Identifier: Apache-2.0
"""From cases to documents: runs the case functions, computes what is expected, weighs the votes,
lays out the files."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections import Counter
from dataclasses import dataclass
from types import ModuleType

from . import cases, features, history, model, recipes, suite, views
from . import reference as ref
from .knobs import KNOBS
from .model import Json
from .notes import NOTES
from .spec import DOCUMENTS
from .suite import Area, Case

STAGES = ("canonical_request", "string_to_sign", "signature")
NO_SIGNATURE = ("unrepresentable", "raised")
HOIST = {
    "sign": ("profile", "credentials", "params"),
    "verify": ("profile", "keyring", "expect", "clock"),
}


def load_groups(package: ModuleType) -> None:
    """The modules of an area that is a package, in the order of the groups they are named after: it
    is the order of the cases, too. A group may do without: its cases stand with another's."""
    names = {info.name for info in pkgutil.iter_modules(package.__path__)}
    groups = package.area.groups
    if strangers := sorted(names - groups.keys()):
        raise SystemExit(f"{package.__name__}: named after no group: {', '.join(strangers)}")
    for name in groups:
        if name in names:
            importlib.import_module(f"{package.__name__}.{name}")


def areas() -> list[Area]:
    """Every module of cases/, in the order of their names, which are <profile>_<area>."""
    out = []
    for info in sorted(pkgutil.iter_modules(cases.__path__), key=lambda m: m.name):
        module = importlib.import_module(f"{cases.__name__}.{info.name}")
        area = module.area
        expected = f"{area.profile}_{area.name}".replace("-", "_").replace(".", "_")
        if info.name != expected:
            raise SystemExit(
                f"cases/{info.name} holds {area.profile}/{area.name}: call it {expected}"
            )
        if info.ispkg:
            load_groups(module)
        out.append(area)
    return out


# ---- Expected values -----------------------------------------------------------------------------


def signed_stages(out: ref.Signed) -> Json:
    stages: Json = {}
    model.put_lines(stages, "canonical_request", out.canonical_request)
    model.put_lines(stages, "string_to_sign", out.string_to_sign)
    stages["signature"] = out.signature
    return stages


def sign_by_reference(inp: Json, **stages: bytes) -> ref.Signed:
    return ref.sign(
        inp["profile"], model.get_request(inp["request"]), model.get_params(inp), **stages
    )


def expect_sign(inp: Json) -> Json:
    """What reference.py makes of a signing input: the stages, or the error class."""
    try:
        out = sign_by_reference(inp)
    except ref.Refused as e:
        return {"error": {"class": e.word}}
    return {"stages": signed_stages(out), "authorization": out.authorization}


def expected_of_sign(case: Case, inp: Json) -> Json:
    got = expect_sign(inp)
    want = case.error or None
    if got.get("error", {}).get("class") != want:
        raise SystemExit(
            f"{case.id}: reference.py gives {got.get('error', 'a signature')}, the case says {want}"
        )
    if want:
        got["error"]["any_of"] = list(case.any_of)
    return got


def changed_input(inp: Json, alt: suite.Alternative) -> Json:
    """The signing input that an alternative signs instead."""
    headers = [h for h in inp["request"]["headers"] if h.get("n", "").lower() != alt.drop.lower()]
    return {**inp, "request": {**inp["request"], "headers": headers}} if alt.drop else inp


def alternatives_of(case: Case, inp: Json) -> list[Json]:
    out = []
    for alt in case.alternatives:
        if alt.error:
            out.append({"error": {"class": alt.error, "any_of": []}, "reason": alt.reason})
        else:
            signed = sign_by_reference(changed_input(inp, alt), **alt.stages)
            out.append(
                {
                    "stages": signed_stages(signed),
                    "authorization": signed.authorization,
                    "reason": alt.reason,
                }
            )
    return out


def expected_of_verify(case: Case, inp: Json) -> Json:
    if case.error:
        error = {"class": case.error, "any_of": list(case.any_of)}
        return {"verify": {"decision": "reject", "error": error}}
    request = model.get_request(inp["request"])
    text = request.values(b"authorization")[0].decode()
    credentials = re.findall(r"Credential=([^,]*)", text)  # of several the last counts, if any
    scope = 4 if ref.ROWS[case.area.profile].has_scope else 0
    principal = credentials[-1].rsplit("/", scope)[0] if credentials else ""
    if not scope:
        principal = "/".join(principal.split("/")[:2])  # of which version 1 looks at two parts
    verdict = {"decision": "accept", "principal": principal}
    return {"verify": views.put_view(verdict, inp)}


# ---- One test ------------------------------------------------------------------------------------


@dataclass
class Built:
    """A case with everything worked out but the votes."""

    case: Case
    input: Json
    expected: Json
    recipe: Json | None


def build_case(case: Case, done: dict[str, Built]) -> Built:
    if case.area.op == "sign":
        inp = case.make().input(case.area.profile)
        return Built(case, inp, expected_of_sign(case, inp), None)
    made_recipe = None
    if case.base:
        base = done[case.full(case.base)]
        needs_base = case.make.__code__.co_argcount
        made_recipe = {
            "base": base.case.id,
            **(case.make(suite.Base(base.input)) if needs_base else case.make()),
        }
        inp = recipes.replay(base.input, made_recipe)
    else:
        inp = case.make().input(case.area.profile)
    return Built(case, inp, expected_of_verify(case, inp), made_recipe)


def build_all(all_areas: list[Area]) -> dict[str, Built]:
    """Every case by id; a base must be built before what is made of it."""
    done: dict[str, Built] = {}
    waiting = [case for area in all_areas for case in area.cases]
    while waiting:
        ready = [c for c in waiting if not c.base or c.full(c.base) in done]
        if not ready:
            raise SystemExit("no such base: " + ", ".join(f"{c.id} -> {c.base}" for c in waiting))
        for case in ready:
            if case.id in done:
                raise SystemExit(f"{case.id} is there twice")
            done[case.id] = build_case(case, done)
        waiting = [c for c in waiting if c.id not in done]
    return {case.id: done[case.id] for area in all_areas for case in area.cases}


# ---- Votes ---------------------------------------------------------------------------------------


def brief_answer(answer: Json) -> Json:
    """What is kept of an oracle's answer: status, and digests of the stages it gave."""
    out: Json = {"status": answer["status"]}
    body = answer.get("out", {})
    stages = {**body.get("stages", {}), **{k: v for k, v in body.items() if k == "signature"}}
    for name in STAGES[:2]:
        text = model.get_lines(stages, name)
        if text is not None:
            out[name] = ref.sha256_hex(text)
    if "signature" in stages:
        out["signature"] = stages["signature"]
    if "decision" in body:
        out["decision"] = body["decision"]
    return out


def matching_stages(answer: Json, stages: Json) -> tuple[list[str], list[str]]:
    agree, differ = [], []
    for name in STAGES:
        if name not in answer:
            continue
        want = (
            stages[name]
            if name == "signature"
            else ref.sha256_hex(model.get_lines(stages, name) or b"")
        )
        (agree if answer[name] == want else differ).append(name)
    return agree, differ


def vote_on_sign(answer: Json, expected: Json) -> Json:
    """{agree: […], disagree?: word} of one answer about one expected result."""
    status = answer["status"]
    if "error" in expected:
        if status in ("refused", "unrepresentable"):
            return (
                {"agree": ["error"]}
                if status == "refused"
                else {"agree": [], "disagree": "unrepresentable"}
            )
        return {"agree": [], "disagree": "signs it" if status == "ok" else status}
    if status != "ok":
        return {"agree": [], "disagree": status}
    agree, differ = matching_stages(answer, expected["stages"])
    return {"agree": agree, **({"disagree": differ[0]} if differ else {})}


def vote_on_verify(answer: Json, expected: Json) -> Json:
    want = expected["verify"]["decision"]
    if answer["status"] != "ok":
        return {"agree": [], "disagree": answer["status"]}
    if answer.get("decision") == want:
        return {"agree": ["decision"]}
    return {"agree": [], "disagree": answer.get("decision", "no decision")}


def oracle_votes(built: Built, votes: Json, alternatives: list[Json]) -> list[Json]:
    out = []
    for name, record in sorted(votes.get(built.case.id, {}).get("oracles", {}).items()):
        answer = record["answer"]
        if answer["status"] in ("unsupported", "n/a"):
            continue
        judge = vote_on_sign if record["op"] == "sign" else vote_on_verify
        expected = built.expected if record["op"] == built.case.area.op else record["expected"]
        vote = judge(answer, expected)
        for i, alt in enumerate(alternatives):
            if (
                "disagree" in vote
                and record["op"] == "sign"
                and "disagree" not in vote_on_sign(answer, alt)
            ):
                vote = {"agree": [], "disagree": f"alternative {i}"}
        out.append({"name": name, "version": record["version"], **vote})
    return out


def is_whole(vote: Json) -> bool:
    """Agreement on the signature is agreement on every stage before it: it is an HMAC over their
    digest."""
    return "disagree" not in vote and bool({"signature", "error", "decision"} & set(vote["agree"]))


def provenance_of(built: Built, oracles: list[Json]) -> Json:
    """Settled: a foreign program or, for a refusal, a document agrees with reference.py."""
    case = built.case
    friends = [v for v in oracles if is_whole(v)]
    documents = [r for r in case.spec if r["doc"] in DOCUMENTS and case.level != "should"]
    refusal = (
        "error" in built.expected or built.expected.get("verify", {}).get("decision") == "reject"
    )
    if friends:
        origin, ref_ = friends[0]["name"], friends[0]["version"]
    elif refusal and documents:
        origin, ref_ = documents[0]["doc"], documents[0]["section"]
    else:
        origin, ref_ = "reference.py", model.SUITE
    settled = origin != "reference.py"
    if not ref.ROWS[case.area.profile].is_aws and "error" in built.expected:
        # A package that cannot carry the input, or raises on it, has no signature for it: in the
        # dialect that the package itself defines, that is an answer.
        settled = settled or any(v.get("disagree") in NO_SIGNATURE for v in oracles)
    return {
        "kind": case.kind,
        "origin": origin,
        "ref": ref_,
        "oracles": oracles,
        "settled": settled,
    }


def settle_verify(tests: dict[str, Json]) -> None:
    """A verify vector is settled when its twin's signature is, its recipe replays and it has a
    spec rule."""

    def root(test: Json) -> Json:
        while "recipe" in test:
            test = tests[test["recipe"]["base"]]
        return test

    for test in tests.values():
        if "recipe" in test:
            prov = test["provenance"]
            wrong_vote = (
                test["provenance"]["kind"] == "compatibility"
                and test["result"] == "valid"
                and any(v.get("disagree") for v in prov["oracles"])
            )
            prov["settled"] = (
                root(test)["provenance"]["settled"] and bool(test.get("spec")) and not wrong_vote
            )


# ---- Documents -----------------------------------------------------------------------------------


def test_of(built: Built, votes: Json) -> Json:
    case = built.case
    alternatives = alternatives_of(case, built.input) if case.area.op == "sign" else []
    requires = features.needed(case.area.op, built.input)
    out: Json = {
        "id": case.id,
        "since": history.since(case.id),
        "title": case.title,
        "comment": case.comment,
        "level": case.level,
        "severity": case.severity,
        "flags": list(case.flags),
        "requires": requires,
        "result": case.result,
    }
    if case.changed:
        out["changed"] = list(case.changed)
    if case.knob:
        out["knob"] = {"name": case.knob, "sides": KNOBS[case.knob]}
    if built.recipe:
        out["twin"] = built.recipe["base"]
        out["recipe"] = built.recipe
    out["input"] = built.input
    out["expected"] = built.expected
    if alternatives:
        out["alternatives"] = alternatives
    if case.conflicts_with:
        out["conflicts_with"] = [case.full(c) for c in case.conflicts_with]
    out["spec"] = list(case.spec)
    out["provenance"] = provenance_of(built, oracle_votes(built, votes, alternatives))
    out["digest"] = model.digest({"input": built.input, "expected": built.expected})
    return out


def hoist_defaults(op: str, tests: list[Json]) -> Json:
    """The value that most tests of a group share goes to the group; a test keeps what it has
    otherwise."""
    defaults: Json = {}
    for key in HOIST[op]:
        value, count = Counter(model.inline(t["input"][key]) for t in tests).most_common(1)[0]
        if count > 1 or len(tests) == 1 or key == "profile":
            defaults[key] = model.load(value)
    for test in tests:
        test["input"] = {
            k: v for k, v in test["input"].items() if k not in defaults or defaults[k] != v
        }
    return defaults


def file_of(area: Area, tests: dict[str, Json]) -> Json:
    groups = []
    for name, title in area.groups.items():
        members = [tests[c.id] for c in area.cases if c.group == name]
        groups.append(
            {
                "id": f"{area.profile}/{area.name}/{name}",
                "title": title,
                "source": {
                    "name": "dciauth-conformance",
                    "version": model.SUITE,
                    "license": "CC0-1.0",
                },
                "defaults": hoist_defaults(area.op, members),
                "tests": members,
            }
        )
    flags = sorted({f for c in area.cases for f in c.flags})
    return {
        "schema": model.SCHEMA,
        "suite": model.SUITE,
        "file": f"{area.profile}/{area.name}",
        "op": area.op,
        "license": "CC0-1.0",
        "header": list(area.header),
        "count": len(area.cases),
        "notes": {f: NOTES[f] for f in flags},
        "groups": groups,
    }


def documents(votes: Json) -> dict[str, Json]:
    """All files of vectors by their path below vectors/, as the cases and the votes give them."""
    all_areas = areas()
    built = build_all(all_areas)
    tests = {id_: test_of(b, votes) for id_, b in built.items()}
    settle_verify(tests)
    return {f"{a.profile}/{a.name}.json": file_of(a, tests) for a in all_areas}


def expanded_tests(document: Json) -> list[Json]:
    """The tests of a file with the group's defaults merged in: what a consumer works with."""
    return [
        {**test, "input": {**group["defaults"], **test["input"]}}
        for group in document["groups"]
        for test in group["tests"]
    ]
