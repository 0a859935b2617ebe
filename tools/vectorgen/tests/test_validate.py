# SPDX-License-Identifier: Apache-2.0
"""`dciauth-conform validate` has the schemas in C: what they refuse, it refuses, at the same place.

CONFORM names the program; else it is that of the build with the preset default.
"""

import copy
import json
import os
import pathlib
import random
import subprocess

import pytest
from vectorgen import lint
from vectorgen.schema_files import schemas

ROOT = pathlib.Path(lint.__file__).resolve().parent.parent.parent
CONFORM = os.environ.get("CONFORM", str(ROOT / "build/default/bin/dciauth-conform"))
FILES = (
    "aws4/headers.json",
    "aws4/verify.json",
    "aws4/path.json",
    "aws4/sweep-query-key-generated.json",
)
MUTANTS = 70  # of each file
# What is put in the place of a value.
STRANGE = (None, True, -1, 1.5, "", "No Word!", "x\u0007y", [], {}, [7], {"x": 1})
# Where `validate` is more tolerant: others have their own licences, links and recipes.
TOLERATED = {"license", "links", "cves", "op"}

pytestmark = pytest.mark.skipif(not os.path.exists(CONFORM), reason=f"there is no {CONFORM}")


def small(name: str) -> dict:
    """A committed file cut down to a few tests, among them one with alternatives, one that is
    refused and one with a recipe where there is one."""
    document = json.loads((ROOT / "vectors" / name).read_text(encoding="utf-8"))
    kept = {}
    for group in document["groups"]:
        for test in group["tests"]:
            kept.setdefault(
                ("alternatives" in test, "recipe" in test, test["result"]), (group, test)
            )
    first = next(iter(kept.values()))[0]
    tests = [
        {**test, "input": {**group["defaults"], **test["input"]}} for group, test in kept.values()
    ]
    if not name.endswith("-generated.json"):
        first["tests"] = tests
    else:
        first["tests"] = [test for _, test in kept.values()]
    document["groups"] = [first]
    document["count"] = len(first["tests"])
    return document


def paths(value, at=()):
    yield at
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, item in items:
        if isinstance(item, (dict, list)):
            yield from paths(item, (*at, key))
        else:
            yield (*at, key)


def mutate(document: dict, draw: random.Random) -> tuple[dict, tuple]:
    """One member dropped, replaced or added, and where."""
    mutant = copy.deepcopy(document)
    at = draw.choice([p for p in paths(document) if p])
    holder = mutant
    for key in at[:-1]:
        holder = holder[key]
    what = draw.choice(("drop", "replace", "replace", "add"))
    if what == "add" and isinstance(holder, dict):
        holder["colour"] = "red"
        return mutant, at[:-1]
    if what == "drop" and isinstance(holder, dict):
        del holder[at[-1]]
    else:
        holder[at[-1]] = draw.choice(STRANGE)
    return mutant, at


def pointer(at: tuple) -> str:
    """Without what tells the two forms of a field apart."""
    steps = (str(key).replace("~", "~0").replace("/", "~1") for key in at)
    return "".join("/" + step for step in steps).removesuffix("_b64")


def is_refused(name: str, document: dict) -> bool:
    return next(lint.explain(schemas()[lint.schema_name(name)], document), None) is not None


def related(found: str, at: str) -> bool:
    """There, below, or at what holds it."""
    return found.startswith(at) or found == at.rpartition("/")[0]


def test_what_the_schemas_refuse_is_found(tmp_path):
    draw = random.Random(1)
    mutants = {}
    for name in FILES:
        document = small(name)
        assert not is_refused(name, document)
        for number in range(MUTANTS):
            mutant, at = mutate(document, draw)
            if not TOLERATED & set(at) and is_refused(name, mutant):
                path = tmp_path / f"m{len(mutants):03}" / name.rpartition("/")[2]
                path.parent.mkdir()
                path.write_text(json.dumps(mutant), encoding="utf-8")
                mutants[str(path)] = pointer(at)
    assert len(mutants) > 120
    done = subprocess.run(
        [CONFORM, "validate", str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2, done.stderr
    found = {}
    for line in done.stdout.splitlines():
        path, _, rest = line.partition(": ")
        if rest.startswith("/"):
            found.setdefault(path, []).append(rest.partition(": ")[0])
    missed = {
        path: at
        for path, at in mutants.items()
        if not any(related(place, at) for place in found.get(path, []))
    }
    assert missed == {}


def test_committed_files_are_well():
    done = subprocess.run(
        [CONFORM, "validate", str(ROOT / "vectors")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    assert done.stdout.endswith("nothing is wrong\n")
