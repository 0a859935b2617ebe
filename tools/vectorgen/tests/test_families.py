# SPDX-License-Identifier: Apache-2.0
"""Families: what an area takes in, and under which name."""

import pytest
from vectorgen.families import Family
from vectorgen.suite import Area, Base, Verify, after_sign, before_sign


@pytest.fixture
def family():
    out = Family({"a": "First", "b": "Second", "c": "Third"})

    @out.valid("a", "honest", flags=["baseline"], spec=["own"])
    def honest_one():
        """Plain."""
        return Verify("/")

    shared = {"error": "no-auth", "severity": "low", "flags": ["baseline"], "spec": ["own"]}
    out.put(
        "invalid",
        "b",
        "changed_here",
        "changed",
        "In a row of a table.",
        lambda base: before_sign("set-claim", "region", base.claim.region + "x"),
        base="honest_one",
        **shared,
    )
    out.put(
        "invalid", "b", "gone", "gone", "Without a base.", after_sign("remove-header"), **shared
    )
    return out


@pytest.fixture
def area():
    return Area("aws4", "verify-example", "verify", "Example", [], {})


def names(area):
    return [case.name for case in area.cases]


def test_an_area_takes_all_of_it(family, area):
    family.into(area)
    assert names(area) == ["honest-one", "changed-here", "gone"]
    assert area.groups == {"a": "First", "b": "Second"}
    changed, gone = area.cases[1:]
    assert (changed.base, gone.base) == ("honest-one", "get")
    assert changed.comment == "In a row of a table."


def test_a_recipe_sees_its_base(family, area):
    family.into(area)
    base = Base(Verify("/").input("aws4"))
    assert area.cases[1].make(base)["value"] == "us-east-1x"
    assert base.row.name == "aws4" and base.field("Credential") == base.credential


def test_an_area_takes_a_part(family, area):
    family.into(area, only={"gone", "honest_one"}, leave={"gone"}, spec=["of the row"])
    assert names(area) == ["honest-one"]
    assert area.cases[0].spec == ["of the row"]


@pytest.mark.parametrize("word", ["only", "leave"])
def test_a_name_that_is_none_is_an_error(family, area, word):
    with pytest.raises(SystemExit, match="verify-example: no such case: misspelt"):
        family.into(area, **{word: {"misspelt"}})


def test_a_name_is_there_once(family):
    with pytest.raises(SystemExit, match="gone is there twice"):
        family.put("valid", "a", "gone", "gone", "Again.", after_sign("set-body"))
