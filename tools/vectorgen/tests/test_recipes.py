# SPDX-License-Identifier: Apache-2.0
"""Mutations: each operation does what its name says, and signing again gives a right signature."""

import pytest
from vectorgen import model, recipes
from vectorgen import reference as ref
from vectorgen.recipes import BadRecipe, replay
from vectorgen.suite import AWS_SECRET, TOKEN, Verify, after_sign, before_sign

BASE = Verify(
    "/a?b=1", method="PUT", body="x", headers=[("X-Tag", "1"), ("X-Tag", "2")], token=TOKEN
).input("aws4")


def apply(recipe):
    return replay(BASE, recipe)


def request(inp):
    return model.get_request(inp["request"])


def authorization(inp):
    return request(inp).values(b"authorization")[0].decode()


def is_right(inp, secret=AWS_SECRET):
    """Does a plain verifier's computation, from the wire alone, give the signature on it?"""
    req, row = request(inp), ref.ROWS["aws4"]
    date = req.values(b"x-amz-date")[0].decode()
    claim = recipes.parse_claim(row, authorization(inp), date)
    return ref.seal(row, req, claim, secret, date).authorization == authorization(inp)


def test_base_is_right():
    assert is_right(BASE)


@pytest.mark.parametrize(
    "recipe",
    [
        after_sign("set-method", value="GET"),
        after_sign("set-target", value="/a?b=2"),
        after_sign("set-body", value="y"),
        after_sign("set-header", "x-tag", "3"),
        after_sign("add-header", "X-Tag", "3"),
        after_sign("prepend-header", "X-Tag", "0"),
        after_sign("remove-header", "X-Tag"),
        after_sign("rename-header", "X-Tag", "X-Tog"),
        after_sign("swap-headers", "X-Tag"),
        after_sign(
            "set-auth-param", "Credential", "AKIDEXAMPLE/20150830/us-east-2/service/aws4_request"
        ),
        after_sign("set-auth-param", "SignedHeaders", "host;x-amz-date"),
    ],
    ids=lambda r: r["op"],
)
def test_after_sign_breaks_the_signature(recipe):
    out = apply(recipe)
    assert out["request"] != BASE["request"]
    assert not is_right(out)


@pytest.mark.parametrize(
    "recipe",
    [
        before_sign("set-method", value="GET"),
        before_sign("set-target", value="/a?b=2"),
        before_sign("set-body", value="y"),
        before_sign("set-header", "X-Tag", "3"),
        before_sign("remove-header", "X-Amz-Security-Token"),
        before_sign("set-claim", "region", "eu-west-1"),
        before_sign("set-claim", "signed-headers", "host;x-amz-date"),
        before_sign("set-time", value="20160101T000000Z"),
        before_sign("add-signed-header", "X-Amz-Acl", "private"),
    ],
    ids=lambda r: r["op"] + "-" + r.get("at", ""),
)
def test_before_sign_signs_again(recipe):
    out = apply(recipe)
    assert authorization(out) != authorization(BASE)
    assert is_right(out)


def test_sign_as_and_secret():
    assert is_right(apply(before_sign("sign-as", "AKIDOTHEREXAMPLE", "other")), "other")
    assert "Credential=AKIDOTHEREXAMPLE/" in authorization(
        apply(before_sign("sign-as", "AKIDOTHEREXAMPLE", "other"))
    )
    assert is_right(apply(before_sign("set-secret", value="other")), "other")


def test_removed_header_leaves_the_list():
    assert "x-tag" in authorization(BASE)
    out = apply(before_sign("remove-header", "X-Amz-Security-Token"))
    assert "x-amz-security-token" not in authorization(out)


def test_absent_header_is_listed():
    for how in ("omit", "empty"):
        out = apply(before_sign("list-absent-header", "x-amz-acl", how))
        assert "x-amz-acl" in authorization(out)
        assert not request(out).values(b"x-amz-acl")
    one, two = (
        authorization(apply(before_sign("list-absent-header", "x-amz-acl", h)))
        for h in ("omit", "empty")
    )
    assert one != two


def test_fields_move_to_the_query():
    out = request(apply(after_sign("move-to-query", "Algorithm;Credential")))
    assert not out.values(b"authorization")
    credential = b"AKIDEXAMPLE%2F20150830%2Fus-east-1%2Fservice%2Faws4_request"
    assert out.target == (b"/a?b=1&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=" + credential)


