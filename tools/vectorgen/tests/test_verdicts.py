# SPDX-License-Identifier: Apache-2.0
"""The second verifier against the vectors: it agrees on all, and each check that is taken out of it
is noticed."""

import pytest
from vectorgen import reference_limits as limits
from vectorgen import reference_tolerances as tolerances
from vectorgen import reference_verify as verify
from vectorgen import verdicts


def test_agrees_with_every_vector(committed):
    assert list(verdicts.lint_verdicts(committed)) == []


def test_says_what_it_would_have(tree):
    for _, op, test in tree.tests():
        if op == "verify" and test["result"] == "valid":
            test["expected"]["verify"]["principal"] = "nobody"
    found = list(verdicts.lint_verdicts(tree))
    assert found and "accepts it of 'AKIDEXAMPLE'" in found[0]


@pytest.mark.parametrize(
    "check",
    [
        "check_wire",
        "check_access_key",
        "check_names",
        "check_coverage",
        "check_scope",
        "check_token",
    ],
)
def test_a_check_left_out_is_noticed(committed, monkeypatch, check):
    monkeypatch.setattr(verify, check, lambda *_: None)
    assert list(verdicts.lint_verdicts(committed))


@pytest.mark.parametrize("check", ["check_request", "check_claim"])
def test_limits_left_out_are_noticed(committed, monkeypatch, check):
    monkeypatch.setattr(limits, check, lambda *_: None)
    assert list(verdicts.lint_verdicts(committed))


@pytest.mark.parametrize(
    "reading",
    ["cut_algorithm", "split_fields", "named_fields", "signature_digits", "read_names"],
)
def test_a_tolerance_left_out_is_noticed(committed, monkeypatch, reading):
    """Each reading of the text, as the strict policy has it."""
    lenient = getattr(tolerances, reading)
    monkeypatch.setattr(tolerances, reading, lambda *args: lenient(*args[:-1], {}))
    assert list(verdicts.lint_verdicts(committed))


def test_an_http_date_has_one_form():
    assert tolerances.http_time("Sun, 30 Aug 2015 12:36:00 GMT") == "20150830T123600Z"
    for text in ("Sat, 30 Aug 2015 12:36:00 GMT", "Sun, 30 Aug 2015 12:36:00", "20150830T123600Z"):
        with pytest.raises(verify.Refused, match="malformed-date"):
            tolerances.http_time(text)


def passes_over(monkeypatch, word):
    """Puts a verifier in place that never refuses for this reason."""
    require = verify.require

    def lenient(good, reason):
        require(good or reason == word, reason)

    monkeypatch.setattr(verify, "require", lenient)


# What is left out falls to another check that a vector allows: a credential that is none to the
# scope, a signature that is none to the comparison, a mode that is not supported to the hash.
REASONS = [
    "no-auth",
    "multiple-auth",
    "duplicate-authorization",
    "bad-algorithm",
    "malformed-auth-header",
    "duplicate-auth-param",
    "signed-headers-malformed",
    "host-not-signed",
    "header-not-signed",
    "duplicate-date",
    "malformed-date",
    "skewed-past",
    "skewed-future",
    "scope-date-mismatch",
    "scope-region",
    "scope-service",
    "scope-terminator",
    "token-missing",
    "token-unexpected",
    "token-invalid",
    "unsigned-payload-forbidden",
    "payload-hash-mismatch",
    "signature-mismatch",
]


@pytest.mark.parametrize("word", REASONS)
def test_each_reason_is_noticed(committed, monkeypatch, word):
    """A reason that is never given either lets a request pass or gives another reason."""
    passes_over(monkeypatch, word)
    found = []
    for _, op, test in committed.tests():
        if op == "verify" and test["expected"]["verify"].get("error", {}).get("class") == word:
            try:
                found.append(verdicts.problem(test))
            except (ValueError, KeyError, IndexError) as e:  # what the check kept away
                found.append(str(e))
    assert any(found)
