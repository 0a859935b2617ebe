# SPDX-License-Identifier: Apache-2.0
"""The packages that sign: those of the comparison, and @smithy/signature-v4. Their draws are the
same, without what is the caller's own mistake."""

from __future__ import annotations

from dataclasses import replace

from differential.mix import Mix
from differential.packages import AWS, PACKAGES, Package

# A caller's own doing: headers that the signer sets, names to sign that are not there, and a
# payload that is not signed, which strict does not take.
BY_THE_CALLER = ("reserved", "other-date", "selected-missing", "unsigned-payload")


def without_mistakes(mix: Mix) -> Mix:
    return replace(mix, accidents=mix.accidents | dict.fromkeys(BY_THE_CALLER, 0.0))


SMITHY = Package(
    "smithy",
    "smithy",
    # Its API takes one string a header name.
    Mix(
        rows=("aws4", "aws4-s3"),
        repeated_name=0.2,
        repeated_header=0.01,
        selected=0.1,
        accidents=AWS,
    ),
    language="javascript",
)

SIGNERS = tuple(replace(p, mix=without_mistakes(p.mix)) for p in (*PACKAGES, SMITHY))
