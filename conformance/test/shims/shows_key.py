# SPDX-License-Identifier: Apache-2.0
"""A signer that shows its signing key, a stage that the protocol knows; every second answer has
another signature."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import speak

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "tools"))
from vectorgen import model  # noqa: E402
from vectorgen import reference as ref  # noqa: E402

FEATURES = json.loads((ROOT / "vectors/features.json").read_text(encoding="utf-8"))
HELLO = {
    **speak.HELLO,
    "impl": {"name": "shows its key", "version": "1"},
    "ops": ["sign"],
    "profiles": list(ref.ROWS),
    "features": list(FEATURES),
    "stages": ["signing_key"],
}


def answer(message: speak.Json, number: int) -> None:
    inp = message["input"]
    if message["op"] != "sign":
        speak.say({"id": message["id"], "status": "unsupported"})
        return
    try:
        out = ref.sign(inp["profile"], model.get_request(inp["request"]), model.get_params(inp))
    except ref.Refused as refusal:
        error = {"code": refusal.word}
        speak.say({"id": message["id"], "status": "refused", "out": {"error": error}})
        return
    signature = out.signature if number % 2 == 1 else "0" * 64
    shown = {"signature": signature, "signing_key": out.signing_key.hex()}
    speak.say({"id": message["id"], "status": "ok", "out": {"stages": shown}})


speak.serve(answer, HELLO)
