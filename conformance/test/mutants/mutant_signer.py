# SPDX-License-Identifier: Apache-2.0
"""Signs with one rule bent, behind the shim protocol.

    mutant_signer.py NAME… [--signature-only]

NAME is one of MUTANTS; several, in different parts, are bent together. `none` bends nothing,
`random` answers random bytes for every value, `random-part` for one part of what is signed. What
an answer shows may also be said by the input, in `shown`.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Sequence
from pathlib import Path

import headers  # noqa: F401 - each registers its mutants
import others  # noqa: F401
import paths  # noqa: F401
import queries  # noqa: F401
from bend import MUTANTS, REQUEST, Case, Json, Parts, concerns, model, open_case, ref, stages

FEATURES = Path(__file__).resolve().parents[3] / "vectors" / "features.json"
SHOWN = ("canonical_request", "string_to_sign", "signature")


def hello(name: str) -> Json:
    return {
        "status": "ok",
        "protocol": 1,
        "impl": {"name": name, "version": "1"},
        "ops": ["sign"],
        "profiles": list(ref.ROWS),
        "features": list(json.loads(FEATURES.read_text("utf-8"))),
        "stages": [],
    }


def random_stages(dice: random.Random) -> Json:
    alphabet = dice.choice((bytes(range(256)), b"\n/=&:;a0"))
    text = {name: bytes(dice.choices(alphabet, k=dice.randrange(400))) for name in SHOWN}
    return {**text, "signature": dice.randbytes(32).hex().encode()}


def bend_at_random(case: Case, dice: random.Random) -> Parts:
    name = dice.choice((*REQUEST, "scope", "timestamp", "key"))
    return {name: dice.randbytes(1 + dice.randrange(60))}


def bent(case: Case, names: list[str], dice: random.Random) -> Json:
    if names == ["random"]:
        return random_stages(dice)
    parts: Parts = dict(case.right)
    for name in names:
        if name == "random-part":
            parts.update(bend_at_random(case, dice))
        elif name != "none":
            wanted, bend = MUTANTS[name]
            parts.update(bend(case) if concerns(case.rules, wanted) else {})
    return {**stages(parts), **({"signature": parts["signature"]} if "signature" in parts else {})}


def signed(found: Json, shown: Sequence[str]) -> Json:
    out: Json = {"stages": {}}
    for name in shown:
        model.put_bytes(out["stages"], name, found[name])
    return {"status": "ok", "out": out}


def answer(message: Json, names: list[str], shown: Sequence[str]) -> Json:
    try:
        case = open_case(message["input"], message["rules"])
    except ref.Refused as refusal:
        return {"status": "refused", "out": {"error": {"code": refusal.word}}}
    found = bent(case, names, random.Random(message["id"]))
    return signed(found, message["input"].get("shown", shown))


def main() -> None:
    names = [word for word in sys.argv[1:] if not word.startswith("--")]
    shown = SHOWN[2:] if "--signature-only" in sys.argv else SHOWN
    for line in sys.stdin:
        message = json.loads(line)
        if message["op"] == "bye":
            return
        if message["op"] == "hello":
            reply = hello("; ".join(names))
        else:
            reply = answer(message, names, shown)
        print(json.dumps({"id": message["id"], **reply}), flush=True)


if __name__ == "__main__":
    main()
