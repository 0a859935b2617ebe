# SPDX-License-Identifier: Apache-2.0
"""Every rule of the lint goes red on an error made for it, and is green before."""

import copy
import json

import pytest
from vectorgen import lint, model
from vectorgen.tree import read_tree


def shard(tree, op="verify"):
    """The path and the document of some shard of that kind."""
    return next((p, d) for p, d in tree.shards.items() if d["op"] == op)


def find(tree, wanted):
    """Some test that satisfies `wanted`, its path, and its group: the objects in the tree, to be
    spoilt."""
    for path, document in tree.shards.items():
        for group in document["groups"]:
            for test in group["tests"]:
                if wanted(test):
                    return path, group, test
    raise AssertionError("no such test")


def negative(test):
    return test["result"] == "invalid" and "recipe" in test


def signing(test):
    return test["result"] == "valid" and "stages" in test["expected"]


# ---- What is planted -----------------------------------------------------------------------------


def unknown_field(tree):
    find(tree, negative)[2]["colour"] = "red"


def long_title(tree):
    find(tree, negative)[2]["title"] = "x" * 61


def missing_comment(tree):
    del find(tree, negative)[2]["comment"]


def both_forms(tree):
    find(tree, negative)[2]["input"]["request"]["body_b64"] = ""


def unknown_op(tree):
    shard(tree)[1]["op"] = "guess"


def foreign_schema(tree):
    tree.documents["schema/errors.schema.json"]["items"]["additionalProperties"] = True


def other_indent(tree):
    path, document = shard(tree)
    tree.texts[path] = json.dumps(document, indent=2)


def too_large(tree):
    path, _ = shard(tree)
    tree.texts[path] = tree.texts[path] + " " * lint.MAX_SHARD


def wrong_count(tree):
    shard(tree)[1]["count"] += 1


def wrong_file_name(tree):
    shard(tree)[1]["file"] = "aws4/elsewhere"


def foreign_licence(tree):
    shard(tree)[1]["license"] = "Apache-2.0"


def foreign_profile(tree):
    find(tree, negative)[2]["input"]["profile"] = "aws4a"


def id_twice(tree):
    _, group, test = find(tree, signing)
    group["tests"].append(copy.deepcopy(test))


def id_retired(tree):
    tree.documents["retired.json"].append(
        {"id": find(tree, signing)[2]["id"], "suite": "0.1.0", "why": "test"}
    )


def flag_without_note(tree):
    find(tree, signing)[2]["flags"].append("no-such-flag")


def note_without_flag(tree):
    document = shard(tree)[1]
    document["notes"]["no-such-flag"] = next(iter(document["notes"].values()))


def edited_silently(tree):
    find(tree, negative)[2]["expected"]["verify"]["error"]["class"] = "no-auth"


def accepted_too_late(tree):
    test = find(tree, lambda t: "verify" in t["expected"] and t["result"] == "valid")[2]
    test["input"]["clock"] = {"now": "20500101T000000Z", "max_skew_s": 900}


def accepted_of_another(tree):
    test = find(tree, lambda t: "verify" in t["expected"] and t["result"] == "valid")[2]
    test["expected"]["verify"]["principal"] = "AKIDVICTIM"


def wrong_signature(tree):
    stages = find(tree, signing)[2]["expected"]["stages"]
    stages["signature"] = "0" * 64


def wrong_canonical_line(tree):
    test = find(tree, lambda t: signing(t) and "canonical_request" in t["expected"]["stages"])[2]
    test["expected"]["stages"]["canonical_request"][1] = "/elsewhere"


def refusal_of_a_good_request(tree):
    test = find(tree, signing)[2]
    test["expected"] = {"error": {"class": "malformed-uri", "any_of": []}}


def broken_alternative(tree):
    test = find(tree, lambda t: any("stages" in a for a in t.get("alternatives", [])))[2]
    next(a for a in test["alternatives"] if "stages" in a)["stages"]["signature"] = "0" * 64


def alternative_is_expected(tree):
    test = find(
        tree,
        lambda t: (
            "stages" in t["expected"] and any("stages" in a for a in t.get("alternatives", []))
        ),
    )[2]
    alt = next(a for a in test["alternatives"] if "stages" in a)
    alt["stages"], alt["authorization"] = (
        test["expected"]["stages"],
        test["expected"]["authorization"],
    )


def released_id_gone(tree):
    entry = {"since": "0.1.0", "decides": "0" * 16, "settled": True}
    tree.documents["released.json"]["vectors"]["aws4/path/gone"] = entry


def released_expectation_changed(tree):
    wrong_signature(tree)


def no_record(tree):
    del tree.documents["released.json"]


