# SPDX-License-Identifier: Apache-2.0
"""How many parts a credential has, and what separates them; and signatures that the same key has
made, in the same scope, of something that is no request."""

from __future__ import annotations

import base64
from collections.abc import Callable

from .. import reference as ref
from .. import spec
from ..suite import Base, after_sign
from . import Family

family = Family(
    {
        "parts": "How many parts there are",
        "foreign": "Signatures of something else by the same key",
    }
)
OTHER_REASONS = [
    "malformed-auth-header",
    "scope-date-mismatch",
    "scope-region",
    "scope-service",
    "scope-terminator",
    "unknown-key",
    "signature-mismatch",
]

# ---- Parts ---------------------------------------------------------------------------------------


def parts(
    name: str, title: str, comment: str, edit: Callable[[str], str], severity: str = "low"
) -> None:
    """Under the old signature: who splits and drops what is empty computes it again."""
    family.put(
        "invalid",
        "parts",
        name,
        title,
        comment,
        lambda base: after_sign("set-auth-param", "Credential", edit(base.credential)),
        error="malformed-credential",
        any_of=OTHER_REASONS,
        severity=severity,
        flags=["scope", "auth-syntax", "binding"],
        spec=[spec.SCOPE],
    )


parts(
    "slash_in_front",
    "a slash before the credential",
    "An empty part, or nothing.",
    lambda c: "/" + c,
)
parts(
    "slash_behind", "a slash behind the credential", "An empty part, or nothing.", lambda c: c + "/"
)
parts(
    "slashes_doubled",
    "every slash of the credential twice",
    "As in a path that a server has tidied up.",
    lambda c: c.replace("/", "//"),
)
parts(
    "no_region_part",
    "a credential without the region",
    "Four parts. Counted from the right, the access key would be a date.",
    lambda c: "/".join(p for i, p in enumerate(c.split("/")) if i != len(c.split("/")) - 3),
)
parts("key_alone", "the access key alone", "No scope at all.", lambda c: c.rsplit("/", 4)[0])
parts(
    "scope_alone",
    "the scope alone",
    "No key. What stands first is a date.",
    lambda c: c.split("/", c.count("/") - 3)[-1],
    severity="high",
)
parts("backslashes", "backslashes in the credential", "No slash.", lambda c: c.replace("/", "\\"))
parts(
    "slashes_escaped",
    "the credential percent-encoded",
    "In a header nothing is escaped.",
    lambda c: c.replace("/", "%2F"),
)
parts(
    "part_more",
    "a part more in the credential",
    "The scope stands twice at its end.",
    lambda c: c + "/" + c.rpartition("/")[2],
)
parts(
    "part_of_dots",
    "a part '..' in the credential",
    "Normalised like a path, it is right.",
    lambda c: c.rpartition("/")[0] + "/x/../" + c.rpartition("/")[2],
)

# ---- Signatures of something else ----------------------------------------------------------------


def key_of(base: Base) -> bytes:
    secret = base.input["keyring"][0]["secret_key"]
    return ref.signing_key(base.row, base.claim, secret)


def foreign(name: str, title: str, comment: str, text: Callable[[Base], str]) -> None:
    """A right signature by the right key, of a text that is no string to sign of a request."""
    family.put(
        "invalid",
        "foreign",
        name,
        title,
        comment,
        lambda base: after_sign(
            "set-auth-param", "Signature", ref.signature(key_of(base), text(base).encode())
        ),
        error="signature-mismatch",
        severity="high",
        flags=["binding", "comparison"],
        spec=[spec.SIGNATURE],
    )


def string_to_sign(base: Base, suffix: str, last: list[str]) -> str:
    scope = base.credential.removeprefix(base.claim.access_key + "/")
    return "\n".join([base.row.algorithm + suffix, base.time, scope, *last])


def policy(base: Base) -> str:
    text = '{"expiration":"2030-01-01T00:00:00Z","conditions":[{"bucket":"example"}]}'
    return base64.b64encode(text.encode()).decode()


EMPTY_HASH = ref.sha256_hex(b"")
foreign(
    "of_a_form_policy",
    "the signature of a form's policy",
    "What is signed there is base64: one key, two kinds of texts, which never meet.",
    policy,
)
foreign(
    "of_a_chunk",
    "the signature of a chunk",
    "The first of a stream: it has the right time and scope.",
    lambda base: string_to_sign(base, "-PAYLOAD", [base.signature, EMPTY_HASH, EMPTY_HASH]),
)
foreign(
    "of_a_trailer",
    "the signature of a trailer",
    "It has the right time and scope, too.",
    lambda base: string_to_sign(base, "-TRAILER", [base.signature, EMPTY_HASH]),
)
foreign(
    "of_nothing",
    "the signature of nothing",
    "A string to sign that could not be made, and was signed all the same.",
    lambda base: "",
)
foreign(
    "of_an_empty_canonical_request",
    "the signature of an empty canonical request",
    "A canonical request that could not be made, and was hashed all the same.",
    lambda base: string_to_sign(base, "", [EMPTY_HASH]),
)
