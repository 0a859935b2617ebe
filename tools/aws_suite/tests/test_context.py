# SPDX-License-Identifier: Apache-2.0
"""context.json: a field that is missing, wrong or unknown is named."""

import json

import pytest
from aws_suite.context import parse_context
from aws_suite.problem import Problem
from synthetic import CONTEXT, with_token


def test_reads():
    context = parse_context(json.dumps(CONTEXT | with_token(True)).encode(), "x")
    assert context.credentials["session_token"].startswith("IQo")
    assert context.timestamp == "20150830T123600Z"
    assert (context.expires, context.normalize, context.sign_body) == (3600, True, False)
    assert context.omit_session_token
    assert not parse_context(json.dumps(CONTEXT).encode(), "x").omit_session_token


BAD = [
    ({"normalize": 1}, "normalize: true or false"),
    ({"sign_body": "true"}, "sign_body: true or false"),
    ({"expiration_in_seconds": True}, "expiration_in_seconds: a whole number"),
    ({"expiration_in_seconds": 60.5}, "expiration_in_seconds: a whole number"),
    ({"expiration_in_seconds": -1}, "from 0 to"),
    ({"expiration_in_seconds": 1 << 53}, "from 0 to"),
    ({"region": "a\nb"}, "region: plain text"),
    ({"region": "a\0"}, "region: plain text"),
    ({"region": "\ud800"}, "region: plain text"),
    ({"service": None}, "service: plain text"),
    ({"timestamp": "2015-08-30"}, "is no time"),
    ({"timestamp": "2015-02-30T12:36:00Z"}, "is no time"),
    ({"timestamp": "2015-08-30T12:36:00Z\n"}, "plain text"),
    ({"timestamp": "２015-08-30T12:36:00Z"}, "is no time"),
    ({"credentials": []}, "credentials: an object"),
    ({"credentials": {"access_key_id": "A"}}, "secret_access_key is missing"),
    ({"credentials": CONTEXT["credentials"] | {"tok\x1ben": ""}}, r"what 'tok\\x1ben' means"),
    ({"double_uri_encode": False}, "does not know what 'double_uri_encode' means"),
]


@pytest.mark.parametrize(("change", "says"), BAD)
def test_refuses(change, says):
    refused(json.dumps(CONTEXT | change).encode(), says)


@pytest.mark.parametrize("name", sorted(CONTEXT))
def test_missing(name):
    refused(
        json.dumps({k: v for k, v in CONTEXT.items() if k != name}).encode(), f"{name} is missing"
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"\xff",
        b"\xef\xbb\xbf{}",
        b'{"region": "a", "region": "b"}',
        b"[" * 100000,
        b"1" * 5000,
    ],
)
def test_no_json(data):
    refused(data, "no JSON")


def test_no_object():
    refused(b"[]", "an object belongs there")


def refused(data: bytes, says: str) -> None:
    with pytest.raises(Problem) as e:
        parse_context(data, "v4/x/context.json")
    assert str(e.value).startswith("v4/x/context.json: ")
    assert says in str(e.value)
    assert "\n" not in str(e.value)