def acceptable_without_knob(tree):
    del find(tree, lambda t: "knob" in t)[2]["knob"]


def knob_without_acceptable(tree):
    knob = find(tree, lambda t: "knob" in t)[2]["knob"]
    find(tree, signing)[2]["knob"] = knob


def knob_of_its_own(tree):
    find(tree, lambda t: "knob" in t)[2]["knob"]["sides"] = {"a": "b", "c": "d"}


def valid_but_rejected(tree):
    find(tree, negative)[2]["result"] = "valid"


def negative_without_severity(tree):
    find(tree, negative)[2]["severity"] = "none"


def acceptable_without_alternative(tree):
    del find(tree, lambda t: "alternatives" in t)[2]["alternatives"]


def accepted(test):
    return "view" in test["expected"].get("verify", {})


def another_view(tree):
    find(tree, accepted)[2]["expected"]["verify"]["view"]["path"] += "x"


def no_view(tree):
    del find(tree, accepted)[2]["expected"]["verify"]["view"]


def must_without_rule(tree):
    find(tree, lambda t: t["level"] == "must")[2]["spec"] = []


def unknown_document(tree):
    find(tree, signing)[2]["spec"][0]["doc"] = "hearsay"


def unknown_class(tree):
    find(tree, negative)[2]["expected"]["verify"]["error"]["any_of"] = ["no-such-class"]


def class_twice(tree):
    error = find(tree, negative)[2]["expected"]["verify"]["error"]
    error["any_of"] = [error["class"]]


def unlisted_profile(tree):
    tree.documents["profiles.json"] = tree.documents["profiles.json"][1:]


def feature_missing(tree):
    find(tree, lambda t: "header.custom" in t["requires"])[2]["requires"].remove("header.custom")


def feature_too_many(tree):
    find(tree, lambda t: not t["requires"])[2]["requires"].append("token.session")


def other_registry(tree):
    tree.documents["features.json"] = {"a": "b"}


def not_plain(tree):
    find(tree, signing)[2]["comment"] = "a\u202eb"


def needless_base64(tree):
    request = find(tree, lambda t: signing(t) and t["input"]["request"]["target"] == "/")[2][
        "input"
    ]["request"]
    del request["target"]
    request["target_b64"] = "Lw=="


def real_looking_key(tree):
    group = find(tree, signing)[1]
    group["defaults"]["credentials"] = {"access_key": "AKIAJ2GDXVYQWERTYUIO", "secret_key": "x"}


def real_looking_secret(tree):
    group = find(tree, signing)[1]
    group["defaults"]["credentials"] = {
        "access_key": "AKIDEXAMPLE",
        "secret_key": "0fT7yQ+bPxRfiCYwJalrXUtnFEMI/K7MDENG",
    }


def no_twin(tree):
    test = find(tree, negative)[2]
    del test["twin"], test["recipe"]


def twin_is_negative(tree):
    other = find(tree, negative)[2]["id"]
    test = find(tree, lambda t: negative(t) and t["id"] != other)[2]
    test["twin"] = test["recipe"]["base"] = other


def twin_unknown(tree):
    test = find(tree, negative)[2]
    test["twin"] = test["recipe"]["base"] = "aws4/verify/no-such"


def base_is_not_twin(tree):
    test = find(tree, lambda t: negative(t) and t["twin"] == "aws4/verify/get")[2]
    test["recipe"]["base"] = "aws4/verify/post"


def second_mutation(tree):
    test = find(tree, lambda t: negative(t) and t["recipe"]["op"] == "set-method")[2]
    test["input"]["request"]["headers"].append({"n": "X-More", "v": "1"})


def recipe_without_effect(tree):
    by_id = tree.by_id()
    test = find(tree, lambda t: negative(t) and t["recipe"]["op"] == "set-method")[2]
    test["recipe"]["value"] = by_id[test["twin"]]["input"]["request"]["method"]


def recipe_of_nothing(tree):
    test = find(tree, lambda t: negative(t) and t["recipe"]["op"] == "set-header")[2]
    test["recipe"]["at"] = "No-Such-Header"


def base_signed_wrongly(tree):
    test = find(tree, lambda t: t["id"] == "aws4/verify/post")[2]
    test["input"]["request"]["body"] = "something else"


def one_sided_conflict(tree):
    find(tree, signing)[2]["conflicts_with"] = ["aws4/path/root"]


def too_few_negatives(tree):
    for document in tree.shards.values():
        for group in document["groups"]:
            for test in group["tests"]:
                if negative(test):
                    test["result"] = "acceptable"


def settled_by_itself(tree):
    prov = find(tree, signing)[2]["provenance"]
    prov["origin"], prov["settled"] = "reference.py", True


