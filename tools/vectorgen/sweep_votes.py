# SPDX-License-Identifier: Apache-2.0
"""The votes on the sweeps: the oracles are asked as for the authored vectors, but of an answer only
the beginning of the signature is kept, or the status where there is none.

votes-generated.json holds, for each sweep, a digest of its 256 inputs and, for each oracle, its
version and its 256 answers, in the order of the bytes.
"""

from __future__ import annotations

from . import build, features, model, oracles, sweeps
from .model import Json

KEPT_DIGITS = 16


def build_area(area: sweeps.Area) -> list[build.Built]:
    return [build.build_case(case, {}) for case in area.cases]


def build_all() -> dict[str, list[build.Built]]:
    """The built cases of every sweep, by <profile>/<area>."""
    return {f"{area.profile}/{area.name}": build_area(area) for area in sweeps.areas()}


# ---- Asking --------------------------------------------------------------------------------------


def digest(built: list[build.Built]) -> str:
    return model.digest([one.input for one in built])


def answer_of(oracle: oracles.Oracle, inp: Json) -> str:
    if set(features.needed("sign", inp)) - oracle.features:
        return "n/a"
    answer = oracle.run("sign", inp)
    if answer["status"] != "ok":
        return answer["status"]
    return answer.get("out", {}).get("signature", "no signature")[:KEPT_DIGITS]


def collect(sweeps_built: dict[str, list[build.Built]], running: list[oracles.Oracle]) -> Json:
    out: Json = {}
    for name, built in sweeps_built.items():
        profile = built[0].input["profile"]
        out[name] = {"digest": digest(built), "oracles": {}}
        for oracle in running:
            if profile in oracle.profiles and "sign" in oracle.ops:
                answers = [answer_of(oracle, one.input) for one in built]
                vote = {"version": oracle.version, "answers": answers}
                out[name]["oracles"][oracle.name] = vote
    return out


def problems(kept: Json, fresh: Json, sweeps_built: dict[str, list[build.Built]]) -> list[str]:
    """Kept votes that are about other inputs, or that an oracle which ran just now takes back."""
    where = "votes-generated.json"
    found = [
        f"{where}: {name}: is about other inputs; run vectorgen with the shims"
        for name, built in sweeps_built.items()
        if kept.get(name, {}).get("digest") != digest(built)
    ]
    found += [f"{where}: {name}: there is no such sweep" for name in kept.keys() - sweeps_built]
    for name, record in fresh.items():
        for oracle, vote in record["oracles"].items():
            if kept.get(name, {}).get("oracles", {}).get(oracle) != vote:
                found.append(f"{where}: {name}: {oracle} says something else now")
    return found


# ---- Weighing ------------------------------------------------------------------------------------


def signatures(results: list[Json]) -> list[str]:
    return [r["stages"]["signature"] for r in results if "stages" in r]


def full_answer(kept: str, results: list[Json]) -> Json:
    """The answer that was cut short, with the signature of the result that begins like it."""
    if not all(c in "0123456789abcdef" for c in kept):
        return {"status": kept}
    whole = next((s for s in signatures(results) if s.startswith(kept)), kept)
    return {"status": "ok", "signature": whole}


def votes_of(record: Json, index: int, one: build.Built, alternatives: list[Json]) -> Json:
    """The answers about one byte in the form that build weighs."""
    answers = {}
    for name, vote in record.get("oracles", {}).items():
        kept = vote["answers"][index]
        if kept != "n/a":
            answer = full_answer(kept, [one.expected, *alternatives])
            answers[name] = {"version": vote["version"], "op": "sign", "answer": answer}
    return {one.case.id: {"oracles": answers}}


def tests_of(built: list[build.Built], record: Json) -> list[Json]:
    out = []
    for index, one in enumerate(built):
        alternatives = build.alternatives_of(one.case, one.input)
        votes = votes_of(record, index, one, alternatives)
        out.append(sweeps.test_of(one, build.oracle_votes(one, votes, alternatives), alternatives))
    return out


def documents(votes: Json, sweeps_built: dict[str, list[build.Built]]) -> dict[str, Json]:
    """All files of sweeps by their path below vectors/."""
    out = {}
    for name, built in sweeps_built.items():
        area = built[0].case.area
        tests = {t["id"]: t for t in tests_of(built, votes.get(name, {}))}
        document = build.file_of(area, tests)
        document["file"] += model.GENERATED
        out[sweeps.name_of(area)] = document
    return out
