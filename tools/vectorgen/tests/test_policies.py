# SPDX-License-Identifier: Apache-2.0
"""The knobs of a policy: every one of the schema needs a feature, and none has another name in the
registry of knobs."""

from __future__ import annotations

from vectorgen import features, knobs, schemas

KNOBS = schemas.DEFS["policy"]["properties"]


def of_policy(policy):
    needed = features.of_verify({"policy": policy, "keyring": []})
    return {f for f in needed if f.startswith(("policy.", "view."))}


def test_each_side_of_the_view_needs_a_feature():
    for side in schemas.POLICY_CHOICES["view"]:
        (feature,) = of_policy({"view": side})
        assert feature == f"view.{side}" and feature in features.FEATURES


def test_each_knob_needs_a_feature():
    for knob in KNOBS.keys() - {"view"}:
        (feature,) = of_policy({knob: None})
        assert feature in features.FEATURES
        if feature == "policy.knobs":
            assert knob in features.FEATURES[feature]


def test_knobs_of_several_kinds_need_several():
    policy = {"preset": "strict", "hex_case": "accept", "limits": {"headers": 1}}
    assert of_policy(policy) == {"policy.python-dciauth", "policy.syntax", "policy.limits"}
    assert of_policy({}) == set()


def policies_of(tree):
    """The policy of each verify vector, and whether it is accepted."""
    for _, op, test in tree.tests():
        if op == "verify":
            yield test["input"].get("policy", {}), test["expected"]["verify"]["decision"]


def test_each_knob_has_a_vector_on_its_lenient_side(committed):
    """One that is accepted, and one that is refused all the same."""
    found = set()
    for policy, decision in policies_of(committed):
        found |= {(knob, str(side), decision) for knob, side in policy.items() if knob != "limits"}
        found |= {("limits", limit, decision) for limit in policy.get("limits", {})}
    for decision in ("accept", "reject"):
        for knob, (_, lenient) in schemas.POLICY_CHOICES.items():
            assert (knob, lenient, decision) in found
        for limit in schemas.POLICY_LIMITS:
            assert ("limits", limit, decision) in found
        for knob in ("must_sign", "guard", "repeat"):
            assert any(f[0] == knob and f[2] == decision for f in found)


def test_no_feature_is_of_a_knob_that_is_gone():
    assert features.KNOB_FEATURES.keys() <= KNOBS.keys()
    assert {f for f in features.FEATURES if f.startswith("policy.")} == {
        *features.KNOB_FEATURES.values(),
        "policy.knobs",
        "policy.python-dciauth",
    }


def test_sides_are_those_of_the_registry():
    for knob, sides in schemas.POLICY_CHOICES.items():
        if knob in knobs.KNOBS:
            assert set(sides) == knobs.KNOBS[knob].keys(), knob