def votes_twice(tree):
    prov = find(tree, lambda t: t["provenance"]["oracles"])[2]["provenance"]
    prov["oracles"] = [*prov["oracles"], prov["oracles"][0]]


PLANTS = {
    "lint_schema": [
        unknown_field,
        long_title,
        missing_comment,
        both_forms,
        unknown_op,
        foreign_schema,
    ],
    "lint_form": [other_indent, too_large],
    "lint_files": [wrong_count, wrong_file_name, foreign_licence, foreign_profile],
    "lint_ids": [id_twice, id_retired],
    "lint_history": [released_id_gone, released_expectation_changed, no_record],
    "lint_notes": [flag_without_note, note_without_flag],
    "lint_digests": [edited_silently],
    "lint_reference": [wrong_signature, wrong_canonical_line, refusal_of_a_good_request],
    "lint_alternatives": [broken_alternative, alternative_is_expected],
    "lint_results": [
        acceptable_without_knob,
        knob_without_acceptable,
        knob_of_its_own,
        valid_but_rejected,
        negative_without_severity,
        acceptable_without_alternative,
    ],
    "lint_views": [another_view, no_view],
    "lint_specs": [must_without_rule, unknown_document],
    "lint_classes": [unknown_class, class_twice],
    "lint_profiles": [unlisted_profile],
    "lint_features": [feature_missing, feature_too_many, other_registry],
    "lint_text": [not_plain, needless_base64],
    "lint_keys": [real_looking_key, real_looking_secret],
    "lint_twins": [no_twin, twin_is_negative, twin_unknown, base_is_not_twin],
    "lint_recipes": [second_mutation, recipe_without_effect, recipe_of_nothing],
    "lint_signatures": [base_signed_wrongly],
    "lint_verdicts": [edited_silently, accepted_too_late, accepted_of_another],
    "lint_conflicts": [one_sided_conflict],
    "lint_balance": [too_few_negatives],
    "lint_votes": [settled_by_itself, votes_twice],
}
RULES = {rule.__name__: rule for rule in lint.RULES}


def test_committed_files_are_clean(committed):
    assert lint.lint(committed) == []


def test_schemas_are_schemas(committed):
    import jsonschema

    names = [name for name in committed.documents if name.startswith("schema/")]
    assert len(names) == 10
    for name in names:
        jsonschema.Draft202012Validator.check_schema(committed.documents[name])


def test_every_object_is_closed(committed):
    """No schema lets an unknown member pass: closed objects, or maps of typed values."""

    def objects(schema):
        if isinstance(schema, dict):
            if schema.get("type") == "object":
                yield schema
            for item in schema.values():
                yield from objects(item)
        elif isinstance(schema, list):
            for item in schema:
                yield from objects(item)

    for name, schema in committed.documents.items():
        if name.startswith("schema/"):
            assert all("additionalProperties" in o for o in objects(schema)), name


def test_every_rule_has_a_plant():
    """But the one of the sweeps, which test_sweeps.py plants errors for."""
    assert sorted([*PLANTS, "lint_sweeps"]) == sorted(RULES)


@pytest.mark.parametrize(("rule", "plant"), [(r, p) for r, ps in PLANTS.items() for p in ps])
def test_goes_red(tree, rule, plant):
    """Before the plant the rule is green: test_committed_files_are_clean."""
    plant(tree)
    assert next(iter(RULES[rule](tree)), None) is not None


def test_a_finding_of_any_rule_counts(tree):
    edited_silently(tree)
    assert any("the digest is of something else" in finding for finding in lint.lint(tree))


@pytest.mark.parametrize(
    "text",
    ['{"a": 1, "a": 2}', '{"a": 01}', '{"a": "\n"}', "\ufeff{}", '{"a": 1,}', b'{"a": "\xff"}'],
)
def test_refuses_bad_json(tmp_path, text):
    """Duplicate keys, leading zeros, raw line feeds, a byte order mark, invalid UTF-8."""
    (tmp_path / "x.json").write_bytes(text if isinstance(text, bytes) else text.encode())
    found = lint.lint(read_tree(tmp_path))
    assert found and found[0].startswith("x.json: not JSON")


def test_layout_breaks_lines_at_the_width():
    short = {"a": [1, 2], "b": {"c": "d"}}
    assert model.dump(short) == '{"a": [1, 2], "b": {"c": "d"}}\n'
    text = model.dump({"a": ["x" * 60, "y" * 60]})
    assert text == '{\n "a": [\n  "' + "x" * 60 + '",\n  "' + "y" * 60 + '"\n ]\n}\n'
