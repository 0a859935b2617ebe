# SPDX-License-Identifier: Apache-2.0
"""What must hold of the committed files, whoever wrote them. Works on the JSON alone, not on the
cases.

Every rule is a generator of findings; a finding is one line that names the file, the vector and
what to do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

import jsonschema
import jsonschema_rs

from . import build, features, model, recipes, releases, suite, sweeps, verdicts, views
from .knobs import KNOBS
from .model import Json
from .notes import NOTES
from .schema_files import schemas
from .tree import Tree, is_sweep

Findings = Iterator[str]
MAX_SHARD = 1 << 20
REGISTRIES = ("features", "knobs", "errors", "profiles", "sources", "retired", "released")
SECRETS = {suite.AWS_SECRET, suite.DCI_SECRET, suite.ONE_BYTE_SECRET}
TOKENS = {suite.TOKEN}
ACCESS_KEYS = {suite.AWS_KEY, suite.DCI_KEY, suite.SHORT_KEY, suite.TERMINATOR_KEY}
# Documented placeholders that tests of the keys themselves are made of.
EXAMPLE_KEY = re.compile(
    r"(AKIDEXAMPLE|AKIAIOSFODNN7EXAMPLE|ASIAIOSFODNN7EXAMPLE|remoteci|feeder|client_id|[Ee]xample)"
)
EXAMPLE_SECRET = re.compile(r"(EXAMPLE|[Ss]ecret|[Ee]xample)")


# ---- Files ---------------------------------------------------------------------------------------


def lint_schema(tree: Tree) -> Findings:
    """Every file fits its schema, and the schemas are the ones of schemas.py."""
    wanted = schemas()
    for name, schema in wanted.items():
        if tree.documents.get(name) != schema:
            yield f"{name}: is not what schemas.py writes"
    for path, document in tree.documents.items():
        if path.startswith("schema/"):
            continue
        schema = wanted[schema_name(path)]
        if not jsonschema_rs.is_valid(schema, document):  # quick, but with fewer words
            for error in list(explain(schema, document)) or ["does not fit its schema"]:
                yield f"{path}: {error}"


def schema_name(path: str) -> str:
    stem = path.removesuffix(".json")
    kind = "generated" if is_sweep(path) else "vectors"
    return f"schema/{stem if stem in REGISTRIES else kind}.schema.json"


def explain(schema: Json, document: Json) -> Findings:
    """Schema errors in words; of the two kinds of file the one is checked that `op` names."""
    if "oneOf" in schema and isinstance(document, dict):
        sides = [s for s in schema["oneOf"] if s["properties"]["op"]["const"] == document.get("op")]
        if not sides:
            yield f"/op: {document.get('op')!r} is no kind of file"
            return
        schema = {**sides[0], "$schema": schema["$schema"], "$defs": schema["$defs"]}
    for error in jsonschema.Draft202012Validator(schema).iter_errors(document):
        pointer = "/" + "/".join(str(p) for p in error.absolute_path)
        yield f"{pointer}: {error.message[:200]}"


def lint_form(tree: Tree) -> Findings:
    """Canonical formatting, and shards under 1 MiB."""
    for path, text in tree.texts.items():
        if path in tree.documents and model.dump(tree.documents[path]) != text:
            yield f"{path}: is not in canonical formatting; run vectorgen"
        if len(text.encode()) >= MAX_SHARD:
            yield f"{path}: {len(text)} bytes; split it"


def lint_files(tree: Tree) -> Findings:
    """Counts, and names that say what is inside; nothing that is not ours to give away."""
    for path, document in tree.shards.items():
        count = sum(len(g["tests"]) for g in document["groups"])
        if count != document["count"]:
            yield f"{path}: count says {document['count']}, there are {count}"
        if document["file"] + ".json" != path:
            yield f"{path}: file says {document['file']}"
        if document["license"] != "CC0-1.0":
            yield f"{path}: the licence is {document['license']}: imported vectors stay outside"
        for group in document["groups"]:
            if not group["id"].startswith(document["file"].removesuffix(model.GENERATED) + "/"):
                yield f"{path}: group {group['id']} belongs to another file"
        for test in build.expanded_tests(document):
            if test["id"].rpartition("/")[0] != document["file"].removesuffix(model.GENERATED):
                yield f"{path}: {test['id']} belongs to another file"
            if not test["id"].startswith(test["input"].get("profile", "?") + "/"):
                yield f"{path}: {test['id']} has the profile {test['input'].get('profile')}"


def lint_ids(tree: Tree) -> Findings:
    """Ids are unique for ever."""
    seen = Counter(test["id"] for _, _, test in tree.all_tests())
    seen.update(alias for _, _, test in tree.tests() for alias in test.get("aliases", []))
    seen.update(old["id"] for old in tree.documents.get("retired.json", []))
    for id_, n in seen.items():
        if n > 1:
            yield f"{id_}: is used {n} times"


def lint_notes(tree: Tree) -> Findings:
    """A file has the notes of its flags, and no other; the registry has no flag without a
    vector."""
    used_anywhere: set[str] = set()
    for path, document in tree.authored.items():
        used = {f for t in build.expanded_tests(document) for f in t["flags"]}
        used_anywhere |= used
        for flag in sorted(used - document["notes"].keys()):
            yield f"{path}: no note for the flag {flag}"
        for flag in sorted(document["notes"].keys() - used):
            yield f"{path}: the note {flag} has no vector"
    for flag in sorted(NOTES.keys() - used_anywhere):
        yield f"notes.py: no vector has the flag {flag}"


# ---- Tests ---------------------------------------------------------------------------------------


def lint_digests(tree: Tree) -> Findings:
    for path, _, test in tree.tests():
        if model.digest({"input": test["input"], "expected": test["expected"]}) != test["digest"]:
            yield f"{path}: {test['id']}: the digest is of something else"


def lint_reference(tree: Tree) -> Findings:
    """reference.py computes every stage of every signing vector again."""
    for path, op, test in tree.all_tests():
        if op != "sign":
            continue
        got, want = build.expect_sign(test["input"]), dict(test["expected"])
        if "error" in want:
            want["error"] = {"class": want["error"]["class"]}
        if is_sweep(path):
            got.pop("authorization", None)
        if got != want:
            yield f"{path}: {test['id']}: reference.py computes something else"


def lint_alternatives(tree: Tree) -> Findings:
    """An alternative hangs together: its string to sign is of its canonical request, its
    signature of that."""
    for path, _, test in tree.tests():
        for i, alt in enumerate(test.get("alternatives", [])):
            if "stages" not in alt:
                continue
            stages, inp = alt["stages"], test["input"]
            row, timestamp = build.ref.ROWS[inp["profile"]], inp["params"]["timestamp"]
            request = model.get_lines(stages, "canonical_request") or b""
            text = model.get_lines(stages, "string_to_sign") or b""
            claim = recipes.parse_claim(row, alt["authorization"], timestamp)
            key = build.ref.signing_key(row, claim, inp["credentials"]["secret_key"])
            right = build.ref.string_to_sign(row, claim, timestamp, request)
            if text != right or build.ref.signature(key, text) != stages["signature"]:
                yield f"{path}: {test['id']}: alternative {i} does not hang together"
            if stages == test["expected"].get("stages"):
                yield f"{path}: {test['id']}: alternative {i} is the expected result"


def lint_results(tree: Tree) -> Findings:
    """The result goes with what is expected; acceptable if and only if there is a knob, spelt as
    in the registry."""
    for path, op, test in tree.tests():
        where = f"{path}: {test['id']}"
        if (test["result"] == "acceptable") != ("knob" in test):
            yield f"{where}: acceptable and a knob go together"
        if "knob" in test and KNOBS.get(test["knob"]["name"]) != test["knob"]["sides"]:
            yield f"{where}: the knob is not the registry's"
        if (test["result"] == "acceptable") != (test["level"] == "may"):
            yield f"{where}: acceptable and level may go together"
        refused = (
            "error" in test["expected"]
            or test["expected"].get("verify", {}).get("decision") == "reject"
        )
        if test["result"] != "acceptable" and refused != (test["result"] == "invalid"):
            yield f"{where}: {test['result']}, but expects the contrary"
        if op == "sign" and (test["result"] == "acceptable") != ("alternatives" in test):
            yield f"{where}: an acceptable signing vector has alternatives, and only that"
        if (op == "verify" and test["result"] == "invalid") != (test["severity"] != "none"):
            yield f"{where}: a negative has a severity, and only that"


def lint_specs(tree: Tree) -> Findings:
    """A must has a rule; every rule's document is in sources.json."""
    known = {s["id"] for s in tree.documents.get("sources.json", [])}
    for path, _, test in tree.tests():
        if test["level"] == "must" and not test["spec"]:
            yield f"{path}: {test['id']}: a must without a rule"
        for rule in test["spec"]:
            if rule["doc"] not in known:
                yield f"{path}: {test['id']}: sources.json has no {rule['doc']}"


