# SPDX-License-Identifier: Apache-2.0
"""dci1, sign: the method, in upper case."""

from ... import spec, spec_dci
from ...suite import Sign
from . import area


@area.valid("method", "lower case", flags=["method-case"], spec=[spec_dci.V1_METHOD])
def lower_case():
    """'get' is signed as 'GET'; every later dialect signs it as it is."""
    return Sign("/api/v1/jobs", method="get")


@area.valid("method", "mixed case", flags=["method-case"], spec=[spec_dci.V1_METHOD])
def mixed_case():
    """'pAtCh' and 'PATCH' have one signature."""
    return Sign("/api/v1/jobs/j1", method="pAtCh")


@area.valid("method", "marks and digits", flags=["method-case"], spec=[spec_dci.V1_METHOD])
def method_marks():
    """Letters alone have a case: '_', '`', '|' and '~' stay."""
    return Sign("/api", method="m-search_`|~9z")


@area.invalid(
    "method",
    "a letter that is no ASCII",
    error="malformed-method",
    flags=["method-case"],
    spec=[spec.METHOD_TOKEN],
)
def not_ascii():
    """upper() of Python makes 'SS' of 'ß', and its i is no Turkish one: a token is ASCII."""
    return Sign("/api", method="groß")


@area.invalid(
    "method",
    "no method",
    error="malformed-method",
    any_of=["argument"],
    flags=["contract"],
    spec=[spec.METHOD_TOKEN],
)
def empty_method():
    """'GET' is the default for a method that is not given, not for an empty one."""
    return Sign("/api", method="")
