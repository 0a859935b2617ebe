# SPDX-License-Identifier: Apache-2.0
"""Bodies, which a framework may have parsed before anybody hashes them."""

from __future__ import annotations

from ...suite import Verify, after_sign
from . import PATH, honest, negative

for name, kind in (
    ("form", "application/x-www-form-urlencoded"),
    ("multipart", "multipart/form-data; boundary=example"),
    ("json", "application/json"),
    ("text", "text/plain"),
):
    honest(
        f"{name}_empty",
        f"POST of {kind.partition(';')[0]}, without a body",
        "The type is not signed.",
        Verify(PATH, method="POST", unsigned=[("Content-Type", kind)]),
        "payload-hash",
    )
    negative(
        "form",
        f"{name}_added",
        f"a body of {kind.partition(';')[0]}, added",
        "A framework that has parsed the body hands an empty one to the verifier.",
        after_sign("set-body", value='a=1&name="admin"'),
        "signature-mismatch",
        "payload-hash-mismatch",
        base=f"{name}_empty",
        flags=("dci-lenient", "payload-hash"),
    )
honest(
    "json_signed",
    "POST of JSON",
    "As json.dumps writes it.",
    Verify(
        PATH,
        method="POST",
        body='{"name": "a", "tags": ["x"]}',
        unsigned=[("Content-Type", "application/json")],
    ),
    "payload-hash",
)
for name, title, body in (
    ("spaces", "JSON without blanks", '{"name":"a","tags":["x"]}'),
    ("order", "JSON in another order", '{"tags": ["x"], "name": "a"}'),
    ("list", "another list in the JSON", '{"name": "a", "tags": ["x", "y"]}'),
    ("null", "'null' for the JSON", "null"),
):
    negative(
        "form",
        f"json_{name}_changed",
        title,
        "The signature kept: bytes are hashed, and not what they say.",
        after_sign("set-body", value=body),
        "signature-mismatch",
        "payload-hash-mismatch",
        base="json_signed",
        flags=("payload-hash", "binding"),
    )
honest(
    "hash_header_of_aws",
    "an X-Amz-Content-Sha256 of the other dialect",
    "It is no header of this one, and says nothing.",
    Verify(
        PATH,
        method="POST",
        body="hello",
        unsigned=[("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD")],
    ),
    "payload-hash",
)
negative(
    "form",
    "hash_header_of_aws_body",
    "another body beside UNSIGNED-PAYLOAD",
    "A word of the other dialect, which frees no body here.",
    after_sign("set-body", value="hullo"),
    "signature-mismatch",
    "unsigned-payload-forbidden",
    "header-not-signed",
    base="hash_header_of_aws",
    flags=("unsigned-payload", "payload-hash"),
)