def lint_classes(tree: Tree) -> Findings:
    """Error classes are those of errors.json."""
    known = {e["class"] for e in tree.documents.get("errors.json", [])}
    for path, _, test in tree.all_tests():
        error = test["expected"].get("error") or test["expected"].get("verify", {}).get("error")
        words = [error["class"], *error["any_of"]] if error else []
        for word in words:
            if word not in known:
                yield f"{path}: {test['id']}: errors.json has no {word}"
        if len(set(words)) != len(words):
            yield f"{path}: {test['id']}: an error class is there twice"


def lint_profiles(tree: Tree) -> Findings:
    known = {p["name"] for p in tree.documents.get("profiles.json", [])}
    for path, _, test in tree.all_tests():
        if test["input"].get("profile") not in known:
            yield f"{path}: {test['id']}: profiles.json has no {test['input'].get('profile')}"


def lint_features(tree: Tree) -> Findings:
    """`requires` is exactly what the input cannot be expressed without; the registry is the one
    of features.py."""
    if tree.documents.get("features.json") != features.FEATURES:
        yield "features.json: is not the registry of features.py"
    if tree.documents.get("knobs.json") != KNOBS:
        yield "knobs.json: is not the registry of knobs.py"
    for path, op, test in tree.all_tests():
        needed = features.needed(op, test["input"])
        if test["requires"] != needed:
            yield f"{path}: {test['id']}: requires {test['requires']}, but the input needs {needed}"


