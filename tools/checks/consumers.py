# SPDX-License-Identifier: Apache-2.0
"""consumers.py ROOT INCLUDE LIBRARY WORK CC [FLAG...] - the programs of vectors/README.md do what
it says of them.

A program is a fenced block whose first line names language and file: ```go check.go. It has at most
15 lines, accepts the flat export of the committed vectors, and refuses one with a wrong value, with
nothing to check, or cut off. What needs a toolchain that is not there is skipped, and said to be.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from source import report

BLOCK = re.compile(r"^```(\w+) (\w+\.\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MOST_LINES = 15
PROGRAMS = {"read.py", "check.py", "check.js", "check.go", "check.c"}
# The program in C leaves the canonical request to the others.
BLIND = {"check.c": {"canonical request"}}


# ---- Wrong exports -------------------------------------------------------------------------------


def spoil_signature(test: dict) -> None:
    stages = test["expected"]["stages"]
    stages["signature"] = ("1" if stages["signature"][0] == "0" else "0") + stages["signature"][1:]


def spoil_string_to_sign(test: dict) -> None:
    test["expected"]["stages"]["string_to_sign"][1] = "20150830T123601Z"


def spoil_canonical_request(test: dict) -> None:
    test["expected"]["stages"]["canonical_request"][1] += "x"


def spoil_secret(test: dict) -> None:
    test["input"]["credentials"]["secret_key"] += "x"


SPOILT: dict[str, Callable[[dict], None]] = {
    "signature": spoil_signature,
    "string to sign": spoil_string_to_sign,
    "canonical request": spoil_canonical_request,
    "secret": spoil_secret,
}


def write_exports(right: Path, work: Path) -> tuple[str, dict[str, Path]]:
    """The id of the spoilt vector, and the files by what is wrong in them."""
    tests = [json.loads(line) for line in right.read_text(encoding="utf-8").splitlines()]
    number = next(
        i for i, t in enumerate(tests) if i > 100 and t["op"] == "sign" and t["result"] == "valid"
    )
    files = {}
    for name, spoil in SPOILT.items():
        copy = [*tests[:number], json.loads(json.dumps(tests[number])), *tests[number + 1 :]]
        spoil(copy[number])
        files[name] = copy
    files["nothing to sign"] = [t for t in tests if t["op"] == "verify"]
    files["no line"] = []
    paths = {}
    for name, lines in files.items():
        paths[name] = work / f"{name.replace(' ', '-')}.jsonl"
        paths[name].write_text("".join(json.dumps(t) + "\n" for t in lines), encoding="utf-8")
    paths["cut off in a line"] = work / "cut-off.jsonl"
    paths["cut off in a line"].write_bytes(right.read_bytes()[:-100])
    return tests[number]["id"], paths


# ---- Programs ------------------------------------------------------------------------------------


def build(source: Path, cc: list[str], link: list[str]) -> list[str]:
    """The command that runs the program; empty if a toolchain is missing."""
    program = source.with_suffix("")
    if source.suffix == ".py":
        return [sys.executable, "-I", "-B", str(source)]
    if source.suffix == ".js":
        return ["node", str(source)] if shutil.which("node") else []
    if source.suffix == ".go" and not shutil.which("go"):
        return []
    command = [*cc, "-o", program, source, *link]
    if source.suffix == ".go":
        command = ["go", "build", "-o", program, source]
    subprocess.run(command, check=True, timeout=300)
    return [str(program)]


def run(command: list[str], name: str, export: Path) -> subprocess.CompletedProcess[str]:
    """Python and JavaScript are given the file's name, the others the file."""
    by_name = name.endswith((".py", ".js"))
    with export.open(encoding="utf-8") as stdin:
        return subprocess.run(
            [*command, *([str(export)] if by_name else [])],
            stdin=stdin,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )


def check(command: list[str], name: str, right: Path, spoilt: str, wrong: dict) -> list[str]:
    done = run(command, name, right)
    number = re.search(r"(\d\d\d) ", done.stdout)
    print(f"--- {name}\n{done.stdout}{done.stderr}", end="")
    if done.returncode != 0 or number is None:
        return [f"{name}: exits with {done.returncode} on the committed vectors"]
    findings = []
    for what, export in wrong.items():
        done = run(command, name, export)
        if what in BLIND.get(name, ()):
            continue
        if done.returncode == 0:
            findings.append(f"{name}: does not notice: {what}")
        elif what in SPOILT and spoilt not in done.stdout + done.stderr:
            findings.append(f"{name}: does not name {spoilt}: {what}")
    return findings


def check_reader(command: list[str], vectors: Path) -> list[str]:
    """The program that reads the files as they are committed prints a line for each test."""
    done = subprocess.run(
        command, cwd=vectors, capture_output=True, text=True, timeout=60, check=False
    )
    counts = [
        json.loads(path.read_text(encoding="utf-8"))["count"]
        for path in vectors.glob("*/*.json")
        if path.parent.name != "schema"
    ]
    if done.returncode != 0 or done.stdout.count("\n") != sum(counts):
        return [f"read.py: {done.stdout.count(chr(10))} lines for {sum(counts)} tests"]
    return []


def main() -> None:
    root, include, library, work = (Path(word).resolve() for word in sys.argv[1:5])
    cc = [*sys.argv[5:], "-std=gnu11", "-Wall", "-Wextra", "-Werror", f"-I{include}"]
    link = [str(library), "-lcjson", f"-Wl,-rpath,{library.parent}"]
    sys.path.insert(0, str(root / "tools"))
    from vectorgen import flat, tree

    work.mkdir(parents=True, exist_ok=True)
    for path, text in flat.export(tree.read_tree(root / "vectors", False), work).items():
        path.write_text(text, encoding="utf-8")
    right = work / "vectors.jsonl"
    spoilt, wrong = write_exports(right, work)
    blocks = BLOCK.findall((root / "vectors" / "README.md").read_text(encoding="utf-8"))
    findings = [f"vectors/README.md has no {name}" for name in PROGRAMS - {b[1] for b in blocks}]
    for _, name, code in blocks:
        if name != "read.py" and code.count("\n") > MOST_LINES:
            findings.append(f"{name}: {code.count(chr(10))} lines, at most {MOST_LINES}")
        (work / name).write_text(code, encoding="utf-8")
        command = build(work / name, cc, link)
        if not command:
            print(f"--- {name}\nskipped: there is no toolchain for it")
        elif name == "read.py":
            findings += check_reader(command, root / "vectors")
        else:
            findings += check(command, name, right, spoilt, wrong)
    report(findings, len(blocks), "programs")


main()
