# SPDX-License-Identifier: Apache-2.0
"""The packages that are compared, each behind its shim, and what their draws are made of."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .mix import Mix


@dataclass(frozen=True)
class Package:
    name: str
    shim: str
    mix: Mix
    arguments: tuple[str, ...] = ()
    language: str = "python"


def at(share: float, *names: str) -> dict[str, float]:
    return dict.fromkeys(names, share)


# The first line of each is what differs by right: rare, and still met in every run.
# What differs by right stands first: rare, and still met in every run of 10,000 draws.
AWS = {
    **at(0.0015, "line-break-in-path", "line-break-in-query", "line-break-in-value", "no-host"),
    **at(0.0015, "malformed-in-path", "malformed-in-query", "name-no-token", "reserved"),
    **at(0.0015, "two-hosts", "date-header", "lower-method", "method-no-token", "empty-region"),
    **at(0.0015, "mark-in-scope", "mark-in-access-key", "empty-secret", "fragment", "no-slash"),
    **at(0.0015, "empty-path", "colon-in-path"),
    **at(0.003, "tab-in-target", "hop-by-hop"),
    **at(0.005, "control-in-target", "blank-in-target", "octets-in-path", "octets-in-query"),
    **at(0.005, "octets-in-value", "selected-missing"),
    **at(0.02, "hash-preset", "unsigned-payload"),
}
DCI = {
    **at(0.0025, "line-break-in-path", "line-break-in-query", "line-break-in-value", "no-slash"),
    **at(0.0025, "reserved", "other-date", "method-no-token", "mark-in-scope", "empty-secret"),
    **at(0.0025, "mark-in-access-key"),
    **at(0.005, "two-hosts", "same-header"),
    **at(0.01, "control-in-target", "tab-in-target", "octets-in-path", "octets-in-value"),
    **at(0.01, "selected-missing"),
    **at(0.02, "blank-in-target", "octets-in-query", "fragment", "empty-path", "absolute"),
    **at(0.02, "parameters", "python-blank-in-value", "no-host", "hop-by-hop", "date-header"),
    **at(0.02, "lower-method", "colon-in-path"),
}
# HmacSignature signs Host and the date alone, and no choice of headers.
DCI_CLASS = DCI | at(0.0, "selected-missing", "reserved", "other-date")
# A URL has less in it: no other form than a path, and no control characters.
DCI_URL = DCI_CLASS | {
    **at(0.005, "fragment", "empty-path", "absolute", "no-host", "parameters", "tab-in-target"),
    **at(0.01, "line-break-in-path", "line-break-in-query", "line-break-in-value"),
}
FUNCTIONS = Mix(
    rows=("dci2-v2.1",),
    repeated_name=0.005,
    repeated_header=0.01,
    selected=0.5,
    malformed=0.06,
    spice_in_host=0.1,
    plus_is_blank=True,
    accidents=DCI,
)
CLASS = replace(
    FUNCTIONS,
    rows=("dci2", "dci-aws4"),
    repeated_header=0.1,
    selected=0.0,
    blanks_in_host=0.1,
    accidents=DCI_CLASS,
)

PACKAGES = (
    Package(
        "botocore",
        "botocore",
        Mix(
            rows=("aws4", "aws4-s3"),
            repeated_name=0.2,
            repeated_header=0.15,
            selected=0.02,
            nbsp_in_header=0.057,
            accidents=AWS,
        ),
        ("--params",),
    ),
    Package(
        "awscrt",
        "awscrt",
        Mix(
            rows=("aws4", "aws4-s3", "aws4-raw"),
            repeated_name=0.2,
            repeated_header=0.15,
            selected=0.2,
            accidents=AWS | at(0.01, "python-blank-in-value", "hop-by-hop"),
        ),
    ),
    Package("python-dciauth-2.1.7", "python-dciauth-2.1.7", FUNCTIONS),
    Package(
        "python-dciauth-2.1.7-v1",
        "python-dciauth-2.1.7-v1",
        # The package writes the body itself, as JSON: other bytes it cannot sign.
        replace(
            FUNCTIONS,
            rows=("dci1",),
            selected=0.0,
            any_body=0.07,
            accidents=DCI | {"selected-missing": 0.0, "name-no-token": 0.0025},
        ),
    ),
    Package("python-dciauth-4-v2", "python-dciauth-4-v2", replace(FUNCTIONS, rows=("dci2-v2",))),
    Package("python-dciauth-4", "python-dciauth-4", CLASS),
    Package(
        "python-dciauth-4-url",
        "python-dciauth-4",
        replace(CLASS, repeated_name=0.01, blank_value=0.005, accidents=DCI_URL),
        ("--url",),
    ),
)