def lint_text(tree: Tree) -> Findings:
    """Plain text is plain, and base64 stands only where it must."""
    for path, _, test in tree.all_tests():
        for place, value in walk(test):
            if not model.is_plain(value.encode("utf-8", "surrogatepass")):
                yield f"{path}: {test['id']}: {place} is not plain text"
            if (
                place.endswith("_b64")
                and place != "repeat_b64"
                and model.is_plain(model.get_bytes({"x_b64": value}, "x"))
            ):
                lines = model.get_bytes({"x_b64": value}, "x")
                yield f"{path}: {test['id']}: {place} is plain text ({lines[:20]!r})"


def walk(value: object, place: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from walk(item, key)
    elif isinstance(value, list):
        for item in value:
            yield from walk(item, place)


def lint_keys(tree: Tree) -> Findings:
    """Only the documented example keys."""
    for path, _, test in tree.all_tests():
        inp = test["input"]
        for key in [inp["credentials"]] if "credentials" in inp else inp["keyring"]:
            where = f"{path}: {test['id']}"
            access, secret, token = key["access_key"], key["secret_key"], key.get("session_token")
            if access not in ACCESS_KEYS and access and not EXAMPLE_KEY.search(access):
                yield f"{where}: the access key {access} is no documented example"
            if secret not in SECRETS and secret and not EXAMPLE_SECRET.search(secret):
                yield f"{where}: the secret {secret} is no documented example"
            if token and token not in TOKENS and "EXAMPLE" not in token:
                yield f"{where}: the token is no documented example"


# ---- Sweeps --------------------------------------------------------------------------------------


def lint_sweeps(tree: Tree) -> Findings:
    """Every row has its four sweeps, each of all bytes in their order, and results go with what is
    expected."""
    bytes_in_order = [f"byte-{byte:02x}" for byte in range(256)]
    for path, document in tree.sweeps.items():
        names = [t["id"].rpartition("/")[2] for t in document["groups"][0]["tests"]]
        if names != bytes_in_order:
            yield f"{path}: is not byte-00 to byte-ff"
        for test in document["groups"][0]["tests"]:
            open_one = test["result"] == "acceptable"
            if open_one != ("knob" in test) or open_one != ("alternatives" in test):
                yield f"{path}: {test['id']}: acceptable, a knob and alternatives go together"
            if not open_one and (test["result"] == "invalid") != ("error" in test["expected"]):
                yield f"{path}: {test['id']}: {test['result']}, but expects the contrary"
    if not tree.sweeps:
        return
    for name in (p["name"] for p in tree.documents.get("profiles.json", [])):
        for place in sweeps.PLACES:
            if f"{name}/sweep-{place}{model.GENERATED}.json" not in tree.sweeps:
                yield f"{name}: no sweep of {sweeps.PLACES[place]}"


# ---- Twins and recipes ---------------------------------------------------------------------------


def lint_twins(tree: Tree) -> Findings:
    """Every negative has a twin that is valid, and a recipe whose base the twin is."""
    tests = tree.by_id()
    for path, op, test in tree.tests():
        where = f"{path}: {test['id']}"
        if (
            op == "verify"
            and test["result"] == "invalid"
            and not ("twin" in test and "recipe" in test)
        ):
            yield f"{where}: a negative without twin and recipe"
        if ("twin" in test) != ("recipe" in test):
            yield f"{where}: a twin and a recipe go together"
        if "twin" not in test:
            continue
        twin = tests.get(test["twin"])
        if twin is None:
            yield f"{where}: there is no twin {test['twin']}"
        elif twin["result"] != "valid":
            yield f"{where}: the twin {test['twin']} is not valid"
        if test["recipe"]["base"] != test["twin"]:
            yield f"{where}: the recipe starts from {test['recipe']['base']}, not from the twin"


def lint_recipes(tree: Tree) -> Findings:
    """The base and the recipe give exactly the input; nothing else differs."""
    tests = tree.by_id()
    for path, _, test in tree.tests():
        if "recipe" not in test or test["recipe"]["base"] not in tests:
            continue
        base = tests[test["recipe"]["base"]]["input"]
        try:
            got = recipes.replay(base, test["recipe"])
        except (recipes.BadRecipe, KeyError, ValueError, IndexError) as e:
            yield f"{path}: {test['id']}: the recipe cannot be replayed: {e}"
            continue
        if got != test["input"]:
            yield f"{path}: {test['id']}: the recipe gives another input"
        if test["input"] == base:
            yield f"{path}: {test['id']}: the recipe changes nothing"


def lint_signatures(tree: Tree) -> Findings:
    """The signature of every verify vector that stands alone and is accepted is right, by
    reference.py."""
    for path, op, test in tree.tests():
        if op != "verify" or "recipe" in test or test["result"] != "valid":
            continue
        request = model.get_request(test["input"]["request"])
        try:
            again = recipes.run_seal(recipes.sealing_of(test["input"]))
        except (recipes.BadRecipe, KeyError, ValueError, IndexError) as e:
            yield f"{path}: {test['id']}: cannot be signed again: {e}"
            continue
        if again != request:
            yield f"{path}: {test['id']}: reference.py computes another signature"


def lint_conflicts(tree: Tree) -> Findings:
    tests = tree.by_id()
    for path, _, test in tree.tests():
        for other in test.get("conflicts_with", []):
            if test["id"] not in tests.get(other, {}).get("conflicts_with", []):
                yield f"{path}: {test['id']}: {other} does not name it in return"


def lint_balance(tree: Tree) -> Findings:
    """Two negatives to one positive among verify vectors."""
    results = Counter(test["result"] for _, op, test in tree.tests() if op == "verify")
    if results["invalid"] < 2 * results["valid"]:
        yield f"{results['invalid']} negatives to {results['valid']} positives; two to one at least"


def lint_votes(tree: Tree) -> Findings:
    """What is called settled has an origin that is not reference.py, and known names."""
    for path, _, test in tree.all_tests():
        prov = test["provenance"]
        names = [v["name"] for v in prov["oracles"]]
        if names != sorted(set(names)):
            yield f"{path}: {test['id']}: votes unsorted or twice"
        no_answer = any(v.get("disagree") in build.NO_SIGNATURE for v in prov["oracles"])
        stands_alone = "recipe" not in test and not no_answer
        if stands_alone and prov["settled"] != (prov["origin"] != "reference.py"):
            yield f"{path}: {test['id']}: settled by {prov['origin']}"


RULES: list[Callable[[Tree], Findings]] = [
    lint_schema,
    lint_form,
    lint_files,
    lint_ids,
    lint_notes,
    lint_digests,
    lint_reference,
    lint_alternatives,
    lint_results,
    lint_specs,
    lint_classes,
    lint_profiles,
    lint_features,
    lint_text,
    lint_keys,
    lint_sweeps,
    lint_twins,
    lint_recipes,
    lint_signatures,
    verdicts.lint_verdicts,
    lint_conflicts,
    lint_balance,
    lint_votes,
    views.lint_views,
    releases.lint_history,
]


def lint(tree: Tree) -> list[str]:
    """All findings. A tree that does not fit the schema is not looked at further: nothing below
    could be trusted."""
    found = list(tree.problems) + list(lint_schema(tree))
    if found:
        return found
    return [finding for rule in RULES[1:] for finding in rule(tree)]