@pytest.mark.parametrize(("digest", "length"), [("md5", 32), ("sha1", 40), ("sha512", 128)])
def test_another_digest_is_used_throughout(digest, length):
    text = authorization(apply(before_sign("set-algorithm", digest, "AWS4-HMAC-X")))
    assert text.startswith("AWS4-HMAC-X Credential=")
    assert len(text.rpartition("Signature=")[2]) == length


def test_another_word_keeps_the_key():
    """With the row's own word nothing changes: key and digests are those of the row."""
    out = apply(before_sign("set-algorithm", "sha256", "AWS4-HMAC-SHA256"))
    assert authorization(out) == authorization(BASE)
    assert authorization(apply(before_sign("set-algorithm", "sha256", "NONE")))[:5] == "NONE "


def sealed_at(out, time):
    """Is the signature right if the string to sign has this time?"""
    req, row = request(out), ref.ROWS["aws4"]
    claim = recipes.parse_claim(row, authorization(out), time)
    return ref.seal(row, req, claim, AWS_SECRET, time).authorization == authorization(out)


def test_a_date_is_respelt():
    out = apply(before_sign("respell-date", value="2015-08-30T12:36:00Z"))
    assert request(out).values(b"x-amz-date") == [b"2015-08-30T12:36:00Z"]
    assert sealed_at(out, "20150830T123600Z") and not is_right(out)


def test_a_date_is_dropped():
    out = apply(before_sign("drop-date", value="20150830T000000Z"))
    assert not request(out).values(b"x-amz-date") and "x-amz-date" not in authorization(out)
    assert sealed_at(out, "20150830T000000Z")
    assert sealed_at(apply(before_sign("drop-date")), "")


def test_another_date_stands_instead():
    out = apply(before_sign("date-instead", "20150830T123601Z", "Sun, 30 Aug 2015 12:36:01 GMT"))
    assert "SignedHeaders=date;host;x-amz-security-token;x-tag" in authorization(out)
    assert sealed_at(out, "20150830T123601Z") and not request(out).values(b"x-amz-date")


@pytest.mark.parametrize(
    ("recipe", "place", "value"),
    [
        (after_sign("set-clock", "now", "20160101T000000Z"), ("clock", "now"), "20160101T000000Z"),
        (after_sign("set-expect", "region", "eu-west-1"), ("expect", "region"), "eu-west-1"),
        (after_sign("set-policy", "repeat", "first"), ("policy", "repeat"), "first"),
        (after_sign("set-policy", "must_sign", "a;b"), ("policy", "must_sign"), ["a", "b"]),
        (after_sign("set-policy", "guard", "a;b-*"), ("policy", "guard"), ["a", "b-*"]),
        (after_sign("set-policy", "limits/headers", "9"), ("policy", "limits"), {"headers": 9}),
    ],
)
def test_context(recipe, place, value):
    out = apply(recipe)
    assert out[place[0]][place[1]] == value
    assert out["request"] == BASE["request"]


def test_context_of_keys_and_policies():
    assert (
        apply(after_sign("set-key", "secret_key", "other"))["keyring"][0]["secret_key"] == "other"
    )
    assert "session_token" not in apply(after_sign("remove-key-token"))["keyring"][0]
    with_policy = apply(after_sign("set-policy", "repeat", "first"))
    assert "policy" not in replay(with_policy, after_sign("remove-policy", "repeat"))
    limited = apply(after_sign("set-policy", "limits/headers", "9"))
    assert "policy" not in replay(limited, after_sign("remove-policy", "limits/headers"))


def test_replay_leaves_the_base_alone():
    before = model.digest(BASE)
    apply(after_sign("set-clock", "now", "20160101T000000Z"))
    apply(before_sign("set-method", value="GET"))
    assert model.digest(BASE) == before


@pytest.mark.parametrize(
    "recipe",
    [
        after_sign("set-header", "No-Such", "1"),
        after_sign("set-auth-param", "Colour", "red"),
        after_sign("set-claim", "region", "x"),
    ],
)
def test_what_cannot_be_applied_is_an_error(recipe):
    with pytest.raises(BadRecipe):
        apply(recipe)
