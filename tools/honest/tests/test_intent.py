# SPDX-License-Identifier: Apache-2.0
"""What a client has signed that wants its request accepted, and how it arrives."""

import random

import pytest
from differential.grammar import draw_number
from differential.wire import Draw
from honest.arrival import arrives_at, draw_skew
from honest.intent import CONSTANTS, intended
from honest.signers import BY_THE_CALLER, SIGNERS

SELECT = {"signed_headers": "x-dci-date;b;B;a"}


@pytest.mark.parametrize("signer", SIGNERS, ids=lambda s: s.name)
def test_draws(signer):
    assert all(signer.mix.accidents.get(name, 0.0) == 0.0 for name in BY_THE_CALLER)
    for number in range(100):
        draw = intended(draw_number(1, number, signer.mix))
        assert not draw.params.keys() & set(CONSTANTS) and not draw.literal
        names = draw.params.get("signed_headers", "").split(";")
        assert names == sorted(set(names))


def test_choice_of_headers():
    headers = [(b"Host", b"h"), (b"a", b""), (b"b", b""), (b"X-DCI_Client-Info", b"")]
    draw = intended(Draw("dci2-v2", headers=headers, params=SELECT))
    assert draw.params["signed_headers"] == "a;b;host;x-dci-date;x-dci_client-info"


def test_host_of_the_api():
    assert intended(Draw("dci2-v2")).headers == [(b"Host", b"api.distributed-ci.io")]
    assert intended(Draw("aws4")).headers == []


def test_time_of_arrival():
    assert arrives_at("20150830T235959Z", 900) == "20150831T001459Z"
    assert arrives_at("19700101T000000Z", -900) == "19691231T234500Z"


def test_skew_reaches_both_ends():
    rng = random.Random(1)
    skews = {draw_skew(rng) for _ in range(100)}
    assert min(skews) == -900 and max(skews) == 900 and 0 in skews and len(skews) > 10
