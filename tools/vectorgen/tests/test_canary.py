# SPDX-License-Identifier: Apache-2.0
"""The suite with canaries is the suite: the same vectors, with other secrets and nothing else to
recognise them by; and what is searched for is found in whatever form."""

from __future__ import annotations

import base64
import pathlib

import pytest
from vectorgen import build, canary, recipes, suite
from vectorgen import reference as ref
from vectorgen.model import Json
from vectorgen.tree import read_tree


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    out = tmp_path_factory.mktemp("canary")
    canary.build(out)
    return out


def by_id(folder: pathlib.Path) -> dict[str, Json]:
    documents = read_tree(folder).documents
    return {
        test["id"]: test
        for name, document in documents.items()
        if "/" in name and not name.startswith("schema/")
        for test in build.expanded_tests(document)
    }


def secrets_of(test: Json) -> list[str]:
    inp = test["input"]
    keys = [inp["credentials"]] if "credentials" in inp else inp["keyring"]
    return [key["secret_key"] for key in keys]


def test_the_same_vectors(folder: pathlib.Path) -> None:
    ours, theirs = by_id(folder), by_id(canary.VECTORS)
    assert ours.keys() == theirs.keys()
    for id_, test in ours.items():
        assert test["result"] == theirs[id_]["result"]
        assert test["provenance"]["settled"] == theirs[id_]["provenance"]["settled"]
        assert all(canary.MARK in secret for secret in secrets_of(test) if secret), id_
        empty = [not secret for secret in secrets_of(test)]
        assert empty == [not secret for secret in secrets_of(theirs[id_])], id_


def test_nothing_stays_changed() -> None:
    assert suite.Sign.input is canary.sign_input
    assert suite.Verify.input is canary.verify_input
    assert recipes.replay is canary.replay


@pytest.mark.parametrize("secret", ["s", "secret", "x" * 64, "x" * 1000, "schlüssel-ключ"])
def test_canaries(secret: str) -> None:
    one = canary.canary(secret)
    assert canary.MARK in one and len(one) >= canary.LEAST
    assert one == canary.canary(secret) == canary.canary(one)
    assert one != canary.canary(secret + "s")
    assert one.isascii() == secret[-1].isascii()
    assert canary.canary("") == ""


def test_needles(folder: pathlib.Path) -> None:
    needles = canary.needles(folder)
    claim = ref.Claim(
        algorithm="AWS4-HMAC-SHA256",
        access_key=suite.AWS_KEY,
        date="20150830",
        region="us-east-1",
        service="service",
        terminator="aws4_request",
        signed_headers="host",
    )
    key = ref.signing_key(ref.ROWS["aws4"], claim, canary.canary(suite.AWS_SECRET))
    for data in (key, canary.canary(suite.DCI_SECRET).encode()):
        for before in range(3):
            text = base64.b64encode(bytes(before) + data + b"behind")
            assert any(needle in text for needle in needles), (data, before)
        for text in (b"\n" + data + b"\0", data.hex().encode(), data.hex().upper().encode()):
            assert any(needle in text for needle in needles), (data, text)
