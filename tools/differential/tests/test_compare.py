# SPDX-License-Identifier: Apache-2.0
"""Two answers, and what is made of them."""

import pytest
from differential.compare import Effect, Kind, compare, first_difference


def ok(**out):
    stages = {"canonical_request": out.pop("canonical", "a\nb"), "string_to_sign": "c"}
    return {"status": "ok", "out": {"stages": stages, "signature": "1", "authorization": "x"} | out}


REFUSED = {"status": "refused", "out": {"error": {"code": "malformed-uri"}}}
RAISED = {"status": "raised", "message": "KeyError: 'x'"}
ERROR = {"status": "error", "message": "bug"}


@pytest.mark.parametrize(
    ("ours", "theirs", "kind"),
    [
        (ok(), ok(), Kind.EQUAL),
        (ok(), ok(signature="2"), Kind.DIFFERS),
        (ok(), ok(authorization="y"), Kind.DIFFERS),
        (ok(), ok(canonical="a\nc"), Kind.DIFFERS),
        (REFUSED, RAISED, Kind.BOTH_REFUSE),
        (REFUSED, REFUSED, Kind.BOTH_REFUSE),
        (REFUSED, ok(), Kind.DIFFERS),
        (ok(), RAISED, Kind.DIFFERS),
        (ok(), {"status": "unrepresentable"}, Kind.UNREPRESENTABLE),
        (ok(), ERROR, Kind.BROKEN),
        (ok(), {"status": "unsupported"}, Kind.BROKEN),
        (ERROR, ok(), Kind.BROKEN),
        (ERROR, {"status": "unrepresentable"}, Kind.BROKEN),
        (RAISED, RAISED, Kind.BROKEN),
    ],
)
def test_kinds(ours, theirs, kind):
    assert compare(ours, theirs).kind is kind


@pytest.mark.parametrize(
    ("ours", "theirs", "effect"),
    [
        (REFUSED, ok(), Effect.OURS_REFUSES),
        (ok(), RAISED, Effect.THEIRS_REFUSES),
        (ok(), ok(signature="2"), Effect.STAGES),
        (ok(), ok(), None),
        (REFUSED, REFUSED, None),
    ],
)
def test_effects(ours, theirs, effect):
    assert compare(ours, theirs).effect is effect


def test_stages_that_a_package_does_not_show():
    theirs = ok()
    del theirs["out"]["stages"], theirs["out"]["authorization"]
    assert compare(ok(), theirs).kind is Kind.EQUAL
    del theirs["out"]["signature"]
    assert compare(ok(), theirs).kind is Kind.BROKEN


def test_stages_in_base64():
    theirs = ok()
    theirs["out"]["stages"] = {"canonical_request_b64": "YQpi", "string_to_sign": "c"}
    assert compare(ok(), theirs).kind is Kind.EQUAL


def test_first_stage_first():
    outcome = compare(ok(), ok(canonical="a\nxb", signature="2"))
    assert outcome.text == "they differ in canonical_request, line 2, byte 1"
    assert (outcome.ours, outcome.theirs) == ("'b'", "'xb'")


@pytest.mark.parametrize(
    ("ours", "theirs", "place"),
    [
        (b"a", b"b", (1, 1)),
        (b"a\nbc", b"a\nbd", (2, 2)),
        (b"a\n", b"a", (1, 2)),
        (b"a\nb", b"a\nb\nc", (2, 2)),
        (b"", b"a", (1, 1)),
    ],
)
def test_place(ours, theirs, place):
    assert first_difference(ours, theirs) == place
