# SPDX-License-Identifier: Apache-2.0
"""What an application may use of a request, derived from the request alone."""

from __future__ import annotations

from typing import Any

import pytest
from vectorgen import build, history, model, views
from vectorgen import reference as ref
from vectorgen.suite import Verify


def view_of(profile: str, **request: Any) -> model.Json:
    view = views.view_of(Verify(**request).input(profile))
    assert view is not None
    return view


def pairs(view: model.Json, member: str) -> list[tuple[bytes, bytes]]:
    return [(model.get_bytes(p, "n"), model.get_bytes(p, "v")) for p in view[member]]


def test_what_is_not_signed_is_not_there():
    view = view_of("aws4", headers=[("X-A", " b  c ")], unsigned=[("X-B", "d")])
    names = [name for name, _ in pairs(view, "headers")]
    assert names == [b"host", b"x-a", b"x-amz-date"]
    assert (b"x-a", b"b c") in pairs(view, "headers")


def test_repeated_headers_are_joined():
    view = view_of("aws4", headers=[("X-A", "b"), ("x-a", "c")])
    assert (b"x-a", b"b,c") in pairs(view, "headers")


@pytest.mark.parametrize(
    ("profile", "path"),
    [
        ("aws4", b"/b%2541"),
        ("aws4-raw", b"/a/..//./b%2541"),
        ("aws4-s3", b"/a/..//./b%2541"),
        ("dci2-v2.1", b"/a/..//./b%2541"),
    ],
)
def test_paths_are_not_decoded(profile: str, path: bytes):
    assert model.get_bytes(view_of(profile, target="/a/..//./b%2541"), "path") == path


@pytest.mark.parametrize(
    ("profile", "args"),
    [
        ("aws4", [(b"b", b"+\xff"), (b"a", b"&"), (b"a", b""), (b"c", b"")]),
        ("dci2", [(b"b", b" \xef\xbf\xbd"), (b"a", b"&"), (b"a", b""), (b"c", b"")]),
    ],
)
def test_arguments_are_decoded_once(profile: str, args: list[tuple[bytes, bytes]]):
    assert pairs(view_of(profile, target="/?b=+%FF&a=%26&&a=&c"), "args") == args


def test_first_values_alone_where_the_policy_says_so():
    view = view_of("aws4", target="/?a=1&a=2&b=3", policy={"repeat": "first"})
    assert pairs(view, "args") == [(b"a", b"1"), (b"b", b"3")]


@pytest.mark.parametrize(("line", "covered"), [("", True), ("UNSIGNED-PAYLOAD", False)])
def test_body(line: str, covered: bool):
    assert view_of("aws4-s3", body="x", content_hash=line)["body_covered"] is covered


def test_method_is_the_signed_one():
    assert view_of("aws4", method="get")["method"] == "get"
    row = ref.ROWS["dci1"]
    assert ref.view(row, ref.Request(b"get", b"/"), "host").method == b"GET"


def test_no_view():
    """Where the verdicts are a package's, and where it cannot be said what was signed."""
    assert views.view_of(Verify(policy={"preset": "python-dciauth"}).input("dci2-v2.1")) is None
    twice = Verify(unsigned=[("Authorization", "AWS4 SignedHeaders=host, x")]).input("aws4")
    assert views.view_of(twice) is None
    assert "view" not in views.put_view({"decision": "accept"}, twice)


def test_a_view_decides_nothing_of_its_own(committed):
    """It follows from the input: with it the suite is no other one."""
    tests = build.expanded_tests(committed.documents["aws4/verify.json"])
    verdict = tests[0]["expected"]["verify"]
    without = {k: v for k, v in verdict.items() if k != "view"}
    assert "view" in verdict
    assert history.decides(tests[0]) == history.decides(
        {**tests[0], "expected": {"verify": without}}
    )
    other = {**tests[0], "expected": {"verify": {**without, "principal": "x"}}}
    assert history.decides(tests[0]) != history.decides(other)
