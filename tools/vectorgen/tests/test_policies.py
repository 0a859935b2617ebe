# SPDX-License-Identifier: Apache-2.0
"""The knobs of a policy: every one of the schema needs a feature, and none has another name in the
registry of knobs."""

from __future__ import annotations

from vectorgen import features, knobs, schemas

KNOBS = schemas.DEFS["policy"]["properties"]


def of_policy(policy):
    return {f for f in features.of_verify({"policy": policy, "keyring": []}) if "policy" in f}


def test_each_knob_needs_a_feature():
    for knob in KNOBS:
        (feature,) = of_policy({knob: None})
        assert feature in features.FEATURES
        if feature == "policy.knobs":
            assert knob in features.FEATURES[feature]


def test_knobs_of_several_kinds_need_several():
    policy = {"preset": "strict", "hex_case": "accept", "limits": {"headers": 1}}
    assert of_policy(policy) == {"policy.python-dciauth", "policy.syntax", "policy.limits"}
    assert of_policy({}) == set()


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
