# SPDX-License-Identifier: Apache-2.0
"""Says the secret that it was given, and a key made of it, wherever it can: in values, messages and
errors, on standard error, in a broken answer, in an answer that changes, at its end."""

from __future__ import annotations

import base64
import hmac
import sys
from collections.abc import Callable

import speak

HELLO = {
    **speak.HELLO,
    "impl": {"name": "tells", "version": "1"},
    "ops": ["sign", "verify"],
    "features": ["clock.injectable", "header.custom"],
    "stages": [],
}


def secret_of(message: speak.Json) -> str:
    inp = message["input"]
    keys = [inp["credentials"]] if "credentials" in inp else inp["keyring"]
    return keys[-1].get("secret_key", "")


def key_of(secret: str) -> str:
    """Some key: what matters is that it is called the signing key."""
    return hmac.digest(secret.encode(), b"20150830", "sha256").hex()


def forms(secret: str) -> list[str]:
    raw = secret.encode()
    shifted = [base64.b64encode(b"x" * n + raw + b":").decode() for n in range(3)]
    return [secret, raw.hex(), raw.hex().upper(), *shifted]


def answered(asked: speak.Json, status: str, **more: object) -> None:
    speak.say({"id": asked["id"], "status": status, **more})


def in_values(message: speak.Json, said: str) -> None:
    wrong = {"n": said, "v": said}
    view = {"method": said, "path": said, "args": [wrong], "headers": [wrong]}
    out = {"decision": "accept", "principal": said, "view": view, "signature": said}
    out |= {"authorization": f"{said} Credential={said}, SignedHeaders={said}, Signature={said}"}
    out |= {"stages": {"canonical_request": said, "signing_key": key_of(said)}}
    answered(message, "ok", out=out)


def in_refusal(message: speak.Json, said: str) -> None:
    error = {"native": said, "message": f"the key {said} is wrong", "code": said}
    answered(message, "ok", message=said, out={"decision": "reject", "error": error})


def raised(message: speak.Json, said: str) -> None:
    answered(message, "raised", message=f"{'x' * 590}{said}")


def broken(message: speak.Json, said: str) -> None:
    sys.stdout.write(f'{{"id":{message["id"]},"out":{{"signing_key":"{key_of(said)}"}},{said}\n')
    sys.stdout.flush()


def ended(message: speak.Json, said: str) -> None:
    sys.stdout.write(f"{said}")
    sys.stdout.flush()
    sys.exit(3)


WAYS: list[Callable[[speak.Json, str], None]] = [in_values, in_refusal, raised]
RARE = {7: broken, 11: ended}  # of 48: it must be started again then


def answer(message: speak.Json, number: int) -> None:
    """The way changes with the request, the form with the vector."""
    secret, id_ = secret_of(message), message["id"]
    said = forms(secret)[(len(secret) + number) % 6] if secret else "nothing"
    sys.stderr.write(f"debug: {', '.join(forms(secret))} and {said}\n")
    sys.stderr.flush()
    RARE.get(id_ % 48, WAYS[id_ % 3])(message, said)


speak.serve(answer, HELLO)
