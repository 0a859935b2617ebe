#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""test_oracles.py BIN_DIR TARGET - every oracle of a target can fail.

Each case names a deliberate bug, an input, and the class string that the replay must abort with.
The same input without the bug must pass, so that it is the bug that is found.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from rows import ROWS

AWS = (
    b"AWS4-HMAC-SHA256 Credential=AK/20150830/%s/%s/aws4_request, "
    b"SignedHeaders=host;x-amz-date, Signature=" + b"0a" * 32
)
DCI1 = (
    b"DCI-HMAC-SHA256 Credential=remoteci/id, SignedHeaders=dci-datetime, Signature="
    + b"0a" * 32
    + b","
)

Case = tuple[str, str, bytes, str]  # bug, row, input, class string

STAGE: list[Case] = [
    ("text-elsewhere", "aws4", b"/a", "oracle D-8 {}: the text is neither in the work block nor"),
    ("where-elsewhere", "aws4", b"/%", "oracle D-8 {}: the position of the error is outside"),
    ("refusal-with-text", "aws4", b"/%", "oracle D-12 {}: a refusal with a text"),
    ("bound-is-short", "aws4", b"/a", "oracle D-12 {}: the bound is not enough"),
    ("space-keeps-text", "aws4", b"/a", "oracle D-12 {}: no space, and the result is not zero"),
    ("prefix-is-ok", "aws4", b"/a", "oracle D-12 {}: a smaller work block gave another answer"),
    ("changes-input", "aws4", b"/a", "oracle D-12 {}: the input was changed"),
    ("writes-behind", "aws4", b"/a", "oracle D-12 {}: bytes outside|AddressSanitizer"),
]

CASES: dict[str, list[Case]] = {
    "path": STAGE
    + [
        ("encodes-once", "aws4", b"/a%41", "oracle D-7 path: not idempotent"),
        ("drops-escapes", "aws4", b"/aaa", "oracle D-7 path: encode, then decode, differs"),
        ("keeps-slashes", "aws4", b"/a", "oracle D-5 path: a segment that means nothing"),
        ("strips-slash", "aws4", b"/a/", "oracle twin path: another text"),
        ("other-class", "dci2-v2.1", b"/\n", "oracle twin path: another class"),
        ("encodes-once", "aws4-raw", b"/a//%41", "oracle D-7 path: not idempotent"),
        ("decodes-twice", "dci2", b"/%252541", "oracle D-7 path: not idempotent"),
        ("drops-lf", "dci2-v2", b"/\n", "oracle D-7 path: encode, then decode, differs"),
        ("plus-is-blank", "dci-aws4", b"http://h/+", "oracle D-5 path: escaping a byte changes"),
        ("strips-slash", "dci1", b"/a/", "oracle twin path: another text"),
    ],
    "query": STAGE
    + [
        ("blank-is-plus", "aws4", b"a=%20", "oracle D-7 query: not idempotent"),
        ("keeps-order", "aws4", b"a=1&b=2", "oracle D-6 query: backwards differs"),
        ("keeps-order", "aws4", b"a=1&b=2&c=3", "oracle D-6 query: turned differs"),
        ("decodes-twice", "aws4-s3", b"%41=", "oracle D-7 query: encode, then decode, differs"),
        ("plus-is-blank", "aws4", b"a=+", "oracle D-5 query: escaping a byte changes the query"),
        ("drops-empty", "aws4", b"a=", "oracle D-5 query: an empty pair changes the query"),
        ("lower-hex", "aws4", b"a=/", "oracle D-7 query: encode, then decode, differs"),
        ("one-replacement", "dci2-v2.1", b"a=\xff\xff", "oracle twin query: another text"),
        ("takes-repeats", "dci2-v2.1", b"a=1&a=2", "oracle twin query: another class"),
        ("takes-repeats", "dci1", b"a=1&a=2", "oracle twin query: another class"),
        ("keeps-order", "aws4-raw", b"a=1&b=2", "oracle D-6 query: backwards differs"),
        ("blank-is-plus", "dci2", b" ", "oracle D-7 query: encode, then decode, differs"),
        ("lower-hex", "dci-aws4", b"\xe9", "oracle D-7 query: encode, then decode, differs"),
        ("one-replacement", "dci2-v2", b"a=\xff\xff", "oracle twin query: another text"),
    ],
    "auth_header": [
        ("span-elsewhere", "aws4", AWS % (b"us-east-1", b"s3"), "oracle D-8 {}: a span outside"),
        ("where-elsewhere", "aws4", b"AWS4", "oracle D-8 auth_header: the position of the error"),
        ("scope-is-short", "aws4", AWS % (b"r", b"s"), "oracle D-8 {}: serialise, then parse"),
        ("swaps-spans", "aws4", AWS % (b"r", b"s"), "oracle D-8 {}: the scope is not its parts"),
        ("swaps-spans", "aws4", AWS % (b"r", b"r"), "oracle twin auth_header: another span"),
        ("long-signature", "aws4", AWS % (b"r", b"s") + b"0", "oracle D-8 {}: a part is longer"),
        ("fixed-order", "aws4", AWS % (b"r", b"s"), "oracle D-6 {}: another order differs"),
        ("no-tab", "aws4-s3", AWS % (b"r", b"s"), "oracle D-5 auth_header: more blanks differ"),
        ("scope-of-another-row", "dci1", DCI1, "oracle D-8 auth_header: a part is longer"),
        ("fixed-order", "dci1", DCI1, "oracle D-6 auth_header: another order differs"),
        ("other-class", "dci1", DCI1[:16] + b"Signature=a,", "oracle twin {}: another class"),
        ("other-class", "aws4", AWS[:17] + b"Signature=a", "oracle twin {}: another class"),
    ],
}


def replay(program: Path, bug: str, row: str, data: bytes) -> tuple[int, str]:
    """Replays one input with a bug ("" for none): exit status and what was said."""
    env = dict(os.environ, DCIAUTH_FUZZ_BUG=bug)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "input")
        path.write_bytes(bytes([ROWS.index(row)]) + data)
        run = subprocess.run(
            [program, path], env=env, capture_output=True, text=True, errors="replace", timeout=60
        )
    return run.returncode, run.stderr


def judge(program: Path, target: str, case: Case) -> str:
    """What is wrong with a case; nothing if all is well."""
    bug, row, data, expected = case
    status, said = replay(program, "", row, data)
    if status != 0:
        return f"fails without a bug: {said}"
    status, said = replay(program, bug, row, data)
    if status == 0:
        return "the bug was not found"
    if not any(text in said for text in expected.format(target).split("|")):
        return f"expected {expected.format(target)!r}, got: {said}"
    return ""


def main() -> int:
    folder, target = sys.argv[1:]
    failed = 0
    for case in CASES[target]:
        wrong = judge(Path(folder, f"broken_{target}"), target, case)
        failed += bool(wrong)
        print(f"{'FAIL' if wrong else 'ok  '} {case[0]} {case[1]} {case[2]!r} {wrong}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
