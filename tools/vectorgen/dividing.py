# SPDX-License-Identifier: Apache-2.0
"""Which authored signing vectors divide the shims: two that can say the input give two answers.
That is what a vector is for; it is read from the kept votes, so no shim has to run."""

from __future__ import annotations

from .build import Built
from .model import Json


def answer_in_words(answer: Json) -> str | None:
    """The signature, or that there is none; None where the input could not be put to the shim."""
    if answer["status"] == "ok":
        return answer.get("signature")
    return answer["status"] if answer["status"] in ("refused", "raised") else None


def answers(record: Json) -> dict[str, str]:
    words = {name: answer_in_words(v["answer"]) for name, v in record["oracles"].items()}
    return {name: word for name, word in words.items() if word is not None}


def dividing(votes: Json, built: dict[str, Built]) -> dict[str, dict[str, str]]:
    """The answers, by shim, to each authored signing vector to which they are not all the same."""
    out = {}
    for id_, one in built.items():
        found = answers(votes.get(id_, {"oracles": {}})) if one.case.area.op == "sign" else {}
        if len(set(found.values())) > 1:
            out[id_] = found
    return out


def lines(divided: dict[str, dict[str, str]]) -> list[str]:
    """One line a vector: its id, and of each shim the beginning of its answer."""
    out = [
        f"{id_}  [{'; '.join(f'{name}: {word[:12]}' for name, word in sorted(found.items()))}]"
        for id_, found in divided.items()
    ]
    return [*out, f"{len(divided)} authored signing vectors divide two shims"]
